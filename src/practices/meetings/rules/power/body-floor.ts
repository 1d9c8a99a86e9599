/** A body on a day, before anybody votes: who may, and with what weight. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Fraction, sum } from '../../../../kernel/fraction.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { BodyState } from '../bodies/body-state.ts';
import { isIn, membersOn } from '../bodies/members.ts';
import { schemeOn, weightOn, weightsOf } from '../bodies/rules-on.ts';
import { type Hindrance, hindrancesOf } from '../bodies/standing.ts';
import type { Registry } from '../facts.ts';
import type { Floor } from './arithmetic.ts';

interface OnDay {
  readonly day: PlainDateText;
  readonly registry: Registry;
}

function totalOf(body: BodyState, scheme: string, day: PlainDateText): Fraction | null {
  const set = schemeOn(body, scheme, day);
  return set === null ? null : sum(weightsOf(set).values());
}

/** Credentials are a session’s matter: who is a member and not hindered is taken to have them. */
function isHindrance({ kind, what }: Hindrance, { hindrances }: DecisionRule): boolean {
  return what === 'all' || hindrances.includes(kind);
}

/** Everybody is taken to be there. */
export function floorOn(body: BodyState, rule: DecisionRule, { day, registry }: OnDay): Floor {
  return {
    rule,
    members: membersOn(body, day, registry).map((actor) => {
      const found = hindrancesOf(body, actor, { day, registry }).find((one) =>
        isHindrance(one, rule),
      );
      const hindered = found ? { reason: found.reason, citation: found.citation } : null;
      return { actor, isPresent: true, hindered };
    }),
    weight: (scheme, actor) => weightOn(body, scheme, actor, day),
    totalWeight: (scheme) => totalOf(body, scheme, day),
    isIn: (selector, actor) => isIn(selector, actor, { body, day, registry }),
  };
}
