/** One shelf, ready to be searched. The same things make the same index, whoever may see them. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Findable } from '../../kernel/findable.ts';
import { keyOf, termOf, termsOf, wordsOf } from './fold.ts';

/** Indexes that are kept, over all clearances: most share nearly all of them. */
const INDEXES_KEPT_MAX = 200;
/** Initials of fewer words stand for too much. */
const INITIALS_MIN = 3;
const SLIPS = 0.2;
/** In a shorter word a slip makes another word. */
const SLIPS_LENGTH_MIN = 5;
const WEIGHTS = { title: 4, names: 3, within: 1, words: 1 } as const;
/** By word beginnings, then with slips: each finds less surely than the word itself. */
const SURENESS = { prefix: 0.6, fuzzy: 0.35 } as const;

export interface ShelfIndex {
  readonly things: readonly Findable[];
  /** Things by the keys of their names, each name whole. */
  readonly byKey: ReadonlyMap<string, readonly Findable[]>;
  /** Keys of each thing, in the order of `things`. */
  readonly keys: readonly (readonly string[])[];
  find(query: string, every: boolean): readonly SearchResult[];
  /** Things in one of whose names all these terms stand, as they are. */
  findTitled(terms: readonly string[]): readonly Findable[];
}

/** Every name by which a thing is called: titles, then others, then initials of its titles. */
export function namesOf({ title, names = [] }: Findable): string[] {
  return [...Object.values(title).filter((name) => name !== undefined), ...names];
}

/** `CTBT` of `Comprehensive Test Ban Treaty`, in languages whose letters stand alone. */
function initialsOf(name: string): string[] {
  const terms = termsOf(name);
  const isLettered = terms.every((term) => /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(term));
  return isLettered && terms.length >= INITIALS_MIN
    ? [keyOf(terms.map((term) => term.slice(0, 1)).join(''))]
    : [];
}

/** Kinds that are spoken of by their initials. */
const BY_INITIALS = new Set(['agreement', 'organisation', 'group', 'organ']);

/** `d’Ivoire` is also written in one word. */
const APOSTROPHE = /['’ʼ]/;
const APOSTROPHES = /['’ʼ]/g;

function keysOf(thing: Findable): string[] {
  const titles = Object.values(thing.title).filter((name) => name !== undefined);
  const initials = BY_INITIALS.has(thing.kind) ? titles.flatMap(initialsOf) : [];
  const names = namesOf(thing);
  const joined = names.filter((name) => APOSTROPHE.test(name));
  const keys = [
    ...names.map(keyOf),
    ...joined.map((name) => keyOf(name.replaceAll(APOSTROPHES, ''))),
    ...initials,
  ];
  return [...new Set(keys)].filter((key) => key !== '');
}

/** Things that are read at once: a few milliseconds, so that pages meanwhile hardly wait. */
const SLICE = 40;

/** Parts of what is there, each after whatever came meanwhile had its turn. */
async function* slicesOf<Thing>(all: readonly Thing[]): AsyncGenerator<readonly Thing[]> {
  for (let at = 0; at < all.length; at += SLICE) {
    if (at > 0) await setImmediate();
    yield all.slice(at, at + SLICE);
  }
}

async function searchOf(things: readonly Findable[], keys: readonly (readonly string[])[]) {
  const search = new MiniSearch<{ id: number; title: string; names: string }>({
    fields: ['title', 'names', 'within', 'words'],
    tokenize: wordsOf,
    processTerm: (word) => termOf(word) || null,
  });
  await search.addAllAsync(
    things.map((thing, id) => ({
      id,
      title: Object.values(thing.title).join('\n'),
      names: [...(thing.names ?? []), ...(keys[id] ?? []).filter((key) => !key.includes(' '))].join(
        '\n',
      ),
      within: Object.values(thing.within ?? {}).join('\n'),
      words: thing.words ?? '',
    })),
    { chunkSize: SLICE },
  );
  return search;
}

const isNumber = (term: string): boolean => /^\d+$/.test(term);

/** Numbers and short words have no slips: another number is another thing. */
function slipsIn(term: string): number | false {
  if (isNumber(term) || term.length < SLIPS_LENGTH_MIN) return false;
  return term.length < 8 ? 1 : SLIPS;
}

async function indexOf(things: readonly Findable[]): Promise<ShelfIndex> {
  const keys: (readonly string[])[] = [];
  for await (const slice of slicesOf(things)) keys.push(...slice.map(keysOf));
  const byKey = new Map<string, Findable[]>();
  for (const [at, thing] of things.entries()) {
    for (const key of keys[at] ?? []) {
      const known = byKey.get(key);
      if (known) known.push(thing);
      else byKey.set(key, [thing]);
    }
  }
  const search = await searchOf(things, keys);
  return {
    things,
    byKey,
    keys,
    findTitled: (terms) =>
      things.filter((_, at) =>
        keys[at]?.some((key) => terms.every((term) => ` ${key} `.includes(` ${term} `))),
      ),
    find: (query, every) =>
      search.search(query, {
        combineWith: every ? 'AND' : 'OR',
        boost: WEIGHTS,
        prefix: (term) => !isNumber(term),
        fuzzy: slipsIn,
        weights: SURENESS,
      }),
  };
}

/** Those that are being made, too: whoever asks meanwhile waits for the same. */
const indexes = new LRUCache<string, Promise<ShelfIndex>>({ max: INDEXES_KEPT_MAX });

async function digestOf(things: readonly Findable[]): Promise<string> {
  const hash = createHash('sha256');
  for await (const slice of slicesOf(things)) hash.update(JSON.stringify(slice));
  return hash.digest('base64');
}

/**
 * The index of these things. Kept by what they say: what a reader may not see is in no index that
 * this reader is given, and readers who may see the same share one.
 */
export async function indexFor(things: readonly Findable[]): Promise<ShelfIndex> {
  const digest = await digestOf(things);
  const known = indexes.get(digest);
  if (known) return known;
  const made = indexOf(things);
  indexes.set(digest, made);
  // What failed once is tried again by the next who asks.
  made.catch(() => indexes.delete(digest));
  return made;
}
