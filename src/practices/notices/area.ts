/** The practice of notices: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { noticeActs } from './acts/all.ts';
import { noticeTopics } from './acts/topics.ts';
import { decider } from './decider.ts';
import { channel, channels, latest } from './questions/channels.ts';
import { preview } from './preview.ts';
import { relatedPages } from './related-pages.ts';
import { due, duty, unacknowledged } from './questions/duty.ts';
import { lineage } from './questions/lineage.ts';
import { notice, thread } from './questions/notice.ts';
import { noticeShelves } from './shelves.ts';
import { annexTable, channelTable, eventTable, noticeTable, objectTable } from './tables.ts';

export { channelOf, registerOf } from './acts/rows.ts';

export const notices = defineArea({
  name: 'notices',
  title: 'Notices',
  acts: noticeActs,
  topics: noticeTopics,
  tables: [channelTable, noticeTable, annexTable, eventTable, objectTable],
  questions: [channels, channel, latest, notice, thread, lineage, unacknowledged, duty, due],
  searchable: noticeShelves,
  decider,
  summary: (name) => ({ question: channel, input: { channel: name } }),
  pagesOf: relatedPages,
  preview,
});
