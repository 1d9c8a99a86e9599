/**
 * A backup as a file: lines of JSON, compressed. The first line says what it is; then come tables
 * with their rows as PostgreSQL writes them, and the node's key files; the last line has the digest
 * of all before it, so that a file that was cut short or changed restores nothing. Whoever has the
 * file has the node's private keys.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { InstantText } from '../../kernel/dates.ts';

export const BACKUP_FORMAT = 'concord-backup/1';

export const BackupHeader = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  madeAt: InstantText,
  operator: z.string(),
  network: z.string(),
  /** The order of the last admission. */
  ledger: z.int(),
  /** The migrations of the record that the tables are of. */
  migrations: z.array(z.string()),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

const Begins = z.strictObject({ table: z.string().regex(/^[a-z_0-9]+\.[A-Za-z_0-9]+$/) });
const KeyFile = z.strictObject({
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  /** Base64. */
  bytes: z.string(),
});
const Ends = z.strictObject({ sha256: z.string(), rows: z.int() });

/** A line that is no row. A row begins with `{"row":`, so that no row can pass for another line. */
const Line = z.union([Begins, KeyFile, Ends]);

/** What a reader of a backup meets, in this order. */
export interface BackupReader {
  header(header: BackupHeader): Promise<void>;
  table(name: string): Promise<void>;
  /** A row as PostgreSQL's JSON of it, not parsed: its numbers may be larger than ours. */
  row(json: string): Promise<void>;
  file(name: string, bytes: Uint8Array): Promise<void>;
}

const ROW = '{"row":';

export const rowLine = (json: string): string => `${ROW}${json}}`;

/** Reads a backup from its first line to its last. Throws where it is none, or not whole. */
export async function readBackup(file: string, reader: BackupReader): Promise<void> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  const digest = createHash('sha256');
  let [rows, isFirst, isWhole] = [0, true, false];
  for await (const line of createInterface({ input: plain, crlfDelay: Infinity })) {
    if (isWhole) throw new Error(`${file} goes on after its end`);
    if (isFirst) {
      isFirst = false;
      await reader.header(BackupHeader.parse(JSON.parse(line)));
    } else if (line.startsWith(ROW)) {
      rows += 1;
      await reader.row(line.slice(ROW.length, -1));
    } else {
      const said = Line.parse(JSON.parse(line));
      if ('sha256' in said) {
        isWhole = said.sha256 === digest.digest('hex') && said.rows === rows;
        if (!isWhole) throw new Error(`${file} was changed since it was made`);
        continue;
      }
      if ('table' in said) await reader.table(said.table);
      else await reader.file(said.file, Buffer.from(said.bytes, 'base64'));
    }
    digest.update(`${line}\n`);
  }
  if (!isWhole) throw new Error(`${file} was cut short`);
}
