/** What has to be fulfilled: numbers, weights, names, classes, shares, events. */
import { type Scenario, type ScenarioAct, clause, counted, deposit, two } from './scenario.ts';

export const CONDITIONS: readonly Scenario[] = [
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
    acts: [...two, deposit('CCC', '2001-07-01', 'accession')],
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
    acts: [...two, deposit('region', '2001-06-01', 'acceptance')],
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
    acts: [...two, deposit('region', '2001-06-01', 'acceptance')],
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
          FFF: ['2005-07-01'],
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
      ['FFF', '2005-06-30', 'none', null],
      ['FFF', '2010-01-01', 'party', '2005-07-01'],
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
    acts: [...two, deposit('DDD', '2001-06-01'), deposit('CCC', '2001-08-15')],
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
