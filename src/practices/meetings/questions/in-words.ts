/** What this practice's findings say, in the language that was asked for. */
import type { Finding } from '../../../kernel/finding.ts';
import { findingInWords } from '../../../ui/text/in-words.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Text, createText } from '../../../ui/text/text.ts';
import { uiText } from '../../../ui/text/ui-text.ts';
import type { ActorFacts } from '../../actors/area.ts';
import { meetingFindingsText } from '../text/findings/findings-text.ts';

const texts = new Map<Locale, Text>();

function textIn(locale: Locale): Text {
  const held = texts.get(locale) ?? createText(locale, [meetingFindingsText, uiText]);
  texts.set(locale, held);
  return held;
}

/** A finding in a language; in English as it was found. */
export function findingIn(locale: Locale, found: Finding, actors: ActorFacts): Finding {
  if (locale === 'en') return found;
  const nameOf = (id: string) => actors.actor(id)?.names[locale];
  return findingInWords({ text: textIn(locale), nameOf }, found);
}
