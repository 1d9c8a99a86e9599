/** The words of texts by their acts, for judges: loaded only where an act speaks of them. */
import type { FixedText, TextChanges } from '../../payloads/texts.ts';

export type Words = FixedText | TextChanges;

/** Whether the words are a whole text, and not changes of one. */
export function isWhole(words: Words): words is FixedText {
  return 'provisions' in words;
}

export class Library {
  readonly #byAct = new Map<string, Words>();

  constructor(words: Iterable<readonly [string, Words]> = []) {
    for (const [act, one] of words) this.#byAct.set(act, one);
  }

  /** The words of an act; null where they were not loaded. */
  of(act: string): Words | null {
    return this.#byAct.get(act) ?? null;
  }

  put(act: string, words: Words): void {
    this.#byAct.set(act, words);
  }
}
