import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../kernel/dates.ts';
import type { Withdrawal } from '../../clauses.ts';
import {
  type Done,
  type PaperAgreement,
  consents,
  happens,
  paperChronicle,
} from '../paper-chronicle.ts';
import { statusFinding } from '../status-finding.ts';
import { dossiersOf, pendingWithdrawals, statusOn } from '../status.ts';

type Clause = Omit<Withdrawal, 'citation' | 'permitted'>;

/** The day on which the notice of AAA takes effect; the agreement is in force from `inForceOn`. */
function effect(
  inForceOn: string,
  clause: Clause | null,
  noticeOn: string,
  more: readonly Done[] = [],
): string | null {
  const given: PaperAgreement = {
    more: { adoptedOn: '1945-01-01' },
    clauses: clause === null ? {} : { withdrawal: { ...clause, citation: 'Article 9' } },
    done: [
      ...consents(inForceOn, 'AAA', 'BBB', 'CCC'),
      { kind: 'withdraw', actor: 'AAA', on: noticeOn },
      ...more,
    ],
  };
  return paperChronicle(given).consents.find((one) => one.actor === 'AAA')?.until ?? null;
}

const YEAR = { notice: { years: 1 } };
const CYCLES = { notice: { months: 6 }, periods: { first: { years: 10 }, then: { years: 5 } } };
const FROZEN = {
  notice: { months: 6 },
  whileLasting: { begins: 'conflict-begins', ends: 'conflict-ends' },
};
const COUNCIL = { notice: { months: 3 }, runsFrom: 'security-council-notified' };
const SIX = { notice: { months: 6 } };

/** What is told, when in force, the clause, the notice, what else is on record, the effect. */
const CASES: readonly (readonly [
  string,
  string,
  Clause | null,
  string,
  readonly Done[],
  string | null,
])[] = [
  ['VCLT 56(2): twelve months', '1990-01-01', null, '2001-03-15', [], '2002-03-15'],
  ['VCLT 56(2): a leap day', '1990-01-01', null, '2004-02-29', [], '2005-02-28'],
  ['Rome Statute, Burundi', '2002-07-01', YEAR, '2016-10-27', [], '2017-10-27'],
  ['Rome Statute, Philippines', '2002-07-01', YEAR, '2018-03-17', [], '2019-03-17'],
  ['Paris Agreement, United States', '2016-11-04', YEAR, '2019-11-04', [], '2020-11-04'],
  ['ECHR: six months', '1953-09-03', SIX, '1999-08-31', [], '2000-02-29'],
  [
    'Budapest: three months, then the first of the next',
    '2004-07-01',
    { notice: { months: 3, then: 'first-of-next-month' } },
    '2020-01-15',
    [],
    '2020-05-01',
  ],
  ['Genocide: in time for the first end', '1951-01-12', CYCLES, '1960-07-12', [], '1961-01-12'],
  ['Genocide: a day late', '1951-01-12', CYCLES, '1960-07-13', [], '1966-01-12'],
  ['Genocide: early in the first period', '1951-01-12', CYCLES, '1952-01-01', [], '1961-01-12'],
  ['Genocide: the second end', '1951-01-12', CYCLES, '1965-07-12', [], '1966-01-12'],
  ['Genocide: of our days', '1951-01-12', CYCLES, '2025-07-12', [], '2026-01-12'],
  ['Genocide: of our days, late', '1951-01-12', CYCLES, '2025-07-13', [], '2031-01-12'],
  ['Ottawa, Estonia', '1999-03-01', FROZEN, '2025-06-27', [], '2025-12-27'],
  [
    'Ottawa: a conflict that lasts',
    '1999-03-01',
    FROZEN,
    '2025-06-27',
    [happens('conflict-begins', '2025-12-26', 'AAA')],
    null,
  ],
  [
    'Ottawa: a conflict that ended',
    '1999-03-01',
    FROZEN,
    '2025-06-27',
    [
      happens('conflict-begins', '2025-12-27', 'AAA'),
      happens('conflict-ends', '2026-08-03', 'AAA'),
    ],
    '2026-08-03',
  ],
  [
    'Ottawa: one conflict after another',
    '1999-03-01',
    FROZEN,
    '2025-06-27',
    [
      happens('conflict-begins', '2024-01-01', 'AAA'),
      happens('conflict-begins', '2026-01-01', 'AAA'),
      happens('conflict-ends', '2026-02-01', 'AAA'),
    ],
    '2026-02-01',
  ],
  [
    'Ottawa: a conflict over before, another after',
    '1999-03-01',
    FROZEN,
    '2025-06-27',
    [
      happens('conflict-begins', '2024-01-01', 'AAA'),
      happens('conflict-ends', '2024-02-01', 'AAA'),
      happens('conflict-begins', '2025-12-28', 'AAA'),
    ],
    '2025-12-27',
  ],
  [
    'Ottawa: a conflict of another',
    '1999-03-01',
    FROZEN,
    '2025-06-27',
    [happens('conflict-begins', '2025-07-01', 'BBB')],
    '2025-12-27',
  ],
  ['NPT: nobody told the Security Council', '1970-03-05', COUNCIL, '1993-03-12', [], null],
  [
    'NPT, 1993: three months',
    '1970-03-05',
    COUNCIL,
    '1993-03-12',
    [happens('security-council-notified', '1993-03-12', 'AAA')],
    '1993-06-12',
  ],
  [
    'NPT: the Council told later',
    '1970-03-05',
    COUNCIL,
    '1993-03-12',
    [happens('security-council-notified', '1993-03-20', 'AAA')],
    '1993-06-20',
  ],
];

