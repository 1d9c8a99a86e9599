/**
 * Destroys what this node has confirmed to be erased: the salt and the bytes of parts, the rows
 * that rest on them, and documents that nothing else names. Header, signature and proofs stay.
 */
import { type Kysely, sql } from 'kysely';
import { type Header, PARTS_MAX } from '../../kernel/act.ts';
import type { AdmittedAct } from '../../kernel/define-area.ts';
import { attachmentsIn } from '../../kernel/attachment.ts';
import { eraseLacking } from '../holdings/lacking.ts';
import type { RecordTables } from '../record-tables.ts';
import { replay } from '../replay.ts';
import type { Work } from '../work.ts';
import type { Downgrade } from './payloads.ts';

type Db = Kysely<RecordTables>;

interface PartAtHand {
  readonly part: number;
  readonly audience: number;
  readonly bytes: Buffer;
}

async function partsAtHand(db: Db, act: string): Promise<PartAtHand[]> {
  const { rows } = await sql<PartAtHand>`
    select part, audience, bytes from act_parts
    where act = ${act} and bytes is not null`.execute(db);
  return rows;
}

/** What a part names, with its audience: one document may be named for several. */
const namedIn = ({ bytes, audience }: PartAtHand): string[] =>
  attachmentsIn(JSON.parse(bytes.toString('utf8'))).map(({ digest }) => `${audience} ${digest}`);

/** Lets go of documents that only the erased parts named. */
async function eraseDocuments(
  db: Db,
  act: string,
  erased: readonly PartAtHand[],
  left: readonly PartAtHand[],
): Promise<void> {
  const still = new Set(left.flatMap(namedIn));
  const gone = [...new Set(erased.flatMap(namedIn))].filter((one) => !still.has(one));
  for (const one of gone) {
    const [audience = '', digest = ''] = one.split(' ');
    await sql`delete from attachment_uses
      where act = ${act} and digest = ${digest} and audience = ${Number(audience)}`.execute(db);
    await sql`delete from attachments where digest = ${digest} and not exists (
      select from attachment_uses where attachment_uses.digest = attachments.digest)`.execute(db);
  }
}

/** Makes the rows of the act's area anew, from the parts that are at hand now. */
export async function rebuildArea(
  { db, catalog }: Pick<Work, 'db' | 'catalog'>,
  type: string,
): Promise<void> {
  const area = catalog.find(type)?.area;
  if (!area) return;
  for (const table of area.tables) await sql`delete from ${sql.table(table.name)}`.execute(db);
  await replay(db, catalog, [area], () => undefined);
}

/** The kind of the act that a downgrade carries: its rows go with the downgrade. */
function carriedType(type: string, { bytes }: PartAtHand): string[] {
  if (type !== 'releases.downgrade') return [];
  // Judged by the schema of a downgrade when it was admitted.
  const { original } = JSON.parse(bytes.toString('utf8')) as Downgrade;
  const { type: carried } = JSON.parse(original.header) as Header;
  return [carried];
}

async function erase(work: Work, act: string, parts: readonly number[]): Promise<void> {
  const { db, state } = work;
  await sql`delete from acts_beside where act = ${act}`.execute(db);
  await eraseLacking(work, act, parts);
  const held = await partsAtHand(db, act);
  const erased = held.filter(({ part }) => parts.includes(part));
  if (erased.length === 0) return;
  await sql`update act_parts set salt = null, bytes = null, erased_at = ${state.recordedAt}
    where act = ${act} and part = any(${erased.map(({ part }) => part)}::integer[])`.execute(db);
  const left = held.filter((one) => !erased.includes(one));
  await eraseDocuments(db, act, erased, left);
  const row = await db.selectFrom('acts').select('type').where('id', '=', act).executeTakeFirst();
  if (!row) return;
  const types = [row.type, ...erased.flatMap((one) => carriedType(row.type, one))];
  for (const type of types) await rebuildArea(work, type);
}

/** Carries out what was confirmed in the operator's name, once the confirmation is admitted. */
export async function carryOutErasures(
  work: Work,
  admitted: readonly AdmittedAct<unknown>[],
): Promise<void> {
  for (const { header, payload } of admitted) {
    if (header.type !== 'releases.confirm-erasure' || header.actor !== work.node.operator) continue;
    // The area's own schema gave it.
    const { act, request, outcome } = payload as Record<'act' | 'request' | 'outcome', string>;
    if (outcome !== 'erased') continue;
    const { rows } = await sql<{ parts: number[]; kind: string }>`
      select parts, kind from releases_statement
      where entry = ${request} and of_act = ${act} and kind in ('request', 'expire')
      limit 1`.execute(work.db);
    // What ended ended whole.
    const every = Array.from({ length: PARTS_MAX }, (_, part) => part);
    await erase(work, act, rows[0]?.kind === 'expire' ? every : (rows[0]?.parts ?? []));
  }
}
