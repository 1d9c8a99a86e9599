/** Whose keys the record knows, and since when each counts. */
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { InstantText } from '../kernel/dates.ts';
import { type Query, defineQuestion } from '../kernel/define-area.ts';
import { KeyId } from '../kernel/key.ts';
import type { RecordTables } from './record-tables.ts';

export interface RecordedKey {
  readonly key: KeyId;
  readonly actor: string;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  readonly registeredBy: ActId;
  readonly recordedAt: InstantText;
  /** The act that rotated or revoked it; null while it counts. */
  readonly endedBy: ActId | null;
  readonly endedAt: InstantText | null;
}

/** Keys in the order of the record, of these actors or of all. */
export async function readKeys(
  query: Query,
  wanted: {
    readonly actors?: readonly string[];
    readonly knownAt?: InstantText | null;
    /** The register of keys and mandates; this node's own where it is left out. */
    readonly registry?: string;
  },
): Promise<RecordedKey[]> {
  const { actors, knownAt = null, registry = AUTHORITY_REGISTER } = wanted;
  if (actors?.length === 0) return [];
  // The store keeps these tables under these names, and `RecordTables` types them.
  const tables: Query<RecordTables> = query;
  let found = tables
    .selectFrom('keys_key')
    .leftJoin('keys_end', (join) => {
      const end = join
        .onRef('keys_end.key', '=', 'keys_key.key')
        .onRef('keys_end.registry', '=', 'keys_key.registry');
      return knownAt === null ? end : end.on('keys_end.recorded_at', '<=', knownAt);
    })
    .select(['keys_key.key', 'keys_key.actor', 'keys_key.public_key', 'keys_key.act'])
    .select(['keys_key.recorded_at', 'keys_end.act as end_act', 'keys_end.recorded_at as end_at'])
    .where('keys_key.registry', '=', registry)
    .orderBy('keys_key.ledger');
  if (actors !== undefined) found = found.where('keys_key.actor', 'in', actors);
  if (knownAt !== null) found = found.where('keys_key.recorded_at', '<=', knownAt);
  const rows = await found.execute();
  return rows.map((row) => ({
    key: row.key,
    actor: row.actor,
    publicKey: row.public_key,
    registeredBy: row.act,
    recordedAt: row.recorded_at,
    endedBy: row.end_act,
    endedAt: row.end_at,
  }));
}

const Row = z.object({
  key: KeyId,
  actor: ActorId,
  publicKey: z.string(),
  registeredBy: ActId,
  recordedAt: InstantText,
  endedBy: ActId.nullable(),
  endedAt: InstantText.nullable(),
});

export const listKeys = defineQuestion({
  name: 'keys.list',
  title: 'Whose keys are known, and since when does each count?',
  input: z.strictObject({ actor: ActorId.optional() }),
  output: z.object({ rows: z.array(Row) }),
  example: {},
  async answer({ query, knownAt }, { actor }) {
    const actors = actor === undefined ? {} : { actors: [actor] };
    return { rows: await readKeys(query, { ...actors, knownAt }) };
  },
});
