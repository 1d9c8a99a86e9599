/**
 * Scenarios of an agreement's life: given texts and acts, when one asks on a day, then this is the
 * answer. Real cases name their source in the title; in them the actors are those of the case.
 */
import type { AgreementState } from '../rules/agreement-state.ts';
import type { Standing } from '../rules/status.ts';
import type { DeadlineKind } from '../rules/deadlines.ts';
import type { Given } from '../rules/facts-for-tests.ts';
import { type Done, type PaperAgreement, consents, happens } from '../rules/paper-chronicle.ts';

/** What is asked, and what is answered. */
export type Asking =
  | { readonly state: string; readonly on: string; readonly is: AgreementState }
  | {
      readonly standing: readonly [agreement: string, actor: string];
      readonly on: string;
      readonly is: Standing;
      readonly since: string | null;
    }
  | {
      readonly between: readonly [string, string];
      readonly on: string;
      readonly stands: readonly string[];
    }
  | {
      /** All of the scenario that binds one, with the day since when. */
      readonly bound: string;
      readonly on: string;
      readonly is: readonly (readonly [agreement: string, since: string | null])[];
    }
  | {
      readonly due: string;
      readonly on: string;
      readonly is: readonly (readonly [DeadlineKind, string, string | null])[];
    };

export interface LifeScenario {
  readonly title: string;
  readonly facts?: Given;
  /** By id; the first is what the others amend, each after those that its clauses read. */
  readonly texts: Readonly<Record<string, PaperAgreement>>;
  readonly asked: readonly Asking[];
}

const withdraw = (actor: string, on: string, effectiveOn?: string): Done => ({
  kind: 'withdraw',
  actor,
  on,
  ...(effectiveOn === undefined ? {} : { effectiveOn }),
});

const amends = (parent: string, adoptedOn: string) => ({
  kind: 'amendment',
  adoptedOn,
  parent,
});

const succession = (actor: string, on: string): Done => ({
  kind: 'deposit',
  actor,
  on,
  instrument: 'succession',
});

/** Historical States and succession as persons of law. */
const PERSONS: readonly LifeScenario[] = [
  {
    title: 'a succession declared late reaches back, so that nothing lapsed (VCST Art. 34)',
    facts: {
      actors: {
        SCG: { kind: 'historical-state', to: '2006-06-02' },
        MNE: { from: '2006-06-03' },
      },
      successors: ['MNE'],
    },
    texts: {
      convention: {
        more: { adoptedOn: '1961-04-18' },
        done: [
          ...consents('1964-04-24', 'FRA', 'GBR'),
          ...consents('2001-03-12', 'SCG'),
          succession('MNE', '2006-10-23'),
        ],
      },
    },
    asked: [
      { standing: ['convention', 'SCG'], on: '2006-06-02', is: 'party', since: '2001-03-12' },
      { standing: ['convention', 'SCG'], on: '2006-06-03', is: 'ended', since: '2006-06-03' },
      { standing: ['convention', 'MNE'], on: '2006-06-03', is: 'party', since: '2006-06-03' },
    ],
  },
  {
    title: 'a bilateral treaty of a State that goes on ends when the other leaves (INF Treaty)',
    facts: {
      actors: { SUN: { kind: 'historical-state', to: '1991-12-24' } },
      continues: { SUN: 'RUS' },
      successors: ['RUS'],
    },
    texts: {
      inf: {
        more: { kind: 'bilateral', adoptedOn: '1987-12-08' },
        done: [
          ...consents('1988-06-01', 'SUN', 'USA'),
          withdraw('USA', '2019-02-02', '2019-08-02'),
        ],
      },
    },
    asked: [
      { standing: ['inf', 'RUS'], on: '2019-08-01', is: 'party', since: '1988-06-01' },
      { state: 'inf', on: '2019-08-01', is: 'in-force' },
      { state: 'inf', on: '2019-08-02', is: 'terminated' },
      { standing: ['inf', 'RUS'], on: '2019-08-02', is: 'terminated', since: '2019-08-02' },
      { standing: ['inf', 'USA'], on: '2019-08-02', is: 'withdrawn', since: '2019-08-02' },
    ],
  },
];

const STARTED = consents('2011-02-05', 'RUS', 'USA');
const TERM = {
  lasts: { years: 10 },
  extension: { event: 'extended', by: { years: 5 } },
  citation: 'Article XIV (2)',
} as const;

