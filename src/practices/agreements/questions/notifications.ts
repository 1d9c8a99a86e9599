/** Questions on depositary notifications: one by its number, all of them, and the next number. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Known, chroniclesOf } from '../chronicles.ts';
import { agreementsIn } from '../load.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { NOTIFICATION_NUMBER } from '../payloads/depositary.ts';
import { notificationFacts } from './notification-facts.ts';
import { NotificationAnswer } from './notification-shapes.ts';
import { InLanguage, chronicleFor, titleIn } from './shapes.ts';

const FOREVER = '9999-12-31T23:59:59.999Z';
const YEAR_MAX = 9999;

const NO_SUCH = rule(
  'agreements.unknown',
  'VCLT Art. 77(1)(e); Concord, "agreements"',
  'A question names a notification that the node holds and the asker may see.',
);

/** Notifications issued by the day asked for, whatever became of them, latest first. */
async function issuedBy(
  asked: Asked,
  where: { number?: string; act?: string; agreement?: string },
) {
  let query = agreementsIn(asked.query)
    .selectFrom('agreements_notification')
    .select(['entry', 'agreement', 'number', 'year', 'serial', 'issued_on'])
    .where('recorded_at', '<=', asked.knownAt ?? FOREVER)
    .where('issued_on', '<=', asked.asOf);
  if (where.number !== undefined) query = query.where('number', '=', where.number);
  if (where.act !== undefined) query = query.where('entry', '=', where.act);
  if (where.agreement !== undefined) query = query.where('agreement', '=', where.agreement);
  return query.orderBy('year', 'desc').orderBy('serial', 'desc').execute();
}

type Issued = Awaited<ReturnType<typeof issuedBy>>[number];

/** The event of a notification, and the act that struck it out, where one did. */
function eventIn({ chronicle }: Known, act: string) {
  const { events, struck } = chronicle.history;
  const stands = events.find((event) => event.act === act);
  if (stands) return { event: stands, struckBy: null };
  const out = struck.find(({ event }) => event.act === act);
  return out ? { event: out.event, struckBy: out.by } : null;
}

async function found(asked: Asked, row: Issued | undefined, asFor: string, locale: Locale) {
  const known = row && (await chronicleFor(asked, row.agreement));
  const held = known && !isRefusal(known) ? eventIn(known, row.entry) : null;
  if (!known || isRefusal(known) || held === null) {
    return refuse(
      NO_SUCH,
      said('No notification {$asFor} is known here at that time.', { asFor }),
      {
        remedy: said('Look it up in the list of notifications.'),
      },
    );
  }
  return notificationFacts(known, held, locale);
}

export const notification = defineQuestion({
  name: 'agreements.notification',
  title: 'What does this depositary notification say?',
  input: z
    .strictObject({
      number: z.string().regex(NOTIFICATION_NUMBER).optional(),
      /** The act by which it was issued, instead of its number. */
      act: ActId.optional(),
      locale: InLanguage,
    })
    .refine((given) => (given.number === undefined) !== (given.act === undefined), {
      message: 'either a number, or an act',
    }),
  output: NotificationAnswer,
  example: { number: 'C.N.12.2026.TREATIES-IV.4' },
  async answer(
    asked,
    { number, act, locale },
  ): Promise<z.output<typeof NotificationAnswer> | Refusal> {
    const where = {
      ...(number === undefined ? {} : { number }),
      ...(act === undefined ? {} : { act }),
    };
    const [row] = await issuedBy(asked, where);
    return found(asked, row, number ?? act ?? '', locale);
  },
});

const Row = z.object({
  number: z.string(),
  on: PlainDateText,
  agreement: z.string(),
  title: z.string(),
  /** How many acts it communicates, and of which kinds. */
  acts: z.int(),
  kinds: z.array(z.string()),
  corrects: z.string().nullable(),
  struckOut: z.boolean(),
  act: z.string(),
  recordedAt: z.string(),
});

export const notifications = defineQuestion({
  name: 'agreements.notifications',
  title: 'Which depositary notifications were issued?',
  input: z.strictObject({
    agreement: AgreementId.optional(),
    year: z.coerce.number().int().min(1).max(YEAR_MAX).optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(Row) }),
  example: { year: 2026 },
  async answer(asked, { agreement, year, locale }) {
    const issued = await issuedBy(asked, agreement === undefined ? {} : { agreement });
    const wanted = issued.filter((row) => year === undefined || row.year === year);
    const all = await chroniclesOf(
      asked,
      wanted.map((row) => row.agreement),
    );
    const rows = wanted.flatMap((row) => {
      const known = all.get(row.agreement);
      const held = known ? eventIn(known, row.entry) : null;
      if (!known || !held) return [];
      const facts = notificationFacts(known, held, locale);
      return [
        {
          number: row.number,
          on: row.issued_on,
          agreement: row.agreement,
          title: titleIn(locale, known.chronicle.history.adoption),
          acts: facts.acts.length,
          kinds: [...new Set(facts.acts.map((one) => one.kind))],
          corrects: facts.corrects,
          struckOut: facts.struckOut,
          act: row.entry,
          recordedAt: held.event.recordedAt,
        },
      ];
    });
    return { rows };
  },
});

/** Where no chapter is given, the agreement's own name stands for it, in five parts at most. */
const PARTS_MAX = 5;
const ownReference = (agreement: string): string =>
  agreement.split('-').filter(Boolean).slice(0, PARTS_MAX).join('.');

/** The next serial of the year of the day asked for, counted over all agreements. */
export async function nextSerial(asked: Asked): Promise<{ serial: number; year: number }> {
  const year = Number(asked.asOf.slice(0, 4));
  const row = await agreementsIn(asked.query)
    .selectFrom('agreements_notification')
    .select((make) => make.fn.max('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst();
  return { serial: (row?.last ?? 0) + 1, year };
}

/** The number of a notification under an agreement. */
export function numberOf(
  { serial, year }: { serial: number; year: number },
  { chronicle }: Known,
): string {
  const { adoption, agreement } = chronicle.history;
  const reference = adoption.reference ?? ownReference(agreement);
  return `C.N.${serial}.${year}.TREATIES-${reference}`;
}

export const nextNotification = defineQuestion({
  name: 'agreements.next-notification',
  title: 'Which number has the next notification under this agreement?',
  input: z.strictObject({ agreement: AgreementId }),
  output: z.object({ number: z.string(), serial: z.int(), year: z.int() }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, { agreement }) {
    const known = await chronicleFor(asked, agreement);
    if (isRefusal(known)) return known;
    const next = await nextSerial(asked);
    return { number: numberOf(next, known), ...next };
  },
});
