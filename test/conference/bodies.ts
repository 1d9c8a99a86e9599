/** The bodies of the example conference: its plenary, and a bureau of seats with weights. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import { contributionActs } from './contributions.ts';
import type { Drafting } from './drafting.ts';

export const BODY = 'bodies/general-conference';
export const BUREAU = 'bodies/bureau';

const RULES = 'Rules of Procedure of the General Conference, 2026';
const citation = (rule: string) => `${RULES}, rule ${rule}`;

/** The rules by which the conference decides. */
const rules = [
  {
    name: 'substance',
    title: { en: 'Questions of substance' },
    citation: citation('28'),
    matters: ['substance'],
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '2/3' },
    quorum: { kind: 'share', of: 'present', base: 'members', threshold: '1/2', more: true },
  },
  {
    name: 'procedure',
    title: { en: 'Questions of procedure' },
    citation: citation('29'),
    matters: ['procedure'],
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
    tie: 'second-vote',
    secondVote: { laterSitting: true, hoursMax: 48 },
  },
  {
    name: 'silence',
    title: { en: 'Decision by silence' },
    citation: citation('30'),
    method: 'silence',
    silence: { hoursMin: 72 },
  },
  {
    name: 'election',
    title: { en: 'Elections' },
    citation: citation('31'),
    matters: ['election'],
    method: 'election',
    modes: ['secret'],
    election: {
      majority: { kind: 'share', base: 'votes-cast', threshold: '1/2', more: true },
      restrictedAfter: 1,
    },
  },
];

const plenary = (draft: Drafting): readonly DraftAct[] => [
  draft('establish-body', BODY, {
    title: { en: 'General Conference' },
    kind: 'conference',
    organization: 'un',
    membership: { kind: 'group', group: 'un' },
  }),
  draft('adopt-rules', BODY, {
    from: '2026-01-01',
    title: { en: RULES },
    citation: RULES,
    rules,
    quorumToOpen: { kind: 'share', of: 'present', base: 'members', threshold: '1/3' },
    speaking: [
      { kind: 'statement', minutesMax: 5, citation: citation('20') },
      {
        kind: 'right-of-reply',
        minutesMax: 10,
        timesMax: 2,
        laterMinutesMax: 5,
        citation: citation('21'),
      },
    ],
    observerRights: [
      {
        category: 'non-governmental',
        rights: ['attend', 'documents', 'speak', 'submit-documents'],
        citation: citation('40'),
      },
    ],
  }),
  draft('elect-officer', BODY, { office: 'chair', holder: 'KEN', from: '2026-03-02' }),
  draft('elect-officer', BODY, { office: 'vice-chair', holder: 'BRA', from: '2026-03-02' }),
  draft('admit-observer', BODY, {
    observer: 'icrc',
    category: 'non-governmental',
    from: '2026-03-02',
  }),
  draft('suspend-rights', BODY, {
    member: 'LIE',
    what: 'voting',
    for: 'arrears',
    citation: 'UN Charter Art. 19',
    from: '2026-02-01',
  }),
];

const bureau = (draft: Drafting): readonly DraftAct[] => [
  draft('establish-body', BUREAU, {
    title: { en: 'Bureau' },
    kind: 'board',
    parent: 'general-conference',
    membership: { kind: 'seats' },
  }),
  draft('allocate-seats', BUREAU, {
    from: '2026-01-01',
    citation: citation('12'),
    groups: [
      { seats: 'permanent', title: { en: 'Host country' }, number: 1 },
      { seats: 'elected', title: { en: 'Elected members' }, number: 3, termYears: 2 },
    ],
  }),
  draft('seat-member', BUREAU, { member: 'FRA', seats: 'permanent', from: '2026-01-01' }),
  ...['BRA', 'JPN', 'KEN'].map((member) =>
    draft('seat-member', BUREAU, {
      member,
      seats: 'elected',
      from: '2026-01-01',
      until: '2027-12-31',
    }),
  ),
  draft('set-weights', BUREAU, {
    scheme: 'contributions',
    from: '2026-01-01',
    citation: citation('14'),
    unit: 'share',
    weights: [
      { actor: 'BRA', weight: '1/5' },
      { actor: 'FRA', weight: '3/10' },
      { actor: 'JPN', weight: '2/5' },
      { actor: 'KEN', weight: '1/10' },
    ],
  }),
];

export const bodyActs = (draft: Drafting): readonly DraftAct[] => [
  ...plenary(draft),
  ...contributionActs(draft),
  ...bureau(draft),
];
