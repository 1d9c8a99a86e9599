/** What rules said as sentences with values, in the reader's language. */
import type { Excluded, Finding, FindingSaid, Ref } from '../../kernel/finding.ts';
import type { Sentence } from '../../kernel/said.ts';
import { spoken } from './spoken.ts';
import type { Text } from './text.ts';

/** Who speaks: a language with its catalogues, and the names that actors and things have in it. */
export interface Speaker {
  readonly text: Text;
  readonly nameOf: (id: string) => string | undefined;
  /** What an act or a standing is called (`ratification`), for references. */
  readonly kindOf?: (kind: string) => string | undefined;
}

/** A sentence with its days as plain dates, which views write as times. */
function inWords({ text, nameOf }: Speaker, sentence: Sentence): string {
  return spoken(text, sentence, { nameOf, days: 'iso' });
}

function saidInWords(speaker: Speaker, { question, text, missing }: FindingSaid) {
  const words = (sentence: Sentence): string => inWords(speaker, sentence);
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
  return {
    ...ref,
    label: word === undefined ? name : text('ui.finding.did', { name, value: word }),
  };
}

function excludedInWords(speaker: Speaker, one: Excluded): Excluded {
  const ref = refInWords(speaker, one.ref);
  return one.said === undefined
    ? { ...one, ref }
    : { ...one, ref, reason: inWords(speaker, one.said) };
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
    ...(rule.said === undefined ? {} : { rule: { ...rule, text: inWords(speaker, rule.said) } }),
    counted: given.counted.map((ref) => refInWords(speaker, ref)),
    excluded: given.excluded.map((one) => excludedInWords(speaker, one)),
    parts: given.parts.map((part) => findingInWords(speaker, part)),
  };
}
