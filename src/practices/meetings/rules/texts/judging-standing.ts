/** Who proposes to a text, for whom, and who says what is agreed. */
import { type PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Archive } from '../archive.ts';
import type { Given } from '../judging.ts';
import { type BodyView, bodyViewOf } from '../sessions/body-view.ts';
import type { SessionState } from '../sessions/session-state.ts';
import { facilitatorsOn } from './facilitators.ts';
import { TEXT_RULES } from './law.ts';

/** The session in which a text is negotiated, with its body as it is on the day. */
export interface Forum {
  readonly session: SessionState;
  readonly body: BodyView;
  readonly day: PlainDateText;
}

/**
 * The forum of a session; null where it was not convened. Rights are those of today by the
 * custodian's clock; of what the custodian records from a source, those of its day.
 */
export function forumOf({ act, archive, at }: Given, name: string): Forum | null {
  const session = archive.session(name);
  if (session === null) return null;
  const { basis, effectiveOn } = act.header;
  const day = (basis.kind === 'recorded' ? effectiveOn : null) ?? dayOf(at);
  return { session, body: bodyViewOf(archive, session, day), day };
}

/** Whether an actor presides over the session or facilitates the text, or keeps their record. */
export function presides(given: Pick<Given, 'archive' | 'name'>, forum: Forum, actor: string) {
  const { body, session } = forum;
  const text = given.archive.text(given.name)?.opening;
  const keepers = [session.opening.author, session.opening.actor, text?.author];
  if (keepers.includes(actor) || body.presiding.includes(actor)) return true;
  return facilitatorsOn(given.archive.facts('text', given.name), forum.day).includes(actor);
}

/** A member, an observer with that right, or a group to which a member belongs. */
function mayPropose({ registry }: Archive, { body, day }: Forum, actor: string): boolean {
  if (body.suspended.has(actor)) return false;
  if (body.members.includes(actor)) return true;
  if (body.observers.get(actor)?.includes('propose') === true) return true;
  const members = new Set(body.members);
  return registry.membersOn(actor, day).some((one) => members.has(one));
}

/** Whether who acts may put forward proposals, for itself and for those it speaks for. */
export function judgeProposer(
  given: Given,
  forum: Forum,
  onBehalfOf: readonly string[],
): Refusal | null {
  const { actor } = given.act.header;
  const { registry } = given.archive;
  if (!mayPropose(given.archive, forum, actor) && !presides(given, forum, actor)) {
    return refuse(
      TEXT_RULES.mayPropose,
      said('{$actor} has no right to propose in this body.', { actor }),
      {
        values: { actor },
      },
    );
  }
  const group = onBehalfOf.find(
    (one) => one !== actor && !registry.membersOn(one, forum.day).includes(actor),
  );
  return group === undefined
    ? null
    : refuse(TEXT_RULES.onBehalf, said('{$actor} does not belong to {$group}.', { actor, group }), {
        values: { actor, group },
      });
}
