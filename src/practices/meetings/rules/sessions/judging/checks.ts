/** What the judges of a session have in common: who does it, and whether that actor may. */
import { dayOf } from '../../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../../kernel/refusal.ts';
import { said } from '../../../../../kernel/said.ts';
import type { ObserverRight } from '../../../payloads/body.ts';
import type { Given, Judging } from '../../judging.ts';
import { type BodyView, bodyViewOf } from '../body-view.ts';
import { mayTakePart } from '../credentials.ts';
import { RULES } from '../law.ts';
import type { Said, Verb } from '../said.ts';
import type { SessionState } from '../session-state.ts';
import { sittingAt } from '../sittings.ts';

/** An act in a session that was convened. */
export interface InSession<Payload> extends Given {
  readonly session: SessionState;
  readonly body: BodyView;
  readonly actor: string;
  readonly payload: Payload;
}
export type Check<Payload = unknown> = (given: InSession<Payload>) => Refusal | null;

/** A judge of an act that stands in a session: the first refusal of its checks. */
export function inSession<V extends Verb>(_verb: V, ...checks: readonly Check<Said[V]>[]): Judging {
  return {
    kind: 'session',
    judge(given) {
      const { act, archive, at, name } = given;
      const session = archive.session(name);
      if (session === null) {
        return refuse(RULES.there, said('There is no session {$name}.', { name }), {
          remedy: said('Convene it, or correct its name.'),
        });
      }
      const body = bodyViewOf(archive, session, act.header.effectiveOn ?? dayOf(at));
      // Deciders are handed what the schema of the act's kind gave.
      const payload = act.payload as Said[V];
      const whole = { ...given, session, body, payload, actor: act.header.actor };
      for (const check of checks) {
        const refusal = check(whole);
        if (refusal !== null) return refusal;
      }
      return null;
    },
  };
}

/** Who keeps the record of the session. */
export const custodiansOf = ({ opening }: SessionState): readonly string[] => [
  opening.author,
  opening.actor,
];

/** Whether an actor directs the session. */
export function directs({ session, body }: InSession<unknown>, actor: string): boolean {
  return custodiansOf(session).includes(actor) || body.presiding.includes(actor);
}

export const presides: Check = (given) =>
  directs(given, given.actor)
    ? null
    : refuse(
        RULES.presides,
        said('{$actor} does not preside over {$name}.', { actor: given.actor, name: given.name }),
        {
          remedy: said('Ask whoever presides, or the secretariat, to do it.'),
        },
      );

/** A member with all rights, and with the credentials that the session needs. */
export const isMemberWithRights: Check = ({ actor, at, body, name, session }) => {
  const hindered = body.suspended.get(actor);
  if (hindered !== undefined) {
    return refuse(
      RULES.suspended,
      said('{$actor} is suspended: {$reason}.', { actor, reason: hindered.reason }),
    );
  }
  if (!body.members.includes(actor)) {
    return refuse(
      RULES.participant,
      said('{$actor} is no member of the body that meets in {$name}.', { actor, name }),
    );
  }
  const { text = '', value } = mayTakePart(session, actor, at);
  return value === true
    ? null
    : refuse(
        RULES.credentials,
        said('The credentials of {$actor} do not let it take part: {$text}.', { actor, text }),
        {
          remedy: said('Hand in credentials; whoever presides reports on them.'),
        },
      );
};

/** A member, an observer that has the right, or whoever directs the session. */
export const takesPart =
  (right: ObserverRight): Check =>
  (given) => {
    const { actor, body } = given;
    if (directs(given, actor)) return null;
    if (body.observers.get(actor)?.includes(right) === true) return null;
    return isMemberWithRights(given);
  };

/** A sitting is open, and not suspended. */
export const whileSitting: Check = ({ at, session }) => {
  const current = sittingAt(session, at);
  if (current?.standing === 'open') return null;
  const reason =
    current === null
      ? said('No sitting is open.')
      : said('Sitting {$number} is suspended.', { number: current.sitting.number });
  return refuse(RULES.inSitting, reason, { remedy: said('Whoever presides opens the sitting.') });
};
