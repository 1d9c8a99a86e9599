/** Questions that were decided beforehand, and rules that others fall back on, as they came. */
import type { OutcomeKind } from '../rules/deciding/poll.ts';

export interface TurnScenario {
  readonly title: string;
  readonly under: readonly [body: string, rule: string];
  readonly on: string;
  /** What was decided on which rule applies, and what under which rule, in this order. */
  readonly preliminary?: Readonly<Record<string, OutcomeKind>>;
  readonly outcomes?: Readonly<Record<string, OutcomeKind>>;
  /** What is left to do, and by which rule. */
  readonly then: 'ask' | 'decide' | 'over';
  readonly by: string;
}

const DOUBTED = ['un-security-council', 'procedure-if-so-decided'] as const;
const ADDITIONAL = ['un-general-assembly', 'additional-important-question'] as const;

export const RULES_IN_TURN: readonly TurnScenario[] = [
  {
    title: 'Security Council, 1948: whether a matter is procedural is itself open to the veto',
    under: DOUBTED,
    on: '1948-05-24',
    then: 'ask',
    by: 'substance',
  },
  {
    title: 'Security Council, Czechoslovak question: the first veto makes it one of substance',
    under: DOUBTED,
    on: '1948-05-24',
    preliminary: { 'procedure-if-so-decided': 'blocked' },
    then: 'decide',
    by: 'substance',
  },
  {
    title: 'Security Council: the second veto ends it',
    under: DOUBTED,
    on: '1948-05-24',
    preliminary: { 'procedure-if-so-decided': 'blocked' },
    outcomes: { substance: 'blocked' },
    then: 'over',
    by: 'substance',
  },
  {
    title: 'Security Council: what is decided to be procedural knows no veto',
    under: DOUBTED,
    on: '1990-01-01',
    preliminary: { 'procedure-if-so-decided': 'adopted' },
    then: 'decide',
    by: 'procedure-if-so-decided',
  },
  {
    title: 'General Assembly, 1668 (XVI): representation of China, decided to be important',
    under: ADDITIONAL,
    on: '1961-12-15',
    preliminary: { 'additional-important-question': 'adopted' },
    then: 'decide',
    by: 'additional-important-question',
  },
  {
    title: 'General Assembly, 25 October 1971: not important, so that half suffices for 2758',
    under: ADDITIONAL,
    on: '1971-10-25',
    preliminary: { 'additional-important-question': 'rejected' },
    then: 'decide',
    by: 'simple-majority',
  },
  {
    title: 'African Union, Commission chair: consensus first',
    under: ['au-assembly', 'consensus'],
    on: '2017-01-30',
    then: 'decide',
    by: 'consensus',
  },
  {
    title: 'African Union: failing consensus, two thirds',
    under: ['au-assembly', 'consensus'],
    on: '2017-01-30',
    outcomes: { consensus: 'blocked' },
    then: 'decide',
    by: 'two-thirds',
  },
  {
    title: 'WTO: failing consensus, a majority of the votes cast',
    under: ['wto-general-council', 'consensus'],
    on: '2020-10-28',
    outcomes: { consensus: 'blocked' },
    then: 'decide',
    by: 'majority-of-votes-cast',
  },
  {
    title: 'OPCW: after 24 hours without consensus, two thirds',
    under: ['opcw-conference', 'consensus'],
    on: '2018-06-27',
    outcomes: { consensus: 'blocked' },
    then: 'decide',
    by: 'substance',
  },
  {
    title: 'UNFCCC: nothing is left to turn to',
    under: ['unfccc-cop', 'consensus'],
    on: '2009-12-18',
    outcomes: { consensus: 'blocked' },
    then: 'over',
    by: 'consensus',
  },
  {
    title: 'ASEAN: by consensus it is decided that some may be left out',
    under: ['asean-summit', 'minus-x'],
    on: '2010-01-01',
    then: 'ask',
    by: 'consensus',
  },
];
