/** When a statement was made, and in which language it stands, as far as its words tell. */
import { pattern } from './pattern.ts';
import type { MOMENTS } from '../../payloads/reservations.ts';

export type Moment = (typeof MOMENTS)[number];

/** The first that is found holds; acts that come later in the life of a consent stand first. */
const MOMENT_WORDS: readonly (readonly [Moment, RegExp])[] = [
  [
    'signature',
    pattern(
      'i',
      String.raw`\b(?:upon|on|at the time of|at) (?:the )?(?:signature|signing)|\b(?:this|our|`,
      String.raw`the) signature\b|\bsigns the|\blors de la signature|\bal firmar`,
    ),
  ],
  [
    'succession',
    /\b(?:upon|on|at the time of) (?:notifying its )?succession|\bnotification of succession/i,
  ],
  [
    'consent',
    pattern(
      'i',
      String.raw`\b(?:upon|on|at the time of|in|when|its|the|this) (?:\w+ ){0,2}?(?:ratif\w+|`,
      String.raw`acced\w+|accession|accept(?:ing|ance)|approv(?:ing|al)|formal confirmation)|`,
      String.raw`\binstrument of`,
    ),
  ],
];

const DEEP = 320;

/** The moment that headings, the beginning of the statement or the note of its section name. */
export function momentOf(words: string, under: readonly string[], note: string): Moment | null {
  for (const text of [under.join(' '), words.slice(0, DEEP), note]) {
    const found = MOMENT_WORDS.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return null;
}

/** Words that hardly any sentence of the language does without. */
const LANGUAGE_WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|of|and|to|that|shall|by|which)\b/gi,
  fr: /\b(?:le|la|les|des|du|et|que|par|dans|aux|est)\b/gi,
  es: /\b(?:el|la|los|las|del|y|que|por|en|al|una)\b/gi,
};

/** The language of most of its small words: en where none is found. */
export function languageOf(text: string): string {
  const counts = Object.entries(LANGUAGE_WORDS).map(
    ([language, words]) => [language, text.match(words)?.length ?? 0] as const,
  );
  const [best] = counts.toSorted(([, one], [, other]) => other - one);
  return best !== undefined && best[1] > 0 ? best[0] : 'en';
}

const MONTHS = [
  ['january', 'janvier', 'enero'],
  ['february', 'février', 'febrero'],
  ['march', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio'],
  ['july', 'juillet', 'julio'],
  ['august', 'août', 'agosto'],
  ['september', 'septembre', 'septiembre'],
  ['october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'décembre', 'diciembre'],
];

/** A day written out, `16 January 1979`, as YYYY-MM-DD; null where it is none. */
export function dayOf(text: string): string | null {
  const [, day = '', month = '', year = ''] =
    /(\d{1,2})(?:er)? (?:de )?(\p{L}{3,10})\.? (?:de )?(\d{4})/u.exec(text) ?? [];
  const at = MONTHS.findIndex((names) =>
    names.some((name) => name.startsWith(month.toLowerCase()) && month.length >= 3),
  );
  if (at === -1) return null;
  const date = new Date(Date.UTC(Number(year), at, Number(day)));
  const text10 = date.toISOString().slice(0, 10);
  return text10.endsWith(`-${day.padStart(2, '0')}`) ? text10 : null;
}
