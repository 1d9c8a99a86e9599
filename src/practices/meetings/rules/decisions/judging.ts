/** Whether acts upon decisions are admitted: what they all need, and each kind's own judge. */
import type { ActOf } from '../../../../kernel/act.ts';
import { type InstantText, type PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import { audienceOf } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Archive } from '../archive.ts';
import type { Given, TopicJudge } from '../judging.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { floorOf } from './floor-of.ts';
import { UPON } from './law.ts';
import { ruleOf } from './outcome-of.ts';

/** An act in a session that was convened. */
export interface OnFloor<Payload> {
  readonly payload: Payload;
  readonly actor: string;
  readonly act: ActOf<unknown>;
  readonly floor: Floor;
  readonly archive: Archive;
  readonly decisions: ReadonlyMap<string, DecisionState>;
  readonly at: InstantText;
  readonly day: PlainDateText;
}

/** An act upon a question that was put, with the rule that it is decided by. */
export interface Upon<Payload> extends OnFloor<Payload> {
  readonly decision: DecisionState;
  readonly rule: DecisionRule;
}

/** The first of the refusals, in the order in which they are looked for. */
export function firstOf<Of>(
  ...checks: readonly ((given: Of) => Refusal | null)[]
): (given: Of) => Refusal | null {
  return (given) => {
    for (const check of checks) {
      const refused = check(given);
      if (refused) return refused;
    }
    return null;
  };
}

/** Judges an act in a session; where none was convened, it is refused. */
export function onFloor<Payload>(judge: (given: OnFloor<Payload>) => Refusal | null): TopicJudge {
  return ({ act, name, archive, at }: Given) => {
    const floor = floorOf(archive, name);
    if (floor === null) {
      return refuse(UPON.session, said('No session {$name} was convened here.', { name }), {
        remedy: said('Convene it first, or name the register of one that is.'),
      });
    }
    return judge({
      // The act's schema gave the payload.
      payload: act.payload as Payload,
      actor: act.header.actor,
      act,
      floor,
      archive,
      decisions: archive.decisions(name),
      at,
      day: dayOf(at),
    });
  };
}

/** What is said upon a question is for those who see the question, neither more nor fewer. */
function asOpen<Payload>({ act, decision }: Upon<Payload>): Refusal | null {
  const isAlike = audienceOf(act.header.marking) === audienceOf(decision.opening.marking);
  return isAlike
    ? null
    : refuse(
        UPON.openly,
        said('{$name} was put to another audience than this act has.', { name: decision.name }),
        {
          remedy: said('Mark it as the question is marked: {$level}.', {
            level: decision.opening.marking.level,
          }),
        },
      );
}

/** Judges an act upon a question; where none of the name was put, it is refused. */
export function upon<Payload extends { readonly decision: string }>(
  ...checks: readonly ((given: Upon<Payload>) => Refusal | null)[]
): TopicJudge {
  return onFloor<Payload>((given) => {
    const { at, decisions, floor, payload } = given;
    const decision = decisions.get(payload.decision);
    const rule = decision === undefined ? null : ruleOf(floor, decision, at);
    if (decision === undefined || rule === null) {
      return refuse(
        UPON.put,
        said('No question {$decision} was put in {$session}.', {
          decision: payload.decision,
          session: floor.session,
        }),
        {
          remedy: said('Wait until it is put, or look up its name on the session’s page.'),
        },
      );
    }
    return firstOf<Upon<Payload>>(asOpen, ...checks)({ ...given, decision, rule });
  });
}

/** That whoever presides, or the secretariat, does it. */
export function byChair({ floor, actor, at }: Pick<OnFloor<unknown>, 'floor' | 'actor' | 'at'>) {
  return floor.presides(actor, at)
    ? null
    : refuse(
        UPON.presiding,
        said('{$actor} neither presides nor keeps the session’s record.', { actor }),
        {
          remedy: said('Ask whoever presides, or move it as a motion.'),
        },
      );
}