/** One clock for all deadlines. */
const CLOCK: readonly LifeScenario[] = [
  {
    title: 'a term is on the clock as it was known on the day (New START)',
    texts: {
      start: {
        more: { kind: 'bilateral', adoptedOn: '2010-04-08' },
        clauses: { term: TERM },
        done: [...STARTED, happens('extended', '2021-02-03')],
      },
    },
    asked: [
      { due: 'start', on: '2021-02-02', is: [['expiry', '2021-02-05', null]] },
      { due: 'start', on: '2021-02-03', is: [['expiry', '2026-02-05', null]] },
      { state: 'start', on: '2026-02-04', is: 'in-force' },
      { state: 'start', on: '2026-02-05', is: 'terminated' },
      { due: 'start', on: '2026-02-05', is: [] },
    ],
  },
  {
    title: 'who is to leave at the end of a period gives notice in time (Genocide Convention)',
    texts: {
      genocide: {
        more: { adoptedOn: '1948-12-09' },
        clauses: {
          withdrawal: {
            notice: { months: 6 },
            periods: { first: { years: 10 }, then: { years: 5 } },
            citation: 'Article XIV',
          },
        },
        done: [...consents('1951-01-12', 'AUS', 'FRA', 'NOR'), withdraw('NOR', '2025-07-12')],
      },
    },
    asked: [
      { due: 'genocide', on: '2025-07-11', is: [['window', '2025-07-12', null]] },
      {
        due: 'genocide',
        on: '2025-07-13',
        is: [
          ['withdrawal', '2026-01-12', 'NOR'],
          ['window', '2030-07-12', null],
        ],
      },
      { standing: ['genocide', 'NOR'], on: '2026-01-11', is: 'party', since: '1951-01-12' },
      { standing: ['genocide', 'NOR'], on: '2026-01-12', is: 'withdrawn', since: '2026-01-12' },
    ],
  },
  {
    title: 'a notice does not take effect while its maker is at war (Ottawa Convention)',
    texts: {
      ottawa: {
        more: { adoptedOn: '1997-09-18' },
        clauses: {
          withdrawal: {
            notice: { months: 6 },
            whileLasting: { begins: 'conflict-begins', ends: 'conflict-ends' },
            citation: 'Article 20 (3)',
          },
        },
        done: [
          ...consents('1999-03-01', 'AAA', 'BBB', 'CCC'),
          happens('conflict-begins', '2025-10-01', 'AAA'),
          withdraw('AAA', '2025-06-27'),
          withdraw('BBB', '2025-06-27'),
        ],
      },
    },
    asked: [
      { due: 'ottawa', on: '2025-11-01', is: [['withdrawal', '2025-12-27', 'BBB']] },
      { standing: ['ottawa', 'AAA'], on: '2026-06-01', is: 'party', since: '1999-03-01' },
      { standing: ['ottawa', 'BBB'], on: '2026-06-01', is: 'withdrawn', since: '2025-12-27' },
    ],
  },
];

const OWN = { laterParties: 'separate-consent' } as const;

/** What a ministry asks: all that binds its State, and what comes next. */
const MINISTRY: readonly LifeScenario[] = [
  {
    title: 'a ministry sees all that binds its State on a day, and what is due under each',
    texts: {
      waters: {
        done: [...consents('2001-01-01', 'KEN', 'NOR'), withdraw('KEN', '2010-03-01')],
        clauses: { withdrawal: { notice: { months: 12 }, citation: 'Article 20' } },
      },
      fisheries: {
        done: [...consents('2005-01-01', 'NOR', 'BRA'), ...consents('2006-06-01', 'KEN')],
      },
      forests: { done: consents('2005-01-01', 'NOR', 'BRA') },
    },
    asked: [
      { bound: 'KEN', on: '2000-12-31', is: [] },
      {
        bound: 'KEN',
        on: '2010-06-01',
        is: [
          ['waters', '2001-01-01'],
          ['fisheries', '2006-06-01'],
        ],
      },
      { due: 'waters', on: '2010-06-01', is: [['withdrawal', '2011-03-01', 'KEN']] },
      { bound: 'KEN', on: '2011-03-01', is: [['fisheries', '2006-06-01']] },
    ],
  },
];

