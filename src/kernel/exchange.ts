/**
 * What nodes exchange: streams by their ends, pages of acts, and what became of the acts that were
 * taken. Between the store, which holds streams, and whoever carries them from node to node.
 */
import type { ActId, SignedAct } from './act.ts';
import type { Viewer } from './define-area.ts';
import type { Marking } from './marking.ts';
import type { Refusal } from './refusal.ts';

/** Acts in one page of a stream, and in one answer of a node to another. */
export const PAGE_ACTS_MAX = 1000;
/** Acts that are asked for by their ids at once. */
export const ACTS_ASKED_MAX = 32;
/** Bytes of one page, all acts together. */
export const PAGE_SIZE_BYTES_MAX = 8 * 1024 * 1024;

/** A stream as far as a node holds it. */
export interface StreamEnd {
  /** `{author}/{audience}` */
  readonly stream: string;
  readonly author: string;
  readonly marking: Marking;
  /** Sequence number and id of the last act. */
  readonly seq: number;
  readonly last: ActId;
}

/**
 * Two acts at one place of a stream, both signed with a key of its author: a portable proof. Their
 * parts are left out (null), for the headers prove it.
 */
export interface Fork {
  readonly stream: string;
  readonly seq: number;
  readonly acts: readonly [SignedAct, SignedAct];
}

/** What became of an act that came in a page of another node. */
export type Taken =
  /** It stands in its author's stream; it has no effect until its custodian admits it. */
  | { readonly outcome: 'kept'; readonly id: ActId }
  /** It stands in its stream, and has a position in its register. */
  | { readonly outcome: 'admitted'; readonly id: ActId; readonly register: string }
  /** It was here already; nothing changed. */
  | { readonly outcome: 'again'; readonly id: ActId }
  /** It stands in its stream, and this node, as custodian, refused it. */
  | { readonly outcome: 'refused'; readonly id: ActId; readonly refusal: Refusal }
  /** It cannot be judged yet: acts before it are missing, or the key that it was signed with. */
  | {
      readonly outcome: 'waiting';
      readonly id: ActId;
      readonly refusal: Refusal;
      /** The acts that it names and that are not at hand. */
      readonly lacks?: readonly ActId[];
    }
  /** Another act stands at its place of the stream: the stream is quarantined from there on. */
  | { readonly outcome: 'forked'; readonly id: ActId; readonly fork: Fork }
  /** It is no act that any reader would accept, or none that was released to this node. */
  | { readonly outcome: 'rejected'; readonly id: ActId | null; readonly refusal: Refusal };

/** On whose behalf a node asks for streams. */
export interface NodeViewer extends Viewer {
  /**
   * Who asks by proof of its key: it may have back all that it signed, however that is marked. Not
   * those whom it reads for: a mandate to read opens nothing that was for others.
   */
  readonly authors?: readonly string[];
}

/** Streams as a node gives them to others: what the viewer may see, and nothing else. */
export interface Given {
  /** The streams that the viewer may see, by name; one that it may not is not there. */
  heads(viewer: NodeViewer): Promise<readonly StreamEnd[]>;
  /**
   * Acts of a stream from a sequence number on, in order, within the bounds of a page; none where
   * the viewer may not see the stream. Parts that the viewer may not see are null, and so are those
   * that are not here: a page breaks off at no act, whatever was withheld of it.
   */
  page(viewer: NodeViewer, stream: string, from: number): Promise<readonly SignedAct[]>;
  /** Every fork that this node knows of, in streams that the viewer may see. */
  forks(viewer: NodeViewer): Promise<readonly Fork[]>;
  /**
   * Acts by which authors resolved forks of their streams, where the viewer may see these. They
   * are given to `take` like any other: ahead of a stream that they open again.
   */
  rulings?(viewer: NodeViewer): Promise<readonly SignedAct[]>;
  /**
   * Acts by their ids, as far as the viewer may see them and at most as many as may be asked for:
   * also those of another branch of a stream that forked, which no page holds.
   */
  acts?(viewer: NodeViewer, ids: readonly ActId[]): Promise<readonly SignedAct[]>;
}

/** Streams as a node holds them: what it gives to others, and what it takes from them. */
export interface Holdings extends Given {
  /**
   * Begins to read and verify acts that will be taken soon, the same objects; decides nothing. For
   * whoever fetches a page while the one before it is taken.
   */
  prepare?(acts: readonly SignedAct[]): void;
  /**
   * Takes acts of any streams, each stream's in order; what became of each, in the same order. Who
   * asks a node for more of a stream begins with the last act that it holds itself, so that a fork
   * behind the two ends is found at once.
   */
  take(acts: readonly SignedAct[]): Promise<readonly Taken[]>;
  /**
   * Acts that are here without a part that is for this node, and that was not erased: the ids that
   * come after one, in their order, at most as many as may be asked for.
   */
  lacking?(after: string): Promise<readonly ActId[]>;
  /** Takes a proof of a fork from another node; false where it proves nothing. */
  takeFork(fork: Fork): Promise<boolean>;
}
