/**
 * Taking acts of other nodes, as pure rules: where an act stands in its author's stream, and
 * whether what another custodian admitted has effect here.
 */
import type { ActId, Header } from './act.ts';
import { AUTHORITY_REGISTER, registryOf } from './authority-acts.ts';
import { dayOf } from './dates.ts';
import { rule } from './law.ts';
import {
  KEY_RULE,
  type KeyState,
  MANDATE_RULE,
  type MandateState,
  RECORDED_RULE,
  chainFault,
  mandateFault,
} from './mandate.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said } from './said.ts';
import { STREAM_RULE, type StreamHead } from './register.ts';

export const QUARANTINE_RULE = rule(
  'stream.quarantine',
  'Concord acts, "Streams"',
  'A stream that forked is taken no further until an act resolves that fork by name.',
);
export const DROPPED_RULE = rule(
  'stream.dropped',
  'Concord acts, "Streams"',
  'An act that was dropped when a fork was resolved does not stand in its stream.',
);
export const INBOUND_RULE = rule(
  'release.inbound',
  'TLP 2.0, section 3; Concord acts, "Who may see what"',
  'A node takes only what is released to an actor whose node it is.',
);
export const HELD_RULE = rule(
  'admission.held',
  'Concord acts, "Registers"',
  'An admission has effect once every act that it names is at hand, and known to be signed.',
);

/** The streams as they are held at this point. */
export interface StreamsHeld {
  /** Where the stream ends here. */
  head(stream: string): StreamHead;
  /** The act that stands at a place of the stream; null where none is known. */
  at(stream: string, seq: number): ActId | null;
  /** From which place on the stream is quarantined; null where it is not. */
  quarantinedFrom(stream: string): number | null;
  /** Whether the act was dropped by one that resolved a fork. */
  isDropped(id: ActId): boolean;
}

/** Where an act stands in its author's stream. */
export type Placing =
  | { readonly place: 'next' }
  | { readonly place: 'again' }
  | { readonly place: 'fork'; readonly other: ActId }
  | { readonly place: 'gap'; readonly refusal: Refusal }
  | { readonly place: 'closed'; readonly refusal: Refusal };

function gap(header: Header, head: StreamHead): Placing {
  return {
    place: 'gap',
    refusal: refuse(
      STREAM_RULE,
      said('Stream {$stream} ends here at {$seq}.', { stream: header.stream, seq: head.seq }),
      {
        remedy: said('Send the acts from {$seq} on first.', { seq: head.seq + 1 }),
      },
    ),
  };
}

function dropped({ stream, seq }: Header): Placing {
  const reason = said('Stream {$stream} forked at {$seq}, and this is the act that was dropped.', {
    stream,
    seq,
  });
  return { place: 'closed', refusal: refuse(DROPPED_RULE, reason) };
}

/**
 * Where an act stands in its stream. An act whose place is taken by another is a fork, and so is
 * one that follows another act than the last: its predecessor is the one that forked.
 */
export function placeOf(id: ActId, header: Header, held: StreamsHeld): Placing {
  const { stream, seq, prev } = header;
  const head = held.head(stream);
  const closedFrom = held.quarantinedFrom(stream);
  if (seq <= head.seq) {
    const other = held.at(stream, seq);
    if (other === id) return { place: 'again' };
    if (held.isDropped(id)) return dropped(header);
    return other === null ? gap(header, head) : { place: 'fork', other };
  }
  if (held.isDropped(id)) return dropped(header);
  if (closedFrom !== null && seq >= closedFrom) {
    const reason = said('Stream {$stream} forked at {$closedFrom}, and nobody has resolved it.', {
      stream,
      closedFrom,
    });
    const remedy = said('Resolve the fork by an act that names both of its acts.');
    return { place: 'closed', refusal: refuse(QUARANTINE_RULE, reason, { remedy }) };
  }
  return seq === head.seq + 1 && prev === head.last ? { place: 'next' } : gap(header, head);
}

