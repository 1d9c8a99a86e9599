/**
 * Bulk import: every row of a status table becomes acts that the custodian records from the named
 * source. Nothing is dropped: each row has its outcome, and importing twice changes nothing.
 */
import { Basis } from '../../../kernel/act.ts';
import type { Query, Viewer } from '../../../kernel/define-area.ts';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { readStatusTable } from '../../../standards/status-table/read-status-table.ts';
import {
  type StatusRow,
  type StatusTable,
  TABLE_BYTES_MAX,
} from '../../../standards/status-table/table.ts';
import { loadActorFacts } from '../../actors/area.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { type ImportDraft, type TrustEffect, planImport } from './draft-acts.ts';
import { type ImportReceipt, type ImportReport, reportOn } from './import-report.ts';
import { type Participants, participantsOf } from './participants.ts';

export interface ImportProgress {
  readonly task: string;
  readonly done: number;
  readonly total: number | null;
}

/** The part of a store that an import needs. */
export interface Recording {
  submit(
    drafts: readonly ImportDraft[],
    report?: (progress: ImportProgress) => void,
  ): Promise<readonly ImportReceipt[]>;
  read<Result>(viewer: Viewer, reading: (query: Query) => Promise<Result>): Promise<Result>;
}

export interface ImportOptions {
  /** The agreement's id; or, for a table of several, the ids by the names the table has. */
  readonly agreement: string | ReadonlyMap<string, string>;
  /** Only rows about this treaty, by the name the table has. */
  readonly treaty?: string | undefined;
  /** What the record names as the source of each act. */
  readonly source: string;
  /** Who keeps the register, and so records; absent: the node's operator. */
  readonly author?: string | undefined;
  /** Which dates of effect that the table states are recorded. Absent: none, rules compute them. */
  readonly trustEffect?: TrustEffect | undefined;
  /** Who is meant by a name; absent: the registry of the node is read. */
  readonly participants?: Participants | undefined;
}

export const IMPORT_RULE = rule(
  'agreements.import',
  'VCLT Art. 77(1)(d); Concord, "Bulk import"',
  'An import names the agreement and the source, and of a table of several agreements which one.',
);

const TREATIES_NAMED_MAX = 8;

/** Reads who is meant by names and codes from the registry of the node. */
export async function registryParticipants(store: Pick<Recording, 'read'>): Promise<Participants> {
  const wanted = { asKnownAt: null, groups: [], attributes: [] };
  const facts = await store.read({ actors: [] }, (query) => loadActorFacts(query, wanted));
  return participantsOf(facts);
}

function optionsFault({ rows }: Pick<StatusTable, 'rows'>, options: ImportOptions): Refusal | null {
  const { agreement, source, treaty } = options;
  const ids = typeof agreement === 'string' ? [agreement] : [...agreement.values()];
  const strange = ids.find((id) => !AgreementId.safeParse(id).success);
  if (strange !== undefined) return refuse(IMPORT_RULE, said('That is no id of an agreement.'));
  if (!Basis.safeParse({ kind: 'recorded', source }).success || source.trim() === '') {
    return refuse(IMPORT_RULE, said('The source is empty, or longer than 400 characters.'), {
      remedy: said('Name the publication that the table was taken from.'),
    });
  }
  const treaties = [...new Set(rows.flatMap((row) => row.treaty ?? []))];
  if (treaty !== undefined) {
    return treaties.includes(treaty)
      ? null
      : refuse(IMPORT_RULE, said('No row is about that treaty.'));
  }
  if (typeof agreement !== 'string' || treaties.length < 2) return null;
  const named = treaties.slice(0, TREATIES_NAMED_MAX).join('; ');
  return refuse(
    IMPORT_RULE,
    said('The table is about {$count} agreements: {$named}.', { count: treaties.length, named }),
    {
      remedy: said('Say which treaty of the table is meant.'),
    },
  );
}

function agreementIn(options: ImportOptions): (row: StatusRow) => string | null {
  const { agreement, treaty } = options;
  return (row) => {
    if (treaty !== undefined && row.treaty !== treaty) return null;
    if (typeof agreement === 'string') return agreement;
    return agreement.get(row.treaty ?? '') ?? null;
  };
}

/** Records what rows of a table state; see `importStatusTable`. */
export async function importStatusRows(
  store: Recording,
  table: Pick<StatusTable, 'dialect' | 'rows'>,
  options: ImportOptions,
  report?: (progress: ImportProgress) => void,
): Promise<ImportReport | Refusal> {
  const fault = optionsFault(table, options);
  if (fault) return fault;
  const plan = planImport(table.rows, {
    source: options.source,
    agreementOf: agreementIn(options),
    participants: options.participants ?? (await registryParticipants(store)),
    trustEffect: options.trustEffect ?? 'none',
  });
  const { author } = options;
  const drafts = plan.acts.map(({ draft }) =>
    author === undefined ? draft : { ...draft, author },
  );
  const receipts = await store.submit(drafts, report);
  return reportOn(table.dialect, table.rows, plan, receipts);
}

/**
 * Imports a status table. Refused as a whole where it is no table; else an outcome for each row.
 * Acts are submitted in the order of their dates; the store records them in batches.
 */
export async function importStatusTable(
  store: Recording,
  options: ImportOptions & { readonly bytes: Uint8Array; readonly sizeBytesMax?: number },
  report?: (progress: ImportProgress) => void,
): Promise<ImportReport | Refusal> {
  const table = readStatusTable(options.bytes, options.sizeBytesMax ?? TABLE_BYTES_MAX);
  return isRefusal(table) ? table : importStatusRows(store, table, options, report);
}
