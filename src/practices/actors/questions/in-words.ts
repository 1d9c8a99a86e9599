/** What the registry's findings say, in the language that was asked for. */
import { z } from 'zod';
import type { Finding } from '../../../kernel/finding.ts';
import { findingInWords } from '../../../ui/text/in-words.ts';
import { type Locale, locales } from '../../../ui/text/locale.ts';
import { type Text, createText } from '../../../ui/text/text.ts';
import { uiText } from '../../../ui/text/ui-text.ts';
import type { ActorFacts } from '../rules/actor-facts.ts';
import { actorFindingsText } from '../text/findings/findings-text.ts';

/** The language of sentences in an answer; English where none is asked for. */
export const InLanguage = z.enum(locales).optional();

const texts = new Map<Locale, Text>();

function textIn(locale: Locale): Text {
  const held = texts.get(locale) ?? createText(locale, [actorFindingsText, uiText]);
  texts.set(locale, held);
  return held;
}

/** A finding in a language; in English as it was found. */
export function findingIn(locale: Locale | undefined, found: Finding, facts: ActorFacts): Finding {
  if (locale === undefined || locale === 'en') return found;
  const text = textIn(locale);
  const nameOf = (id: string) => facts.actor(id)?.names[locale];
  return findingInWords({ text, nameOf, kindOf: (kind) => text(kind) }, found);
}
