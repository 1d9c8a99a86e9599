/** Shapes that the answers of this practice share, and how they are filled. */
import { z } from 'zod';
import { InstantText } from '../../../kernel/dates.ts';
import type { Asked } from '../../../kernel/define-area.ts';
import { rule } from '../../../kernel/law.ts';
import { LEVELS, Marking } from '../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../kernel/said.ts';
import { type Locale, locales } from '../../../ui/text/locale.ts';
import type { ActorFacts } from '../../actors/area.ts';
import { noticesIn } from '../load.ts';
import { Kind, Precedence } from '../payloads/parts.ts';
import { type Desk, type Read, openDesk, readNotice } from '../readings.ts';
import type { ChannelFact } from '../rules/facts.ts';
import { ADDRESSEE_STATES, NOTICE_STATES } from '../rules/notice-state.ts';

/** The language of names and titles in an answer; what has none in it comes in English. */
export const InLanguage = z.enum(locales).default('en');
export const Instant = InstantText.nullable();

export const AddresseeRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** Groups through which it is addressed. */
  through: z.array(z.string()),
  state: z.enum(ADDRESSEE_STATES),
  acknowledgedAt: Instant,
  acknowledgement: z.string().nullable(),
  lateByMinutes: z.int(),
  repliedAt: Instant,
  reply: z.string().nullable(),
  replyOverdue: z.boolean(),
});
export type AddresseeRow = z.output<typeof AddresseeRow>;

export const NoticeRow = z.object({
  notice: z.string(),
  channel: z.string(),
  kind: Kind,
  number: z.string().nullable(),
  subject: z.string(),
  language: z.string(),
  sender: z.string(),
  senderName: z.string(),
  precedence: Precedence,
  level: z.enum(LEVELS),
  state: z.enum(NOTICE_STATES),
  issuedAt: InstantText,
  recordedAt: InstantText,
  acknowledgeBy: Instant,
  replyBy: Instant,
  /** How often its sender changed it, and when it was last told anew. */
  changes: z.int(),
  changedAt: InstantText,
  inReplyTo: z.string().nullable(),
  addressed: z.int(),
  acknowledged: z.int(),
  waiting: z.int(),
  overdue: z.int(),
});
export type NoticeRow = z.output<typeof NoticeRow>;

export { Marking };

/** An actor's name in a language, or its id where the registry does not know it. */
export function nameIn(locale: Locale, actor: string, facts: ActorFacts): string {
  const fact = facts.actor(actor);
  return fact?.names[locale] ?? fact?.name ?? actor;
}

/** The channel's title in a language, in English where it has none in that one. */
export function titleIn(locale: Locale, { opening }: ChannelFact): string {
  return opening.title[locale] || opening.title.en;
}

/** How each addressee of the notice stands, with names in a language. */
export function addresseeRows({ standing }: Read, facts: ActorFacts, locale: Locale) {
  return standing.addressees.map((one): AddresseeRow => {
    const { acknowledgement, reply, through, ...stands } = one;
    return {
      actor: stands.actor,
      name: nameIn(locale, stands.actor, facts),
      through: [...through],
      state: stands.state,
      acknowledgedAt: acknowledgement?.at ?? null,
      acknowledgement: acknowledgement?.act ?? null,
      lateByMinutes: stands.lateByMinutes,
      repliedAt: reply?.at ?? null,
      reply: reply?.act ?? null,
      replyOverdue: stands.replyOverdue,
    };
  });
}

/** What the sender did with it since, as far as the asker sees it. */
function changesOf({ fact, history }: Read): Pick<NoticeRow, 'changes' | 'changedAt'> {
  const changes = history.events.filter(({ kind }) => kind === 'update' || kind === 'cancel');
  return { changes: changes.length, changedAt: changes.at(-1)?.recordedAt ?? fact.recordedAt };
}

/** A notice in one line, with names in a language. */
export function noticeRow(read: Read, facts: ActorFacts, locale: Locale): NoticeRow {
  const { fact, standing } = read;
  const { notice, addressees } = standing;
  const count = (...states: readonly string[]): number =>
    addressees.filter(({ state }) => states.includes(state)).length;
  return {
    notice: fact.act,
    channel: fact.channel,
    kind: notice.kind,
    number: notice.number ?? null,
    subject: notice.subject,
    language: notice.language,
    sender: fact.actor,
    senderName: nameIn(locale, fact.actor, facts),
    precedence: notice.precedence,
    level: fact.marking.level,
    state: standing.state,
    issuedAt: fact.issuedAt,
    recordedAt: fact.recordedAt,
    acknowledgeBy: standing.acknowledgeBy,
    replyBy: notice.replyBy ?? null,
    ...changesOf(read),
    inReplyTo: notice.inReplyTo ?? null,
    addressed: addressees.length,
    acknowledged: count('acknowledged', 'acknowledged-late'),
    waiting: count('waiting'),
    overdue: count('overdue'),
  };
}

const NO_SUCH = rule(
  'notices.unknown',
  'Concord, "notices"',
  'A question names a channel or a notice that the node holds and the asker may see.',
);

/** The refusal of a question about what the asker may know nothing of. */
export function unknownHere(what: Sentence): Refusal {
  return refuse(NO_SUCH, what, {
    remedy: said('Look it up in the list of channels.'),
  });
}

/** A notice as it is asked for. */
export interface Named {
  readonly notice?: string | undefined;
  readonly channel?: string | undefined;
}

/** The channel in which the notice stands, as far as the asker may see it. */
async function channelWith(asked: Asked, act: string): Promise<string | null> {
  const row = await noticesIn(asked.query)
    .selectFrom('notices_notice')
    .select('channel')
    .where('entry', '=', act)
    .executeTakeFirst();
  return row?.channel ?? null;
}

/** The desk with one notice of it; where only a channel is named, its latest. Or there is none. */
export async function deskWith(
  asked: Asked,
  { notice, channel }: Named,
): Promise<{ readonly desk: Desk; readonly read: Read } | Refusal> {
  const none = unknownHere(
    notice === undefined
      ? said('No notice in {$channel} is known here at that time.', { channel: channel ?? '' })
      : said('No notice {$notice} is known here at that time.', { notice }),
  );
  const name = channel ?? (notice === undefined ? null : await channelWith(asked, notice));
  if (name === null) return none;
  const desk = await openDesk(asked, [name]);
  const [reading] = desk.readings;
  if (reading === undefined) return none;
  const act = notice ?? [...reading.archive.notices.keys()].at(-1);
  const read = act === undefined ? null : readNotice(desk, reading, act);
  return read === null ? none : { desk, read };
}
