/** Other logs: which are cosigned here, who is asked to cosign our own, and forks found. */
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { canonicalBytes } from '../kernel/canonical.ts';
import type { InstantText } from '../kernel/dates.ts';
import { type NoteKey, base64Of, readVkey, strictBase64 } from '../kernel/signed-note.ts';
import { type LogFork, forkFault } from '../kernel/witness.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

/** A log that this node follows, by the texts of its keys. */
export interface LogPeer {
  /** The name of the log. */
  readonly origin: string;
  /** The keys that its checkpoints are signed with; none where it only cosigns. */
  readonly logKeys: readonly string[];
  /** The key that it cosigns with; null where it is not asked. */
  readonly witnessKey: string | null;
}

/** A fork as it is kept: whoever has it can prove it. */
export interface KeptFork {
  readonly origin: string;
  readonly fork: LogFork;
  readonly foundAt: InstantText;
}

interface PeerRow {
  readonly origin: string;
  readonly log_keys: readonly string[];
  readonly witness_key: string | null;
}

/** Reads the texts of keys. Throws RangeError for one that is none, and for one of another kind. */
export function keysIn(vkeys: readonly string[], type: NoteKey['type']): NoteKey[] {
  return vkeys.map((text) => {
    const key = readVkey(text);
    if ('fault' in key) throw new RangeError(`the key ${text} is ${key.fault}`);
    if (key.type !== type) throw new RangeError(`the key ${text} is no key for ${type}`);
    return key;
  });
}

/** Follows a log, or changes by which keys. Throws RangeError as `keysIn` does. */
export async function writePeer(db: Db, { origin, logKeys, witnessKey }: LogPeer): Promise<void> {
  keysIn(logKeys, 'ed25519');
  keysIn(witnessKey === null ? [] : [witnessKey], 'cosignature');
  await sql`insert into log_peers values (${origin}, ${[...logKeys]}::text[], ${witnessKey})
    on conflict (origin) do update
    set log_keys = excluded.log_keys, witness_key = excluded.witness_key`.execute(db);
}

/** All logs that are followed, by name. */
export async function readPeers(db: Db): Promise<LogPeer[]> {
  const { rows } = await sql<PeerRow>`
    select origin, log_keys, witness_key from log_peers order by origin`.execute(db);
  return rows.map(({ origin, log_keys, witness_key }) => ({
    origin,
    logKeys: log_keys,
    witnessKey: witness_key,
  }));
}

/** A fork as JSON carries it. */
function forkJson({ first, second, between }: LogFork) {
  return {
    first,
    second,
    between: between && { root: base64Of(between.root), proof: between.proof.map(base64Of) },
  };
}

type ForkJson = ReturnType<typeof forkJson>;

function forkOf({ first, second, between }: ForkJson): LogFork {
  const bytes = (text: string): Uint8Array => strictBase64(text) ?? new Uint8Array();
  return {
    first,
    second,
    between: between && { root: bytes(between.root), proof: between.proof.map(bytes) },
  };
}

/** Keeps a fork of a log that is followed, once; false where it proves nothing against that log. */
export async function keepFork(
  db: Db,
  origin: string,
  fork: LogFork,
  foundAt: InstantText,
): Promise<boolean> {
  const peer = (await readPeers(db)).find((one) => one.origin === origin);
  const keys = keysIn(peer?.logKeys ?? [], 'ed25519');
  if (!fork.first.startsWith(`${origin}\n`) || forkFault(fork, keys) !== null) return false;
  const json = forkJson(fork);
  const id = hash('sha256', canonicalBytes(json), 'hex');
  await sql`insert into log_forks
    values (${id}, ${origin}, ${JSON.stringify(json)}::jsonb, ${foundAt})
    on conflict (id) do nothing`.execute(db);
  return true;
}

/** The forks that were found, latest first. */
export async function readForks(db: Db): Promise<KeptFork[]> {
  const { rows } = await sql<{ origin: string; fork: ForkJson; found_at: string }>`
    select origin, fork, found_at from log_forks order by found_at desc, id`.execute(db);
  return rows.map(({ origin, fork, found_at: foundAt }) => ({
    origin,
    fork: forkOf(fork),
    foundAt,
  }));
}
