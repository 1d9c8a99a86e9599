/**
 * Scenarios of texts: given what was put down, adopted and amended, when one reads a language on a
 * day, then this is what the text says. Amendment trees and consolidated texts in several
 * languages. VCLT Arts. 10, 33, 39-41, 79.
 */
import type { Told } from '../paper-registers.ts';
import { adoption } from '../paper-registers.ts';

/** What one reads. */
export interface ReadingAsked {
  readonly agreement?: string;
  readonly language?: string;
  readonly on: string;
  /** Between whom; absent: for all. */
  readonly between?: readonly [string, string];
  /** The provisions as `address: words`; null where there is no text. */
  readonly says: readonly string[] | null;
  /** Amendments in force that say nothing in this language. */
  readonly lacking?: readonly string[];
}

export interface TextScenario {
  readonly title: string;
  readonly given: readonly Told[];
  readonly readings: readonly ReadingAsked[];
  /** Acts that are refused after those, with the rule. */
  readonly refused?: readonly (readonly [Told, string])[];
}

const article = (number: string, text: string) => ({ id: `art_${number}`, kind: 'art', text });

/** A text of articles in a language. */
function text(
  on: string,
  words: Readonly<Record<string, string>>,
  more: { language?: string; agreement?: string; authentic?: boolean } = {},
): Told {
  const { agreement = 'convention', language = 'en', authentic = true } = more;
  const provisions = Object.entries(words).map(([number, one]) => article(number, one));
  return {
    type: 'fix-text',
    agreement,
    payload: { on, language, title: 'Convention', authentic, provisions },
  };
}

const adopted = (on: string, agreement = 'convention', more: object = {}): Told => ({
  type: 'adopt',
  agreement,
  payload: adoption({}, { adoptedOn: on, ...more }),
});
const amending = (on: string, agreement: string, parent = 'convention', more: object = {}): Told =>
  adopted(on, agreement, { kind: 'amendment', parent, ...more });
const changes = (agreement: string, on: string, all: readonly object[], language = 'en'): Told => ({
  type: 'change-text',
  agreement,
  payload: { on, language, changes: all },
});
/** Two consents bring an agreement on paper into force on the second. */
const inForce = (on: string, agreement: string): Told[] =>
  ['AAA', 'BBB'].map((actor) => ({
    type: 'deposit',
    actor,
    agreement,
    payload: { on, instrument: 'accession' },
  }));
const replace = (number: string, words: string) => ({
  change: 'replace',
  provision: `art_${number}`,
  by: [article(number, words)],
});
const insert = (after: string, number: string, words: string) => ({
  change: 'insert',
  after: `art_${after}`,
  provisions: [article(number, words)],
});

const CONVENTION = [
  text('2000-01-01', { 1: 'river', 2: 'shore' }),
  adopted('2000-02-01'),
  ...inForce('2001-01-01', 'convention'),
];

