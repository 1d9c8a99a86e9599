/** Texts folded before, so that one more act takes one more step and not all of them again. */
import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '../facts.ts';
import { TextFold } from './text-fold.ts';
import { type TextState, stateOf } from './text-state.ts';

/** Where an archive has its texts folded. */
export interface TextFolds {
  /** The text that the facts make, all of its register in the order of admission. */
  stateOf(name: string, facts: readonly Fact[]): TextState | null;
}

/** Texts that are kept at once; the one that was asked for longest ago goes first. */
export const TEXTS_KEPT_MAX = 8;

interface Folded {
  readonly fold: TextFold;
  /** What was folded, as it was last found on record. */
  readonly facts: Fact[];
  state: TextState | null;
}

/**
 * Whether two tell of the same act in the same words: what was judged, and what is on record since.
 * Where it stands in the ledger is known only afterwards, and makes no text another.
 */
function isSame(one: Fact, other: Fact): boolean {
  if (one === other) return true;
  if (one.act !== other.act) return false;
  const [{ ledger: _, ...mine }, { ledger: __, ...theirs }] = [one, other];
  return isDeepStrictEqual(mine, theirs);
}

/**
 * Folds that grow with their registers, for whoever judges act by act: a state is good until the
 * next is asked for. Where what was folded is no longer how the facts begin, as after a batch that
 * came to nothing, the text is folded anew.
 */
export class GrowingTexts implements TextFolds {
  readonly #kept = new Map<string, Folded>();

  stateOf(name: string, facts: readonly Fact[]): TextState | null {
    const kept = this.#kept.get(name);
    const goesOn = kept !== undefined && this.#begins(kept, facts);
    const folded = goesOn ? kept : { fold: new TextFold(), facts: [], state: null };
    this.#kept.delete(name);
    this.#kept.set(name, folded);
    if (this.#kept.size > TEXTS_KEPT_MAX) this.#kept.delete([...this.#kept.keys()][0] ?? name);
    const rest = facts.slice(folded.facts.length);
    for (const fact of rest) {
      folded.fold.admit(fact);
      folded.facts.push(fact);
    }
    // A state remembers what became of its issues, and so is of one moment.
    if (rest.length > 0 || folded.state === null) folded.state = stateOf(name, folded.fold);
    return folded.state;
  }

  /** Whether the facts begin with those that were folded, which are then known as they are now. */
  #begins({ facts: known }: Folded, facts: readonly Fact[]): boolean {
    if (facts.length < known.length) return false;
    return known.every((fact, at) => {
      const now = facts[at];
      if (now === undefined || !isSame(fact, now)) return false;
      known[at] = now;
      return true;
    });
  }
}

/** A text that was folded for readers, with the facts that it was folded from. */
export interface ReadText {
  readonly facts: readonly Fact[];
  readonly state: TextState | null;
}

/** Whether a text is that of these very facts: of none that somebody else was given. */
export const isOf = ({ facts }: ReadText, asked: readonly Fact[]): boolean =>
  facts.length === asked.length && facts.every((fact, at) => fact === asked[at]);
