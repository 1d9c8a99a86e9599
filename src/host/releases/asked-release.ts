/**
 * For whom an act is, as a person or a program says it: actors by code, and groups, whose members
 * on the day of release are named in the act. A group that grows later widens nothing.
 */
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import type { PlainDateText } from '../../kernel/dates.ts';
import { rule } from '../../kernel/law.ts';
import { LEVELS, type Marking, RELEASED_TO_MAX } from '../../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { GROUPS_MAX, type ReleaseNote } from '../../kernel/release-note.ts';

export const RELEASE_RULE = rule(
  'release.audience',
  'FIRST, Traffic Light Protocol 2.0; Concord acts, "Markings"',
  'What is marked names who may see it; a group stands for its members on the day of release.',
);

/** An audience as it is asked for; `membersOf` names groups. */
export const AskedRelease = z.strictObject({
  level: z.enum(LEVELS),
  to: z.array(ActorId).max(RELEASED_TO_MAX).default([]),
  membersOf: z.array(ActorId).max(GROUPS_MAX).default([]),
});
export type AskedRelease = z.output<typeof AskedRelease>;

/** The members of a group on the day; a refusal where it is none that is known. */
export type MembersOf = (group: ActorId) => Promise<readonly ActorId[] | Refusal>;

/** A marking in its one form, and what it was made of where groups were named. */
export interface Released {
  readonly marking: Marking;
  readonly note: ReleaseNote | null;
}

function sizeFault({ level, to }: Marking): Refusal | null {
  if (level !== 'clear' && to.length === 0) {
    return refuse(RELEASE_RULE, said('The audience is empty: nobody could see the act.'), {
      remedy: said(
        'Name the actors or groups that it is released to. An empty audience is nobody.',
      ),
    });
  }
  if (to.length <= RELEASED_TO_MAX) return null;
  return refuse(
    RELEASE_RULE,
    said('The audience has {$count} actors, of {$releasedToMax}.', {
      count: to.length,
      releasedToMax: RELEASED_TO_MAX,
    }),
    {
      remedy: said(
        'Release it to a smaller group, or in two acts, each to a part of the audience.',
      ),
    },
  );
}

/** Resolves what was asked for as of the day; an unknown or empty group is refused. */
export async function resolveRelease(
  asked: AskedRelease,
  on: PlainDateText,
  membersOf: MembersOf,
): Promise<Released | Refusal> {
  const { level } = asked;
  if (level === 'clear' && asked.to.length + asked.membersOf.length > 0) {
    return refuse(RELEASE_RULE, said('What is clear is for all, and names nobody.'), {
      remedy: said('Choose a level above clear, or leave the audience out.'),
    });
  }
  const groups: { group: string; members: string[] }[] = [];
  for (const group of new Set(asked.membersOf)) {
    const members = await membersOf(group);
    if (isRefusal(members)) return members;
    if (members.length === 0) {
      return refuse(RELEASE_RULE, said('{$group} has no members on {$on}.', { group, on }), {
        remedy: said('Name a group that has members, or the actors themselves.'),
        values: { group },
      });
    }
    groups.push({ group, members: [...new Set(members)].sort() });
  }
  const named = [...asked.to, ...groups.flatMap(({ members }) => members)];
  const marking = { level, to: [...new Set(named)].sort() };
  return sizeFault(marking) ?? { marking, note: groups.length === 0 ? null : { on, groups } };
}
