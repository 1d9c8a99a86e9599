/**
 * The node as a witness of other logs, and other nodes as witnesses of its own. A cosignature
 * leaves only after what it says is kept, so that two requests at once cannot take back leaves.
 */
import type { Kysely } from 'kysely';
import {
  type SignedCheckpoint,
  type WitnessPolicy,
  cosign,
  cosignedAt,
  cosigners,
  readCheckpoint,
  readCount,
} from '../kernel/checkpoint.ts';
import { sameHash } from '../kernel/merkle.ts';
import {
  type NoteKey,
  noteKey,
  noteTextOf,
  readSignatureLine,
  signatureLine,
  vkeyOf,
} from '../kernel/signed-note.ts';
import {
  type LogFork,
  type WitnessVerdict,
  judgeCheckpoint,
  readWitnessBody,
  witnessBody,
} from '../kernel/witness.ts';
import {
  type KeptFork,
  type LogPeer,
  keepFork,
  keysIn,
  readForks,
  readPeers,
  writePeer,
} from './log-peers.ts';
import { readMark, writeMark } from './marks.ts';
import {
  LOG_HALTED_MARK,
  type LogSettings,
  type MerkleLog,
  keepCheckpoint,
  keptCheckpoint,
  lockLog,
} from './merkle-log.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

const QUORUM_MARK = 'log.quorum';

/** What came of a checkpoint that another node asked to have cosigned. */
export type CosignAnswer =
  | { readonly verdict: 'cosigned'; readonly lines: string }
  | { readonly verdict: 'unknown'; readonly reason: string }
  | Exclude<WitnessVerdict, { verdict: 'cosign' }>;

/** Sends a request to the witness of this name; its status and body. Throws where it is away. */
export type AskWitness = (
  origin: string,
  body: string,
) => Promise<{ readonly status: number; readonly body: string }>;

/** What a witness made of the last checkpoint of this log. */
export interface Asked {
  readonly origin: string;
  readonly outcome: 'cosigned' | 'already' | 'refused' | 'ahead' | 'away';
  readonly reason: string | null;
}

export interface LogWitnesses {
  /** By which key this node cosigns, as a text to be handed on; null where it holds no key. */
  witnessKey(): string | null;
  /** By which key this node signs its own checkpoints. */
  logKey(): string | null;
  /** Follows a log. Throws RangeError for a key that is none, and for this node's own log. */
  follow(peer: LogPeer): Promise<void>;
  peers(): Promise<readonly LogPeer[]>;
  /** How many of the witnesses must have cosigned a checkpoint before it is called witnessed. */
  policy(): Promise<WitnessPolicy>;
  setQuorum(quorum: number): Promise<void>;
  /** Judges the body of a request of another log, and cosigns it. */
  addCheckpoint(body: string): Promise<CosignAnswer>;
  /** Holds a checkpoint of another log to those that it signed before; keeps a fork. */
  observe(note: string): Promise<void>;
  /** Asks every witness to cosign the last checkpoint of this log. */
  ask(askWitness: AskWitness): Promise<readonly Asked[]>;
  /** Why no further tree is signed: witnesses know a longer log than this node has; or null. */
  halted(): Promise<string | null>;
  forks(): Promise<readonly KeptFork[]>;
  /** Takes the proof of a fork from elsewhere; false where it proves nothing. */
  takeFork(origin: string, fork: LogFork): Promise<boolean>;
}

async function addCheckpoint(settings: LogSettings, body: string): Promise<CosignAnswer> {
  const request = readWitnessBody(body);
  if ('fault' in request) return { verdict: 'malformed', reason: `it is ${request.fault}` };
  const { node, writer, now } = settings;
  const { checkpoint } = request;
  return writer.transaction().execute(async (db): Promise<CosignAnswer> => {
    await lockLog(db);
    const peer = (await readPeers(db)).find(({ origin }) => origin === checkpoint.origin);
    const key = node.keys.keyFor(node.operator);
    if (!peer || peer.logKeys.length === 0 || !key) {
      return { verdict: 'unknown', reason: 'this log is not followed here' };
    }
    const last = await keptCheckpoint(db, checkpoint.origin);
    const verdict = judgeCheckpoint(request, keysIn(peer.logKeys, 'ed25519'), last);
    if (verdict.verdict === 'forked') await keepFork(db, peer.origin, verdict.fork, now());
    if (verdict.verdict !== 'cosign') return verdict;
    await keepCheckpoint(db, checkpoint, now());
    const seconds = Math.floor(Date.parse(now()) / 1000);
    const lines = signatureLine(cosign(checkpoint, settings.origin, key, seconds));
    return { verdict: 'cosigned', lines };
  });
}

async function observe({ writer, now }: LogSettings, text: string): Promise<void> {
  const seen = readCheckpoint(text);
  if ('fault' in seen) return;
  const kept = await keptCheckpoint(writer, seen.origin, seen.size);
  if (!kept || sameHash(kept.root, seen.root)) return;
  const fork = { first: noteTextOf(kept.note), second: text, between: null };
  // Whether the log itself signed both is judged where the fork is kept.
  await keepFork(writer, seen.origin, fork, now());
}

/** The checkpoint with those lines of an answer that are cosignatures by the witness. */
function joined(
  checkpoint: SignedCheckpoint,
  answer: string,
  witness: NoteKey,
): SignedCheckpoint | null {
  const { note } = checkpoint;
  const made = answer
    .split('\n')
    .flatMap((line) => readSignatureLine(line) ?? [])
    .filter((one) => cosignedAt(note.text, one, witness) !== null);
  return made.length === 0
    ? null
    : { ...checkpoint, note: { ...note, signatures: [...note.signatures, ...made.slice(0, 1)] } };
}

