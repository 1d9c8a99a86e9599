/**
 * How a fork of a stream is resolved: by an act that names its two acts, the one that is kept and
 * the one that is dropped. Pure rules over what is known of forks and of such acts.
 */
import { z } from 'zod';
import { ActId, type ActOf, type Header } from './act.ts';
import { AUTHORITY_REGISTER } from './authority-acts.ts';
import { rule } from './law.ts';
import { audienceOf } from './marking.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said } from './said.ts';

export const RULING_RULE = rule(
  'streams.resolve',
  'Concord acts, "Streams"',
  'A fork is resolved by its author, or by the operator for its own node, by naming both acts.',
);
export const RULING_REASON_CHARACTERS_MAX = 2000;

/** `streams.resolve`: of two acts at one place of a stream one is kept, and one is dropped. */
export const ResolvePayload = z.strictObject({
  stream: z
    .string()
    .max(200)
    .regex(/^[a-zA-Z0-9-]+\/[a-z0-9-]+$/),
  seq: z.int().min(1),
  keep: ActId,
  drop: ActId,
  reason: z.string().min(1).max(RULING_REASON_CHARACTERS_MAX),
});
export type ResolvePayload = z.infer<typeof ResolvePayload>;

export const RESOLVE_TYPE = 'streams.resolve';

/** Whose stream it is: its name begins with its author. */
export const authorOfStream = (stream: string): string => stream.slice(0, stream.indexOf('/'));
const audienceOfStream = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** A fork, by its place and the ids of its acts. */
export interface ForkName {
  readonly stream: string;
  readonly seq: number;
  readonly acts: readonly [ActId, ActId];
}

/** What was said of a fork by an act that this node holds. */
export interface Ruling {
  readonly stream: string;
  readonly seq: number;
  readonly keep: ActId;
  readonly drop: ActId;
  /** Who signed it. */
  readonly by: string;
  /** Its place in this node's own registry; null where it stands elsewhere, or nowhere yet. */
  readonly ledger: number | null;
}

const names = ({ stream, seq, acts }: ForkName, ruling: Ruling): boolean =>
  ruling.stream === stream &&
  ruling.seq === seq &&
  ruling.keep !== ruling.drop &&
  acts.includes(ruling.keep) &&
  acts.includes(ruling.drop);

/**
 * What counts for exactly that fork on the node of the operator: the last word of the operator on
 * its own node; else what its author said, unless the author said both. Null: it is not resolved.
 */
export function rulingOn(
  fork: ForkName,
  rulings: readonly Ruling[],
  operator: string,
): Ruling | null {
  const all = rulings.filter((one) => names(fork, one));
  const own = all
    .filter(({ by, ledger }) => by === operator && ledger !== null)
    .toSorted((one, other) => (other.ledger ?? 0) - (one.ledger ?? 0));
  const theirs = all.filter(({ by }) => by === authorOfStream(fork.stream));
  const isOfOneMind = new Set(theirs.map(({ keep }) => keep)).size === 1;
  return own[0] ?? (isOfOneMind ? (theirs[0] ?? null) : null);
}

/** What an act that resolves a fork is judged by. */
export interface RulingState {
  /** Who keeps the registry of this node. */
  readonly operator: string;
  readonly forks: readonly ForkName[];
  readonly rulings: readonly Ruling[];
  /** Acts named to be dropped that stand in their streams here. */
  readonly standing: ReadonlySet<ActId>;
  /** Those of them from which on something was admitted here, or admits something. */
  readonly effective: ReadonlySet<ActId>;
}

/** Whether the act may resolve anything: who signs it, where it is put, and for whom it is. */
function signerFault(header: Header, { stream }: ResolvePayload, operator: string): Refusal | null {
  const author = authorOfStream(stream);
  if (header.register !== AUTHORITY_REGISTER || header.basis.kind !== 'signed') {
    return refuse(
      RULING_RULE,
      said('A fork is resolved by a signed act in {$authorityRegister}.', {
        authorityRegister: AUTHORITY_REGISTER,
      }),
    );
  }
  if (![author, operator].includes(header.author) || header.author !== header.actor) {
    return refuse(
      RULING_RULE,
      said('{$actor} resolves no fork in a stream of {$author}.', { actor: header.actor, author }),
      {
        remedy: said('Ask {$author}, or {$operator} for this node alone.', { author, operator }),
        values: { author, operator },
      },
    );
  }
  if (audienceOf(header.marking) === audienceOfStream(stream)) return null;
  return refuse(RULING_RULE, said('It is marked otherwise than the stream that it names.'), {
    remedy: said('Mark it as the acts of that stream: others are not to learn that there is one.'),
  });
}

function effectFault(header: Header, { stream, drop }: ResolvePayload, state: RulingState) {
  if (!state.standing.has(drop)) return null;
  if (authorOfStream(stream) === header.author) {
    return refuse(
      RULING_RULE,
      said('The act to be dropped stands in the stream that this goes on.'),
      {
        remedy: said('Keep the act that stands here: what this node signed cannot be unsigned.'),
      },
    );
  }
  if (!state.effective.has(drop)) return null;
  return refuse(RULING_RULE, said('What follows the act to be dropped was admitted here.'), {
    remedy: said('Keep it, and correct what it did by an act in the register concerned.'),
  });
}

/** The refusal, or null where the act resolves the fork that it names. */
export function judgeRuling(state: RulingState, act: ActOf<ResolvePayload>): Refusal | null {
  const { header, payload } = act;
  const { stream, seq, keep, drop } = payload;
  const fault = signerFault(header, payload, state.operator);
  if (fault) return fault;
  if (keep === drop) return refuse(RULING_RULE, said('It keeps and drops one and the same act.'));
  const fork = state.forks.find(
    (one) =>
      one.stream === stream &&
      one.seq === seq &&
      one.acts.includes(keep) &&
      one.acts.includes(drop),
  );
  if (!fork) {
    return refuse(
      RULING_RULE,
      said('No proof of that fork of {$stream} at {$seq} is held here.', { stream, seq }),
      {
        remedy: said('Fetch it from the node that found it, and name its two acts.'),
      },
    );
  }
  if (rulingOn(fork, state.rulings, state.operator)?.keep === keep) {
    return refuse(RULING_RULE, said('That fork is resolved so already.'));
  }
  return effectFault(header, payload, state);
}

/** Streams that forked, as they stand on this node. */
export interface Closing {
  /** From which place on each is closed. */
  readonly closed: Map<string, number>;
  /** Acts that are not taken, for an act that counts here dropped them. */
  readonly dropped: Set<ActId>;
}

/** What of these forks is closed still. One whose dropped act stands here yet is not resolved. */
export function closingOf(
  forks: readonly ForkName[],
  rulings: readonly Ruling[],
  operator: string,
  standing: ReadonlySet<ActId>,
): Closing {
  const closing: Closing = { closed: new Map(), dropped: new Set() };
  for (const fork of forks) {
    const { stream, seq } = fork;
    const drop = rulingOn(fork, rulings, operator)?.drop;
    if (drop !== undefined && !standing.has(drop)) closing.dropped.add(drop);
    else closing.closed.set(stream, Math.min(seq, closing.closed.get(stream) ?? seq));
  }
  return closing;
}
