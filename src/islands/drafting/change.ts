/** The change that an act proposes, from what was selected and typed. */
import { type Stretch, placeWithin } from './places.ts';
import { type Inline, alike, readWords } from './words.ts';

export const KINDS = [
  'replace',
  'insert',
  'delete',
  'provision',
  'delete-provision',
  'comment',
] as const;
export type Kind = (typeof KINDS)[number];

/** What was changed in the middle of the words, and only that. */
function narrowed(stretch: Stretch, typed: string) {
  const { words } = stretch;
  const { start, end } = alike(words, typed);
  return {
    from: placeWithin(stretch, start),
    to: placeWithin(stretch, words.length - end),
    typed: typed.slice(start, typed.length - end),
    isGap: start + end === words.length,
  };
}

function replacing(stretch: Stretch, typed: string): object | null {
  const { from, to, typed: own, isGap } = narrowed(stretch, typed);
  if (isGap && own === '') return null;
  if (own === '') return { kind: 'delete', from, to };
  const words: Inline[] = readWords(own);
  return isGap ? { kind: 'insert', at: from, words } : { kind: 'replace', from, to, words };
}

/** What a comment is on: the words; at a gap the whole provision. */
export function aboutOf({ from, to, provision, words }: Stretch): object {
  return words === '' ? { kind: 'provision', provision } : { kind: 'passage', from, to };
}

/**
 * The change, as `meetings.propose-change` takes it; null where nothing would change. Throws a
 * `RangeError` where brackets are not balanced.
 */
export function changeOf(kind: Kind, stretch: Stretch, typed: string): object | null {
  const { from, to, provision } = stretch;
  const isNothing = typed.trim() === '';
  if (kind === 'delete') {
    return from.run === to.run && from.offset === to.offset ? null : { kind, from, to };
  }
  if (kind === 'delete-provision') return { kind, provision };
  if (kind === 'insert') return isNothing ? null : { kind, at: to, words: readWords(typed) };
  if (kind === 'provision') {
    if (isNothing) return null;
    const words = readWords(typed.trim());
    return { kind: 'insert-provision', after: provision, provisionKind: 'paragraph', words };
  }
  return replacing(stretch, typed);
}
