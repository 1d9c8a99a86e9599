/**
 * Deadlines of agreements over time: the last day to refuse what silence would accept, the end of a
 * term, and the days from which or until which one may give notice of withdrawal.
 */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import type { Delay } from '../../clauses.ts';
import { silenceEnds, singlesOf } from '../conditions.ts';
import { after } from '../delays.ts';
import type { Deadline } from '../deadlines.ts';
import { endAhead, endedBy, expiryOf } from './ending.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { windowOn } from './leaving.ts';
import type { Dossiers } from '../status.ts';

interface Known {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
}

type Draft = Pick<Deadline, 'on' | 'kind' | 'citation'> & Partial<Deadline>;

function deadline({ history }: Chronicle, draft: Draft): Deadline {
  return { agreement: history.agreement, actor: null, about: history.adoptedBy, ...draft };
}

/** The last day on which an amendment may be refused. SOLAS Art. VIII(b); IHR Art. 59. */
function optOuts(chronicle: Chronicle, day: PlainDateText): Deadline[] {
  const { when, citation } = chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).flatMap((single) => {
    const on = 'silence' in single ? silenceEnds(single.silence, sceneOn(chronicle, day)) : null;
    return on === null || on < day ? [] : [deadline(chronicle, { on, kind: 'opt-out', citation })];
  });
}

/** What had not happened by the day begins no period yet. */
function sceneOn({ scene }: Chronicle, day: PlainDateText): Chronicle['scene'] {
  const happenedOn = (event: string): PlainDateText | undefined => {
    const on = scene.happenedOn(event);
    return on !== undefined && on <= day ? on : undefined;
  };
  return { ...scene, happenedOn };
}

/** The end of its term, as far as it was extended by the day, or one agreed on. VCLT Art. 54. */
function expiries(chronicle: Chronicle, day: PlainDateText): Deadline[] {
  const { term } = chronicle.history.adoption.finalClauses;
  const on = endAhead(chronicle, day);
  if (on === null) return [];
  const citation = term && on === expiryOf(chronicle, day) ? term.citation : 'VCLT Art. 54(b)';
  return [deadline(chronicle, { on, kind: 'expiry', citation })];
}

/** The longest that periods are followed: as many years as plain dates can count. */
const PERIODS_MAX = 400;

/** The last day on which notice takes effect at the end of the period that runs. */
function lastDayOfNotice(chronicle: Chronicle, day: PlainDateText): Deadline[] {
  const { withdrawal } = chronicle.history.adoption.finalClauses;
  const { on } = chronicle.decision;
  if (withdrawal?.periods === undefined || on === null) return [];
  const { first, then } = withdrawal.periods;
  let end = after(on, first);
  for (let turn = 0; turn < PERIODS_MAX; turn += 1) {
    const last = lastBefore(end, withdrawal.notice);
    if (last >= day) {
      const { citation } = withdrawal;
      return [deadline(chronicle, { on: last, kind: 'window', citation })];
    }
    end = after(end, then);
  }
  return [];
}

/** The latest day from which notice is still over by another. */
function lastBefore(end: PlainDateText, notice: Delay): PlainDateText {
  let day = end;
  while (after(day, notice) > end) day = addDays(day, -1);
  return day;
}

/** The day on which a window of notice opens, or while it is open that on which it closes. */
function windows({ decision, history }: Chronicle, day: PlainDateText): Draft[] {
  const { withdrawal } = history.adoption.finalClauses;
  if (withdrawal?.windows === undefined || decision.on === null) return [];
  const { from, to } = windowOn(day, withdrawal.windows, decision.on);
  return [{ on: day < from ? from : to, kind: 'window', citation: withdrawal.citation }];
}

/** The day from which one that joined may give notice at all, while that is to come. */
function locks({ chronicle, dossiers }: Known, day: PlainDateText): Deadline[] {
  const { withdrawal } = chronicle.history.adoption.finalClauses;
  const lock = withdrawal?.lockedFor;
  const inForceOn = chronicle.decision.on;
  if (withdrawal === undefined || lock === undefined || inForceOn === null) return [];
  const { citation } = withdrawal;
  const opens = (on: PlainDateText, more: Partial<Deadline> = {}): Deadline[] =>
    on <= day ? [] : [deadline(chronicle, { on, kind: 'window', citation, ...more })];
  if (lock.from === 'agreement') return opens(after(inForceOn, lock.delay));
  const joined = [...dossiers.values()].flatMap(({ consents }) => consents);
  return joined.flatMap(({ consent, effect }) => {
    const stays = consent.until === null && consent.notice === null && consent.on <= day;
    if (!stays || effect.on === null) return [];
    const { actor, event } = consent;
    return opens(after(effect.on, lock.delay), { actor, about: event.act });
  });
}

/** What falls due for the versions and the life of an agreement, on a day or after it. */
export function versionDeadlines(known: Known, day: PlainDateText): Deadline[] {
  const { chronicle } = known;
  if (endedBy(chronicle, day) !== null) return [];
  const open = windows(chronicle, day).map((draft) => deadline(chronicle, draft));
  const leaving = [...lastDayOfNotice(chronicle, day), ...open, ...locks(known, day)];
  return [...optOuts(chronicle, day), ...expiries(chronicle, day), ...leaving];
}
