/**
 * When an agreement itself ends: by its own terms, by termination, or with its parties. VCLT Arts.
 * 54, 55, 59, 70. A number of parties below that needed for entry into force ends nothing (Art. 55),
 * unless the text says so; but an agreement binds at least two.
 */
import { type PlainDateText, laterOf } from '../../../kernel/dates.ts';
import { type Rule, rule } from '../../../kernel/law.ts';
import type { Consent } from './consents.ts';
import { stands } from './consents.ts';
import { after } from './delays.ts';
import type { Chronicle } from './entry-into-force.ts';
import { type AgreementEvent, ofAll } from './history.ts';

/** The first day on which the agreement is no longer in force, and what ended it. */
export interface Ending {
  readonly on: PlainDateText;
  readonly by: 'expiry' | 'termination' | 'no-parties' | 'too-few-parties';
  readonly event: AgreementEvent | null;
}

/** The law behind each way of ending. */
export const ENDING_RULES: Readonly<Record<Ending['by'], Rule>> = {
  expiry: rule('agreements.expired', 'VCLT Art. 54(a)', 'It lasts as long as its terms say.'),
  termination: rule(
    'agreements.terminated',
    'VCLT Arts. 54(b), 59, 70',
    'Its parties, or a later agreement of theirs, brought it to an end.',
  ),
  'no-parties': rule(
    'agreements.without-parties',
    'VCLT Arts. 2(1)(a), 54',
    'Its parties have withdrawn; of a bilateral agreement, one of the two.',
  ),
  'too-few-parties': rule(
    'agreements.too-few-parties',
    'VCLT Art. 55',
    'Its text ends it when fewer parties are left than it names.',
  ),
};

type Given = Omit<Chronicle, 'ending' | 'suspensions'>;

/** The end of its term, by what was recorded until a day; null where it has none. */
export function expiryOf(given: Given, until: PlainDateText = '9999-12-31'): PlainDateText | null {
  const { adoption, events } = given.history;
  const { on } = given.decision;
  const { term } = adoption.finalClauses;
  if (on === null || term === undefined) return null;
  const { extension, lasts } = term;
  let end = lasts === undefined ? (term.until ?? null) : after(on, lasts);
  if (extension === undefined) return end;
  for (const event of events) {
    const extends_ = ofAll(event) && event.detail['event'] === extension.event && event.on <= until;
    // What has ended is not prolonged.
    if (!extends_ || end === null || event.on >= end) continue;
    end = extension.by === undefined ? null : after(end, extension.by);
  }
  return end;
}

function termination({ history, decision }: Given): Ending | null {
  const days = history.events
    .filter((event) => event.kind === 'terminate')
    .map((event) => ({ event, on: event.effectiveOn ?? event.on }))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  const [first] = days;
  if (first === undefined || decision.on === null) return null;
  return { on: laterOf(first.on, decision.on), by: 'termination', event: first.event };
}

function personsOn(day: PlainDateText, consents: readonly Consent[]): number {
  return new Set(consents.filter((one) => stands(one, day)).map((one) => one.person)).size;
}

/** The day on which withdrawals left fewer parties than an agreement needs to be one. */
function desertion({ history, decision, consents }: Given): Ending | null {
  const { entryIntoForce, term } = history.adoption.finalClauses;
  const { on } = decision;
  if (on === null || entryIntoForce.binds !== 'consenting') return null;
  const least = history.adoption.kind === 'bilateral' ? 2 : 1;
  const needed = Math.max(term?.partiesMin ?? 0, least);
  const left = consents.filter((one) => one.ended === 'withdrawal' && (one.until ?? '') > on);
  const days = left.flatMap((one) => one.until ?? []).sort();
  for (const day of days) {
    if (personsOn(day, consents) >= needed) continue;
    const last = left.find((one) => one.until === day)?.notice ?? null;
    const ever = new Set(consents.filter((one) => one.on < day).map((one) => one.person)).size;
    // An agreement of one was none yet.
    if (ever < 2) continue;
    const by = needed > least ? ('too-few-parties' as const) : ('no-parties' as const);
    return { on: day, by, event: last };
  }
  return null;
}

/** What ends the agreement first; null where nothing does. */
export function endingOf(given: Given): Ending | null {
  const expiry = expiryOf(given);
  const found = [
    termination(given),
    expiry === null ? null : { on: expiry, by: 'expiry' as const, event: null },
    desertion(given),
  ];
  const ends = found.filter((one) => one !== null);
  return ends.toSorted((one, other) => (one.on < other.on ? -1 : 1))[0] ?? null;
}

/** What has ended the agreement by a day; null while it goes on. */
export function endedBy({ ending }: Pick<Chronicle, 'ending'>, day: PlainDateText): Ending | null {
  return ending !== null && ending.on <= day ? ending : null;
}
