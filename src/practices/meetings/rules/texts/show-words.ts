/**
 * Words as they are shown: plain where they are agreed, in brackets where they are not. Deletions
 * may overlap; so the words are cut where one begins or ends, and each piece says who would strike
 * it. What replaces words stands beside the last of them, as an alternative.
 */
import { type Issue, type Sequence, bySignature } from './structure.ts';

/** What a view makes of an issue. */
export type Decision =
  /** It is shown in brackets. */
  | { readonly is: 'shown' }
  /** It is done: words are put in or struck, or one alternative is taken. */
  | { readonly is: 'taken'; readonly alternative: number }
  /** As though nobody had proposed it; a bracket goes with its words. */
  | { readonly is: 'left' }
  /** What it is about is left out, since it is not agreed. */
  | { readonly is: 'blank' };
export type Decide = (issue: Issue) => Decision;

export interface ShownOption {
  /** The issue whose words they are; null for the words that stand. */
  readonly issue: string | null;
  readonly alternative: number;
  /** The changes that would strike them. */
  readonly struckBy: readonly string[];
  readonly pieces: readonly Piece[];
}

export type Piece =
  | {
      readonly kind: 'words';
      readonly text: string;
      /** Where they begin: changes point at it. */
      readonly run: string;
      readonly offset: number;
      /** The issue that was settled, or taken, by which they are here. */
      readonly through: string | null;
    }
  | {
      readonly kind: 'placeholder';
      readonly text: string;
      readonly run: string;
      readonly issue: string;
    }
  | { readonly kind: 'bracket'; readonly options: readonly ShownOption[] }
  | { readonly kind: 'gap'; readonly issues: readonly string[] };

interface Mark {
  readonly issue: Issue;
  readonly decision: Decision;
}

/** Pieces that stand in the same brackets, or in none. */
interface Block {
  readonly key: string;
  readonly cover: readonly Mark[];
  readonly pieces: Piece[];
}

const PLAIN: readonly Mark[] = [];

/** Adds a piece, or what it says to the last one where it goes on with it. */
function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const joined = last === undefined ? null : join(last, piece);
  if (joined === null) pieces.push(piece);
  else pieces[pieces.length - 1] = joined;
}

function join(last: Piece, piece: Piece): Piece | null {
  if (last.kind === 'gap' && piece.kind === 'gap') {
    return { kind: 'gap', issues: [...new Set([...last.issues, ...piece.issues])] };
  }
  if (last.kind !== 'words' || piece.kind !== 'words') return null;
  const goesOn = last.run === piece.run && last.offset + last.text.length === piece.offset;
  return goesOn ? { ...last, text: last.text + piece.text } : null;
}

/** Shows one sequence; `through` is the issue by which its words are there. */
class Showing {
  readonly #sequence: Sequence;
  readonly #decide: Decide;
  readonly #through: string | null;
  readonly #from = new Map<number, Mark[]>();
  readonly #to = new Map<number, Mark[]>();
  readonly #points = new Map<number, Mark[]>();
  readonly #done: Piece[] = [];
  #active: readonly Mark[] = PLAIN;
  #block: Block = { key: '', cover: PLAIN, pieces: this.#done };
  #node = 0;

  constructor(sequence: Sequence, decide: Decide, through: string | null) {
    this.#sequence = sequence;
    this.#decide = decide;
    this.#through = through;
  }

  show(): readonly Piece[] {
    const cuts = this.#cuts();
    for (const [number, at] of cuts.entries()) {
      this.#pass(at);
      const next = cuts[number + 1];
      if (next !== undefined) this.#segment(at, next);
    }
    return this.#done;
  }

