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
  draft('record-roll-call', VOTES, {
    number: '2',
    session: '12',
    on: '2025-06-02',
    symbol: 'GC/RES/2',
    title: 'Contributions of members',
    issues: ['Finance', 'Reporting'],
    matter: 'amendment',
    yes: ['BRA', 'KEN'],
    no: ['FRA', 'USA'],
    abstain: ['JPN'],
    absent: ['NOR'],
    unresolved: [{ name: 'Atlantis', vote: 'no' }],
    stated: { yes: 2, no: 2, abstain: 1 },
    note: 'Paragraph 4 was voted apart.',
  }),
  draft('record-roll-call', VOTES, {
    number: '3',
    on: '2025-06-03',
    title: 'Seat of the secretariat',
    yes: ['FRA', 'USA', 'JPN'],
    abstain: ['KEN'],
  }),
];
