/**
 * Where a notice stands at an instant: what it says after its updates, whether it still holds, and
 * how each addressee stands to it. A fold over what was admitted, by the order of admission alone.
 */
import type { InstantText } from '../../../kernel/dates.ts';
import { addHours, minutesBetween } from '../../../kernel/instants.ts';
import type { Moment } from '../../../kernel/moment.ts';
import type { StoredNotice } from '../payloads/stored.ts';
import { StoredUpdate } from '../payloads/stored.ts';
import { type Addressee, addresseesOf } from './addressees.ts';
import type { ActorsKnown, ChannelFact, EventFact, NoticeFact } from './facts.ts';

export const NOTICE_STATES = ['current', 'awaited', 'expired', 'cancelled', 'closed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const ADDRESSEE_STATES = [
  'acknowledged',
  'acknowledged-late',
  'waiting',
  'overdue',
  'not-asked',
  'lapsed',
] as const;
export type AddresseeState = (typeof ADDRESSEE_STATES)[number];

/** What is known of one notice: itself, what was done upon it, and replies to it. */
export interface NoticeHistory {
  readonly fact: NoticeFact;
  readonly events: readonly EventFact[];
  /** Notices that name it as what they answer. */
  readonly replies: readonly NoticeFact[];
  /** The act that closed its thread, and when; null while it is open. */
  readonly closed: { readonly act: string; readonly at: InstantText } | null;
}

export interface AddresseeStanding extends Addressee {
  readonly state: AddresseeState;
  /** The acknowledgement, or the reply that stands for one. */
  readonly acknowledgement: { readonly act: string; readonly at: InstantText } | null;
  /** Whole minutes after the deadline: of the acknowledgement, or until the instant asked for. */
  readonly lateByMinutes: number;
  readonly reply: { readonly act: string; readonly at: InstantText } | null;
  /** Whether a reply is asked for, was not given, and its time has passed. */
  readonly replyOverdue: boolean;
}

export interface NoticeStanding {
  readonly state: NoticeState;
  /** What it says after its updates. */
  readonly notice: StoredNotice;
  readonly updates: readonly EventFact[];
  readonly cancelledBy: EventFact | null;
  /** By when it is to be acknowledged; null: nobody is asked to. */
  readonly acknowledgeBy: InstantText | null;
  /** Whether the notice itself says so, or the hours of its channel. */
  readonly deadlineFrom: 'notice' | 'channel' | null;
  readonly addressees: readonly AddresseeStanding[];
}

const byLedger = (one: { readonly ledger: number }, other: { readonly ledger: number }): number =>
  one.ledger - other.ledger;

const until = <One extends { readonly recordedAt: InstantText; readonly ledger: number }>(
  all: readonly One[],
  { recordedBy }: Moment,
): One[] =>
  all
    .filter(({ recordedAt }) => recordedBy === null || recordedAt <= recordedBy)
    .toSorted(byLedger);

/** What an update says in the place of what stood. */
function updated(notice: StoredNotice, event: EventFact): StoredNotice {
  const { reason: _reason, acknowledgeAgain: _again, ...change } = StoredUpdate.parse(event.detail);
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  // Each member of an update is the notice's own, of the same schema.
  return { ...notice, ...(Object.fromEntries(given) as Partial<StoredNotice>) };
}

const asksAgain = (event: EventFact): boolean => event.detail['acknowledgeAgain'] === true;

/** By when a notice is to be acknowledged, and who says so. */
export function deadlineOf(
  notice: Pick<StoredNotice, 'acknowledgeBy' | 'precedence'>,
  recordedAt: InstantText,
  channel: ChannelFact,
): Pick<NoticeStanding, 'acknowledgeBy' | 'deadlineFrom'> {
  if (notice.acknowledgeBy !== undefined) {
    return { acknowledgeBy: notice.acknowledgeBy, deadlineFrom: 'notice' };
  }
  const hours = channel.opening.acknowledgeWithinHours[notice.precedence];
  if (hours === undefined) return { acknowledgeBy: null, deadlineFrom: null };
  return { acknowledgeBy: addHours(recordedAt, hours), deadlineFrom: 'channel' };
}

