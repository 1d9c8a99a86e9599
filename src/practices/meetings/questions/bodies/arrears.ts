/** What the members of a body owe, against what it is held, and who has no vote by it. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { fractionText } from '../../../../kernel/fraction.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { Name } from '../../payloads/parts.ts';
import { type Debt, aboveDue, arrearsRuleOn, debtOf } from '../../rules/bodies/contributions.ts';
import { membersOn } from '../../rules/bodies/members.ts';
import { permissionFor, suspensionsOn } from '../../rules/bodies/standing.ts';
import { decimalOf } from '../../rules/decisions/schemes.ts';
import { InLanguage, nameOf } from '../shapes.ts';
import { type OpenBody, openBody } from './open-body.ts';

const ArrearsRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** Exact, as fractions in text. */
  owed: z.string(),
  due: z.string(),
  /** The same as decimals, for showing. */
  shown: z.object({ owed: z.string(), due: z.string(), above: z.string().nullable() }),
  unit: z.string(),
  statedOn: PlainDateText,
  citation: z.string(),
  standing: z.enum(['votes', 'permitted', 'no-vote']),
  permittedBy: z.string().nullable(),
  permittedUntil: PlainDateText.nullable(),
  act: z.string(),
});
export type ArrearsRow = z.output<typeof ArrearsRow>;

function standingOf({ body, day }: OpenBody, { member, takesVote }: Debt) {
  const none = { permittedBy: null, permittedUntil: null };
  const held = suspensionsOn(body, member, day).find(({ payload }) => payload.for === 'arrears');
  if (!takesVote || held === undefined) return { standing: 'votes' as const, ...none };
  const permission = permissionFor(held.payload, body, day);
  if (permission === null) return { standing: 'no-vote' as const, ...none };
  const { citation: permittedBy, until: permittedUntil = null } = permission.payload;
  return { standing: 'permitted' as const, permittedBy, permittedUntil };
}

function rowOf(open: OpenBody, debt: Debt, locale: Locale): ArrearsRow {
  const { due, member, owed, statement, takesVote } = debt;
  return {
    actor: member,
    name: nameOf(locale, member, open.actors),
    owed: fractionText(owed),
    due: fractionText(due),
    shown: {
      owed: decimalOf(owed),
      due: decimalOf(due),
      above: takesVote ? decimalOf(aboveDue(debt)) : null,
    },
    unit: statement.payload.unit,
    statedOn: statement.payload.on,
    citation: statement.payload.citation,
    ...standingOf(open, debt),
    act: statement.act,
  };
}

export const arrears = defineQuestion({
  name: 'meetings.arrears',
  title: 'What do the members of this body owe, and who has no vote by it?',
  input: z.strictObject({ body: Name, locale: InLanguage }),
  output: z.object({
    rows: z.array(ArrearsRow),
    /** The rule by which debts take a vote; null: the body has none. */
    rule: z.object({ citation: z.string(), fullYears: z.int(), more: z.boolean() }).nullable(),
  }),
  example: { body: 'general-conference' },
  async answer(asked, { body: name, locale }) {
    const open = await openBody(asked, name);
    if (isRefusal(open)) return open;
    const { body, day, registry } = open;
    const debts = membersOn(body, day, registry).flatMap((one) => debtOf(body, one, day) ?? []);
    const { compare } = new Intl.Collator(locale);
    return {
      rows: debts
        .map((debt) => rowOf(open, debt, locale))
        .sort((one, other) => compare(one.name, other.name)),
      rule: arrearsRuleOn(body, day),
    };
  },
});
