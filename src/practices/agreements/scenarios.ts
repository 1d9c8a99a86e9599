/**
 * Scenarios of this practice: given final clauses and acts, when one asks on a day, then this is the
 * answer. They are tests and documentation at once. Cases from real agreements name their source in
 * the title; the actors stand for the n-th depositor, not for a State.
 */
import type { EntryIntoForce } from './clauses.ts';
import { EntryIntoForce as Clause } from './clauses.ts';
import type { Given } from './rules/facts-for-tests.ts';

export interface ScenarioAct {
  readonly kind: 'sign' | 'deposit' | 'withdraw' | 'apply-provisionally' | 'record-event';
  readonly actor: string;
  readonly on: string;
  readonly instrument?: 'ratification' | 'accession' | 'succession' | 'acceptance';
  readonly effectiveOn?: string;
  readonly form?: 'definitive';
  readonly event?: string;
}

export interface Scenario {
  readonly title: string;
  readonly facts?: Given;
  readonly adoptedOn: string;
  readonly clause: EntryIntoForce;
  readonly acts: readonly ScenarioAct[];
  /** Entry into force of the agreement; null for not in force. */
  readonly entersOn: string | null;
  /** Standings asked for: actor, day, standing, and since when. */
  readonly standings?: readonly (readonly [string, string, string, string | null])[];
  /** Actors whose instruments are not counted, in order. */
  readonly excluded?: readonly string[];
}

/** `count` deposits on consecutive days that end on the day given. */
function deposits(count: number, lastOn: string): ScenarioAct[] {
  const last = Date.parse(`${lastOn}T00:00:00Z`);
  return Array.from({ length: count }, (_, at): ScenarioAct => {
    const day = new Date(last - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10);
    const letters = [Math.floor(at / 676), Math.floor(at / 26) % 26, at % 26];
    const actor = String.fromCharCode(...letters.map((letter) => 65 + letter));
    return { kind: 'deposit', actor, on: day, instrument: 'ratification' };
  });
}

const clause = (given: Omit<Parameters<typeof Clause.parse>[0] & object, 'citation'>) =>
  Clause.parse({ citation: 'the final clauses', ...given });

const counted = (count: number, delay: object, more: object = {}): EntryIntoForce =>
  clause({ when: { count, of: { any: true } }, delay, ...more });

/** Real cases of the shapes that delays take, with the date it entered into force. */
const SHAPES: readonly Scenario[] = [
  [
    'Refugee Protocol: the sixth, at once',
    '1967-01-31',
    counted(6, { days: 0 }),
    6,
    '1967-10-04',
    '1967-10-04',
  ],
  [
    'VCLT: the thirty-fifth and 30 days',
    '1969-05-23',
    counted(35, { days: 30 }),
    35,
    '1979-12-28',
    '1980-01-27',
  ],
  [
    'CRC: the twentieth and 30 days',
    '1989-11-20',
    counted(20, { days: 30 }),
    20,
    '1990-08-03',
    '1990-09-02',
  ],
  [
    'UNFCCC: the fiftieth and 90 days',
    '1992-05-09',
    counted(50, { days: 90 }),
    50,
    '1993-12-21',
    '1994-03-21',
  ],
  [
    'TPNW: the fiftieth and 90 days',
    '2017-07-07',
    counted(50, { days: 90 }),
    50,
    '2020-10-24',
    '2021-01-22',
  ],
  [
    'BBNJ: the sixtieth and 120 days',
    '2023-06-19',
    counted(60, { days: 120 }),
    60,
    '2025-09-19',
    '2026-01-17',
  ],
  [
    'ICCPR: the thirty-fifth and 3 months',
    '1966-12-16',
    counted(35, { months: 3 }),
    35,
    '1975-12-23',
    '1976-03-23',
  ],
  [
    'UNCLOS: the sixtieth and 12 months',
    '1982-12-10',
    counted(60, { months: 12 }),
    60,
    '1993-11-16',
    '1994-11-16',
  ],
  [
    'Rome Statute: first of the month after 60 days',
    '1998-07-17',
    counted(60, { days: 60, then: 'first-of-next-month' }),
    60,
    '2002-04-11',
    '2002-07-01',
  ],
  [
    'CISG: first of the month after 12 months',
    '1980-04-11',
    counted(10, { months: 12, then: 'first-of-next-month' }),
    10,
    '1986-12-11',
    '1988-01-01',
  ],
  [
    'Ottawa: first of the sixth month',
    '1997-09-18',
    counted(40, { firstOfNthMonth: 6 }),
    40,
    '1998-09-16',
    '1999-03-01',
  ],
  [
    'CWC: 180 days, not before two years',
    '1993-01-13',
    counted(65, { days: 180 }, { notBefore: '1995-01-13' }),
    65,
    '1996-10-31',
    '1997-04-29',
  ],
  [
    'a floor that comes later than the delay',
    '1993-01-13',
    counted(2, { days: 30 }, { notBefore: '1995-01-13' }),
    2,
    '1993-06-01',
    '1995-01-13',
  ],
  [
    'a deposit on the 31st, in a shorter month',
    '2023-01-01',
    counted(1, { months: 1 }),
    1,
    '2023-01-31',
    '2023-02-28',
  ],
  [
    'a definite date, met in time',
    '1990-06-29',
    counted(20, { days: 90 }, { definiteDate: '1992-01-01' }),
    20,
    '1991-12-20',
    '1992-01-01',
  ],
  [
    'London Amendment: a definite date, missed',
    '1990-06-29',
    counted(20, { days: 90 }, { definiteDate: '1992-01-01' }),
    20,
    '1992-05-12',
    '1992-08-10',
  ],
].map(([title, adoptedOn, one, count, lastOn, entersOn]) => ({
  title: String(title),
  adoptedOn: String(adoptedOn),
  // The third cell of each row is a clause.
  clause: one as EntryIntoForce,
  acts: deposits(Number(count), String(lastOn)),
  entersOn: String(entersOn),
}));