/** Adds cosignatures to a checkpoint as it is kept now: another process may have added some. */
async function keepCosigned(settings: LogSettings, witness: NoteKey, size: number, answer: string) {
  return settings.writer.transaction().execute(async (db) => {
    await lockLog(db);
    const kept = await keptCheckpoint(db, settings.origin, size);
    if (!kept) return false;
    const more = cosigners(kept, [witness]).length > 0 ? kept : joined(kept, answer, witness);
    if (more) await keepCheckpoint(db, more, settings.now());
    return more !== null;
  });
}

const knownMark = (origin: string): string => `log.known:${origin}`;

/** How many leaves of this log a witness is known to know. */
async function knownSize(db: Db, origin: string): Promise<number> {
  return readCount((await readMark(db, knownMark(origin))) ?? '0') ?? 0;
}

async function halt({ writer }: LogSettings, origin: string, size: number): Promise<Asked> {
  const reason =
    `${origin} has cosigned ${size} leaves, which is more than this node has: ` +
    'its record was restored from a copy that is older.';
  await writeMark(writer, LOG_HALTED_MARK, reason);
  return { origin, outcome: 'ahead', reason };
}

interface Round {
  readonly settings: LogSettings;
  readonly log: MerkleLog;
  readonly checkpoint: SignedCheckpoint;
  readonly witness: NoteKey;
  readonly origin: string;
  readonly askWitness: AskWitness;
}

async function takeCosigned(
  { settings, checkpoint: { size }, witness, origin }: Round,
  answer: string,
): Promise<Asked> {
  const isKept = await keepCosigned(settings, witness, size, answer);
  if (!isKept) return { origin, outcome: 'refused', reason: 'its cosignature does not hold' };
  await writeMark(settings.writer, knownMark(origin), String(size));
  return { origin, outcome: 'cosigned', reason: null };
}

async function askFrom(round: Round, old: number, mayRetry: boolean): Promise<Asked> {
  const { settings, log, checkpoint, origin, askWitness } = round;
  const isFirst = old === 0 || old === checkpoint.size;
  const proof = isFirst ? [] : await log.consistency(old, checkpoint.size);
  const answer = await askWitness(origin, witnessBody({ old, proof, checkpoint }));
  if (answer.status === 200) return takeCosigned(round, answer.body);
  const known = answer.status === 409 ? readCount(answer.body.trim()) : null;
  if (known !== null && known > checkpoint.size) return halt(settings, origin, known);
  if (known !== null && known !== old && mayRetry) return askFrom(round, known, false);
  return { origin, outcome: 'refused', reason: `${answer.status} ${answer.body.slice(0, 200)}` };
}

async function askOne(round: Round): Promise<Asked> {
  const { settings, checkpoint, witness, origin } = round;
  if (cosigners(checkpoint, [witness]).length > 0) {
    return { origin, outcome: 'already', reason: null };
  }
  const known = await knownSize(settings.writer, origin);
  if (known > checkpoint.size) return halt(settings, origin, known);
  // A witness that is away is asked again with the next checkpoint, or the next round.
  return askFrom(round, known, true).catch((error: unknown) => ({
    origin,
    outcome: 'away' as const,
    reason: String(error).slice(0, 200),
  }));
}

async function ask(settings: LogSettings, log: MerkleLog, askWitness: AskWitness) {
  const checkpoint = await log.checkpoint();
  if (!checkpoint) return [];
  const peers = await readPeers(settings.writer);
  const asked: Asked[] = [];
  for (const { origin, witnessKey } of peers) {
    for (const witness of keysIn(witnessKey === null ? [] : [witnessKey], 'cosignature')) {
      asked.push(await askOne({ settings, log, checkpoint, witness, origin, askWitness }));
    }
  }
  return asked;
}

async function policyOf(db: Db): Promise<WitnessPolicy> {
  const texts = (await readPeers(db)).flatMap(({ witnessKey }) => witnessKey ?? []);
  const quorum = readCount((await readMark(db, QUORUM_MARK)) ?? '0') ?? 0;
  return { quorum, witnesses: keysIn(texts, 'cosignature') };
}

/** Witnessing over the record of a database. */
export function logWitnessesOf(settings: LogSettings, log: MerkleLog): LogWitnesses {
  const { node, writer, origin, now } = settings;
  const own = (type: NoteKey['type']): string | null => {
    const key = node.keys.keyFor(node.operator);
    return key && vkeyOf(noteKey(origin, type, key.publicBytes));
  };
  return {
    witnessKey: () => own('cosignature'),
    logKey: () => own('ed25519'),
    follow: async (peer) => {
      if (peer.origin === origin) throw new RangeError('a log does not witness itself');
      await writePeer(writer, peer);
    },
    peers: () => readPeers(writer),
    policy: () => policyOf(writer),
    setQuorum: (quorum) => writeMark(writer, QUORUM_MARK, String(quorum)),
    addCheckpoint: (body) => addCheckpoint(settings, body),
    observe: (note) => observe(settings, note),
    ask: (askWitness) => ask(settings, log, askWitness),
    halted: () => readMark(writer, LOG_HALTED_MARK),
    forks: () => readForks(writer),
    takeFork: (of, fork) => keepFork(writer, of, fork, now()),
  };
}
