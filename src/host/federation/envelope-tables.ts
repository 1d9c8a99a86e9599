/** Envelopes that lie here for others, who alone can read them. */
import type pg from 'pg';
import type { Outside } from '../../federation/envelope.ts';
import { ENVELOPES_PER_ANSWER, type Fate } from '../../federation/node-answers.ts';
import { FEDERATION_SCHEMA } from './federation-tables.ts';

/** Bytes that lie here for one recipient, and how long. */
export const ENVELOPES_BYTES_MAX = 256 * 1024 * 1024;
export const ENVELOPE_DAYS = 30;

/** Keeps an envelope; false where no more has room for that recipient. */
export async function keepEnvelope(
  pool: pg.Pool,
  { id, recipient, sizeBytes }: Outside,
  bytes: Uint8Array,
  leftBy: string,
): Promise<boolean> {
  await pool.query(
    `delete from ${FEDERATION_SCHEMA}.envelope where left_at < now() - $1 * interval '1 day'`,
    [ENVELOPE_DAYS],
  );
  const kept = await pool.query(
    `insert into ${FEDERATION_SCHEMA}.envelope (id, recipient, size_bytes, bytes, left_by)
     select $1, $2, $3::integer, $4, $5
     where (select coalesce(sum(size_bytes), 0) from ${FEDERATION_SCHEMA}.envelope
            where recipient = $2 and id <> $1) + $3::integer <= $6
     on conflict (id) do update set left_at = excluded.left_at`,
    [id, recipient, sizeBytes, Buffer.from(bytes), leftBy, ENVELOPES_BYTES_MAX],
  );
  return kept.rowCount === 1;
}

/** The envelopes that lie here for a recipient, oldest first. */
export async function envelopesFor(
  pool: pg.Pool,
  recipient: string,
): Promise<{ id: string; sizeBytes: number }[]> {
  const { rows } = await pool.query<{ id: string; sizeBytes: number }>(
    `select id, size_bytes as "sizeBytes" from ${FEDERATION_SCHEMA}.envelope
     where recipient = $1 order by left_at, id limit ${ENVELOPES_PER_ANSWER}`,
    [recipient],
  );
  return rows;
}

/** The bytes of an envelope for that recipient, or null. */
export async function envelopeBytes(
  pool: pg.Pool,
  recipient: string,
  id: string,
): Promise<Uint8Array | null> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    `select bytes from ${FEDERATION_SCHEMA}.envelope where recipient = $1 and id = $2`,
    [recipient, id],
  );
  return rows[0]?.bytes ?? null;
}

/** Lets go of what arrived, and keeps for its sender what the recipient proves that by. */
export async function dropEnvelope(
  pool: pg.Pool,
  recipient: string,
  id: string,
  proof: string | null,
): Promise<void> {
  await pool.query(
    `with gone as (
       delete from ${FEDERATION_SCHEMA}.envelope where recipient = $1 and id = $2
       returning id, left_by
     )
     insert into ${FEDERATION_SCHEMA}.arrived (envelope, left_by, proof)
     select id, left_by, $3 from gone where $3::text is not null
     on conflict (envelope) do nothing`,
    [recipient, id, proof],
  );
  await pool.query(
    `delete from ${FEDERATION_SCHEMA}.arrived where arrived_at < now() - $1 * interval '1 day'`,
    [ENVELOPE_DAYS],
  );
}

/** How an envelope fares, for whoever left it. */
export async function fateOf(pool: pg.Pool, leftBy: string, id: string): Promise<Fate> {
  const { rows } = await pool.query<{ proof: string | null }>(
    `select null as proof from ${FEDERATION_SCHEMA}.envelope where left_by = $1 and id = $2
     union all
     select proof from ${FEDERATION_SCHEMA}.arrived where left_by = $1 and envelope = $2`,
    [leftBy, id],
  );
  const [row] = rows;
  return { lies: row !== undefined && row.proof === null, proof: row?.proof ?? null };
}