/** Trees of amendments, a party set for each version. */
const VERSIONS: readonly LifeScenario[] = [
  {
    title: 'each amendment has parties of its own, and two are bound by what both accepted',
    texts: {
      protocol: {
        more: { adoptedOn: '1987-09-16' },
        done: [...consents('1989-01-01', 'KEN', 'NOR'), ...consents('1998-08-26', 'KAZ')],
      },
      copenhagen: {
        more: amends('protocol', '1992-11-25'),
        clauses: OWN,
        done: [...consents('1994-06-14', 'KEN', 'NOR'), ...consents('2011-06-28', 'KAZ')],
      },
      beijing: {
        more: amends('protocol', '1999-12-03'),
        clauses: OWN,
        done: consents('2002-02-25', 'KEN', 'NOR'),
      },
    },
    asked: [
      { between: ['KEN', 'NOR'], on: '1994-06-13', stands: [] },
      { between: ['KEN', 'NOR'], on: '1994-06-14', stands: ['copenhagen'] },
      { between: ['KEN', 'NOR'], on: '2002-02-25', stands: ['copenhagen', 'beijing'] },
      { between: ['KEN', 'KAZ'], on: '2011-06-27', stands: [] },
      { between: ['KEN', 'KAZ'], on: '2011-06-28', stands: ['copenhagen'] },
    ],
  },
  {
    title: 'who joins once an amendment is in force joins it too, and stays out if it refuses',
    texts: {
      convention: {
        done: [
          ...consents('2001-01-01', 'AAA', 'BBB'),
          ...consents('2005-01-01', 'CCC'),
          ...consents('2005-01-02', 'DDD', 'EEE'),
          withdraw('DDD', '2009-01-01'),
        ],
      },
      amended: {
        more: amends('convention', '2004-01-01'),
        done: [
          ...consents('2005-01-01', 'AAA', 'BBB'),
          { kind: 'refuse-amendment', actor: 'EEE', on: '2006-01-01' },
        ],
      },
    },
    asked: [
      { standing: ['amended', 'CCC'], on: '2008-01-01', is: 'none', since: null },
      { standing: ['amended', 'DDD'], on: '2005-01-01', is: 'none', since: null },
      { standing: ['amended', 'DDD'], on: '2005-01-02', is: 'party', since: '2005-01-02' },
      { standing: ['amended', 'EEE'], on: '2006-01-01', is: 'declined', since: '2006-01-01' },
      { between: ['AAA', 'DDD'], on: '2008-01-01', stands: ['amended'] },
      { between: ['AAA', 'EEE'], on: '2008-01-01', stands: [] },
      { standing: ['amended', 'DDD'], on: '2010-01-01', is: 'withdrawn', since: '2010-01-01' },
    ],
  },
  {
    title: 'an amendment that two thirds with the five have ratified binds all (Charter Art. 108)',
    facts: {
      members: { un: { AAA: ['1945-10-24'], BBB: ['1945-10-24'], CCC: ['1945-10-24'] } },
    },
    texts: {
      charter: {
        more: { kind: 'constituent', adoptedOn: '1945-06-26' },
        done: consents('1945-10-24', 'AAA', 'BBB', 'CCC'),
      },
      enlarged: {
        more: amends('charter', '1963-12-17'),
        clauses: {
          entryIntoForce: {
            when: { share: '2/3', of: { memberOf: 'un', on: 'live' } },
            delay: { days: 0 },
            binds: { memberOf: 'un', on: 'live' },
            citation: 'Article 108',
          },
        },
        done: consents('1965-08-31', 'AAA', 'BBB'),
      },
    },
    asked: [
      { between: ['AAA', 'CCC'], on: '1965-08-30', stands: [] },
      { between: ['AAA', 'CCC'], on: '1965-08-31', stands: ['enlarged'] },
      { standing: ['enlarged', 'CCC'], on: '1965-08-31', is: 'party', since: '1965-08-31' },
    ],
  },
  {
    title: 'silence accepts but for those that refused in time (IHR amendments of 2022)',
    texts: {
      regulations: {
        more: { adoptedOn: '2005-05-23' },
        done: consents('2007-06-15', 'AAA', 'BBB', 'NZL', 'SVK'),
      },
      quicker: {
        more: amends('regulations', '2022-05-28'),
        clauses: {
          entryIntoForce: {
            when: { silence: { lasts: { months: 18 }, from: { event: 'notified' } } },
            delay: { months: 24 },
            delayFrom: { event: 'notified' },
            binds: {
              both: [{ partyTo: 'regulations', on: 'live' }, { except: { declined: true } }],
            },
            citation: 'Articles 59, 61',
          },
        },
        done: [
          happens('notified', '2022-05-31'),
          { kind: 'refuse-amendment', actor: 'NZL', on: '2023-11-28' },
          { kind: 'refuse-amendment', actor: 'SVK', on: '2023-11-24' },
        ],
      },
    },
    asked: [
      { due: 'quicker', on: '2023-11-01', is: [['opt-out', '2023-11-30', null]] },
      { between: ['AAA', 'BBB'], on: '2024-05-30', stands: [] },
      { between: ['AAA', 'BBB'], on: '2024-05-31', stands: ['quicker'] },
      { between: ['AAA', 'NZL'], on: '2024-05-31', stands: [] },
      { between: ['NZL', 'SVK'], on: '2024-05-31', stands: [] },
      { standing: ['quicker', 'NZL'], on: '2024-05-31', is: 'declined', since: '2023-11-28' },
    ],
  },
];

export const LIVES: readonly LifeScenario[] = [...PERSONS, ...CLOCK, ...MINISTRY, ...VERSIONS];
