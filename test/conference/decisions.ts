/** What the example conference decides: by vote, by silence, and by weights in its bureau. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import { BUREAU } from './bodies.ts';
import type { Drafting } from './drafting.ts';
import { governingActs } from './governing.ts';
import { SESSION } from './sessions.ts';

export const BUREAU_SESSION = 'meetings/bureau-meeting';

const RULE = 'Rules of Procedure of the Bureau, rule 4';

const votes = (
  draft: Drafting,
  given: { register: string; decision: string; yes?: string; no?: string; abstain?: string },
): DraftAct[] =>
  (['yes', 'no', 'abstain'] as const).flatMap((choice) =>
    (given[choice] ?? '')
      .split(' ')
      .filter((actor) => actor !== '')
      .map((actor) => draft('vote', given.register, { decision: given.decision, choice }, actor)),
  );

/** The declaration is being voted on; closing the debate was decided before. */
const byVote = (draft: Drafting): readonly DraftAct[] => [
  draft('put-question', SESSION, {
    decision: 'draft-declaration',
    title: { en: 'Draft declaration' },
    on: { kind: 'text', text: 'draft-declaration' },
    rule: 'substance',
    matter: 'substance',
    mode: 'roll-call',
  }),
  draft(
    'put-question',
    SESSION,
    {
      decision: 'closure-of-debate',
      title: { en: 'Closure of the debate' },
      on: { kind: 'motion', motion: 'closure', of: 'draft-declaration' },
      rule: 'procedure',
    },
    'NOR',
  ),
  draft('open-voting', SESSION, { decision: 'closure-of-debate' }),
  ...votes(draft, {
    register: SESSION,
    decision: 'closure-of-debate',
    yes: 'BRA FRA IND JPN NOR ZAF',
    no: 'CHE EGY',
    abstain: 'CAN',
  }),
  draft('close-voting', SESSION, { decision: 'closure-of-debate' }),
  draft(
    'state-position',
    SESSION,
    {
      decision: 'closure-of-debate',
      kind: 'explanation',
      words: 'We voted against since two speakers remained on the list.',
      onBehalfOf: ['EGY'],
    },
    'CHE',
  ),
  draft(
    'state-position',
    SESSION,
    {
      decision: 'closure-of-debate',
      kind: 'correction',
      intended: 'yes',
      words: 'Canada had intended to vote in favour.',
    },
    'CAN',
  ),
  ...votes(draft, {
    register: SESSION,
    decision: 'draft-declaration',
    yes: 'BRA FRA KEN',
    no: 'USA',
    abstain: 'JPN',
  }),
];

/** Papers of an election are prepared, where a node runs; nobody took one yet. */
const bySecretBallot = (draft: Drafting): readonly DraftAct[] => [
  draft('put-question', SESSION, {
    decision: 'election-of-members',
    title: { en: 'Election of a member of the bureau' },
    on: { kind: 'election', seats: 1, candidates: ['BRA', 'JPN', 'KEN'] },
    rule: 'election',
  }),
];

/** One procedure runs, the other was broken. */
const bySilence = (draft: Drafting): readonly DraftAct[] => [
  ...(['budget', 'work-plan'] as const).map((what) =>
    draft('put-question', SESSION, {
      decision: `${what}-by-silence`,
      title: { en: what === 'budget' ? 'Revised budget' : 'Plan of work' },
      on: { kind: 'document', symbol: what === 'budget' ? 'GC/1/L.2' : 'GC/1/L.3' },
      rule: 'silence',
      deadlineAt: '2099-03-06T18:00Z',
    }),
  ),
  draft('extend-deadline', SESSION, {
    decision: 'budget-by-silence',
    until: '2099-03-09T18:00Z',
    reason: 'Two delegations wait for instructions.',
  }),
  draft(
    'object',
    SESSION,
    { decision: 'work-plan-by-silence', reason: 'Part two was not discussed.' },
    'IND',
  ),
];