export const TEXTS: readonly TextScenario[] = [
  {
    title: 'a draft is replaced until the text is adopted; then it is fixed (VCLT Art. 10)',
    given: [
      text('1999-01-01', { 1: 'brook' }),
      text('1999-06-01', { 1: 'river' }),
      adopted('2000-02-01'),
    ],
    readings: [
      { on: '1998-12-31', says: null },
      { on: '1999-03-01', says: ['art_1: brook'] },
      { on: '2001-01-01', says: ['art_1: river'] },
    ],
    refused: [[text('2000-03-01', { 1: 'lake' }), 'text-fixed']],
  },
  {
    title: 'the text reads as amended from the day on which the amendment is in force',
    given: [
      ...CONVENTION,
      amending('2005-01-01', 'first'),
      changes('first', '2005-01-01', [replace('2', 'all shores'), insert('2', '3', 'sea')]),
      ...inForce('2007-07-01', 'first'),
    ],
    readings: [
      { on: '2007-06-30', says: ['art_1: river', 'art_2: shore'] },
      { on: '2007-07-01', says: ['art_1: river', 'art_2: all shores', 'art_3: sea'] },
    ],
  },
  {
    title: 'a later amendment changes what an earlier one brought in',
    given: [
      ...CONVENTION,
      amending('2005-01-01', 'first'),
      changes('first', '2005-01-01', [insert('2', '3', 'sea')]),
      ...inForce('2006-01-01', 'first'),
      amending('2010-01-01', 'second'),
      changes('second', '2010-01-01', [replace('3', 'sea and sky')]),
      ...inForce('2011-01-01', 'second'),
    ],
    readings: [
      { on: '2010-12-31', says: ['art_1: river', 'art_2: shore', 'art_3: sea'] },
      { on: '2011-01-01', says: ['art_1: river', 'art_2: shore', 'art_3: sea and sky'] },
    ],
  },
  {
    title: 'an amendment of an amendment changes that one’s own text, and not the convention’s',
    given: [
      ...CONVENTION,
      amending('2005-01-01', 'first'),
      text('2005-01-01', { 1: 'enters into force' }, { agreement: 'first' }),
      changes('first', '2005-01-01', [replace('2', 'all shores')]),
      amending('2006-01-01', 'of-the-first', 'first'),
      changes('of-the-first', '2006-01-01', [replace('1', 'enters into force at once')]),
      ...inForce('2007-01-01', 'of-the-first'),
      ...inForce('2009-01-01', 'first'),
    ],
    readings: [
      // What amends an amendment that is not in force stands nowhere.
      { agreement: 'first', on: '2008-01-01', says: ['art_1: enters into force'] },
      { agreement: 'first', on: '2009-01-01', says: ['art_1: enters into force at once'] },
      { on: '2008-01-01', says: ['art_1: river', 'art_2: shore'] },
      { on: '2009-01-01', says: ['art_1: river', 'art_2: all shores'] },
    ],
  },
  {
    title: 'in a language in which an amendment says nothing, its change is named and not guessed',
    given: [
      ...CONVENTION,
      text('2000-02-01', { 1: 'fleuve', 2: 'rive' }, { language: 'fr' }),
      text('2000-02-01', { 1: '河', 2: '岸' }, { language: 'zh', authentic: false }),
      amending('2005-01-01', 'first'),
      changes('first', '2005-01-01', [replace('2', 'all shores')]),
      changes('first', '2005-01-01', [replace('2', '所有岸')], 'zh'),
      ...inForce('2006-01-01', 'first'),
    ],
    readings: [
      { on: '2007-01-01', says: ['art_1: river', 'art_2: all shores'], lacking: [] },
      {
        language: 'fr',
        on: '2007-01-01',
        says: ['art_1: fleuve', 'art_2: rive'],
        lacking: ['first'],
      },
      { language: 'zh', on: '2007-01-01', says: ['art_1: 河', 'art_2: 所有岸'], lacking: [] },
      { language: 'ru', on: '2007-01-01', says: null },
    ],
  },
  {
    title: 'what two modify between themselves leaves the text of all as it is (VCLT Art. 41)',
    given: [
      ...CONVENTION,
      amending('2005-01-01', 'between-two', 'convention', { interSe: true }),
      changes('between-two', '2005-01-01', [replace('2', 'our shore')]),
      ...inForce('2006-01-01', 'between-two'),
    ],
    readings: [
      { on: '2007-01-01', says: ['art_1: river', 'art_2: shore'] },
      { between: ['AAA', 'BBB'], on: '2007-01-01', says: ['art_1: river', 'art_2: our shore'] },
    ],
  },
  {
    title: 'an amendment repeals nothing that is not there, and adds nothing that is',
    given: [...CONVENTION, amending('2005-01-01', 'first')],
    readings: [{ on: '2006-01-01', says: ['art_1: river', 'art_2: shore'] }],
    refused: [
      [
        changes('first', '2005-01-01', [{ change: 'repeal', provision: 'art_9' }]),
        'text-provision',
      ],
      [changes('first', '2005-01-01', [insert('1', '2', 'again')]), 'text-provision'],
    ],
  },
];
