/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import { type Decider, type Query, judgeWith } from '../../kernel/define-area.ts';
import type { RowChange } from '../../kernel/table.ts';
import { issue, noticeActs, openChannel } from './acts/all.ts';
import { channelOf } from './acts/rows.ts';
import { loadActors } from './load-actors.ts';
import {
  channelOfRow,
  eventOfRow,
  loadChannels,
  loadEvents,
  loadUpwards,
  noticeOfRow,
  noticesIn,
} from './load.ts';
import { OpenedChannel } from './payloads/channel.ts';
import { Notice } from './payloads/notice.ts';
import { Docket } from './rules/docket.ts';
import type { ChannelFact, NoticeFact } from './rules/facts.ts';
import { judge, namedUpon } from './rules/judging/judging.ts';
import { numberKey } from './rules/numbering.ts';
import { rootOf } from './rules/threads.ts';
import { channelTable, eventTable, noticeTable } from './tables.ts';

const byType = new Map(noticeActs.map((definition) => [definition.type, definition]));

/** The rows that an act would leave, were it admitted next. */
function rowsOf(act: ActOf<unknown>, ledger: number): readonly RowChange[] {
  const { register, issuedAt } = act.header;
  const admission = { register: register ?? '', position: 1, ledger, recordedAt: issuedAt };
  // The payload was parsed by this very definition's schema.
  return byType.get(act.header.type)?.apply({ ...act, admission } as never) ?? [];
}

function evolve(docket: Docket, act: ActOf<unknown>): Docket {
  const ledger = docket.nextPlace();
  const placed = { recorded_at: act.header.issuedAt, ledger };
  for (const { table, put } of rowsOf(act, ledger)) {
    // `apply` made the cells of this very table.
    const row = { ...put, ...placed } as never;
    if (table === channelTable.name) {
      docket.channels.set(channelOf(act.header), channelOfRow(row));
    }
    if (table === noticeTable.name) docket.issued(noticeOfRow(row));
    if (table === eventTable.name) docket.did(eventOfRow(row));
  }
  return docket;
}

/** Notices among the acts, whose payloads the schema may yet refuse. */
function noticesAmong(acts: readonly ActOf<unknown>[]) {
  return acts
    .filter(({ header }) => header.type === issue.type)
    .flatMap(({ header, payload }) => {
      const notice = Notice.safeParse(payload).data;
      return notice === undefined ? [] : [{ header, notice }];
    });
}

/** Every notice that the acts name. */
function namedBy(acts: readonly ActOf<unknown>[]): string[] {
  const issued = noticesAmong(acts).flatMap(({ notice }) => [
    ...notice.references,
    notice.inReplyTo,
    notice.source?.notice,
  ]);
  const upon = acts
    .filter(({ header }) => header.type !== issue.type && header.type !== openChannel.type)
    .map(({ payload }) => namedUpon(payload));
  return [...issued, ...upon].filter((act) => typeof act === 'string' && act !== '') as string[];
}

/** Numbers of the acts that were given before. */
async function numbersTaken(query: Query, acts: readonly ActOf<unknown>[]): Promise<string[]> {
  const numbered = noticesAmong(acts).filter(({ notice }) => notice.number !== undefined);
  if (numbered.length === 0) return [];
  const rows = await noticesIn(query)
    .selectFrom('notices_notice')
    .select(['channel', 'actor', 'number'])
    .where('actor', 'in', [...new Set(numbered.map(({ header }) => header.actor))])
    .where('number', 'in', [...new Set(numbered.map(({ notice }) => notice.number ?? ''))])
    .execute();
  return rows.map(({ channel, actor, number }) => numberKey(channel, actor, number ?? ''));
}

/** Groups that are addressed, or that may issue. */
function groupsNamed(
  acts: readonly ActOf<unknown>[],
  channels: readonly ChannelFact[],
  notices: Iterable<NoticeFact>,
): string[] {
  const openings = acts
    .filter(({ header }) => header.type === openChannel.type)
    .flatMap(({ payload }) => OpenedChannel.safeParse(payload).data ?? []);
  const issuers = [...openings, ...channels.map(({ opening }) => opening)].flatMap(
    (opening) => opening.issuers?.groups ?? [],
  );
  const own = noticesAmong(acts).flatMap(({ notice }) => notice.to.groups);
  const known = [...notices].flatMap(({ notice }) => notice.to.groups);
  return [...new Set([...issuers, ...own, ...known])];
}

/** Judges acts by a docket, each by those before it. */
export function judgeBy(docket: Docket) {
  return judgeWith<Docket>(docket, (state, act) => judge(act, state), evolve);
}

export const decider: Decider = {
  async load(query, acts) {
    const names = [...new Set(acts.map(({ header }) => channelOf(header)))];
    const channels = await loadChannels(query, names, null);
    const notices = await loadUpwards(query, namedBy(acts));
    const roots = [...notices.keys()].map((act) => rootOf({ notices }, act));
    const events = await loadEvents(query, new Set([...notices.keys(), ...roots]), null);
    return judgeBy(
      new Docket({
        channels,
        notices: [...notices.values()],
        events,
        numbers: await numbersTaken(query, acts),
        actors: await loadActors(query, groupsNamed(acts, channels, notices.values())),
      }),
    );
  },
};
