/** From what is asked of an act’s audience to its marking and parts, with what was chosen noted. */
import type { PlainDateText } from '../../kernel/dates.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { noteMember, noteName } from '../../kernel/release-note.ts';
import type { DraftAct, NarrowerPart } from '../../kernel/submission.ts';
import { type AskedRelease, type MembersOf, resolveRelease } from './asked-release.ts';

type Payload = Readonly<Record<string, unknown>>;

interface AskedPart {
  readonly members: readonly string[];
  readonly marking: AskedRelease;
}

export interface AskedOfAct {
  readonly payload: Payload;
  readonly marking: AskedRelease | undefined;
  readonly narrower: readonly AskedPart[];
}

type ReleasedParts = Pick<DraftAct, 'marking' | 'narrower'> & { readonly payload: Payload };

/** The parts for fewer; a note on the release of one stands in that part itself. */
async function releaseParts(
  { payload, narrower }: AskedOfAct,
  on: PlainDateText,
  membersOf: MembersOf,
): Promise<{ readonly payload: Payload; readonly parts: readonly NarrowerPart[] } | Refusal> {
  const parts: NarrowerPart[] = [];
  let noted = payload;
  for (const { members, marking: asked } of narrower) {
    const part = await resolveRelease(asked, on, membersOf);
    if (isRefusal(part)) return part;
    const [first = ''] = members;
    if (part.note) noted = { ...noted, ...noteMember(first, part.note) };
    const own = part.note ? [...members, noteName(first)] : members;
    parts.push({ marking: part.marking, members: own });
  }
  return { payload: noted, parts };
}

/** Resolves the audiences of an act as of the day; the payload tells what was chosen. */
export async function releasePayload(
  asked: AskedOfAct,
  on: PlainDateText,
  membersOf: MembersOf,
): Promise<ReleasedParts | Refusal> {
  const wide = asked.marking && (await resolveRelease(asked.marking, on, membersOf));
  if (isRefusal(wide)) return wide;
  const released = await releaseParts(asked, on, membersOf);
  if (isRefusal(released)) return released;
  const { payload, parts } = released;
  return {
    payload: wide?.note ? { ...payload, ...noteMember(null, wide.note) } : payload,
    ...(wide ? { marking: wide.marking } : {}),
    ...(parts.length === 0 ? {} : { narrower: parts }),
  };
}
