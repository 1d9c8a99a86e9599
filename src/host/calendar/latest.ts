/** What happened last, in all practices, as far as the asker may see. */
import { z } from 'zod';
import { InstantText, PlainDateText } from '../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { latest as latestActs } from '../../practices/agreements/questions/acts.ts';
import { decisions } from '../../practices/meetings/questions/decisions/decisions.ts';
import { start } from '../../practices/meetings/questions/start/start.ts';
import { latest as latestNotices } from '../../practices/notices/questions/channels.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';

const ROWS_MAX = 50;
const PRACTICES = ['agreements', 'meetings', 'notices'] as const;

export const Happening = z.object({
  on: PlainDateText,
  /** The moment, where it is known. */
  at: InstantText.nullable(),
  practice: z.enum(PRACTICES),
  /** What happened: an act, an effect in law, the state of a decision, a precedence. */
  what: z.string(),
  /** What kind of act it was; null where `what` says all. */
  kind: z.string().nullable(),
  title: z.string(),
  actor: z.string().nullable(),
  name: z.string().nullable(),
  href: z.string(),
});
export type Happening = z.output<typeof Happening>;

async function ofAgreements(asked: Asked, limit: number, locale: Locale): Promise<Happening[]> {
  const found = await latestActs.answer(asked, { limit, locale, from: undefined });
  if (isRefusal(found)) return [];
  return found.rows.map(({ on, what, kind, title, agreement, actor, name }) => ({
    on,
    at: null,
    practice: 'agreements',
    what,
    kind,
    title,
    actor,
    name,
    href: `/agreements/${agreement}`,
  }));
}

const NOBODY = { actor: null, name: null, kind: null } as const;

/** Decisions as they were put, and sessions that are under way. */
async function ofMeetings(asked: Asked, limit: number, locale: Locale): Promise<Happening[]> {
  const all = { locale, session: undefined, body: undefined };
  const decided = await decisions.answer(asked, all);
  const begun = await start.answer(asked, { locale });
  const rows = isRefusal(decided) ? [] : decided.rows;
  const sessions = isRefusal(begun) ? [] : begun.sessions;
  return [
    ...rows.slice(0, limit).map(
      ({ putAt, endedAt, result, phase, title, session, decision }): Happening => ({
        ...NOBODY,
        on: (endedAt ?? putAt).slice(0, 10),
        at: endedAt ?? putAt,
        practice: 'meetings',
        what: result === null ? `phase.${phase}` : `result.${result}`,
        title,
        href: `/meetings/sessions/${session}/decisions/${decision}`,
      }),
    ),
    ...sessions
      .filter(({ when }) => when === 'running')
      .map(
        ({ opensOn, title, name }): Happening => ({
          ...NOBODY,
          on: opensOn,
          at: null,
          practice: 'meetings',
          what: 'session',
          title,
          href: `/meetings/sessions/${name}`,
        }),
      ),
  ];
}

async function ofNotices(asked: Asked, limit: number, locale: Locale): Promise<Happening[]> {
  const found = await latestNotices.answer(asked, { limit, locale });
  if (isRefusal(found)) return [];
  return found.rows.map((row) => ({
    on: row.issuedAt.slice(0, 10),
    at: row.issuedAt,
    practice: 'notices',
    what: row.precedence,
    kind: null,
    title: row.subject,
    actor: row.sender,
    name: row.senderName,
    href: `/notices/${row.channel}/${row.notice}`,
  }));
}

export const latest = defineQuestion({
  name: 'calendar.latest',
  title: 'What happened last, in all practices?',
  input: z.strictObject({
    limit: z.int().min(1).max(ROWS_MAX).default(20),
    locale: z.enum(locales).default('en'),
  }),
  output: z.object({ rows: z.array(Happening) }),
  example: { limit: 10 },
  async answer(asked, { limit, locale }) {
    const all = [
      ...(await ofAgreements(asked, limit, locale)),
      ...(await ofMeetings(asked, limit, locale)),
      ...(await ofNotices(asked, limit, locale)),
    ];
    const rows = all
      .filter(({ on }) => on <= asked.asOf)
      .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
    return { rows: rows.slice(0, limit) };
  },
});