const two = [
  {
    kind: 'deposit',
    actor: 'AAA',
    on: '2001-03-01',
    instrument: 'ratification',
  },
  {
    kind: 'deposit',
    actor: 'BBB',
    on: '2001-05-01',
    instrument: 'ratification',
  },
] as const;

const CONDITIONS: readonly Scenario[] = [
  {
    title: 'named States are missing although the number is reached',
    adoptedOn: '2000-01-01',
    clause: clause({ when: { named: ['AAA', 'CCC'] }, delay: { days: 180 } }),
    acts: two,
    entersOn: null,
  },
  {
    title: 'number and weight are both needed',
    adoptedOn: '2000-01-01',
    facts: { attributes: { share: { AAA: '30', BBB: '24.9', CCC: '0.1' } } },
    clause: clause({
      when: {
        all: [
          { count: 2, of: { any: true } },
          {
            weight: '0.55',
            attribute: 'share',
            of: { any: true },
            total: '100',
          },
        ],
      },
      delay: { days: 30 },
    }),
    acts: [
      ...two,
      {
        kind: 'deposit',
        actor: 'CCC',
        on: '2001-07-01',
        instrument: 'accession',
      },
    ],
    entersOn: '2001-07-31',
    standings: [
      ['CCC', '2001-07-15', 'contracting', '2001-07-01'],
      ['CCC', '2001-07-31', 'party', '2001-07-31'],
    ],
  },
  {
    title: 'a regional organisation is not counted beside its members',
    adoptedOn: '2000-01-01',
    facts: {
      actors: { region: { kind: 'organisation', regionalIntegration: true } },
    },
    clause: counted(3, { days: 0 }),
    acts: [
      ...two,
      {
        kind: 'deposit',
        actor: 'region',
        on: '2001-06-01',
        instrument: 'acceptance',
      },
    ],
    entersOn: null,
    excluded: ['region'],
  },
  {
    title: 'a regional organisation is counted where the clause says so',
    adoptedOn: '2000-01-01',
    facts: {
      actors: { region: { kind: 'organisation', regionalIntegration: true } },
    },
    clause: counted(3, { days: 0 }, { regionalOrganisations: 'counted' }),
    acts: [
      ...two,
      {
        kind: 'deposit',
        actor: 'region',
        on: '2001-06-01',
        instrument: 'acceptance',
      },
    ],
    entersOn: '2001-06-01',
  },
  {
    title: 'two thirds of a class frozen at adoption, whoever joined it since',
    adoptedOn: '2000-01-01',
    facts: {
      members: {
        club: {
          AAA: ['1990-01-01'],
          BBB: ['1990-01-01'],
          CCC: ['1990-01-01'],
          DDD: ['2000-06-01'],
          EEE: ['2000-06-01'],
        },
      },
    },
    clause: clause({
      when: { share: '2/3', of: { memberOf: 'club', on: 'adoption' } },
      delay: { days: 0 },
      binds: { memberOf: 'club' },
    }),
    acts: two,
    entersOn: '2001-05-01',
    standings: [
      ['DDD', '2002-01-01', 'party', '2001-05-01'],
      ['DDD', '2001-04-30', 'none', null],
    ],
  },
  {
    title: 'the same share of the class as it is on the day',
    adoptedOn: '2000-01-01',
    facts: {
      members: {
        club: {
          AAA: ['1990-01-01'],
          BBB: ['1990-01-01'],
          CCC: ['1990-01-01'],
          DDD: ['2000-06-01', '2003-12-31'],
        },
      },
    },
    clause: clause({
      when: { share: '2/3', of: { memberOf: 'club' } },
      delay: { days: 0 },
    }),
    acts: two,
    // Three of four are needed until one leaves; then two of three are enough.
    entersOn: '2004-01-01',
  },
  {
    title: 'a class within the number: three, two of them members',
    adoptedOn: '2000-01-01',
    facts: {
      members: { council: { BBB: ['1990-01-01'], CCC: ['1990-01-01'] } },
    },
    clause: clause({
      when: {
        all: [
          { count: 3, of: { any: true } },
          { count: 2, of: { memberOf: 'council' } },
        ],
      },
      delay: { months: 3, then: 'first-of-next-month' },
    }),
    acts: [
      ...two,
      {
        kind: 'deposit',
        actor: 'DDD',
        on: '2001-06-01',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'CCC',
        on: '2001-08-15',
        instrument: 'ratification',
      },
    ],
    entersOn: '2001-12-01',
  },
  {
    title: 'the smaller of a number and a share: either is enough',
    adoptedOn: '2000-01-01',
    clause: clause({
      when: {
        any: [
          { count: 6, of: { any: true } },
          { share: '1/2', of: { signatoryBy: 'live' } },
        ],
      },
      delay: { days: 60 },
    }),
    facts: { actors: { AAA: {}, BBB: {}, CCC: {}, DDD: {} } },
    acts: [
      ...['AAA', 'BBB', 'CCC', 'DDD'].map(
        (actor): ScenarioAct => ({ kind: 'sign', actor, on: '2000-02-01' }),
      ),
      ...two,
    ],
    entersOn: '2001-06-30',
  },
  {
    title: 'an event that has to happen first',
    adoptedOn: '2000-01-01',
    clause: clause({
      when: { all: [{ count: 2, of: { any: true } }, { event: 'decision' }] },
      delay: { days: 1 },
    }),
    acts: [
      ...two,
      {
        kind: 'record-event',
        actor: 'AAA',
        on: '2001-09-09',
        event: 'decision',
      },
    ],
    entersOn: '2001-09-10',
  },
];

