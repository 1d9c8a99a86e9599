import { LRUCache } from 'lru-cache';
import { MessageFormat } from 'messageformat';
import { own } from '../../kernel/own.ts';
import { type Direction, directionOf, type Locale } from './locale.ts';

/** What a message's placeholders are filled with; dates are formatted before they come here. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Messages of one room in the languages it has: key → Unicode MessageFormat 2 source. */
export type Catalogue = Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;

/** Finds a message by key and fills it; it also knows which language it speaks. */
export interface Text {
  (key: string, values?: TextValues): string;
  readonly locale: Locale;
  readonly direction: Direction;
  /** Whether the language itself has the message, so that English need not stand in for it. */
  has(key: string): boolean;
}

/** Letters that run right to left: Hebrew to Arabic Extended-A, and the presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Filled messages that are kept: filling one costs a hundred times what finding it does. */
const FILLED_KEPT_MAX = 2000;
/** Longer ones are hardly said again. */
const KEPT_CHARACTERS_MAX = 200;

interface Message {
  plain: MessageFormat;
  isolated: MessageFormat;
}

function compile(locale: Locale, source: string): Message {
  const dir = directionOf(locale);
  return {
    plain: new MessageFormat(locale, source, { dir, bidiIsolation: 'none' }),
    isolated: new MessageFormat(locale, source, { dir, bidiIsolation: 'default' }),
  };
}

/** The source of a message: in the language asked for, else in English. */
function sourceOf(catalogues: readonly Catalogue[], locale: Locale, key: string) {
  for (const spoken of [locale, 'en'] as const) {
    for (const catalogue of catalogues) {
      const source = own(catalogue[spoken], key);
      if (source !== undefined) return { spoken, source };
    }
  }
  return null;
}

/**
 * Isolation marks keep a name in another direction from reordering the sentence around it. Between
 * letters of one direction they do nothing but spoil what a reader copies, so they are left out.
 */
function needsIsolation(direction: Direction, values: TextValues): boolean {
  if (direction === 'rtl') return true;
  return Object.values(values).some((value) => rightToLeft.test(String(value)));
}

/**
 * The texts of a language, from the catalogues of several rooms. A key without a message in that
 * language is spoken in English; a key without any is returned itself, so that it can be found.
 * Each message is compiled on first use and kept.
 */
export function createText(locale: Locale, catalogues: readonly Catalogue[]): Text {
  const direction = directionOf(locale);
  const compiled = new Map<string, Message | null>();
  function find(key: string): Message | null {
    const held = compiled.get(key);
    if (held !== undefined) return held;
    const found = sourceOf(catalogues, locale, key);
    const message = found === null ? null : compile(found.spoken, found.source);
    compiled.set(key, message);
    return message;
  }
  /** Messages that nothing is filled into are the same every time: most of a long table's. */
  const fixed = new Map<string, string>();
  function fixedText(key: string): string {
    const held = fixed.get(key);
    if (held !== undefined) return held;
    const said = filled(key, {});
    fixed.set(key, said);
    return said;
  }
  function filled(key: string, values: TextValues): string {
    const message = find(key);
    if (message === null) return key;
    const format = needsIsolation(direction, values) ? message.isolated : message.plain;
    // A placeholder without a value is shown as its name; the reader still gets the sentence.
    return format.format(values, () => undefined);
  }
  const said = new LRUCache<string, string>({ max: FILLED_KEPT_MAX });
  function filledText(key: string, values: TextValues): string {
    const name = JSON.stringify([key, values]);
    if (name.length > KEPT_CHARACTERS_MAX) return filled(key, values);
    const held = said.get(name);
    if (held !== undefined) return held;
    const message = filled(key, values);
    said.set(name, message);
    return message;
  }
  const text = (key: string, values?: TextValues): string =>
    values === undefined ? fixedText(key) : filledText(key, values);
  const has = (key: string): boolean =>
    catalogues.some((catalogue) => own(catalogue[locale], key) !== undefined);
  return Object.assign(text, { locale, direction, has });
}

/** The keys which a room has in English and lacks in another language, as `fr finding.rule`. */
export function missingKeys(catalogue: Catalogue, wanted: readonly Locale[]): string[] {
  const keys = Object.keys(catalogue.en ?? {});
  return wanted.flatMap((locale) =>
    keys
      .filter((key) => own(catalogue[locale], key) === undefined)
      .map((key) => `${locale} ${key}`),
  );
}
