/**
 * What a text under negotiation is made of. Words that were tabled, or that a change brought, are
 * laid down once as a sequence and never change; changes point at positions in a sequence. So what
 * is proposed at the same moment cannot displace each other, whichever arrives first.
 */
import type { ActId } from '../../../../kernel/act.ts';
import type { InstantText } from '../../../../kernel/dates.ts';
import type {
  Attribution,
  ProvisionKind,
} from '../../../../standards/bracketed-text/bracketed-text.ts';

/** How deep brackets and changes may stand in each other. */
export const NESTED_MAX = 24;

export type IssueKind =
  | 'bracket'
  | 'placeholder'
  | 'options'
  | 'insertion'
  | 'deletion'
  | 'replacement'
  | 'provision-insertion'
  | 'provision-deletion'
  | 'provision-replacement';

/** Words of one origin: of a provision, of an alternative, or of a change. */
export interface Sequence {
  readonly holder: Holder;
  /** How many brackets and changes stand around it. */
  readonly depth: number;
  readonly nodes: SequenceNode[];
  /** The position before each node, and after the last. */
  readonly starts: number[];
  /** Insertions, deletions and replacements at positions of it. */
  readonly changes: Issue[];
}

/** A run has as many positions as characters; a bracket or a placeholder has one. */
export type SequenceNode =
  | { readonly kind: 'run'; readonly run: string; readonly text: string }
  | {
      readonly kind: 'placeholder';
      readonly run: string;
      readonly label: string;
      readonly issue: Issue;
    }
  | { readonly kind: 'bracket'; readonly issue: Issue };

export type Holder =
  | { readonly kind: 'provision'; readonly provision: ProvisionNode }
  | {
      readonly kind: 'alternative';
      readonly issue: Issue;
      readonly number: number;
      readonly outer: Sequence;
      readonly node: number;
    }
  | { readonly kind: 'change'; readonly issue: Issue };

/** What an actor said last on an issue, or on one alternative of it. */
export interface Stance {
  readonly actor: string;
  readonly alternative: number | null;
  readonly stance: 'support' | 'oppose' | 'none';
  readonly act: ActId;
  readonly issuedAt: InstantText;
  readonly note: string | null;
}

export interface Settlement {
  readonly as: 'accepted' | 'rejected';
  readonly alternative: number;
  readonly act: ActId;
  readonly by: string;
  readonly recordedAt: InstantText;
  /** Which settlement of the text it is: a later one overtakes. */
  readonly order: number;
}

export interface Withdrawal {
  readonly act: ActId;
  readonly recordedAt: InstantText;
  readonly reason: string | null;
}

/** Who took up or left a proposal, step by step. */
export interface Passing {
  readonly act: ActId;
  readonly actor: string;
  readonly recordedAt: InstantText;
  readonly as: 'joined' | 'left' | 'withdrawn' | 'taken-over';
  readonly note: string | null;
}

/** The stretch of a sequence that a change is about; an insertion's is empty. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One thing that is, or was, not agreed. */
export interface Issue {
  /** The act that proposed it; of what stood in brackets or was empty, its name. */
  readonly id: string;
  readonly kind: IssueKind;
  /** The act that brought it. */
  readonly act: ActId;
  /** The provision that it is in, or that it is about. */
  readonly provision: ProvisionNode;
  /** Whose it is, and those on whose behalf; of a bracket that was tabled, nobody. */
  by: readonly string[];
  /** Of a change, who proposes it now, each with those on whose behalf. */
  proposers: ReadonlyMap<string, readonly string[]>;
  passings: readonly Passing[];
  readonly issuedAt: InstantText;
  readonly recordedAt: InstantText;
  readonly reason: string | null;
  /** The sequence that it stands in; null where it is about a whole provision. */
  readonly outer: Sequence | null;
  readonly stretch: Stretch;
  /** The words that it would bring; those of each alternative. */
  readonly options: readonly Sequence[];
  /** Who was named with each alternative when it was brought. */
  readonly attributions: readonly Attribution[];
  /** By actor and alternative. Said, settled and withdrawn by later acts. */
  stances: ReadonlyMap<string, Stance>;
  settlement: Settlement | null;
  withdrawal: Withdrawal | null;
}

/** A sequence without words. */
export function emptySequence(holder: Holder, depth: number): Sequence {
  return { holder, depth, nodes: [], starts: [0], changes: [] };
}

/** A provision: its words, what stands under it, and what would be done to it as a whole. */
export class ProvisionNode {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number: string | null;
  readonly parent: ProvisionNode | null;
  readonly words: Sequence;
  /** The change that brought it; null where it was tabled. */
  insertion: Issue | null = null;
  readonly deletions: Issue[] = [];
  readonly replacements: Issue[] = [];
  /** Those that were tabled under it, and those that were inserted before them. */
  readonly children: ProvisionNode[] = [];
  readonly firsts: ProvisionNode[] = [];
  /** Inserted provisions that name it as what they stand after. */
  readonly followers: ProvisionNode[] = [];
  /** Of an option, what it is an option of. */
  options: Issue | null = null;

  constructor(given: Pick<ProvisionNode, 'id' | 'kind' | 'number' | 'parent'>) {
    this.id = given.id;
    this.kind = given.kind;
    this.number = given.number;
    this.parent = given.parent;
    this.words = emptySequence({ kind: 'provision', provision: this }, 0);
  }
}

/** What changes that nobody ordered stand by: when they were signed, then their ids. */
export function bySignature(
  one: Pick<Issue, 'issuedAt' | 'act'>,
  other: Pick<Issue, 'issuedAt' | 'act'>,
): number {
  if (one.issuedAt !== other.issuedAt) return one.issuedAt < other.issuedAt ? -1 : 1;
  if (one.act === other.act) return 0;
  return one.act < other.act ? -1 : 1;
}

/** The length of a sequence in positions. */
export function lengthOf({ starts }: Sequence): number {
  return starts.at(-1) ?? 0;
}