function stateOf(
  notice: StoredNotice,
  history: NoticeHistory,
  cancelledBy: EventFact | null,
  at: InstantText,
): NoticeState {
  if (cancelledBy !== null) return 'cancelled';
  if (history.closed !== null && history.closed.at <= at) return 'closed';
  if (notice.expiresAt !== undefined && notice.expiresAt <= at) return 'expired';
  return notice.validFrom !== undefined && notice.validFrom > at ? 'awaited' : 'current';
}

interface Answered {
  readonly act: string;
  readonly at: InstantText;
}

interface Reading {
  readonly at: InstantText;
  readonly deadline: InstantText | null;
  /** Whether anything is still due on it. */
  readonly isDue: boolean;
  readonly replyBy: InstantText | null;
  /** First acknowledgement, or reply that stands for one, by addressee. */
  readonly acknowledged: ReadonlyMap<string, Answered>;
  readonly replied: ReadonlyMap<string, Answered>;
}

function acknowledgementState(
  answered: Answered | null,
  { at, deadline, isDue }: Reading,
): Pick<AddresseeStanding, 'state' | 'lateByMinutes'> {
  if (answered !== null) {
    const isLate = deadline !== null && answered.at > deadline;
    return isLate
      ? { state: 'acknowledged-late', lateByMinutes: minutesBetween(deadline, answered.at) }
      : { state: 'acknowledged', lateByMinutes: 0 };
  }
  if (!isDue) return { state: 'lapsed', lateByMinutes: 0 };
  if (deadline === null) return { state: 'not-asked', lateByMinutes: 0 };
  if (deadline >= at) return { state: 'waiting', lateByMinutes: 0 };
  return { state: 'overdue', lateByMinutes: minutesBetween(deadline, at) };
}

function standingOf(addressee: Addressee, reading: Reading): AddresseeStanding {
  const acknowledgement = reading.acknowledged.get(addressee.actor) ?? null;
  const reply = reading.replied.get(addressee.actor) ?? null;
  const { replyBy, at, isDue } = reading;
  return {
    ...addressee,
    ...acknowledgementState(acknowledgement, reading),
    acknowledgement,
    reply,
    replyOverdue: isDue && reply === null && replyBy !== null && replyBy < at,
  };
}

/** The first of each actor, in the order of admission. */
function firstByActor(
  all: readonly (EventFact | NoticeFact)[],
  after: number,
): ReadonlyMap<string, Answered> {
  const first = new Map<string, Answered>();
  for (const { act, actor, recordedAt, ledger } of all.toSorted(byLedger)) {
    if (ledger > after && !first.has(actor)) first.set(actor, { act, at: recordedAt });
  }
  return first;
}

/** Where the notice stands at the instant, as far as it was recorded by then. */
export function noticeStanding(
  history: NoticeHistory,
  channel: ChannelFact,
  actors: ActorsKnown,
  moment: Moment,
): NoticeStanding {
  const { fact } = history;
  const { at } = moment;
  const events = until(history.events, moment);
  const updates = events.filter(({ kind }) => kind === 'update');
  const cancelledBy = events.find(({ kind }) => kind === 'cancel') ?? null;
  const notice = updates.reduce(updated, fact.notice);
  const state = stateOf(notice, history, cancelledBy, at);
  const again = updates.findLast(asksAgain);
  const deadline = deadlineOf(notice, again?.recordedAt ?? fact.recordedAt, channel);
  const acknowledgements = events.filter(({ kind }) => kind === 'acknowledge');
  const replies = until(history.replies, moment);
  const reading: Reading = {
    at,
    deadline: deadline.acknowledgeBy,
    isDue: state === 'current' || state === 'awaited',
    replyBy: notice.replyBy ?? null,
    acknowledged: firstByActor([...acknowledgements, ...replies], again?.ledger ?? 0),
    replied: firstByActor(replies, 0),
  };
  const addressees = addresseesOf(fact.notice.to, fact.issuedAt, actors).filter(
    ({ actor }) => actor !== fact.actor,
  );
  return {
    state,
    notice,
    updates,
    cancelledBy,
    ...deadline,
    addressees: addressees.map((addressee) => standingOf(addressee, reading)),
  };
}
