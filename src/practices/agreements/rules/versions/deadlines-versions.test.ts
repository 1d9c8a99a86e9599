import { describe, expect, it } from 'vitest';
import { versionDeadlines } from './deadlines-versions.ts';
import { type PaperAgreement, consents, happens, paperChronicle } from '../paper-chronicle.ts';
import { dossiersOf } from '../status.ts';

/** Kind, day and actor of what falls due. */
function due(given: PaperAgreement, day: string) {
  const chronicle = paperChronicle(given);
  const found = versionDeadlines({ chronicle, dossiers: dossiersOf(chronicle) }, day);
  return found.map(({ kind, on, actor }) => [kind, on, actor]);
}

const two = consents('2001-01-12', 'AAA', 'BBB');

describe('deadlines of the life of an agreement', () => {
  it('are the last day to refuse what silence accepts, once its time runs', () => {
    const when = { silence: { lasts: { months: 10 }, from: { event: 'notified' } } };
    const given: PaperAgreement = {
      clauses: { entryIntoForce: { when, delay: { months: 2 }, citation: 'Article 59' } },
      done: [happens('notified', '2005-02-01')],
    };
    expect(due(given, '2005-01-31')).toEqual([]);
    expect(due(given, '2005-02-01')).toEqual([['opt-out', '2005-12-01', null]]);
    expect(due(given, '2005-12-01')).toEqual([['opt-out', '2005-12-01', null]]);
    expect(due(given, '2005-12-02')).toEqual([]);
  });

  it('are the end of a term, as it was known on the day', () => {
    const term = {
      lasts: { years: 10 },
      extension: { event: 'extended', by: { years: 5 } },
      citation: 'Article 14',
    };
    const given: PaperAgreement = {
      clauses: { term },
      done: [...two, happens('extended', '2011-01-03')],
    };
    expect(due(given, '2001-01-11')).toEqual([]);
    expect(due(given, '2011-01-02')).toEqual([['expiry', '2011-01-12', null]]);
    expect(due(given, '2011-01-03')).toEqual([['expiry', '2016-01-12', null]]);
    expect(due(given, '2016-01-12')).toEqual([]);
  });

  it('are the last day of notice before a period ends (Genocide Convention, Art. XIV)', () => {
    const withdrawal = {
      notice: { months: 6 },
      periods: { first: { years: 10 }, then: { years: 5 } },
      citation: 'Article XIV',
    };
    const given: PaperAgreement = { clauses: { withdrawal }, done: two };
    expect(due(given, '2001-06-01')).toEqual([['window', '2010-07-12', null]]);
    expect(due(given, '2010-07-12')).toEqual([['window', '2010-07-12', null]]);
    expect(due(given, '2010-07-13')).toEqual([['window', '2015-07-12', null]]);
  });

  it('are when a window opens, and while it is open when it closes (ILO Convention 169)', () => {
    const withdrawal = {
      notice: { years: 1 },
      windows: { every: { years: 10 }, open: { years: 1 } },
      citation: 'Article 39',
    };
    const given: PaperAgreement = {
      more: { adoptedOn: '1989-06-27' },
      clauses: { withdrawal },
      done: consents('1991-09-05', 'AAA', 'BBB'),
    };
    expect(due(given, '2021-09-04')).toEqual([['window', '2021-09-05', null]]);
    expect(due(given, '2021-09-05')).toEqual([['window', '2022-09-05', null]]);
    expect(due(given, '2022-09-05')).toEqual([['window', '2022-09-05', null]]);
    expect(due(given, '2022-09-06')).toEqual([['window', '2031-09-05', null]]);
  });

  it('are the days from which those that joined may give notice', () => {
    const locked = (from: 'agreement' | 'party'): PaperAgreement => ({
      clauses: {
        withdrawal: {
          notice: { years: 1 },
          lockedFor: { delay: { years: 3 }, from },
          citation: 'Article 28',
        },
      },
      done: [...two, ...consents('2003-01-01', 'CCC')],
    });
    expect(due(locked('agreement'), '2003-06-01')).toEqual([['window', '2004-01-12', null]]);
    expect(due(locked('agreement'), '2004-01-12')).toEqual([]);
    expect(due(locked('party'), '2003-06-01')).toEqual([
      ['window', '2004-01-12', 'AAA'],
      ['window', '2004-01-12', 'BBB'],
      ['window', '2006-01-01', 'CCC'],
    ]);
    expect(due(locked('party'), '2004-01-12')).toEqual([['window', '2006-01-01', 'CCC']]);
  });

  it('are none once it has ended', () => {
    const term = { until: '2010-01-01', citation: 'Article 3' };
    const withdrawal = {
      notice: { years: 1 },
      lockedFor: { delay: { years: 30 }, from: 'party' as const },
      citation: 'Article 28',
    };
    const given: PaperAgreement = { clauses: { term, withdrawal }, done: two };
    expect(due(given, '2009-12-31')).toHaveLength(3);
    expect(due(given, '2010-01-01')).toEqual([]);
  });
});
