/** Elections to seats: of one group or several, with whoever may be named and who may not. */
import { FROM, type Scenario, type Step, delegation, inBody, secretariat } from './scenario.ts';

const MAJORITY = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };

const RULES: Step = inBody('adopt-rules', {
  from: FROM,
  citation: 'Rules of the council',
  rules: [
    { name: 'election', election: { majority: MAJORITY, restrictedAfter: 1, ties: 'lot' } },
    { name: 'free', election: { majority: MAJORITY, restrictedAfter: 1, anyEligible: true } },
  ].map((one) => ({ method: 'election', title: { en: one.name }, citation: 'Rule 92', ...one })),
});
const SEATS: Step = inBody('allocate-seats', {
  from: FROM,
  citation: 'Rules of the council, rule 3',
  groups: [
    { seats: 'north', title: { en: 'North' }, number: 2, immediateReelection: false },
    { seats: 'south', title: { en: 'South' }, number: 1, of: 'league' },
  ],
});
const SEATED: Step = inBody('seat-member', { member: 'AAA', seats: 'north', from: FROM });

const puts = (on: object, rule = 'election'): Step =>
  secretariat('put-question', {
    decision: 'seats',
    title: { en: 'Seats' },
    on: { kind: 'election', ...on },
    rule,
  });
const group = (name: string, seats: number, ...candidates: string[]) => ({
  group: name,
  seats,
  candidates,
});
const NORTH = group('north', 2, 'BBB', 'CCC', 'DDD');
const SOUTH = group('south', 1, 'EEE', 'FFF');
const BOTH = {
  seats: 3,
  candidates: [...NORTH.candidates, ...SOUTH.candidates],
  groups: [NORTH, SOUTH],
};
const names = (actor: string, ballot: number, ...candidates: string[]): Step =>
  delegation(actor, 'vote-for', { decision: 'seats', ballot, candidates });
const closes = secretariat('close-voting', { decision: 'seats' });
const draws = (ballot: number, ...elected: string[]): Step =>
  secretariat('draw-lots', { decision: 'seats', ballot, elected });

const BODY = [RULES, SEATS, SEATED];
const ALIKE = { seats: 2, candidates: ['BBB', 'CCC', 'EEE', 'FFF'] };
const TWO = {
  ...ALIKE,
  groups: [group('north', 1, 'BBB', 'CCC'), group('south', 1, 'EEE', 'FFF')],
};
const equal = (ballot: number): Step[] => [
  names('AAA', ballot, 'BBB', 'EEE'),
  names('BBB', ballot, 'CCC', 'FFF'),
  closes,
];
const TIED = [...BODY, puts(TWO), ...equal(1), ...equal(2)];

export const SEAT_ELECTIONS: readonly Scenario[] = [
  { title: 'seats of two groups are put together', given: BODY, when: puts(BOTH), refusedBy: null },
  {
    title: 'the groups add up to the seats',
    given: BODY,
    when: puts({ ...BOTH, seats: 4 }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'a candidate stands in one group',
    given: BODY,
    when: puts({ ...BOTH, groups: [NORTH, group('south', 1, 'EEE', 'BBB')] }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'a group has no more seats than are allocated to it',
    given: BODY,
    when: puts({ seats: 2, group: 'south', candidates: ['EEE', 'FFF'] }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'who retires is not elected again at once, where the seats rotate so',
    given: BODY,
    when: puts({ seats: 1, group: 'north', candidates: ['AAA', 'BBB'] }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'a seat of a region is for its members',
    given: BODY,
    when: puts({ seats: 1, group: 'south', candidates: ['ZZZ'] }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'somebody has to stand where papers name candidates alone',
    given: BODY,
    when: puts({ seats: 1, candidates: [] }),
    refusedBy: 'seats-filled',
  },
  {
    title: 'nobody needs to stand where any eligible member may be named',
    given: BODY,
    when: puts({ seats: 1, candidates: [] }, 'free'),
    refusedBy: null,
  },
  {
    title: 'a paper names no more than a group has seats, though another has more',
    given: [...BODY, puts(BOTH)],
    when: names('AAA', 1, 'EEE', 'FFF'),
    refusedBy: 'ballot',
  },
  {
    title: 'a paper names as many for each group as it has seats',
    given: [...BODY, puts(BOTH)],
    when: names('AAA', 1, 'BBB', 'CCC', 'FFF'),
    refusedBy: null,
  },
  {
    title: 'a paper names a member that did not stand',
    given: [...BODY, puts({ seats: 1, candidates: ['BBB'] }, 'free')],
    when: names('AAA', 1, 'FFF'),
    refusedBy: null,
  },
  {
    title: 'a paper names nobody who is no member',
    given: [...BODY, puts({ seats: 1, candidates: ['BBB'] }, 'free')],
    when: names('AAA', 1, 'ZZZ'),
    refusedBy: 'ballot',
  },
  {
    title: 'a paper names nobody who retires, where it is a seat of that group',
    given: [...BODY, puts({ seats: 1, group: 'north', candidates: ['BBB'] }, 'free')],
    when: names('CCC', 1, 'AAA'),
    refusedBy: 'ballot',
  },
  {
    title: 'a restricted paper names those who had the most votes',
    given: [
      ...BODY,
      puts({ seats: 1, candidates: ['BBB'] }, 'free'),
      names('AAA', 1, 'FFF'),
      names('BBB', 1, 'EEE'),
      closes,
    ],
    when: names('CCC', 2, 'BBB'),
    refusedBy: 'ballot',
  },
  {
    title: 'no ballot is taken before the lots are drawn',
    given: TIED,
    when: names('AAA', 3, 'BBB'),
    refusedBy: 'voting-closed',
  },
  {
    title: 'lots are drawn in every group that is equal',
    given: TIED,
    when: draws(2, 'BBB', 'CCC'),
    refusedBy: 'ballot',
  },
  {
    title: 'a lot for each group ends the election',
    given: TIED,
    when: draws(2, 'CCC', 'EEE'),
    refusedBy: null,
  },
];
