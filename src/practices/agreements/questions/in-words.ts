/** What the rules of this practice say, in the language that was asked for. */
import type { Finding } from '../../../kernel/finding.ts';
import { type Sentence, inEnglish } from '../../../kernel/said.ts';
import { type Speaker, findingInWords } from '../../../ui/text/in-words.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { spoken } from '../../../ui/text/spoken.ts';
import { type Text, createText } from '../../../ui/text/text.ts';
import { uiText } from '../../../ui/text/ui-text.ts';
import type { Chronicle } from '../rules/entry-into-force.ts';
import { agreementsText } from '../text/agreements-text.ts';
import { findingsText } from '../text/findings/findings-text.ts';

const texts = new Map<Locale, Text>();

/** Messages are compiled on first use, so that each language is spoken by one text only. */
function textIn(locale: Locale): Text {
  const held = texts.get(locale) ?? createText(locale, [findingsText, agreementsText, uiText]);
  texts.set(locale, held);
  return held;
}

function kindIn(text: Text, kind: string): string | undefined {
  const keys = [`agreements.instrument.${kind}`, `agreements.event.${kind}`];
  return keys.map((key) => (text(key) === key ? undefined : text(key))).find(Boolean);
}

/** Short titles of agreements by their registers, where a finding names others than its own. */
export type Titles = ReadonlyMap<string, string>;

function speakerOf(locale: Locale, { scene }: Chronicle, titles?: Titles): Speaker {
  const text = textIn(locale);
  return {
    text,
    nameOf: (id) => titles?.get(id) ?? scene.facts.actor(id)?.names[locale],
    kindOf: (kind) => kindIn(text, kind),
  };
}

/** A finding in a language; in English as it was found. */
export function findingIn(
  locale: Locale,
  found: Finding,
  chronicle: Chronicle,
  titles?: Titles,
): Finding {
  return locale === 'en' ? found : findingInWords(speakerOf(locale, chronicle, titles), found);
}

/** A sentence of a rule in a language, with its days written out. */
export function sentenceIn(locale: Locale, sentence: Sentence, chronicle: Chronicle): string {
  if (locale === 'en') return inEnglish(sentence);
  const { text, nameOf } = speakerOf(locale, chronicle);
  return spoken(text, sentence, { nameOf });
}
