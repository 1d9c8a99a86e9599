/**
 * Whether the node may sign. One that was restored, or whose database is older than what it is
 * known to have signed, could give a place of its streams to a second act: a fork. So it signs
 * nothing until it has asked its peers for its own streams, or an administrator says that there is
 * nobody to ask. Reading works meanwhile.
 */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { InstantText } from '../kernel/dates.ts';
import { rule } from '../kernel/law.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { readMark, writeMark } from './marks.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

export const STANDING_RULE = rule(
  'node.restored',
  'Concord acts, "Streams"',
  'A node restored from a backup asks its peers for its own streams before it signs again.',
);

const MARK = 'waiting';

const Waiting = z.object({
  /** From a backup, or found behind the marks that are kept beside the database. */
  why: z.enum(['restored', 'set-back']),
  since: InstantText,
  /** The instant of the backup; null where none is known. */
  backupAt: InstantText.nullable(),
  /** Own streams that were once longer: how far they are known to have gone. */
  behind: z.array(z.object({ stream: z.string(), seq: z.int() })),
});
export type Waiting = z.infer<typeof Waiting>;

/** Why the node waits before it signs; null where it does not. */
export async function readWaiting(db: Db): Promise<Waiting | null> {
  const text = await readMark(db, MARK);
  return text === null || text === '' ? null : Waiting.parse(JSON.parse(text));
}

/** Lets the node wait, or go on. */
export async function writeWaiting(db: Db, waiting: Waiting | null): Promise<void> {
  await writeMark(db, MARK, waiting === null ? '' : JSON.stringify(waiting));
}

/** What anybody is told who wants something signed meanwhile. */
export function waitingRefusal({ why }: Waiting): Refusal {
  const reason =
    why === 'restored'
      ? said('This node was restored from a backup, and signs nothing yet.')
      : said(
          'The database of this node is older than what it has signed, so it signs nothing yet.',
        );
  return refuse(STANDING_RULE, reason, {
    remedy: said('Ask an administrator: the node first asks its peers for its own streams.'),
    values: { why },
  });
}

/** Keeps a node from signing while it waits; once free, it stays so until it is opened again. */
export class Gate {
  readonly #db: Db;
  #free = false;

  constructor(db: Db) {
    this.#db = db;
  }

  async refusal(): Promise<Refusal | null> {
    if (this.#free) return null;
    const waiting = await readWaiting(this.#db);
    // Another process may have let the node go on, so as long as it waits the mark is asked.
    this.#free = waiting === null;
    return waiting === null ? null : waitingRefusal(waiting);
  }
}

/** What became of asking one peer. */
export interface PeerAnswer {
  readonly peer: string;
  /** Null: it gave all that it has. Else why it did not. */
  readonly fault: string | null;
  /** Acts that were taken back from it. */
  readonly taken: number;
  /** Own streams in which it holds another act than this node. */
  readonly forks: readonly string[];
  /** Own streams of which it holds more than could be taken. */
  readonly left: readonly string[];
}

export interface Resuming {
  readonly answers: readonly PeerAnswer[];
  /** What an administrator typed to go on where peers are silent or there are none. */
  readonly confirmed: string | null;
}

/** Own streams that are shorter than they are known to have been. */
export type Behind = Waiting['behind'];

const isWhole = ({ fault, forks, left }: PeerAnswer): boolean =>
  fault === null && forks.length === 0 && left.length === 0;

/**
 * Whether the node may sign again: all peers gave what they have and nothing is known to be
 * missing, or an administrator takes it upon themselves by typing the operator's name.
 */
export function judgeResuming(
  operator: string,
  { answers, confirmed }: Resuming,
  behind: Behind,
): Refusal | null {
  if (confirmed === operator) return null;
  const remedy = said(
    'Type {$operator} to go on all the same: nobody else holds more of its streams.',
    { operator },
  );
  const silent = answers.filter((answer) => !isWhole(answer)).map(({ peer }) => peer);
  const [missing] = behind;
  const reason =
    answers.length === 0
      ? said('No peer was asked for the streams of this node.')
      : silent.length > 0
        ? said('These peers did not give all that they hold: {$silent}.', { silent })
        : missing
          ? said('Stream {$stream} once went to {$seq}, and nobody gave it back.', {
              stream: missing.stream,
              seq: missing.seq,
            })
          : null;
  return reason === null ? null : refuse(STANDING_RULE, reason, { remedy });
}
