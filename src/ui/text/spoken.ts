/** What rules said, in the reader's language. */
import type { Rule } from '../../kernel/law.ts';
import { type SaidValue, type Sentence, inEnglish, isNamed, isSaid } from '../../kernel/said.ts';
import { formatDate, formatInstant, formatList, formatNumber } from './format.ts';
import type { Text } from './text.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** With a point: whole numbers may be numbers of things, such as years. */
const DECIMAL = /^\d+\.\d+$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** The key of a word that rules fill in: a kind of instrument, a level, a way of deciding. */
const wordKey = (word: string): string => `word.${word}`;

/** How names and days are given: days as they are, for a view that writes them as times. */
export interface Speaking {
  /** The name that something has in the language, by its id. */
  readonly nameOf?: (id: string) => string | undefined;
  readonly days?: 'written' | 'iso';
}

function nameIn(text: Text, name: string, { days }: Speaking): string {
  if (DAY.test(name)) return days === 'iso' ? name : formatDate(text.locale, name);
  if (DECIMAL.test(name)) return formatNumber(text.locale, name);
  if (INSTANT.test(name)) return formatInstant(text.locale, name);
  return text.has(wordKey(name)) ? text(wordKey(name)) : name;
}

/** A value as its place takes it; a number stays one, because plurals are chosen by it. */
function valueIn(text: Text, value: SaidValue, speaking: Speaking): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return formatNumber(text.locale, value);
  if (typeof value === 'string') return nameIn(text, value, speaking);
  if (isSaid(value)) return spoken(text, value, speaking);
  if (isNamed(value)) return speaking.nameOf?.(value.id) ?? value.name;
  const all = value.map((one) => valueIn(text, one, speaking));
  return formatList(
    text.locale,
    all.map((one) => (typeof one === 'number' ? formatNumber(text.locale, one) : one)),
  );
}

/** Whether nothing stands between the places, so that no language says it otherwise. */
const isBare = (template: string): boolean => /^(?:\{\$\w+\} ?)+$/.test(template);

/**
 * A sentence in the reader's language: dates, numbers and lists as it writes them, and names kept
 * apart where directions meet. What its catalogues lack, and what is read in English, stays as the
 * record has it.
 */
export function spoken(text: Text, sentence: Sentence, speaking: Speaking = {}): string {
  const { template, values } = sentence;
  if (text.locale === 'en') return inEnglish(sentence);
  const filled = (): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueIn(text, value, speaking)]),
    );
  if (isBare(template)) return inEnglish({ template, values: filled() });
  return text.has(template) ? text(template, filled()) : inEnglish(sentence);
}

/** The key of a rule's text in the catalogues of other languages. */
export const ruleKey = (id: string): string => `rule.${id}`;

/** What a rule says, in the reader's language; its citation stays as lawyers write it. */
export function spokenRule(text: Text, rule: Rule): { text: string; citation: string } {
  const key = ruleKey(rule.id);
  return { text: text.has(key) ? text(key) : rule.text, citation: rule.citation };
}
