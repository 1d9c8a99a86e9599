/** Who is to be told next that a notice was not acknowledged, and since when. By day or night. */
import type { InstantText } from '../../../kernel/dates.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { ChannelFact, NoticeFact } from './facts.ts';
import { addHours } from '../../../kernel/instants.ts';
import type { NoticeStanding } from './notice-state.ts';

/** An office that is told at an instant about one addressee's silence. */
export interface Telling {
  readonly notice: string;
  readonly addressee: string;
  /** Which step of the channel's escalation, from 0. */
  readonly step: number;
  readonly office: string;
  readonly dueAt: InstantText;
}

/** An office that a step names and that is not told, since the notice is not released to it. */
export interface NotTold {
  readonly addressee: string;
  readonly office: string;
}

export interface Escalation {
  /** Due at the instant asked for, earliest first. */
  readonly due: readonly Telling[];
  /** The next that would come, if nothing happens until then. */
  readonly next: Telling | null;
  readonly notTold: readonly NotTold[];
}

/** Whether an office may read what is so marked: itself, or for those whose mandate it holds. */
export type MayRead = (office: string, marking: Marking) => boolean;

const NOTHING: Escalation = { due: [], next: null, notTold: [] };

const inOrder = (one: Telling, other: Telling): number =>
  one.dueAt === other.dueAt
    ? `${one.addressee} ${one.office}`.localeCompare(`${other.addressee} ${other.office}`, 'en')
    : one.dueAt < other.dueAt
      ? -1
      : 1;

/** What each step says of each addressee that has not acknowledged. */
function tellings(fact: NoticeFact, standing: NoticeStanding, channel: ChannelFact): Telling[] {
  const deadline = standing.acknowledgeBy;
  if (deadline === null) return [];
  const silent = standing.addressees.filter(
    ({ state }) => state === 'overdue' || state === 'waiting',
  );
  return channel.opening.escalation.flatMap(({ afterHours, offices, addressee: only }, step) =>
    silent
      .filter(({ actor }) => only === undefined || only === actor)
      .flatMap(({ actor }) =>
        offices.map((office) => ({
          notice: fact.act,
          addressee: actor,
          step,
          office,
          dueAt: addHours(deadline, afterHours),
        })),
      ),
  );
}

/** Whom to tell about a notice at the instant. Nobody is told of what is not released to them. */
export function escalationOf(
  fact: NoticeFact,
  standing: NoticeStanding,
  channel: ChannelFact,
  at: InstantText,
  mayRead: MayRead,
): Escalation {
  if (standing.state !== 'current') return NOTHING;
  const all = tellings(fact, standing, channel).sort(inOrder);
  const told = all.filter(({ office }) => mayRead(office, fact.marking));
  return {
    due: told.filter(({ dueAt }) => dueAt < at),
    next: told.find(({ dueAt }) => dueAt >= at) ?? null,
    notTold: all
      .filter(({ office, dueAt }) => dueAt < at && !mayRead(office, fact.marking))
      .map(({ addressee, office }) => ({ addressee, office })),
  };
}