  #cuts(): number[] {
    const { changes, starts } = this.#sequence;
    const cuts = new Set(starts);
    const note = (places: Map<number, Mark[]>, at: number, mark: Mark): void => {
      cuts.add(at);
      const there = places.get(at);
      if (there === undefined) places.set(at, [mark]);
      else there.push(mark);
    };
    for (const issue of [...changes].sort(bySignature)) {
      const decision = this.#decide(issue);
      if (decision.is === 'left') continue;
      const { from, to } = issue.stretch;
      const mark = { issue, decision };
      if (from === to) note(this.#points, from, mark);
      else {
        note(this.#from, from, mark);
        note(this.#to, to, mark);
      }
    }
    return [...cuts].sort((one, other) => one - other);
  }

  /** What happens between two characters: brackets end, words come in, brackets begin. */
  #pass(at: number): void {
    const before = this.#block;
    const ending = this.#to.get(at) ?? PLAIN;
    const beginning = this.#from.get(at) ?? PLAIN;
    if (ending.length + beginning.length > 0) {
      const going = new Set(ending);
      this.#active = [...this.#active.filter((mark) => !going.has(mark)), ...beginning];
      this.#close(ending);
    }
    const pieces = this.#block === before ? before.pieces : this.#done;
    for (const mark of this.#points.get(at) ?? PLAIN) this.#bring(pieces, [mark]);
  }

  /** Ends the block with the words that would come in its place, and begins the next. */
  #close(ending: readonly Mark[]): void {
    const { key, cover, pieces } = this.#block;
    const replacing = ending.filter(({ issue }) => issue.kind === 'replacement');
    const next = this.#next();
    if (next.key === key && replacing.length === 0) return;
    const own = replacing.filter((mark) => cover.includes(mark));
    if (pieces !== this.#done) {
      const struckBy = cover.map(({ issue }) => issue.id);
      const standing = { issue: null, alternative: 0, struckBy, pieces };
      this.#done.push({
        kind: 'bracket',
        options: [standing, ...own.map((one) => this.#option(one))],
      });
    }
    this.#block = next;
    this.#bring(
      this.#done,
      replacing.filter((mark) => !own.includes(mark)),
    );
  }

  /** The block that the changes now active make. */
  #next(): Block {
    const isOut = this.#active.some(({ decision }) => decision.is !== 'shown');
    const cover = isOut ? PLAIN : this.#active;
    const key = cover.map(({ issue }) => issue.id).join(' ');
    return { key, cover, pieces: cover.length === 0 ? this.#done : [] };
  }

  #option({ issue }: Mark): ShownOption {
    const pieces = issue.options.flatMap((words) => showWords(words, this.#decide, null));
    return { issue: issue.id, alternative: 0, struckBy: [], pieces };
  }

  /** The words that changes bring, all at one place. */
  #bring(pieces: Piece[], marks: readonly Mark[]): void {
    const shown = marks.filter(({ decision }) => decision.is === 'shown');
    if (shown.length > 0) {
      pieces.push({ kind: 'bracket', options: shown.map((mark) => this.#option(mark)) });
    }
    for (const { issue, decision } of marks) {
      if (decision.is === 'blank') add(pieces, { kind: 'gap', issues: [issue.id] });
      if (decision.is !== 'taken') continue;
      for (const words of issue.options) {
        for (const piece of showWords(words, this.#decide, issue.id)) add(pieces, piece);
      }
    }
  }

  /** The words between two cuts, which lie in one node. */
  #segment(from: number, to: number): void {
    const { nodes, starts } = this.#sequence;
    while ((starts[this.#node + 1] ?? Number.POSITIVE_INFINITY) <= from) this.#node += 1;
    if (this.#active.some(({ decision }) => decision.is === 'taken')) return;
    const blank = this.#active.filter(({ decision }) => decision.is === 'blank');
    const node = nodes[this.#node];
    if (blank.length > 0) {
      add(this.#done, { kind: 'gap', issues: blank.map(({ issue }) => issue.id) });
    } else if (node?.kind === 'run') {
      const offset = from - (starts[this.#node] ?? 0);
      const text = node.text.slice(offset, offset + to - from);
      const { run } = node;
      add(this.#block.pieces, { kind: 'words', text, run, offset, through: this.#through });
    } else if (node !== undefined) this.#open(node);
  }

  #open(node: Exclude<Sequence['nodes'][number], { kind: 'run' }>): void {
    const { pieces } = this.#block;
    const { issue } = node;
    const decision = this.#decide(issue);
    if (decision.is === 'left') return;
    if (decision.is === 'blank') add(pieces, { kind: 'gap', issues: [issue.id] });
    else if (node.kind === 'placeholder') {
      pieces.push({ kind: 'placeholder', text: node.label, run: node.run, issue: issue.id });
    } else if (decision.is === 'shown') pieces.push(this.#alternatives(issue));
    else {
      const words = issue.options[decision.alternative];
      const taken = words === undefined ? [] : showWords(words, this.#decide, issue.id);
      for (const piece of taken) add(pieces, piece);
    }
  }

  #alternatives({ id, options }: Issue): Piece {
    return {
      kind: 'bracket',
      options: options.map((words, alternative) => ({
        issue: id,
        alternative,
        struckBy: [],
        pieces: showWords(words, this.#decide, null),
      })),
    };
  }
}

/** The pieces of a sequence, as a view decides on each issue in it. */
export function showWords(
  sequence: Sequence,
  decide: Decide,
  through: string | null,
): readonly Piece[] {
  return new Showing(sequence, decide, through).show();
}
