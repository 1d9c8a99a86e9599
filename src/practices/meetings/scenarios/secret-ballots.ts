/** Secret ballots as rules have them: how many took a paper, what the box held, what came. */
import type { OutcomeKind } from '../rules/deciding/poll.ts';
import type { ElectionState } from '../rules/deciding/election.ts';

interface Held {
  readonly title: string;
  readonly under: readonly [body: string, rule: string];
  readonly on: string;
  readonly members: number;
  /** How many took a paper. */
  readonly papers: number;
}

export interface SecretVote extends Held {
  /** How many ballots were marked so; blank where nothing was. */
  readonly box: Partial<Record<'yes' | 'no' | 'abstain' | 'blank' | 'spoilt', number>>;
  readonly then: OutcomeKind | 'refused';
  readonly notUsed: number;
}

export interface SecretElection extends Held {
  readonly candidates: string;
  readonly seats: number;
  /** One ballot after another: how many named whom, apart by a space; `-` is spoilt. */
  readonly boxes: readonly Readonly<Record<string, number>>[];
  readonly elected: string;
  readonly status: ElectionState['status'];
}

const ASSEMBLY = 'un-general-assembly';

export const SECRET_VOTES: readonly SecretVote[] = [
  {
    title: 'who leaves the paper blank abstains: the majority is of yes and no alone',
    under: [ASSEMBLY, 'simple-majority'],
    on: '2020-06-17',
    members: 193,
    papers: 190,
    box: { yes: 60, no: 59, abstain: 40, blank: 30 },
    then: 'adopted',
    notUsed: 1,
  },
  {
    title: 'spoilt ballots count for nobody, and are told',
    under: [ASSEMBLY, 'important-question'],
    on: '2020-06-17',
    members: 193,
    papers: 193,
    box: { yes: 120, no: 61, spoilt: 12 },
    then: 'rejected',
    notUsed: 0,
  },
  {
    title: 'equally divided, it is put off to a second vote, and nobody learns by whose',
    under: [ASSEMBLY, 'simple-majority'],
    on: '2020-06-17',
    members: 193,
    papers: 180,
    box: { yes: 90, no: 90 },
    then: 'postponed',
    notUsed: 0,
  },
  {
    title: 'with more ballots than members nothing is computed',
    under: [ASSEMBLY, 'simple-majority'],
    on: '2020-06-17',
    members: 5,
    papers: 6,
    box: { yes: 6 },
    then: 'refused',
    notUsed: 0,
  },
];

export const SECRET_ELECTIONS: readonly SecretElection[] = [
  {
    title: 'a seat in two rounds: in the second only the first two stand',
    under: [ASSEMBLY, 'election-by-two-thirds'],
    on: '2020-06-17',
    members: 193,
    papers: 192,
    candidates: 'AAA BBB CCC',
    seats: 1,
    boxes: [
      { AAA: 113, BBB: 78, '': 1 },
      { AAA: 129, BBB: 62, '-': 1 },
    ],
    elected: 'AAA',
    status: 'filled',
  },
  {
    title: 'two seats on one paper, which may name one alone',
    under: [ASSEMBLY, 'election-by-two-thirds'],
    on: '2020-06-17',
    members: 193,
    papers: 192,
    candidates: 'AAA BBB CCC',
    seats: 2,
    boxes: [{ 'AAA BBB': 130, 'AAA CCC': 30, CCC: 32 }],
    elected: 'AAA BBB',
    status: 'filled',
  },
];
