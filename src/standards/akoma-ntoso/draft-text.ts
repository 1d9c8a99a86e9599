/** A text while it is being read: provisions as they open and close, before they have addresses. */
import type { Prefix } from './address.ts';
import { inOneLine } from './text-document.ts';

/** A provision that is being read. */
export class DraftProvision {
  readonly kind: Prefix;
  readonly line: number;
  readonly parent: DraftProvision | null;
  /** The address that the file gives it; null where it gives none that could stand. */
  readonly given: string | null;
  number = '';
  heading = '';
  readonly lines: string[] = [];
  #words = '';
  /** Where words go that come after a provision within this one. */
  #after: DraftProvision | null = null;
  /** Provisions within it, by kind. */
  readonly #counts = new Map<Prefix, number>();
  #wrapUps = 0;
  #hasBelow = false;

  constructor(given: {
    kind: Prefix;
    line: number;
    parent: DraftProvision | null;
    given: string | null;
  }) {
    this.kind = given.kind;
    this.line = given.line;
    this.parent = given.parent;
    this.given = given.given;
  }

  /** Which of its kind the next one below is, from 1 on. */
  begin(kind: Prefix): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#hasBelow = true;
    this.#after = null;
    return count;
  }

  add(text: string): void {
    this.#words += text;
  }

  /** Ends a paragraph. What comes after a provision below makes one of its own, which is given. */
  endParagraph(line: number): DraftProvision | null {
    const words = inOneLine(this.#words);
    this.#words = '';
    if (words === '') return null;
    if (!this.#hasBelow) {
      this.lines.push(words);
      return null;
    }
    const known = this.#after;
    const kind = this.kind === 'preamble' ? 'para' : 'subpara';
    const after = known ?? new DraftProvision({ kind, line, parent: this, given: null });
    after.lines.push(words);
    this.#after = after;
    if (known) return null;
    this.#wrapUps += 1;
    after.token = this.#wrapUps === 1 ? 'wrapup' : `wrapup-${this.#wrapUps}`;
    return after;
  }

  /** What its last step says where no number does. */
  token = '';

  isEmpty(): boolean {
    return this.number === '' && this.heading === '' && this.lines.length === 0 && !this.#hasBelow;
  }
}
