/** Shapes that the answers of this practice share, and how they are filled. */
import { z } from 'zod';
import { rule } from '../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Sentence } from '../../../kernel/said.ts';
import { type Locale, locales } from '../../../ui/text/locale.ts';
import type { ActorFacts } from '../../actors/area.ts';
import type { Titles } from '../payloads/parts.ts';

/** The language of names and titles in an answer; what has none in it comes in English. */
export const InLanguage = z.enum(locales).default('en');

const THERE = rule(
  'meetings.unknown',
  'Concord meetings, "Registers"',
  'What is asked for is on record, and for the eyes of who asks.',
);

/** What is told of what is not there, and of what the asker may not see. */
export function unknownHere(what: Sentence): Refusal {
  return refuse(THERE, what);
}

/** A title in the language, else in English. */
export const titleIn = (locale: Locale, title: Titles): string => title[locale] ?? title.en;

/** The name of an actor in the language, else in English, else its id. */
export function nameOf(locale: Locale, actor: string, actors: ActorFacts): string {
  const known = actors.actor(actor);
  return known?.names[locale] ?? known?.name ?? actor;
}
