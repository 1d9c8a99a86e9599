/**
 * What words and letters of status tables mean. Letters as in the status tables of the United
 * Nations Treaty Collection, whose headers explain them; words as in the UN Treaty Handbook,
 * section 3, and its glossary.
 */
import { own } from '../../kernel/own.ts';
import type { TableAct } from './table.ts';

/** An act without its date. */
export type Meaning = Omit<TableAct, 'on' | 'effectiveOn'>;

const deposit = (instrument: NonNullable<Meaning['instrument']>): Meaning => ({
  act: 'deposit',
  instrument,
});
const noted = (note: string): Meaning => ({ ...deposit('notification'), note });

/** First match counts, so that the narrower words stand first. */
const WORDS: readonly (readonly [RegExp, Meaning | null])[] = [
  // Declining provisional application leaves its author where it was.
  [/\bnon-provisional application\b/, null],
  [/\bprovisional application\b/, { act: 'apply-provisionally' }],
  [/\bwithdr[ae]w|\bdenunciation\b|\bdenounced\b/, { act: 'withdraw' }],
  [/\bsuccession to signature\b/, { act: 'sign', note: 'Succession to signature' }],
  [/\bdefinitive signature\b/, { act: 'sign', form: 'definitive' }],
  // Confirmed, a signature ad referendum is a definitive one: VCLT Art. 12(2)(b).
  [
    /\bconfirmation of signature\b/,
    { act: 'sign', form: 'definitive', note: 'Confirmation of signature' },
  ],
  [/\bad referendum\b/, { act: 'sign', form: 'ad-referendum' }],
  [/\bformal confirmation\b/, deposit('formal-confirmation')],
  // A successor declares that it goes on applying what bound its predecessor: VCST Arts. 17, 34.
  [
    /\bcontinued application\b/,
    { ...deposit('succession'), note: 'Declaration of continued application' },
  ],
  [/\bsuccession\b|\bsucceeded\b/, deposit('succession')],
  [/\bratification\b|\bratified\b/, deposit('ratification')],
  [/\baccession\b|\bacceded\b/, deposit('accession')],
  [/\bacceptance\b|\baccepted\b/, deposit('acceptance')],
  [/\bapproval\b|\bapproved\b/, deposit('approval')],
  [/\bconsent to be bound\b/, noted('Consent to be bound')],
  [/\bparticipation\b/, noted('Participation')],
  [/\bsimplified procedure\b/, noted('Simplified procedure')],
  [/^application$/, noted('Application')],
  [/^signature\b|^signed\b/, { act: 'sign' }],
];

/** The act that the words name; null where they name none of ours. */
export function meaningOf(words: string): Meaning | null {
  const plain = words.toLowerCase().trim();
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

const LETTERS: Readonly<Record<string, Meaning>> = {
  a: deposit('accession'),
  A: deposit('acceptance'),
  AA: deposit('approval'),
  c: deposit('formal-confirmation'),
  d: deposit('succession'),
  n: { act: 'apply-provisionally' },
  p: noted('Simplified procedure'),
  P: noted('Consent to be bound'),
  r: deposit('ratification'),
  s: { act: 'sign', form: 'definitive' },
};

/** What a letter usually stands for, where a header does not explain it. */
export function usualMeaningOf(letter: string): Meaning | null {
  return Object.hasOwn(LETTERS, letter) ? (own(LETTERS, letter) ?? null) : null;
}
