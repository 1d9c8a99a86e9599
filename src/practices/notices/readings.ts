/** Channels with their notices as a viewer may see them, kept while they stay as they are. */
import type { Asked, MemoryKind } from '../../kernel/define-area.ts';
import { type Moment, momentOf } from '../../kernel/moment.ts';
import type { ActorFacts } from '../actors/area.ts';
import { registerOf } from './acts/rows.ts';
import { actorsKnown, recallActors } from './load-actors.ts';
import { loadArchive, loadChannels } from './load.ts';
import type { ActorsKnown, ChannelFact, NoticeFact } from './rules/facts.ts';
import { type NoticeHistory, type NoticeStanding, noticeStanding } from './rules/notice-state.ts';
import { type Archive, historyOf } from './rules/threads.ts';

const ARCHIVE: MemoryKind<Archive> = { name: 'notices.archive' };

/** A channel with all that was admitted to it. */
export interface Reading {
  readonly channel: ChannelFact;
  readonly archive: Archive;
}

/** One notice, and where it stands. */
export interface Read {
  readonly channel: ChannelFact;
  readonly archive: Archive;
  readonly fact: NoticeFact;
  readonly history: NoticeHistory;
  readonly standing: NoticeStanding;
}

/** What every question of the practice begins with. */
export interface Desk {
  readonly moment: Moment;
  readonly facts: ActorFacts;
  readonly actors: ActorsKnown;
  readonly readings: readonly Reading[];
}

async function recallArchive(asked: Asked, channel: string, moment: Moment): Promise<Archive> {
  const { query, knownAt, memory } = asked;
  const { recordedBy } = moment;
  const name = `${channel} ${knownAt ?? ''} ${recordedBy ?? ''}`;
  const known = memory.recall(ARCHIVE, name);
  if (known) return known;
  const archive = await loadArchive(query, { channel, knownAt, recordedBy });
  memory.keep(ARCHIVE, name, [registerOf(channel)], archive);
  return archive;
}

/** The channels that the asker may see, by name where any are named, with their notices. */
export async function openDesk(asked: Asked, names: readonly string[] | null): Promise<Desk> {
  const moment = momentOf(asked);
  const facts = await recallActors(asked);
  const channels = await loadChannels(asked.query, names, asked.knownAt);
  const known = channels.filter(
    ({ openedAt }) => moment.recordedBy === null || openedAt <= moment.recordedBy,
  );
  const readings: Reading[] = [];
  for (const channel of known) {
    readings.push({ channel, archive: await recallArchive(asked, channel.channel, moment) });
  }
  return { moment, facts, actors: actorsKnown(facts), readings };
}

/** One notice of a reading; null where there is none that the asker may see. */
export function readNotice(desk: Desk, reading: Reading, act: string): Read | null {
  const history = historyOf(reading.archive, act);
  if (history === null) return null;
  const standing = noticeStanding(history, reading.channel, desk.actors, desk.moment);
  return { ...reading, fact: history.fact, history, standing };
}

/** All notices of the desk, in the order of admission over all channels. */
export function allRead(desk: Desk): readonly Read[] {
  const read = desk.readings.flatMap((reading) =>
    [...reading.archive.notices.keys()].flatMap((act) => readNotice(desk, reading, act) ?? []),
  );
  return read.toSorted((one, other) => one.fact.ledger - other.fact.ledger);
}
