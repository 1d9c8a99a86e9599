/** Words as they are typed, with square brackets, to words as an act has them. */

export type Inline =
  | string
  | { readonly placeholder: string }
  | { readonly alternatives: readonly (readonly Inline[])[] };

const PLACEHOLDER = /^(?:\.{2,}|…|_+|[XYZN])$/u;

class Reading {
  #at = 0;
  constructor(readonly typed: string) {}

  /** Up to the bracket that ends them, or the end. Throws where a bracket is not balanced. */
  words(isInside: boolean): Inline[] {
    const found: Inline[] = [];
    let run = '';
    const end = (): void => {
      if (run !== '') found.push(run);
      run = '';
    };
    for (; this.#at < this.typed.length; this.#at += 1) {
      const character = this.typed.charAt(this.#at);
      if (character === ']') {
        if (!isInside) throw new RangeError(String(this.#at));
        end();
        return found;
      }
      if (character === '[') {
        end();
        found.push(this.#bracket());
      } else run += character;
    }
    if (isInside) throw new RangeError(String(this.#at));
    end();
    return found;
  }

  /** Brackets side by side are alternatives. */
  #bracket(): Inline {
    const alternatives: Inline[][] = [];
    do {
      this.#at += 1;
      alternatives.push(this.words(true));
    } while (this.typed.charAt(this.#at + 1) === '[' && (this.#at += 1));
    const [only = [], ...others] = alternatives;
    const [name] = only;
    const isEmpty = others.length === 0 && only.length === 1 && typeof name === 'string';
    return isEmpty && PLACEHOLDER.test(name.trim())
      ? { placeholder: name.trim() }
      : { alternatives };
  }
}

/** Reads what was typed. Throws a `RangeError` where brackets are not balanced. */
export function readWords(typed: string): Inline[] {
  return new Reading(typed).words(false);
}

/** What two wordings begin and end with alike, in characters, never within a character. */
export function alike(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (/[\ud800-\udbff]/.test(before[start - 1] ?? '')) start -= 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (/[\udc00-\udfff]/.test(before.at(-end) ?? '') && end > 0) end -= 1;
  return { start, end };
}
