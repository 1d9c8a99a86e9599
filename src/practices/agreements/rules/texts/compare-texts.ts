/** Two versions of a text, or two languages of it, provision by provision, aligned by address. */
import { type ArrayChange, diffArrays } from 'diff';
import type { Provision } from '../../payloads/texts.ts';

/** Above this many words a provision is compared sentence by sentence. */
export const WORDS_COMPARED_MAX = 4000;
/** Above this many insertions and deletions nothing in common is looked for. */
export const EDITS_MAX = 3000;

/** A stretch of words that both versions have, or one of them. */
export interface Stretch {
  readonly in: 'both' | 'from' | 'to';
  readonly text: string;
}

export type Fate = 'same' | 'changed' | 'added' | 'removed';

export interface Compared<One extends Provision = Provision> {
  readonly id: string;
  readonly fate: Fate;
  readonly from: One | null;
  readonly to: One | null;
  /** Their words, where both have the provision and it changed. */
  readonly stretches: readonly Stretch[];
}

/** Kinds whose number stands on the line on which their words begin. */
const NUMBERED: ReadonlySet<string> = new Set(['para', 'subpara', 'list', 'point']);

/** Number, heading and words of a provision, as one reads them. */
export function wordsOf({ kind, number = '', heading = '', text }: Provision): string {
  const apart = NUMBERED.has(kind) ? ' ' : '\n';
  return [number, [heading, text].filter((part) => part !== '').join('\n')]
    .filter((part) => part !== '')
    .join(apart);
}

const segmenters = new Map<string, Intl.Segmenter>();

function pieces(text: string, language: string, granularity: 'word' | 'sentence'): string[] {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key);
  // Chinese parts no words by spaces; the segmenter knows them, and every other language's too.
  const segmenter = known ?? new Intl.Segmenter(language, { granularity });
  if (!known) segmenters.set(key, segmenter);
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function stretchesOf(changes: readonly ArrayChange<string>[]): Stretch[] {
  return changes.map(({ added, removed, value }) => ({
    in: added ? 'to' : removed ? 'from' : 'both',
    text: value.join(''),
  }));
}

/** What differs between two texts, word by word; sentence by sentence where they are long. */
export function compareWords(from: string, to: string, language: string): Stretch[] {
  if (from === to) return from === '' ? [] : [{ in: 'both', text: from }];
  const isLong = from.length + to.length > WORDS_COMPARED_MAX * 6;
  const granularity = isLong ? 'sentence' : 'word';
  const [one, other] = [from, to].map((text) => pieces(text, language, granularity));
  const changes = diffArrays(one ?? [], other ?? [], { maxEditLength: EDITS_MAX });
  if (changes) return stretchesOf(changes);
  return [
    { in: 'from', text: from },
    { in: 'to', text: to },
  ];
}

/** Addresses in an order that keeps that of both texts; one that moved stands twice. */
function alignment(from: readonly string[], to: readonly string[]) {
  const changes = diffArrays([...from], [...to], { maxEditLength: EDITS_MAX });
  const all = changes ?? [
    { value: [...from], removed: true, added: false },
    { value: [...to], removed: false, added: true },
  ];
  return all.flatMap(({ added, removed, value }) =>
    value.map((id) => ({ id, inFrom: !added, inTo: !removed })),
  );
}

function compared<One extends Provision>(
  id: string,
  from: One | null,
  to: One | null,
  language: string,
): Compared<One> {
  if (from === null || to === null) {
    return { id, fate: from === null ? 'added' : 'removed', from, to, stretches: [] };
  }
  const [old, now] = [wordsOf(from), wordsOf(to)];
  if (old === now) return { id, fate: 'same', from, to, stretches: [] };
  return { id, fate: 'changed', from, to, stretches: compareWords(old, now, language) };
}

/**
 * Two versions in one language. A provision that moved or was given another number is one that
 * was removed and one that was added.
 */
export function compareVersions<One extends Provision>(
  from: readonly One[],
  to: readonly One[],
  language: string,
): Compared<One>[] {
  const [old, now] = [from, to].map((all) => new Map(all.map((one) => [one.id, one])));
  const ids = (all: readonly One[]): string[] => all.map(({ id }) => id);
  return alignment(ids(from), ids(to)).map(({ id, inFrom, inTo }) => {
    const one = inFrom ? (old?.get(id) ?? null) : null;
    const other = inTo ? (now?.get(id) ?? null) : null;
    return compared(id, one, other, language);
  });
}

/** Two languages side by side; what one lacks is left empty there. */
export function alignLanguages<One extends Provision>(
  one: readonly One[],
  other: readonly One[],
): { readonly id: string; readonly one: One | null; readonly other: One | null }[] {
  const [first, second] = [one, other].map((all) => new Map(all.map((each) => [each.id, each])));
  const ids = (all: readonly One[]): string[] => all.map(({ id }) => id);
  const rows = alignment(ids(one), ids(other)).map(({ id }) => id);
  return [...new Set(rows)].map((id) => ({
    id,
    one: first?.get(id) ?? null,
    other: second?.get(id) ?? null,
  }));
}
