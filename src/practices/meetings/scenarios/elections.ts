/** Elections by ballot, until every place is filled or a lot has to decide. */
import type { ElectionScenario } from './deciding-scenario.ts';

const ASSEMBLY = ['un-general-assembly', 'election-by-two-thirds'] as const;

export const ELECTIONS: readonly ElectionScenario[] = [
  {
    title: 'a council seat in two rounds: two thirds are not reached, and then they are',
    under: ASSEMBLY,
    on: '2016-06-28',
    others: 193,
    candidates: 'ITA NLD CHE',
    seats: 1,
    ballots: [
      { votes: { ITA: 80, NLD: 70, CHE: 40 }, valid: 190 },
      { votes: { ITA: 127, NLD: 63 }, valid: 190 },
    ],
    elected: 'ITA',
    status: 'filled',
  },
  {
    title: 'after the first ballot only the two with the most votes stand',
    under: ASSEMBLY,
    on: '2016-06-28',
    others: 193,
    candidates: 'ITA NLD CHE',
    seats: 1,
    ballots: [{ votes: { ITA: 80, NLD: 70, CHE: 40 }, valid: 190 }],
    elected: '',
    status: 'open',
    standing: 'ITA NLD',
  },
  {
    title: 'after three restricted ballots without result all may stand again',
    under: ASSEMBLY,
    on: '1979-10-26',
    others: 152,
    candidates: 'CUB COL MEX',
    seats: 1,
    ballots: [
      { votes: { CUB: 77, COL: 68, MEX: 1 }, valid: 146 },
      { votes: { CUB: 78, COL: 68 }, valid: 146 },
      { votes: { CUB: 79, COL: 67 }, valid: 146 },
      { votes: { CUB: 80, COL: 66 }, valid: 146 },
    ],
    elected: '',
    status: 'open',
    standing: 'CUB COL MEX',
  },
  {
    title: 'ICAO Council, 2022: 80 votes where 86 of 171 are needed',
    under: ['icao-assembly', 'council-election'],
    on: '2022-10-01',
    others: 184,
    candidates: 'AUS BRA RUS',
    seats: 3,
    ballots: [{ votes: { AUS: 150, BRA: 145, RUS: 80 }, valid: 171 }],
    elected: 'AUS BRA',
    status: 'open',
    standing: 'RUS',
  },
  {
    title: 'judges are elected by an absolute majority of the council: eight of fifteen',
    under: ['un-security-council', 'election-of-judges'],
    on: '2017-11-09',
    others: 15,
    candidates: 'IND GBR',
    seats: 1,
    ballots: [{ votes: { GBR: 7, IND: 5 }, valid: 12 }],
    elected: '',
    status: 'open',
  },
];