const TIMES: readonly Scenario[] = [
  {
    title: 'a State withdraws, comes back, and withdraws again: each spell is kept',
    adoptedOn: '2015-12-12',
    clause: counted(1, { days: 30 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '2016-09-03',
        instrument: 'acceptance',
      },
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2019-11-04',
        effectiveOn: '2020-11-04',
      },
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '2021-01-20',
        instrument: 'acceptance',
      },
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2025-01-27',
        effectiveOn: '2026-01-27',
      },
    ],
    entersOn: '2016-10-03',
    standings: [
      ['AAA', '2020-11-03', 'party', '2016-10-03'],
      ['AAA', '2020-11-04', 'withdrawn', '2020-11-04'],
      ['AAA', '2021-02-18', 'contracting', '2021-01-20'],
      ['AAA', '2021-02-19', 'party', '2021-02-19'],
      ['AAA', '2026-01-27', 'withdrawn', '2026-01-27'],
    ],
  },
  {
    title: 'falling below the number does not end the agreement (VCLT Art. 55)',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }),
    acts: [...two, { kind: 'withdraw', actor: 'AAA', on: '2002-01-01' }],
    entersOn: '2001-05-01',
    standings: [
      ['AAA', '2002-12-31', 'party', '2001-05-01'],
      ['AAA', '2003-01-01', 'withdrawn', '2003-01-01'],
      ['BBB', '2010-01-01', 'party', '2001-05-01'],
    ],
  },
  {
    title: 'one that withdrew before the number was reached does not count',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '2001-03-01',
        instrument: 'ratification',
      },
      {
        kind: 'withdraw',
        actor: 'AAA',
        on: '2001-04-01',
        effectiveOn: '2002-04-01',
      },
      {
        kind: 'deposit',
        actor: 'BBB',
        on: '2003-05-01',
        instrument: 'ratification',
      },
    ],
    entersOn: null,
    excluded: ['AAA'],
  },
  {
    title: 'a State that dissolved counted while it was; its successor follows without a gap',
    adoptedOn: '1980-01-01',
    facts: {
      actors: {
        OLD: { kind: 'historical-state', to: '1992-12-31' },
        NEW: { from: '1993-01-01' },
      },
      successors: ['NEW'],
    },
    clause: counted(2, { days: 30 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'OLD',
        on: '1985-01-01',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '1986-01-01',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'NEW',
        on: '1993-02-22',
        instrument: 'succession',
      },
    ],
    entersOn: '1986-01-31',
    standings: [
      ['OLD', '1992-12-31', 'party', '1986-01-31'],
      ['OLD', '1993-01-01', 'ended', '1993-01-01'],
      ['NEW', '1993-01-01', 'party', '1993-01-01'],
    ],
  },
  {
    title: 'a State that continues another is the same person, and counts once',
    adoptedOn: '1980-01-01',
    facts: {
      actors: {
        OLD: { kind: 'historical-state', to: '1991-12-24' },
        NEW: { from: '1991-12-24' },
      },
      continues: { OLD: 'NEW' },
      successors: ['NEW'],
    },
    clause: counted(2, { days: 0 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'OLD',
        on: '1985-01-01',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'NEW',
        on: '1985-01-01',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '1995-01-01',
        instrument: 'accession',
      },
    ],
    entersOn: '1995-01-01',
    excluded: ['NEW'],
    standings: [
      ['NEW', '2000-01-01', 'party', '1995-01-01'],
      ['OLD', '2000-01-01', 'ended', '1991-12-25'],
    ],
  },
  {
    title: 'between the number and entry into force: its own period, or with the agreement',
    adoptedOn: '1993-01-13',
    clause: counted(
      1,
      { days: 180 },
      { laterJoiners: { days: 30 }, laterThan: 'entry-into-force' },
    ),
    acts: [
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '1996-10-31',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'BBB',
        on: '1997-04-25',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'CCC',
        on: '1997-05-30',
        instrument: 'ratification',
      },
    ],
    entersOn: '1997-04-29',
    standings: [
      ['BBB', '1997-04-29', 'party', '1997-04-29'],
      ['CCC', '1997-06-29', 'party', '1997-06-29'],
    ],
  },
  {
    title: 'a date of effect that the record states stands, and the clause is shown beside it',
    adoptedOn: '1996-12-20',
    clause: counted(1, { months: 3 }),
    acts: [
      {
        kind: 'deposit',
        actor: 'AAA',
        on: '2001-12-06',
        instrument: 'ratification',
      },
      {
        kind: 'deposit',
        actor: 'BBB',
        on: '2008-03-31',
        instrument: 'ratification',
        effectiveOn: '2008-07-01',
      },
    ],
    entersOn: '2002-03-06',
    standings: [
      ['BBB', '2008-06-30', 'contracting', '2008-03-31'],
      ['BBB', '2008-07-01', 'party', '2008-07-01'],
    ],
  },
  {
    title: 'signature alone binds where it is definitive, and only there',
    adoptedOn: '2000-01-01',
    clause: counted(2, { days: 0 }, { definitiveSignature: true }),
    acts: [
      { kind: 'sign', actor: 'AAA', on: '2000-02-01', form: 'definitive' },
      { kind: 'sign', actor: 'CCC', on: '2000-02-01' },
      {
        kind: 'deposit',
        actor: 'BBB',
        on: '2001-05-01',
        instrument: 'ratification',
      },
    ],
    entersOn: '2001-05-01',
    standings: [['CCC', '2002-01-01', 'signatory', '2000-02-01']],
  },
  {
    title: 'provisional application before entry into force (VCLT Art. 25)',
    adoptedOn: '2000-01-01',
    clause: counted(5, { days: 0 }),
    acts: [...two, { kind: 'apply-provisionally', actor: 'CCC', on: '2001-06-01' }],
    entersOn: null,
    standings: [
      ['CCC', '2001-06-01', 'provisional', '2001-06-01'],
      ['CCC', '2001-05-31', 'none', null],
    ],
  },
];

export const scenarios: readonly Scenario[] = [...SHAPES, ...CONDITIONS, ...TIMES];
