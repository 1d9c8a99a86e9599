/** Acts before they are judged: drafts made here, and signed acts from elsewhere. Pure. */
import { type Act, type ActOf, type Header, type SignedAct } from '../kernel/act.ts';
import { streamOf } from '../kernel/act.ts';
import type { Json } from '../kernel/canonical.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { Marking } from '../kernel/marking.ts';
import type { Members } from '../kernel/narrower.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { SaltedPart } from '../kernel/sign.ts';
import type { Found } from './catalog.ts';
import type { DraftAct } from '../kernel/submission.ts';

interface Common {
  readonly found: Found;
  readonly author: string;
  readonly marking: Marking;
  readonly register: string;
  readonly mandate: string | null;
  /** The payload as its schema gave it. */
  readonly payload: unknown;
  readonly sizeBytes: number;
}

/** A part of a draft with the members that its bytes are made of. */
export interface DraftedPart extends SaltedPart {
  readonly members: Members;
}

export interface DraftCandidate extends Common {
  readonly kind: 'draft';
  readonly draft: DraftAct;
  /** The widest first; those for fewer with their marking. */
  readonly parts: readonly DraftedPart[];
  /** The payload as it is signed. */
  readonly raw: Readonly<Record<string, Json>>;
}

export interface SignedCandidate extends Common {
  readonly kind: 'signed';
  readonly act: Act;
  readonly signed: SignedAct;
  /** What the schema says against the payload: refused, but recorded, the bytes being sound. */
  readonly fault: Refusal | null;
}

export type Candidate = DraftCandidate | SignedCandidate;

const NOT_YET = '0'.repeat(64);

/**
 * The act as deciders see it when they load: a draft has no id and no place in its stream yet, for
 * both depend on whether the drafts before it are accepted.
 */
export function provisionalAct(
  candidate: Candidate,
  network: string,
  issuedAt: InstantText,
): ActOf<unknown> {
  if (candidate.kind === 'signed') {
    return { id: candidate.act.id, header: candidate.act.header, payload: candidate.payload };
  }
  const { author, marking, payload } = candidate;
  const header: Header = {
    ...headerOf(candidate, network),
    key: NOT_YET.slice(32),
    stream: streamOf(author, marking),
    seq: 1,
    prev: null,
    issuedAt,
    parts: [],
  };
  return { id: NOT_YET, header, payload };
}

/** What a draft says of its header. */
export function headerOf(candidate: DraftCandidate, network: string) {
  const { draft, author, marking } = candidate;
  return {
    network,
    type: draft.type,
    author,
    actor: draft.actor,
    mandate: draft.mandate ?? null,
    basis: draft.basis,
    parents: [...(draft.parents ?? [])],
    register: draft.register,
    effectiveOn: draft.effectiveOn ?? null,
    marking,
  };
}

/** The markings of an act and of its parts for fewer. */
export function markingsOf(candidate: Candidate): Marking[] {
  const parts = candidate.kind === 'draft' ? candidate.parts : candidate.act.header.parts;
  return [candidate.marking, ...parts.flatMap(({ marking }) => marking ?? [])];
}
