/** Who may propose to a text, for whom, and who says what is agreed. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import type { Archive } from '../archive.ts';
import type { BodyState } from '../bodies/body-state.ts';
import type { Given } from '../judging.ts';
import type { SessionState } from '../sessions/session-state.ts';

/** The session in which a text is negotiated, and its body. */
export interface Forum {
  readonly session: SessionState;
  readonly body: BodyState | null;
}

/** The forum of a session; null where it was not convened. */
export function forumOf(archive: Archive, name: string): Forum | null {
  const session = archive.session(name);
  return session === null ? null : { session, body: archive.bodyOf(session) };
}

/**
 * The day on which rights are looked up: today by the custodian's clock; of what the custodian
 * records from a source, the day of its effect.
 */
export function dayOfRights({ act, at }: Pick<Given, 'act' | 'at'>): PlainDateText {
  const { basis, effectiveOn } = act.header;
  return (basis.kind === 'recorded' ? effectiveOn : null) ?? dayOf(at);
}

/** Members of the forum's body on the day. */
export function membersOf({ registry }: Archive, forum: Forum, day: PlainDateText) {
  const membership = forum.body?.opening.payload.membership;
  return membership?.kind === 'group' ? registry.membersOn(membership.group, day) : [];
}

/** Who keeps the register of the session or of its body: the secretariat. */
function keeps({ session, body }: Forum, actor: string): boolean {
  return [session.opening, body?.opening].some(
    (opening) => opening?.author === actor || opening?.actor === actor,
  );
}

/** Whether an actor presides over the forum or keeps the text. */
export function presides(
  { archive, name }: Pick<Given, 'archive' | 'name'>,
  forum: Forum,
  actor: string,
): boolean {
  const opening = archive.text(name)?.opening;
  return keeps(forum, actor) || opening?.author === actor;
}

/** Whether an actor, or a group of actors, may put forward proposals in the forum. */
export function mayPropose(given: Given, forum: Forum, actor: string): boolean {
  const { archive } = given;
  const day = dayOfRights(given);
  const members = new Set(membersOf(archive, forum, day));
  if (members.has(actor) || presides(given, forum, actor)) return true;
  return archive.registry.membersOn(actor, day).some((one) => members.has(one));
}

/** The group that an actor cannot speak for, since it does not belong to it; else undefined. */
export function notItsGroup(
  given: Given,
  actor: string,
  groups: readonly string[],
): string | undefined {
  const day = dayOfRights(given);
  return groups.find(
    (group) => group !== actor && !given.archive.registry.membersOn(group, day).includes(actor),
  );
}
