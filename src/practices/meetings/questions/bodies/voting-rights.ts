/** Which members may vote on a day, and why the others may not. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import {
  type Excluded,
  type Finding,
  FindingShape,
  excludedFor,
  finding,
} from '../../../../kernel/finding.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { SUSPENDED_FOR } from '../../payloads/body.ts';
import { Name } from '../../payloads/parts.ts';
import { membersOn } from '../../rules/bodies/members.ts';
import { hindrancesOf, permissionFor, suspensionsOn } from '../../rules/bodies/standing.ts';
import { findingIn } from '../in-words.ts';
import { InLanguage, nameOf } from '../shapes.ts';
import { MAY_VOTE, type OpenBody, openBody } from './open-body.ts';

const RightsRow = z.object({
  actor: z.string(),
  name: z.string(),
  mayVote: z.boolean(),
  /** What hinders it, or would but for a permission. */
  hindrance: z.enum(SUSPENDED_FOR).nullable(),
  /** Whether it may not take part at all. */
  isOut: z.boolean(),
  citation: z.string().nullable(),
  since: PlainDateText.nullable(),
  /** The provision by which it votes nevertheless. */
  permittedBy: z.string().nullable(),
  permittedUntil: PlainDateText.nullable(),
  act: z.string().nullable(),
});
export type RightsRow = z.output<typeof RightsRow>;

const FREE = {
  mayVote: true,
  hindrance: null,
  isOut: false,
  citation: null,
  since: null,
  permittedBy: null,
  permittedUntil: null,
  act: null,
};

function hinderedCells(open: OpenBody, actor: string) {
  const [first, ...others] = hindrancesOf(open.body, actor, open);
  if (first === undefined) return null;
  const { act, citation, reason, since } = first;
  const isOut = [first, ...others].some(({ what }) => what === 'all');
  return { ...FREE, mayVote: false, hindrance: reason, isOut, citation, since, act };
}

function permittedCells({ body, day }: OpenBody, actor: string) {
  const [suspension] = suspensionsOn(body, actor, day);
  const permission = suspension && permissionFor(suspension.payload, body, day);
  if (!permission) return null;
  const { citation, for: hindrance, from: since } = suspension.payload;
  const { citation: permittedBy, until: permittedUntil = null } = permission.payload;
  return { ...FREE, hindrance, citation, since, permittedBy, permittedUntil, act: permission.act };
}

/** For each member whether it may vote on the day, by name. */
export function rightsRows(open: OpenBody, locale: Locale): RightsRow[] {
  const rows = membersOn(open.body, open.day, open.registry).map((actor) => ({
    actor,
    name: nameOf(locale, actor, open.actors),
    ...(hinderedCells(open, actor) ?? permittedCells(open, actor) ?? FREE),
  }));
  const { compare } = new Intl.Collator(locale);
  return rows.sort((one, other) => compare(one.name, other.name));
}

function excludedOf({ act, actor, citation, hindrance, name, since }: RightsRow): Excluded {
  const ref = { label: name, actor, ...(act && { act }), ...(since && { on: since }) };
  const why = { template: hindrance ?? 'suspension', values: {} };
  return excludedFor(ref, why, citation ?? undefined);
}

function rightsFinding(rows: readonly RightsRow[], mayVote: number): Finding {
  return finding({
    question: said('How many members may vote?'),
    value: mayVote,
    rule: MAY_VOTE,
    counted: rows
      .filter((row) => row.permittedBy !== null)
      .map(({ act, actor, name: label }) => ({ label, actor, ...(act && { act }) })),
    excluded: rows.filter((row) => !row.mayVote).map(excludedOf),
  });
}

export const votingRights = defineQuestion({
  name: 'meetings.voting-rights',
  title: 'Which members of this body may vote, and why may the others not?',
  input: z.strictObject({ body: Name, locale: InLanguage }),
  output: z.object({ rows: z.array(RightsRow), mayVote: z.int(), finding: FindingShape }),
  example: { body: 'general-conference' },
  async answer(asked, { body: name, locale }) {
    const open = await openBody(asked, name);
    if (isRefusal(open)) return open;
    const rows = rightsRows(open, locale);
    const mayVote = rows.filter((row) => row.mayVote).length;
    return {
      rows,
      mayVote,
      finding: findingIn(locale, rightsFinding(rows, mayVote), open.actors),
    };
  },
});
