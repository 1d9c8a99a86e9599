/** A large text under negotiation as acts: half of its brackets tabled, half proposed since. */
import { seeded } from './seeded.ts';

export const TEXT_PARAGRAPHS = 500;
export const TEXT_BRACKETS = 5000;
export const EDITORS = 20;

const SENTENCE =
  'Members shall report in full to the Conference on what they have done and on what they need. ';
const HALF = TEXT_BRACKETS / TEXT_PARAGRAPHS / 2;
const BRACKET = { alternatives: [['shall', { alternatives: [['fully']] }], ['should']] };
const NEAR_THE_END = SENTENCE.length * 3 - 40;

export const editorOf = (number: number): string => `editor-${number % EDITORS}`;

/** What opens the text: paragraphs with brackets, one in the other. */
export function tabledText(session: string): object {
  const provisions = Array.from({ length: TEXT_PARAGRAPHS }, (_, at) => ({
    id: `op-${at + 1}`,
    kind: 'operative',
    words: [
      SENTENCE.repeat(3),
      ...Array.from({ length: Math.floor(HALF / 2) }, () => [BRACKET, ' report; ']).flat(),
      { alternatives: [['and meet']] },
    ],
  }));
  return { title: { en: 'Measured' }, session, language: 'en', sponsors: [], provisions };
}

/** Changes to paragraphs in turn, the same for the same seed. */
export function proposedChanges(count: number, seed = 5): object[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, number) => {
    const run = `op-${(number % TEXT_PARAGRAPHS) + 1}.0`;
    const offset = random.below(NEAR_THE_END);
    const at = { run, offset };
    const to = { run, offset: offset + 1 + random.below(30) };
    const words = ['as far as may be'];
    const change = random.pick([
      { kind: 'insert', at, words },
      { kind: 'delete', from: at, to },
      { kind: 'replace', from: at, to, words },
    ]);
    return { change, onBehalfOf: [] };
  });
}

/** As many as bring the text to its brackets. */
export const CHANGES = TEXT_PARAGRAPHS * HALF;
