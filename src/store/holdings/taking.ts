/** A batch of acts of other nodes on its way, and where each act stands in its stream. */
import type { Act, ActId, SignedAct } from '../../kernel/act.ts';
import type { Fork, Taken } from '../../kernel/exchange.ts';
import { KEY_RULE } from '../../kernel/mandate.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { SIGNATURE_RULE } from '../../kernel/sign.ts';
import { type Placing, placeOf } from '../../kernel/taking.ts';
import { advanceStream, headOf } from '../batch-state.ts';
import type { AcceptedElsewhere, RefusedElsewhere, ToRecord, Verdict, Work } from '../work.ts';
import type { Bodies } from './admit-elsewhere.ts';
import type { HeldAct } from './ahead.ts';
import type { RefusalAhead } from './refusals-ahead.ts';
import { type Given, placeName } from './take-given.ts';

/** What taking asks of the record beyond the state of the batch. */
export interface RecordAtHand {
  /** An act that stands in a stream. */
  act(id: ActId): Promise<SignedAct>;
  keepFork(fork: Fork): Promise<void>;
  /** Adds the parts of an act that is at hand and came without them; whether there were any. */
  fillIn(held: HeldAct): Promise<boolean>;
  /** Refusals by custodians that came before the act that they name. */
  refusalsOf(id: ActId): Promise<readonly Act[]>;
  /** The last place of our ledger that acts of the stream, up to that one, admitted to; or null. */
  lastAdmittedBy(stream: string, upTo: ActId): Promise<number | null>;
}

/** What a batch is judged by, and what has come of it so far. */
export interface Taking {
  /** Whether this node signs nothing now: then what asks it to decide is kept undecided. */
  readonly isSilent: boolean;
  readonly work: Work;
  readonly places: Map<string, ActId>;
  readonly closed: Map<string, number>;
  /** Acts that were dropped when forks were resolved. */
  readonly dropped: ReadonlySet<ActId>;
  /** Whether signatures hold, by what came. */
  readonly holds: ReadonlyMap<SignedAct, boolean>;
  readonly bodies: Bodies;
  readonly record: RecordAtHand;
  /** Acts of other branches of streams that forked, by id. */
  readonly beside: Map<ActId, HeldAct>;
  /** Those of them that came in this batch. */
  readonly setAside: HeldAct[];
  /** Acts that were taken in this batch, by id. */
  readonly fresh: Map<ActId, Given>;
  readonly kept: ToRecord[];
  readonly verdicts: Verdict[];
  readonly elsewhere: AcceptedElsewhere[];
  readonly refusals: RefusedElsewhere[];
  /** Refusals in this batch of acts that are not at hand. */
  readonly ahead: RefusalAhead[];
  /** Acts that got parts which they lacked. */
  readonly filled: ActId[];
}

/** The act as it is to be recorded. */
export const recordOf = ({ act, signed }: Pick<Given, 'act' | 'signed'>): ToRecord => ({
  act,
  header: signed.header,
  parts: signed.parts,
  signature: signed.signature,
  key: null,
});

/** Makes an act the last of its stream. */
export function keep(taking: Taking, given: Given): void {
  const { act } = given;
  const { header, id } = act;
  advanceStream(taking.work.state, header, id);
  taking.places.set(placeName(header.stream, header.seq), id);
  taking.fresh.set(id, given);
}

/** Keeps an act of another branch, for a custodian may have admitted it. */
function setAside({ beside, setAside: all }: Taking, { act, signed }: Given): void {
  if (beside.has(act.id)) return;
  beside.set(act.id, { act, signed });
  all.push({ act, signed });
}

/** Brings an act of another branch into the record: its custodian has decided on it. */
export function bringIn({ beside, kept }: Taking, id: ActId): void {
  const found = beside.get(id);
  if (found) kept.push({ ...recordOf(found), isBeside: true });
}

function placingOf({ work, places, closed, dropped }: Taking, { act }: Given): Placing {
  return placeOf(act.id, act.header, {
    head: (stream) => headOf(work.state, stream),
    at: (stream, seq) => places.get(placeName(stream, seq)) ?? null,
    quarantinedFrom: (stream) => closed.get(stream) ?? null,
    isDropped: (one) => dropped.has(one),
  });
}

/** Why the act is not known to be its author's; null where it is. */
function unsigned({ holds }: Taking, { act, signed }: Given): Taken | null {
  const { id, header } = act;
  const known = holds.get(signed);
  if (known === true) return null;
  if (known === false) return { outcome: 'rejected', id, refusal: falselySigned(header.author) };
  const refusal = refuse(
    KEY_RULE,
    said('No key {$key} of {$author} is known here yet.', {
      key: header.key,
      author: header.author,
    }),
  );
  return { outcome: 'waiting', id, refusal };
}

/** Adds what an act lacked that is on record; what came in this batch is not written yet. */
async function fill({ fresh, record, filled }: Taking, { act, signed }: Given): Promise<void> {
  if (!fresh.has(act.id) && (await record.fillIn({ act, signed }))) filled.push(act.id);
}

/** Closes the stream of an act at whose place another stands. */
async function forkAt(taking: Taking, { act, signed }: Given, at: ActId): Promise<Taken> {
  const { closed, fresh, record } = taking;
  const { stream, seq } = act.header;
  const other = fresh.get(at)?.signed ?? (await record.act(at));
  const fork: Fork = { stream, seq, acts: [other, signed] };
  const from = Math.min(seq, closed.get(stream) ?? seq);
  // Where a branch goes on it forks no second time.
  if (from === seq) await record.keepFork(fork);
  closed.set(stream, from);
  return { outcome: 'forked', id: act.id, fork };
}

/** Where the act stands in its stream, where it cannot be taken as the next; else null. */
export async function notNext(taking: Taking, given: Given): Promise<Taken | null> {
  const { id } = given.act;
  const placing = placingOf(taking, given);
  if (placing.place === 'again') {
    await fill(taking, given);
    return { outcome: 'again', id };
  }
  if (placing.place === 'gap') return { outcome: 'waiting', id, refusal: placing.refusal };
  const fault = unsigned(taking, given);
  if (fault || placing.place === 'next') return fault;
  setAside(taking, given);
  // Where its custodian had admitted it without a part, that part may be with it now.
  await fill(taking, given);
  return placing.place === 'closed'
    ? { outcome: 'rejected', id, refusal: placing.refusal }
    : forkAt(taking, given, placing.other);
}

const falselySigned = (author: string): Refusal =>
  refuse(SIGNATURE_RULE, said('The signature of {$author} does not hold.', { author }));
