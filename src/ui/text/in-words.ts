/** What rules said as sentences with values, in the reader's language. */
import type { Excluded, Finding, FindingSaid, Ref } from '../../kernel/finding.ts';
import { type SaidValue, type Sentence, inEnglish, isNamed, isSaid } from '../../kernel/said.ts';
import { formatDate, formatList, formatNumber } from './format.ts';
import type { Text, TextValues } from './text.ts';

/** Who speaks: a language with its catalogues, and the names that actors and things have in it. */
export interface Speaker {
  readonly text: Text;
  readonly nameOf: (id: string) => string | undefined;
  /** What an act or a standing is called (`ratification`), for references. */
  readonly kindOf?: (kind: string) => string | undefined;
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/;

/** `iso`: days stay as they are, for a view that writes them as times. */
type Days = 'iso' | 'written';

function valueInWords(speaker: Speaker, value: SaidValue, days: Days): string | number {
  const { locale } = speaker.text;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (!plainDate.test(value)) return formatNumber(locale, value);
    return days === 'iso' ? value : formatDate(locale, value);
  }
  if (typeof value === 'bigint') return formatNumber(locale, value);
  if (isSaid(value)) return inWords(speaker, value, days);
  if (isNamed(value)) return speaker.nameOf(value.id) ?? value.name;
  return formatList(
    locale,
    value.map((one) => `${valueInWords(speaker, one, days)}`),
  );
}

/** A sentence in the reader's language; in English where nobody has put it into that one. */
export function inWords(speaker: Speaker, sentence: Sentence, days: Days = 'written'): string {
  const { template, values } = sentence;
  const filling: TextValues = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueInWords(speaker, value, days)]),
  );
  const words = speaker.text(template, filling);
  return words === template ? inEnglish(sentence) : words;
}

function saidInWords(speaker: Speaker, { question, text, missing }: FindingSaid) {
  const words = (sentence: Sentence): string => inWords(speaker, sentence, 'iso');
  return {
    ...(question === undefined ? {} : { question: words(question) }),
    ...(text === undefined ? {} : { text: words(text) }),
    ...(missing === undefined ? {} : { missing: missing.map(words) }),
  };
}

function refInWords({ nameOf, kindOf, text }: Speaker, ref: Ref): Ref {
  const { actor, kind } = ref;
  const name = actor === undefined ? undefined : nameOf(actor);
  const word = kind === undefined ? undefined : kindOf?.(kind);
  if (name === undefined) return word === undefined ? ref : { ...ref, label: word };
  return { ...ref, label: word === undefined ? name : text('ui.finding.did', { name, word }) };
}

function excludedInWords(speaker: Speaker, one: Excluded): Excluded {
  const ref = refInWords(speaker, one.ref);
  return one.said === undefined
    ? { ...one, ref }
    : { ...one, ref, reason: inWords(speaker, one.said, 'iso') };
}

/**
 * A finding in the reader's language, its parts included. Days stay plain dates, which the view
 * writes; what nobody said as a sentence stays English.
 */
export function findingInWords(speaker: Speaker, given: Finding): Finding {
  const { rule } = given;
  return {
    ...given,
    ...(given.said === undefined ? {} : saidInWords(speaker, given.said)),
    ...(rule.said === undefined
      ? {}
      : { rule: { ...rule, text: inWords(speaker, rule.said, 'iso') } }),
    counted: given.counted.map((ref) => refInWords(speaker, ref)),
    excluded: given.excluded.map((one) => excludedInWords(speaker, one)),
    parts: given.parts.map((part) => findingInWords(speaker, part)),
  };
}
