/** Which texts are negotiated in a session: the way there for who does not know their names. */
import { sql } from 'kysely';
import { z } from 'zod';
import { PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../../kernel/define-area.ts';
import { meetingsIn } from '../../load.ts';
import { Name, Titles } from '../../payloads/parts.ts';
import { nameIn } from '../../registers.ts';
import { InLanguage, titleIn } from '../shapes.ts';

const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

const TextRow = z.object({
  text: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  tabledOn: PlainDateText,
  tabledBy: z.string(),
});
export type TextRow = z.output<typeof TextRow>;

/** What was tabled, without its provisions, of which there may be thousands. */
async function tabledIn({ query, knownAt, asOf }: Asked, session: string) {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_fact')
    .select(['entry', 'register', 'actor', 'issued_at', 'effective_on'])
    .select([
      sql`payload->'title'`.as('title'),
      sql<string | null>`payload->>'symbol'`.as('symbol'),
    ])
    .where('type', '=', 'meetings.table-text')
    .where(sql`payload->>'session'`, '=', session)
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .orderBy('ledger')
    .execute();
  const once = new Map(rows.map((row) => [row.entry, row]));
  return [...once.values()]
    .map((row) => ({ ...row, on: row.effective_on ?? dayOf(row.issued_at) }))
    .filter(({ on }) => on <= asOf);
}

export const texts = defineQuestion({
  name: 'meetings.texts',
  title: 'Which texts are negotiated in a session?',
  input: z.strictObject({ session: Name, locale: InLanguage }),
  output: z.object({ rows: z.array(TextRow) }),
  example: { session: 'first-session' },
  async answer(asked, { locale, session }) {
    const tabled = await tabledIn(asked, session);
    return {
      rows: tabled.map(({ actor, on, register, symbol, title }) => ({
        text: nameIn('text', register),
        title: titleIn(locale, Titles.parse(title)),
        symbol,
        tabledOn: on,
        tabledBy: actor,
      })),
    };
  },
});
