/** Judges under which rule a motion is put. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { PutQuestion } from '../../payloads/decision.ts';
import type { OnFloor } from './judging.ts';
import { UPON } from './law.ts';

type Putting = OnFloor<PutQuestion> & { readonly rule: DecisionRule };

const TWO_THIRDS = fraction(2n, 3n);

/** Whether two thirds are asked for, or that nobody objects. */
function isQualified({ method, adoptedIf }: DecisionRule): boolean {
  if (method === 'consensus') return true;
  const isShare = adoptedIf?.kind === 'share' && adoptedIf.of === 'yes';
  return isShare && compare(parseFraction(adoptedIf.threshold), TWO_THIRDS) >= 0;
}

/** A motion is put under the body's rule on such motions, where it has one. */
export function underOwnRule({ floor, payload, rule, day }: Putting): Refusal | null {
  const { on } = payload;
  if (on.kind !== 'motion') return null;
  const own = floor.ruleNames(day).filter((name) => {
    return floor.rule(name, day)?.matters.includes(on.motion) === true;
  });
  if (own.length > 0) {
    return own.includes(rule.name)
      ? null
      : refuse(
          UPON.fits,
          said('The body has a rule on motions of {$motion}: {$own}.', { motion: on.motion, own }),
          {
            remedy: said('Put it under {$own}.', { own: own[0] ?? '' }),
          },
        );
  }
  return on.motion !== 'reconsideration' || isQualified(rule)
    ? null
    : refuse(UPON.reconsider, said('{$name} does not ask for two thirds.', { name: rule.name }), {
        remedy: said('Put it under a rule that does, or that the body has for reconsideration.'),
      });
}
