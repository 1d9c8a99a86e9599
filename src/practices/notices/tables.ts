/** What the practice keeps of its acts: a row an act; where each stands is folded when asked. */
import { type StoredRow, defineTable } from '../../kernel/table.ts';

export const channelTable = defineTable({
  name: 'notices_channel',
  columns: {
    channel: { type: 'text' },
    entry: { type: 'text' },
    custodian: { type: 'text' },
    kind: { type: 'text' },
    level: { type: 'text' },
    opened_at: { type: 'instant' },
    /** The marking of the act, as its header gave it. */
    marking: { type: 'json' },
    /** The payload, as its schema gave it. */
    opening: { type: 'json' },
  },
  key: ['channel'],
});

export const noticeTable = defineTable({
  name: 'notices_notice',
  columns: {
    entry: { type: 'text' },
    channel: { type: 'text' },
    actor: { type: 'text' },
    author: { type: 'text' },
    kind: { type: 'text' },
    number: { type: 'text', nullable: true },
    serial: { type: 'integer', nullable: true },
    year: { type: 'integer', nullable: true },
    precedence: { type: 'text' },
    issued_at: { type: 'instant' },
    in_reply_to: { type: 'text', nullable: true },
    source_notice: { type: 'text', nullable: true },
    /** CAP 1.2: by these three an alert is named. */
    cap_identifier: { type: 'text', nullable: true },
    cap_sender: { type: 'text', nullable: true },
    cap_sent: { type: 'text', nullable: true },
    /** Where a custodian recorded it: from what. */
    source: { type: 'text', nullable: true },
    marking: { type: 'json' },
    /** The payload, as its schema gave it, the objects of its content left out. */
    notice: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['channel'], ['in_reply_to'], ['actor', 'year', 'serial'], ['source_notice']],
});

/** What was done upon a notice. */
export const eventTable = defineTable({
  name: 'notices_event',
  columns: {
    entry: { type: 'text' },
    channel: { type: 'text' },
    notice: { type: 'text' },
    kind: { type: 'text' },
    actor: { type: 'text' },
    issued_at: { type: 'instant' },
    source: { type: 'text', nullable: true },
    marking: { type: 'json' },
    /** The payload, the notice that it names left out. */
    detail: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['channel'], ['notice'], ['actor']],
});

/**
 * STIX objects, each version that a notice or an update brought. `ledger` and `at` give the order
 * in which they were added, by which they are paged.
 */
export const objectTable = defineTable({
  name: 'notices_object',
  columns: {
    entry: { type: 'text' },
    /** Its place among the objects of the act. */
    at: { type: 'integer' },
    channel: { type: 'text' },
    /** The notice that it belongs to: the act itself, or the one that it updates. */
    notice: { type: 'text' },
    object_id: { type: 'text' },
    object_type: { type: 'text' },
    /** Where the object says nothing: 2.1 for an observable, else 2.0 (STIX 2.1, section 3.2). */
    spec_version: { type: 'text' },
    /** `modified`, else `created`, else the instant of admission. TAXII 2.1, section 3.4.1. */
    version: { type: 'text' },
    added_at: { type: 'instant' },
    object: { type: 'text' },
  },
  key: ['entry', 'at'],
  indexes: [
    ['channel', 'ledger', 'at'],
    ['channel', 'object_id', 'version'],
    ['channel', 'object_type', 'ledger', 'at'],
    ['notice'],
  ],
});

/** Annexes, which may be for fewer than their notices are. */
export const annexTable = defineTable({
  name: 'notices_annex',
  columns: {
    entry: { type: 'text' },
    channel: { type: 'text' },
    annex: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['channel']],
});

export interface NoticeTables {
  notices_annex: StoredRow<typeof annexTable>;
  notices_channel: StoredRow<typeof channelTable>;
  notices_notice: StoredRow<typeof noticeTable>;
  notices_event: StoredRow<typeof eventTable>;
  notices_object: StoredRow<typeof objectTable>;
}
