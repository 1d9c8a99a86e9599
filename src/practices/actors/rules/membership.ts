/** Who has which standing in a group on a day, folded from joinings and leavings. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { MembershipStatus } from '../acts/payloads.ts';
import type { MembershipRow } from '../tables.ts';
import { type Period, covers, overlap } from './period.ts';

type Event = Pick<MembershipRow, 'entry' | 'event' | 'status' | 'on_day'>;

/** A standing over time, with the acts by which it began and ended. */
export interface Standing extends Period {
  readonly status: MembershipStatus;
  /** The day of joining that is on record; null where only the membership itself is. */
  readonly joinedOn: PlainDateText | null;
  readonly join: string;
  readonly leave: string | null;
  /** Where it ended with the actor or the group, not by leaving. */
  readonly endedWith?: 'member' | 'group';
}

/**
 * Of two standings that begin on one day the more telling counts: a suspension over a membership,
 * a membership over being observer.
 */
const WEIGHT: Readonly<Record<MembershipStatus, number>> = {
  suspended: 3,
  member: 2,
  associate: 1,
  observer: 0,
};

/** Narrows a status as stored. */
export function isMembershipStatus(status: string): status is MembershipStatus {
  return Object.hasOwn(WEIGHT, status);
}

/** By day, an open beginning first; on one day leaving comes before joining again. */
function inOrder(one: Event, other: Event): number {
  const [a, b] = [one.on_day ?? '', other.on_day ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  if (one.event !== other.event) return one.event === 'leave' ? -1 : 1;
  return one.entry < other.entry ? -1 : 1;
}

function ofOneStatus(status: MembershipStatus, events: readonly Event[]): Standing[] {
  const standings: Standing[] = [];
  let open: Standing | null = null;
  for (const { event, entry, on_day: on } of events.toSorted(inOrder)) {
    if (event === 'join' && !open) {
      open = { status, joinedOn: on, from: on, to: null, join: entry, leave: null };
    } else if (event === 'leave' && open) {
      standings.push({ ...open, to: on, leave: entry });
      open = null;
    }
  }
  return open ? [...standings, open] : standings;
}

/**
 * The standings of one actor in one group, earliest first, in whatever order the acts arrived. A
 * joining while the standing is open already, and a leaving of none, change nothing.
 */
export function foldStandings(events: readonly Event[]): Standing[] {
  const byStatus = new Map<MembershipStatus, Event[]>();
  for (const event of events) {
    if (!isMembershipStatus(event.status)) continue;
    const same = byStatus.get(event.status);
    if (same) same.push(event);
    else byStatus.set(event.status, [event]);
  }
  const all = [...byStatus].flatMap(([status, same]) => ofOneStatus(status, same));
  return all.length < 2 ? all : all.sort(byBeginning);
}

function byBeginning(one: Standing, other: Standing): number {
  const [a, b] = [one.from ?? '', other.from ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return WEIGHT[one.status] - WEIGHT[other.status];
}

/** The standing that counts on the day: of those that hold, the one taken up last; or null. */
export function standingOn(standings: readonly Standing[], day: PlainDateText): Standing | null {
  return standings.findLast((standing) => covers(standing, day)) ?? null;
}

/**
 * Standings as far as the group exists and its member has not ended; what ends with one of them
 * says so. A member may be older than its beginning as a State: organisations admit territories.
 */
export function withinExistence(
  standings: readonly Standing[],
  member: Period,
  group: Period,
): Standing[] {
  return standings.flatMap((standing) => {
    // Where no day is on record, it is counted from when both existed, and shown as not known.
    const memberFrom = standing.joinedOn === null ? member.from : null;
    const inMember = overlap(standing, { from: memberFrom, to: member.to });
    const both = inMember && overlap(inMember, group);
    if (!both) return [];
    if (both.to === standing.to) return [{ ...standing, ...both }];
    const endedWith = both.to === member.to ? ('member' as const) : ('group' as const);
    return [{ ...standing, ...both, leave: null, endedWith }];
  });
}
