/** Gives each provision that was read its address: the file's own, or one from its number. */
import { type Prefix, containerOf, isAddress, kindOf } from './address.ts';
import type { DraftProvision } from './draft-text.ts';
import { numberIn } from './numbers.ts';
import {
  type Remark,
  type TextProvision,
  inOneLine,
  lengthFault,
  normalWords,
} from './text-document.ts';

const GROUPS: ReadonlySet<Prefix> = new Set(['part', 'title', 'chap', 'sec']);

const tokenOf = (draft: DraftProvision): string =>
  (draft.number === '' ? null : numberIn(draft.number)) ?? draft.token;

/** The annex that a provision stands in, or null in the main text. */
function annexOf(draft: DraftProvision): DraftProvision | null {
  for (let around = draft.parent; around; around = around.parent) {
    if (around.kind === 'annex' || around.kind === 'att') return around;
  }
  return null;
}

/** Texts, the main one or annexed ones, in which articles are not numbered through. */
function numberedAgain(drafts: readonly DraftProvision[]): Set<DraftProvision | null> {
  const seen = new Map<DraftProvision | null, Set<string>>();
  const again = new Set<DraftProvision | null>();
  for (const draft of drafts) {
    if (draft.kind !== 'art') continue;
    const annex = annexOf(draft);
    const tokens = seen.get(annex) ?? new Set();
    if (tokens.has(tokenOf(draft))) again.add(annex);
    seen.set(annex, tokens.add(tokenOf(draft)));
  }
  return again;
}

/** Kinds that stand in a text as a whole, and have no number. */
const ALONE: ReadonlySet<Prefix> = new Set(['preamble', 'conclusions']);

class Addresses {
  readonly #of = new Map<DraftProvision, string>();
  readonly #lines = new Map<string, number>();
  readonly #again: ReadonlySet<DraftProvision | null>;
  readonly faults: Remark[] = [];

  constructor(drafts: readonly DraftProvision[]) {
    this.#again = numberedAgain(drafts);
  }

  #within(draft: DraftProvision | null): string {
    return draft === null ? '' : (this.#of.get(draft) ?? '');
  }

  /** The address that the file gives, where it lies where the provision does. */
  #given(draft: DraftProvision): string | null {
    const { given, kind, parent } = draft;
    if (given === null || kindOf(given) !== kind) return null;
    const annex = this.#within(annexOf(draft));
    const around = this.#within(parent);
    const container = containerOf(given);
    if (around !== '' && container === around) return given;
    const isGrouped = parent === null || GROUPS.has(parent.kind) || around === annex;
    return isGrouped && container === annex ? given : null;
  }

  #made(draft: DraftProvision): string {
    const { kind, parent } = draft;
    const annex = annexOf(draft);
    const isThrough = kind === 'art' && !this.#again.has(annex);
    const around = this.#within(isThrough ? annex : parent);
    const before = around === '' ? '' : `${around}__`;
    if (ALONE.has(kind)) return `${before}${kind}`;
    return `${before}${kind}_${tokenOf(draft)}`;
  }

  give(draft: DraftProvision): string {
    const address = this.#given(draft) ?? this.#made(draft);
    this.#of.set(draft, address);
    const before = this.#lines.get(address);
    if (before !== undefined) {
      const what = `${address} stands twice; first on line ${before}`;
      this.faults.push({ line: draft.line, what });
    } else if (!isAddress(address)) {
      const what = `a provision is nested too deep, or its number is too long: ${address}`;
      this.faults.push({ line: draft.line, what: what.slice(0, 300) });
    }
    this.#lines.set(address, draft.line);
    return address;
  }
}

/** The provisions with their addresses, and those that cannot have one. */
export function withAddresses(drafts: readonly DraftProvision[]): {
  readonly provisions: TextProvision[];
  readonly faults: readonly Remark[];
} {
  const addresses = new Addresses(drafts);
  const faults: Remark[] = [];
  const provisions = drafts.map((draft): TextProvision => {
    const number = inOneLine(draft.number);
    const heading = inOneLine(draft.heading);
    const provision = {
      id: addresses.give(draft),
      kind: draft.kind,
      ...(number === '' ? {} : { number }),
      ...(heading === '' ? {} : { heading }),
      text: normalWords(draft.lines.join('\n')),
    };
    const tooLong = lengthFault(provision);
    if (tooLong !== null) faults.push({ line: draft.line, what: `${provision.id}: ${tooLong}` });
    return provision;
  });
  return { provisions, faults: [...addresses.faults, ...faults] };
}
