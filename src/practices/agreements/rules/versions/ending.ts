/**
 * When an agreement itself ends: by its own terms, by termination, or with its parties. VCLT Arts.
 * 54, 55, 59, 70. Fewer parties than entry into force needed end nothing (Art. 55), unless the text
 * says so; but an agreement binds at least two.
 */
import { type PlainDateText, laterOf } from '../../../../kernel/dates.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import type { Term } from '../../clauses.ts';
import { type Consent, stands } from '../consents.ts';
import { after } from '../delays.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type AgreementEvent, ofAll } from '../history.ts';

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
  const { on } = given.decision;
  const { term } = given.history.adoption.finalClauses;
  if (on === null || term === undefined) return null;
  const first = term.lasts === undefined ? (term.until ?? null) : after(on, term.lasts);
  return term.extension === undefined ? first : prolonged(first, term.extension, given, until);
}

function prolonged(
  first: PlainDateText | null,
  { event: key, by }: NonNullable<Term['extension']>,
  { history }: Given,
  until: PlainDateText,
): PlainDateText | null {
  let end = first;
  for (const event of history.events) {
    // What has ended is not prolonged; what is to last for good needs no more.
    if (end === null || event.on >= end || event.on > until) break;
    if (!ofAll(event) || event.detail['event'] !== key) continue;
    end = by === undefined ? null : after(end, by);
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

const personIn = ({ person }: Consent): string => person;

function personsOn(day: PlainDateText, consents: readonly Consent[]): number {
  return new Set(consents.filter((one) => stands(one, day)).map(personIn)).size;
}

/** How many parties an agreement needs to be one: two, of which a multilateral may spare one. */
const leastOf = ({ kind }: Chronicle['history']['adoption']): number =>
  kind === 'bilateral' ? 2 : 1;

/** The day on which withdrawals left fewer parties than an agreement needs to be one. */
function desertion({ history, decision, consents }: Given): Ending | null {
  const { entryIntoForce, term } = history.adoption.finalClauses;
  const { on } = decision;
  if (on === null || entryIntoForce.binds !== 'consenting') return null;
  const least = leastOf(history.adoption);
  const needed = Math.max(term?.partiesMin ?? 0, least);
  const left = consents.filter((one) => one.ended === 'withdrawal' && (one.until ?? '') > on);
  const days = left.flatMap((one) => one.until ?? []).sort();
  // An agreement of one was none yet.
  const ever = (day: string) => new Set(consents.filter((one) => one.on < day).map(personIn)).size;
  const day = days.find((each) => personsOn(each, consents) < needed && ever(each) > 1);
  if (day === undefined) return null;
  const event = left.find((one) => one.until === day)?.notice ?? null;
  return { on: day, by: needed > least ? 'too-few-parties' : 'no-parties', event };
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

/** The end that lies ahead, as far as it was known on the day: of a term, or as terminated. */
export function endAhead(chronicle: Chronicle, day: PlainDateText): PlainDateText | null {
  if (!isInForce(chronicle, day)) return null;
  const { history } = chronicle;
  const known = { ...history, events: history.events.filter((event) => event.on <= day) };
  const terminated = termination({ ...chronicle, history: known })?.on ?? null;
  const days = [expiryOf(chronicle, day), terminated].flatMap((on) => on ?? []);
  const ahead = days.filter((on) => on > day).toSorted();
  return ahead[0] ?? null;
}

/** What has ended the agreement by a day; null while it goes on. */
export function endedBy({ ending }: Pick<Chronicle, 'ending'>, day: PlainDateText): Ending | null {
  return ending !== null && ending.on <= day ? ending : null;
}

/** Whether it is in force on a day: entered, and not ended; one that is suspended is. */
export function isInForce(chronicle: Pick<Chronicle, 'decision' | 'ending'>, day: PlainDateText) {
  const { on } = chronicle.decision;
  return on !== null && on <= day && endedBy(chronicle, day) === null;
}
