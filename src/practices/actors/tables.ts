/**
 * Rows of the registry of actors: one for each act, so that nothing is lost when a later one says
 * otherwise. What holds on a day, as known at an instant, is folded from them by the rules.
 */
import type { Query } from '../../kernel/define-area.ts';
import { type Provenance, type RowOf, type StoredRow, defineTable } from '../../kernel/table.ts';

/** The act; a digest of what it says and from where; its source, null where it was signed. */
const common = {
  entry: { type: 'text' },
  fact: { type: 'text' },
  source: { type: 'text', nullable: true },
} as const;

export const actorTable = defineTable({
  name: 'actors_actor',
  columns: {
    ...common,
    actor: { type: 'text' },
    kind: { type: 'text' },
    names: { type: 'json' },
    official_name: { type: 'text', nullable: true },
    from_on: { type: 'date', nullable: true },
    to_on: { type: 'date', nullable: true },
    region: { type: 'text', nullable: true },
    subregion: { type: 'text', nullable: true },
    seat: { type: 'text', nullable: true },
    numeric_code: { type: 'text', nullable: true },
    treaty_capacity: { type: 'boolean' },
    regional_integration: { type: 'boolean' },
    website: { type: 'text', nullable: true },
  },
  key: ['entry'],
  indexes: [['actor'], ['fact']],
});

export const nameTable = defineTable({
  name: 'actors_name',
  columns: {
    ...common,
    actor: { type: 'text' },
    name: { type: 'text' },
    from_on: { type: 'date', nullable: true },
    to_on: { type: 'date', nullable: true },
  },
  key: ['entry'],
  indexes: [['actor'], ['fact']],
});

export const successionTable = defineTable({
  name: 'actors_succession',
  columns: {
    ...common,
    predecessor: { type: 'text' },
    successor: { type: 'text' },
    on_day: { type: 'date' },
    kind: { type: 'text' },
  },
  key: ['entry'],
  indexes: [['predecessor'], ['successor'], ['fact']],
});

/** `event` is `join` or `leave`; `on_day` is null for a standing from the beginning. */
export const membershipTable = defineTable({
  name: 'actors_membership_event',
  columns: {
    ...common,
    group_id: { type: 'text' },
    member: { type: 'text' },
    event: { type: 'text' },
    status: { type: 'text' },
    on_day: { type: 'date', nullable: true },
  },
  key: ['entry'],
  indexes: [['group_id', 'member'], ['member'], ['fact']],
});

export const attributeTable = defineTable({
  name: 'actors_attribute',
  columns: {
    ...common,
    actor: { type: 'text' },
    attribute: { type: 'text' },
    value: { type: 'text' },
    unit: { type: 'text' },
    from_on: { type: 'date', nullable: true },
    to_on: { type: 'date', nullable: true },
  },
  key: ['entry'],
  indexes: [['actor', 'attribute'], ['attribute'], ['fact']],
});

export const officeTable = defineTable({
  name: 'actors_office',
  columns: {
    ...common,
    office: { type: 'text' },
    actor: { type: 'text' },
    title: { type: 'text' },
    role: { type: 'text' },
    exempt_from_full_powers: { type: 'boolean' },
  },
  key: ['entry'],
  indexes: [['office'], ['actor'], ['fact']],
});

/** `replacement` is the payload that now counts; null where the act is void. */
export const correctionTable = defineTable({
  name: 'actors_correction',
  columns: {
    ...common,
    corrects: { type: 'text' },
    replacement: { type: 'json', nullable: true },
    reason: { type: 'text' },
  },
  key: ['entry'],
  indexes: [['corrects'], ['fact']],
});

/** Rows as rules read them, whether stored or about to be. */
export type ActorRow = RowOf<typeof actorTable>;
export type NameRow = RowOf<typeof nameTable>;
export type SuccessionRow = RowOf<typeof successionTable>;
export type MembershipRow = RowOf<typeof membershipTable>;
export type AttributeRow = RowOf<typeof attributeTable>;
export type OfficeRow = RowOf<typeof officeTable>;
export type CorrectionRow = RowOf<typeof correctionTable>;

/** Where and when a row was recorded, which questions tell beside it. */
export type Recorded<Row> = Row & Provenance;

/** What Kysely is told of these tables; an alias, since an interface has no index signature. */
export type ActorTables = {
  actors_actor: StoredRow<typeof actorTable>;
  actors_name: StoredRow<typeof nameTable>;
  actors_succession: StoredRow<typeof successionTable>;
  actors_membership_event: StoredRow<typeof membershipTable>;
  actors_attribute: StoredRow<typeof attributeTable>;
  actors_office: StoredRow<typeof officeTable>;
  actors_correction: StoredRow<typeof correctionTable>;
};

/** The database with the tables of this practice typed. */
export function actorTables(query: Query): Query<ActorTables> {
  // The store made these tables from the definitions above, which the row types are derived from.
  return query.withTables<ActorTables>();
}
