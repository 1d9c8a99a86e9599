/**
 * What a batch of acts is judged by, and what it changes: streams, registers, keys and mandates as
 * they stand at each place of the record. Loaded under the lock, written at the batch's end.
 */
import type { ActId, Header } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { KeyBook } from '../kernel/key-book.ts';
import type { KeyState, MandateState } from '../kernel/mandate.ts';
import { type Marking, audienceOf } from '../kernel/marking.ts';
import { EMPTY_STREAM, type StreamHead } from '../kernel/register.ts';
import type { RegisterRow } from './record-tables.ts';
import { CLEAR_AUDIENCE } from './row-security.ts';

/** Where the record ends. */
export interface LedgerEnd {
  readonly ledger: number;
  readonly recordedAt: InstantText | null;
}

export interface Head extends StreamHead {
  readonly author: string;
  readonly audience: number;
}

export interface BatchState extends KeyBook {
  ledger: number;
  /** The instant of the whole batch; never before that of the batch before it. */
  readonly recordedAt: InstantText;
  /** The register of keys and mandates by which the acts are judged. */
  readonly registry: string;
  /** Whether that register knows no key at all: then its operator's first act may bring one. */
  keyless: boolean;
  readonly audiences: Map<string, number>;
  readonly freshAudiences: Map<number, Marking>;
  readonly usedAudiences: Set<number>;
  nextAudience: number;
  readonly streams: Map<string, Head>;
  readonly changedStreams: Set<string>;
  readonly registers: Map<string, RegisterRow>;
  readonly freshRegisters: RegisterRow[];
  readonly positions: Map<string, Position>;
  readonly mandates: Map<ActId, MandateState>;
  readonly elsewhere: Elsewhere;
}

/** What the registries of other nodes say: by key or mandate, then by registry. */
export interface Elsewhere {
  readonly keys: Map<string, Map<string, KeyState>>;
  readonly mandates: Map<ActId, Map<string, MandateState>>;
  /** Keys of acts of recovery that stand in their authors' streams, approved by recovery keys. */
  readonly vouched: Map<string, KeyState>;
  /** In which register of keys each actor was first met here. */
  readonly introduced: Map<string, string>;
}

export interface Position {
  readonly register: string;
  readonly audience: number;
  last: number;
  changed: boolean;
}

/** The id of an audience; one not met before gets the next, and is written if an act uses it. */
export function audienceId(state: BatchState, marking: Marking): number {
  if (marking.level === 'clear') return CLEAR_AUDIENCE;
  const key = audienceOf(marking);
  const known = state.audiences.get(key);
  if (known !== undefined) return known;
  const id = state.nextAudience++;
  state.audiences.set(key, id);
  state.freshAudiences.set(id, marking);
  return id;
}

/** Where a stream ends at this point of the batch. */
export function headOf(state: BatchState, stream: string): StreamHead {
  return state.streams.get(stream) ?? EMPTY_STREAM;
}

/** Makes an act the last one of its stream. */
export function advanceStream(state: BatchState, header: Header, id: ActId): void {
  const audience = audienceId(state, header.marking);
  state.usedAudiences.add(audience);
  state.streams.set(header.stream, { author: header.author, audience, seq: header.seq, last: id });
  state.changedStreams.add(header.stream);
}

const positionKey = (register: string, audience: number): string => `${register} ${audience}`;

/** The last position that an audience sees in a register, for reading and advancing. */
export function positionOf(state: BatchState, register: string, audience: number): Position {
  const key = positionKey(register, audience);
  const known = state.positions.get(key);
  if (known) return known;
  const fresh = { register, audience, last: 0, changed: false };
  state.positions.set(key, fresh);
  return fresh;
}