/**
 * The name under which a custodian's register stands here. Every node keeps a registry of its own
 * by the same name, so that of another has the custodian's added.
 */
export function localRegister(register: string, custodian: string, operator: string): string {
  return register === AUTHORITY_REGISTER && custodian !== operator
    ? registryOf(custodian)
    : register;
}

/** Whether acts that stand there change only what is known of keys and mandates. */
export function isForeignRegistry(register: string): boolean {
  return register.startsWith(`${AUTHORITY_REGISTER}@`);
}

/** Acts of fields that change nothing but keys, mandates and how forks were resolved. */
const ON_AUTHORITY = /^(keys|mandates|streams)\./;

/** Whether later acts are judged by what an act of the type says. */
export const isOnAuthority = (type: string): boolean => ON_AUTHORITY.test(type);

/** Whether acts of a type change anything: in another node's registry few do. */
export function isTelling(register: string, type: string): boolean {
  return !isForeignRegistry(register) || isOnAuthority(type);
}

/** What the registries at hand hold on a key or a mandate. */
export interface Registered<State> {
  /** As the custodian who admitted the act has it. */
  readonly custodian: State | null;
  /** As the actor's own node has it, or another that vouches for it. */
  readonly other: State | null;
}

/** What has been found on an act that another custodian admitted; `unknown`: not at hand yet. */
export type Elsewhere = 'holds' | 'unknown' | Refusal;

const countsAt = (state: { from: number; until: number | null }, at: number): boolean =>
  state.from <= at && (state.until === null || at < state.until);

function judgeKeyElsewhere(header: Header, at: number, key: Registered<KeyState>): Elsewhere {
  const found = key.custodian ?? key.other;
  if (found === null) return 'unknown';
  // When a key ended is judged in the custodian's own order; other registries have another.
  const counts = key.custodian === null || countsAt(key.custodian, at);
  if (found.actor === header.author && counts) return 'holds';
  return refuse(
    KEY_RULE,
    said('{$author} had no key {$key} when this was admitted.', {
      author: header.author,
      key: header.key,
    }),
  );
}

function judgeMandateElsewhere(
  header: Header,
  at: number,
  mandate: Registered<MandateState>,
  above: (act: ActId) => MandateState | null,
): Elsewhere {
  const found = mandate.custodian ?? mandate.other;
  if (header.mandate === null) {
    return refuse(
      MANDATE_RULE,
      said('{$author} shows no mandate of {$actor}.', {
        author: header.author,
        actor: header.actor,
      }),
    );
  }
  if (found === null) return 'unknown';
  const place = mandate.custodian === null ? { ...found, from: at, until: null } : found;
  const day = dayOf(header.issuedAt);
  const chain = mandate.custodian === null ? null : chainFault(mandate.custodian, above, at, day);
  const fault = mandateFault({ ...header, day }, place, at) ?? chain;
  return fault === null
    ? 'holds'
    : refuse(MANDATE_RULE, said('The mandate does not serve: {$fault}.', { fault }));
}

/**
 * Judges the authority of an act that another custodian admitted, at the place where its admission
 * takes effect here. The custodian judged it first; this is what anyone can judge again.
 */
export function judgeElsewhere(
  header: Header,
  at: number,
  known: {
    readonly custodian: string;
    readonly key: Registered<KeyState>;
    readonly mandate: Registered<MandateState>;
    /** A mandate that another was given under, as the custodian has it. */
    above(act: ActId): MandateState | null;
  },
): Elsewhere {
  const key = judgeKeyElsewhere(header, at, known.key);
  if (key !== 'holds') return key;
  if (header.basis.kind === 'recorded') {
    return header.author === known.custodian
      ? 'holds'
      : refuse(
          RECORDED_RULE,
          said('{$author} is not the custodian of {$register}.', {
            author: header.author,
            register: header.register ?? 'null',
          }),
        );
  }
  return header.author === header.actor
    ? 'holds'
    : judgeMandateElsewhere(header, at, known.mandate, (act) => known.above(act));
}