const byWeights = (draft: Drafting): readonly DraftAct[] => [
  draft('adopt-rules', BUREAU, {
    from: '2026-01-01',
    citation: RULE,
    rules: [
      {
        name: 'double-majority',
        title: { en: 'Double majority' },
        citation: RULE,
        method: 'vote',
        adoptedIf: {
          kind: 'all',
          of: [
            { kind: 'share', base: 'members', threshold: '3/4' },
            { kind: 'share', base: 'total-weight', weights: 'contributions', threshold: '3/5' },
          ],
        },
        blockedIf: [
          {
            kind: 'count',
            of: 'no',
            among: { kind: 'seats', seats: 'permanent' },
            atLeast: '1',
          },
        ],
      },
    ],
  }),
  draft('adopt-rules', BUREAU, {
    from: '2026-01-01',
    citation: RULE,
    rules: [
      {
        name: 'election',
        title: { en: 'Elections' },
        citation: RULE,
        method: 'election',
        modes: ['recorded'],
        election: {
          majority: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
          restrictedAfter: 1,
        },
      },
    ],
  }),
  draft('convene', BUREAU_SESSION, {
    body: 'bureau',
    title: { en: 'Meeting of the bureau' },
    opensOn: '2026-03-03',
    closesOn: '2026-03-03',
  }),
  draft('put-question', BUREAU_SESSION, {
    decision: 'host-city',
    title: { en: 'Where the second session is held' },
    on: { kind: 'other', what: 'Offer of the host country' },
    rule: 'double-majority',
    mode: 'recorded',
  }),
  ...votes(draft, {
    register: BUREAU_SESSION,
    decision: 'host-city',
    yes: 'BRA JPN KEN',
    no: 'FRA',
  }),
  draft('close-voting', BUREAU_SESSION, { decision: 'host-city' }),
];

/** Nobody has the majority in the first ballot; the second is between the first two. */
const byBallots = (draft: Drafting): readonly DraftAct[] => {
  const decision = 'rapporteur';
  const ballot = (number: number, given: Readonly<Record<string, string>>): DraftAct[] =>
    Object.entries(given).map(([actor, candidate]) =>
      draft(
        'vote-for',
        BUREAU_SESSION,
        { decision, ballot: number, candidates: [candidate] },
        actor,
      ),
    );
  return [
    draft('put-question', BUREAU_SESSION, {
      decision,
      title: { en: 'Election of the rapporteur' },
      on: { kind: 'election', seats: 1, candidates: ['CHE', 'IND', 'NOR'] },
      rule: 'election',
    }),
    ...ballot(1, { BRA: 'IND', FRA: 'CHE', JPN: 'IND', KEN: 'NOR' }),
    draft('close-voting', BUREAU_SESSION, { decision }),
    ...ballot(2, { BRA: 'IND', FRA: 'IND', JPN: 'IND', KEN: 'NOR' }),
    draft('close-voting', BUREAU_SESSION, { decision }),
  ];
};

/** Seats of two groups on one paper: one group is filled, the other goes on. */
const byGroups = (draft: Drafting): readonly DraftAct[] => {
  const decision = 'next-bureau';
  const paper = (actor: string, ballot: number, ...candidates: string[]): DraftAct =>
    draft('vote-for', BUREAU_SESSION, { decision, ballot, candidates }, actor);
  return [
    draft('put-question', BUREAU_SESSION, {
      decision,
      title: { en: 'Election of the next bureau' },
      on: {
        kind: 'election',
        seats: 3,
        candidates: ['CHE', 'FRA', 'IND', 'NOR', 'ZAF'],
        groups: [
          { group: 'permanent', seats: 1, candidates: ['CHE', 'FRA'] },
          { group: 'elected', seats: 2, candidates: ['IND', 'NOR', 'ZAF'] },
        ],
      },
      rule: 'election',
    }),
    paper('BRA', 1, 'FRA', 'IND', 'NOR'),
    paper('FRA', 1, 'FRA', 'IND', 'ZAF'),
    paper('JPN', 1, 'CHE', 'IND', 'NOR'),
    paper('KEN', 1, 'FRA', 'IND', 'ZAF'),
    draft('close-voting', BUREAU_SESSION, { decision }),
    paper('JPN', 2, 'NOR'),
  ];
};

export const decisionActs = (draft: Drafting): readonly DraftAct[] => [
  ...byVote(draft),
  ...bySilence(draft),
  ...byWeights(draft),
  ...byBallots(draft),
  ...byGroups(draft),
  ...governingActs(draft),
  ...bySecretBallot(draft),
];
