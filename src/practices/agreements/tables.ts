/** What the practice keeps of its acts: a row an act; status is folded from them when asked. */
import { type StoredRow, defineTable } from '../../kernel/table.ts';

export const agreementTable = defineTable({
  name: 'agreements_agreement',
  columns: {
    agreement: { type: 'text' },
    title: { type: 'text' },
    kind: { type: 'text' },
    sectors: { type: 'text[]' },
    adopted_on: { type: 'date' },
    parent: { type: 'text', nullable: true },
    source: { type: 'text', nullable: true },
    /** The payload of the adoption, as its schema gave it. */
    adoption: { type: 'json' },
  },
  key: ['agreement'],
});

export const eventTable = defineTable({
  name: 'agreements_event',
  columns: {
    /** Id of the act. */
    entry: { type: 'text' },
    agreement: { type: 'text' },
    actor: { type: 'text' },
    kind: { type: 'text' },
    instrument: { type: 'text', nullable: true },
    form: { type: 'text', nullable: true },
    happened_on: { type: 'date' },
    /** Where the act itself states when it takes effect. */
    effective_on: { type: 'date', nullable: true },
    source: { type: 'text', nullable: true },
    detail: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['agreement'], ['actor'], ['happened_on']],
});

export const correctionTable = defineTable({
  name: 'agreements_correction',
  columns: {
    entry: { type: 'text' },
    agreement: { type: 'text' },
    corrects: { type: 'text' },
    is_void: { type: 'boolean' },
    change: { type: 'json', nullable: true },
    reason: { type: 'text' },
  },
  key: ['entry'],
  indexes: [['agreement']],
});

/** Texts and changes of texts, with their words. */
export const textTable = defineTable({
  name: 'agreements_text',
  columns: {
    entry: { type: 'text' },
    agreement: { type: 'text' },
    /** `fix-text` or `change-text`. */
    kind: { type: 'text' },
    language: { type: 'text' },
    fixed_on: { type: 'date' },
    /** The payload, as its schema gave it. */
    content: { type: 'json' },
  },
  key: ['entry'],
  indexes: [['agreement']],
});

/** Numbers of depositary notifications, which are counted over all agreements of a year. */
export const notificationTable = defineTable({
  name: 'agreements_notification',
  columns: {
    entry: { type: 'text' },
    agreement: { type: 'text' },
    number: { type: 'text' },
    year: { type: 'integer' },
    serial: { type: 'integer' },
    issued_on: { type: 'date' },
  },
  key: ['entry'],
  indexes: [['year', 'serial'], ['agreement']],
});

export interface AgreementTables {
  agreements_notification: StoredRow<typeof notificationTable>;
  agreements_text: StoredRow<typeof textTable>;
  agreements_agreement: StoredRow<typeof agreementTable>;
  agreements_event: StoredRow<typeof eventTable>;
  agreements_correction: StoredRow<typeof correctionTable>;
}
