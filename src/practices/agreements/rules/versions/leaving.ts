/**
 * The day on which a notice of withdrawal takes effect. VCLT Arts. 54(a), 56(2): as the agreement
 * provides, else after twelve months.
 */
import { type PlainDateText, laterOf } from '../../../../kernel/dates.ts';
import type { Delay, Withdrawal } from '../../clauses.ts';
import { after } from '../delays.ts';
import type { Facts } from '../facts.ts';
import type { AgreementEvent, History } from '../history.ts';

/** VCLT Art. 56(2): not less than twelve months' notice, where the text gives none. */
export const DEFAULT_NOTICE: Delay = { months: 12 };

/** What the effect of a notice is read from. */
export interface Leaving {
  readonly history: Pick<History, 'adoption' | 'events'>;
  readonly facts: Facts;
  /** From when the agreement is in force; null while that is not known. */
  readonly inForceOn: PlainDateText | null;
}

/** Of a notice, who gave it and when. */
type Given = Pick<AgreementEvent, 'actor' | 'on'>;

/** What is recorded of one person under a key, in order of date. */
function happeningsOf(key: string, person: string, { history, facts }: Leaving): AgreementEvent[] {
  return history.events.filter(({ kind, detail }) => {
    if (kind !== 'record-event' || detail['event'] !== key) return false;
    return typeof detail['of'] === 'string' && facts.personOf(detail['of']) === person;
  });
}

/** The day from which notice runs; null while what it waits for is not on record. */
function runsFrom(notice: Given, clause: Withdrawal, given: Leaving) {
  if (clause.runsFrom === undefined) return notice.on;
  const person = given.facts.personOf(notice.actor);
  const before = given.history.events.findLast(
    (event) =>
      event.kind === 'withdraw' &&
      event.on < notice.on &&
      given.facts.personOf(event.actor) === person,
  );
  // What was told of an earlier notice, which came to nothing, tells nothing of this one.
  const told = happeningsOf(clause.runsFrom, person, given).find(
    ({ on }) => on > (before?.on ?? ''),
  );
  return told === undefined ? null : laterOf(notice.on, told.on);
}

/** The end of the first period before whose end notice was given in time. */
function periodEnd(
  given: PlainDateText,
  periods: NonNullable<Withdrawal['periods']>,
  inForceOn: PlainDateText,
): PlainDateText {
  let end = after(inForceOn, periods.first);
  while (end < given) end = after(end, periods.then);
  return end;
}

/** Not before what lasts for the one that leaves is over; null while its end is not on record. */
function atTheEnd(
  day: PlainDateText,
  person: string,
  lasting: NonNullable<Withdrawal['whileLasting']>,
  given: Leaving,
): PlainDateText | null {
  const begun = happeningsOf(lasting.begins, person, given);
  const ended = happeningsOf(lasting.ends, person, given);
  let effect = day;
  for (const begin of begun) {
    if (begin.on > effect) break;
    const end = ended.find(({ on }) => on >= begin.on);
    if (end === undefined) return null;
    effect = laterOf(effect, end.on);
  }
  return effect;
}

/** When notice may be given: the window that is open on a day, or else the next to open. */
export function windowOn(
  day: PlainDateText,
  { every, open }: NonNullable<Withdrawal['windows']>,
  inForceOn: PlainDateText,
): { readonly from: PlainDateText; readonly to: PlainDateText } {
  let from = after(inForceOn, every);
  while (after(from, open) < day) from = after(from, every);
  return { from, to: after(from, open) };
}

/** What the clause makes of a notice, whatever the notice itself states. */
export function effectByClause(notice: Given, given: Leaving): PlainDateText | null {
  const clause = given.history.adoption.finalClauses.withdrawal;
  if (clause === undefined) return after(notice.on, DEFAULT_NOTICE);
  const from = runsFrom(notice, clause, given);
  if (from === null) return null;
  const plain = after(from, clause.notice);
  const { periods, whileLasting } = clause;
  const { inForceOn } = given;
  // One that leaves before the agreement is in force is in no period of it.
  const isBound = inForceOn !== null && plain > inForceOn;
  const effect = periods && isBound ? periodEnd(plain, periods, inForceOn) : plain;
  if (whileLasting === undefined) return effect;
  return atTheEnd(effect, given.facts.personOf(notice.actor), whileLasting, given);
}

/** The day on which a notice takes effect; null while what it waits for has not happened. */
export function withdrawalEffect(notice: AgreementEvent, given: Leaving): PlainDateText | null {
  return notice.effectiveOn ?? effectByClause(notice, given);
}
