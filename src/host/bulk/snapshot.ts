/** The public record as files, with what a program needs to know of each: a Data Package. */
import { join } from 'node:path';
import type { Area, Query } from '../../kernel/define-area.ts';
import { bulkActs } from './bulk-acts.ts';
import { type Field, fieldsOf, tableCsv, tablesOf } from './bulk-tables.ts';
import { type Written, writeGzip } from './write-file.ts';

export const ACTS_FILE = 'acts.ndjson.gz';

export interface BulkFile extends Written {
  readonly file: string;
  readonly format: 'ndjson' | 'csv';
  readonly rows: number;
  /** Of a table. */
  readonly fields?: readonly Field[];
}

export interface Snapshot {
  readonly folder: string;
  readonly acts: number;
  /** The last act in it, from which a reader goes on; null where there is none. */
  readonly last: string | null;
  /** When that was recorded. */
  readonly recordedAt: string | null;
  readonly files: readonly BulkFile[];
}

async function writeActs(query: Query, folder: string, tell: (done: number) => void) {
  let [acts, last, recordedAt]: [number, string | null, string | null] = [0, null, null];
  async function* lines() {
    for await (const act of bulkActs(query)) {
      acts += 1;
      [last, recordedAt] = [act.act, act.recordedAt];
      tell(acts);
      yield `${JSON.stringify(act)}\n`;
    }
  }
  const written = await writeGzip(join(folder, ACTS_FILE), lines());
  return { acts, last, recordedAt, written };
}

async function writeTables(query: Query, folder: string, areas: readonly Area[]) {
  const files: BulkFile[] = [];
  for (const table of tablesOf(areas)) {
    let rows = 0;
    const texts = async function* () {
      for await (const part of tableCsv(query, table)) {
        rows += part.rows;
        yield part.text;
      }
    };
    const file = `${table.name}.csv.gz`;
    const written = await writeGzip(join(folder, file), texts());
    files.push({ file, format: 'csv', rows, fields: fieldsOf(table), ...written });
  }
  return files;
}

/** Writes all files into a folder, from one state of the record as the query's viewer sees it. */
export async function writeSnapshot(
  query: Query,
  folder: string,
  areas: readonly Area[],
  tell: (acts: number) => void,
): Promise<Snapshot> {
  const { acts, last, recordedAt, written } = await writeActs(query, folder, tell);
  const ofActs: BulkFile = { file: ACTS_FILE, format: 'ndjson', rows: acts, ...written };
  const tables = await writeTables(query, folder, areas);
  return { folder, acts, last, recordedAt, files: [ofActs, ...tables] };
}

export interface PackageOf {
  readonly title: string;
  readonly network: string;
  readonly operator: string;
  readonly origin: string;
}

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

/** The description of the files: Data Package, version 2, of the Frictionless standards. */
export function dataPackage(snapshot: Snapshot, about: PackageOf): object {
  const { acts, last, recordedAt, files } = snapshot;
  const { title, network, operator, origin } = about;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'concord-public-record',
    title: `${title}: the public record`,
    homepage: origin,
    ...(recordedAt === null ? {} : { created: recordedAt }),
    concord: { network, operator, acts, lastAct: last, checkpoint: `${origin}/log/checkpoint` },
    resources: files.map(({ file, format, bytes, digest, rows, fields }) => ({
      name: file.replace(/\..*$/, '').replaceAll('_', '-'),
      path: file,
      format,
      mediatype: MEDIA_TYPES[format],
      encoding: 'utf-8',
      compression: 'gz',
      bytes,
      hash: `sha256:${digest}`,
      rows,
      ...(fields === undefined ? { type: 'json' } : { type: 'table', schema: { fields } }),
    })),
  };
}
