/** Votes of the body's past. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const VOTES = 'votes/general-conference';

export const voteActs = (draft: Drafting): readonly DraftAct[] => [
  draft('record-roll-call', VOTES, {
    number: '1',
    on: '2024-06-03',
    symbol: 'GC/RES/1',
    title: 'Reports of members',
    issues: ['Reporting'],
    yes: ['BRA', 'FRA', 'KEN'],
    no: ['USA'],
    abstain: ['JPN'],
    stated: { yes: 3, no: 1, abstain: 1 },
  }),
];
