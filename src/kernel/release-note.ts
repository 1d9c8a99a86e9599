/**
 * What was chosen when an act was released: the groups, the day, and who their members were then.
 * It stands in the payload under a name of its own, beside what the act's schema knows, so that it
 * is signed with the act and goes to the same audience. It widens nothing: the marking holds the
 * members, and a group that grows later changes no act.
 */
import { z } from 'zod';
import { ActorId } from './actor-id.ts';
import type { Json } from './canonical.ts';
import { PlainDateText } from './dates.ts';
import { RELEASED_TO_MAX } from './marking.ts';

/** The member of a payload that says it of the act; of a part, with a slash and a name. */
export const RELEASED_TO = 'releasedTo';
export const GROUPS_MAX = 20;

export const ReleaseNote = z.strictObject({
  on: PlainDateText,
  groups: z
    .array(z.strictObject({ group: ActorId, members: z.array(ActorId).max(RELEASED_TO_MAX) }))
    .min(1)
    .max(GROUPS_MAX),
});
export type ReleaseNote = z.infer<typeof ReleaseNote>;

/** The member under which the note on an act stands, or on the part that has the named member. */
export function noteName(of: string | null): string {
  return of === null ? RELEASED_TO : `${RELEASED_TO}/${of}`;
}

/** Whether a member of a payload is such a note, which no schema of an act knows. */
export function isNoteName(name: string): boolean {
  return name === RELEASED_TO || name.startsWith(`${RELEASED_TO}/`);
}

/** The payload as the schema of its act is to judge it. */
export function withoutNotes<Value>(
  members: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const names = Object.keys(members);
  if (!names.some(isNoteName)) return members;
  return Object.fromEntries(Object.entries(members).filter(([name]) => !isNoteName(name)));
}

/** The notes of a payload, each with the member whose part it is of; others are left out. */
export function notesIn(
  members: Readonly<Record<string, unknown>>,
): readonly { readonly of: string | null; readonly note: ReleaseNote }[] {
  return Object.entries(members).flatMap(([name, value]) => {
    const note = isNoteName(name) ? ReleaseNote.safeParse(value) : null;
    if (!note?.success) return [];
    return [
      { of: name === RELEASED_TO ? null : name.slice(RELEASED_TO.length + 1), note: note.data },
    ];
  });
}

/** A note as a member of a payload. */
export function noteMember(of: string | null, note: ReleaseNote): Record<string, Json> {
  return { [noteName(of)]: { on: note.on, groups: note.groups } };
}