describe('notice of withdrawal', () => {
  it.each(CASES)('%s', (_title, inForceOn, clause, noticeOn, more, expected) => {
    expect(effect(inForceOn, clause, noticeOn, more)).toBe(expected);
  });

  it('that is revoked before it takes effect is as if it had not been given', () => {
    const notice: Done = { kind: 'withdraw', actor: 'AAA', on: '1993-03-12' };
    const told = happens('security-council-notified', '1993-03-12', 'AAA');
    const revoked = (on: string): string | null => {
      const detail = { withdrawal: '3'.padStart(64, '0') };
      const revocation: Done = { kind: 'revoke-withdrawal', actor: 'AAA', on, detail };
      const chronicle = paperChronicle({
        more: { adoptedOn: '1968-07-01' },
        clauses: { withdrawal: { ...COUNCIL, citation: 'Article X (1)' } },
        done: [...consents('1970-03-05', 'AAA', 'BBB', 'CCC'), notice, told, revocation],
      });
      return chronicle.consents.find((one) => one.actor === 'AAA')?.until ?? null;
    };
    expect(revoked('1993-06-11')).toBeNull();
    expect(revoked('1993-06-12')).toBe('1993-06-12');
  });

  it('told to the Council for an earlier notice, now revoked, tells nothing of a later', () => {
    const first: Done = { kind: 'withdraw', actor: 'AAA', on: '1993-03-12' };
    const told = happens('security-council-notified', '1993-03-12', 'AAA');
    const revoked: Done = {
      kind: 'revoke-withdrawal',
      actor: 'AAA',
      on: '1993-06-11',
      detail: { withdrawal: '3'.padStart(64, '0') },
    };
    const second: Done = { kind: 'withdraw', actor: 'AAA', on: '2003-01-10' };
    const until = (...more: readonly Done[]): string | null => {
      const done = [...consents('1970-03-05', 'AAA', 'BBB', 'CCC'), first, told, revoked, second];
      const chronicle = paperChronicle({
        more: { adoptedOn: '1968-07-01' },
        clauses: { withdrawal: { ...COUNCIL, citation: 'Article X (1)' } },
        done: [...done, ...more],
      });
      return chronicle.consents.find((one) => one.actor === 'AAA')?.until ?? null;
    };
    expect(until()).toBeNull();
    expect(until(happens('security-council-notified', '2003-01-10', 'AAA'))).toBe('2003-04-10');
  });

  it('before the agreement is in force runs as notice alone, and takes the consent away', () => {
    const done: Done[] = [
      ...consents('1949-01-01', 'AAA'),
      { kind: 'withdraw', actor: 'AAA', on: '1949-02-01' },
      ...consents('1951-01-12', 'BBB', 'CCC'),
    ];
    const withdrawal = { ...CYCLES, citation: 'Article XIV' };
    const given = { more: { adoptedOn: '1948-12-09' }, clauses: { withdrawal }, done };
    const chronicle = paperChronicle(given);
    expect(chronicle.decision.on).toBe('1951-01-12');
    expect(chronicle.consents[0]?.until).toBe('1949-08-01');
  });

  it('that waits leaves its maker a party, and nothing pending has a day', () => {
    const chronicle = paperChronicle({
      clauses: { withdrawal: { ...COUNCIL, citation: 'Article X (1)' } },
      done: [
        ...consents('2000-03-05', 'AAA', 'BBB'),
        { kind: 'withdraw', actor: 'AAA', on: '2003-01-10' },
      ],
    });
    const status = statusOn('AAA', '2020-01-01', chronicle, dossiersOf(chronicle));
    expect(status.standing).toBe('party');
    expect(status.consent?.notice?.on).toBe('2003-01-10');
    expect(pendingWithdrawals(chronicle, '2003-02-01')).toEqual([]);
    const missing = (day: string) =>
      statusFinding(status, chronicle, day).parts.flatMap((part) => part.missing);
    expect(missing('2003-01-10')).toEqual([
      'the event “security-council-notified”, recorded of it',
    ]);
    expect(missing('2003-01-09')).toEqual([]);
  });

  it('in periods always takes effect at the end of one, and after the notice is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (days) => {
        const noticeOn = addDays('1951-01-12', days);
        const on = effect('1951-01-12', CYCLES, noticeOn) ?? '';
        expect(on.slice(4)).toBe('-01-12');
        expect((Number(on.slice(0, 4)) - 1951) % 5).toBe(0);
        expect(on >= addDays(noticeOn, 181)).toBe(true);
        expect(on <= addDays(noticeOn, 366 * 10)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
