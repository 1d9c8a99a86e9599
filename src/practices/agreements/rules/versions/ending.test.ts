import { describe, expect, it } from 'vitest';
import { endAhead } from './ending.ts';
import { agreementFinding } from './ending-finding.ts';
import { type Done, consents, happens, paperChronicle } from '../paper-chronicle.ts';
import { statusFinding } from '../status-finding.ts';
import { agreementStateOn } from '../agreement-state.ts';
import { dossiersOf, partiesOn, statusOn } from '../status.ts';

const two = consents('2011-02-05', 'AAA', 'BBB');
const three = consents('2011-02-05', 'AAA', 'BBB', 'CCC');
const bilateral = { kind: 'bilateral', adoptedOn: '2010-04-08' };
const TEN = { lasts: { years: 10 }, citation: 'Article XIV' };
const extended = (by?: { years: number }) => ({ ...TEN, extension: { event: 'extended', by } });
const withdraw = (actor: string, on: string): Done => ({ kind: 'withdraw', actor, on });

describe('an agreement with a term', () => {
  it('of ten years is in force on the last day of the tenth, and not on the next', () => {
    const chronicle = paperChronicle({ more: bilateral, clauses: { term: TEN }, done: two });
    expect(agreementStateOn(chronicle, '2021-02-04')).toBe('in-force');
    expect(agreementStateOn(chronicle, '2021-02-05')).toBe('terminated');
    const status = statusOn('AAA', '2021-02-05', chronicle, dossiersOf(chronicle));
    expect([status.standing, status.since]).toEqual(['terminated', '2021-02-05']);
    expect(agreementFinding(chronicle, '2021-02-05').rule.citation).toContain('Article XIV');
  });

  it('goes on for as long as it was extended, in time (New START, 2021 and 2026)', () => {
    const end = (on: string): string | null => {
      const done = [...two, happens('extended', on)];
      const term = extended({ years: 5 });
      return paperChronicle({ more: bilateral, clauses: { term }, done }).ending?.on ?? null;
    };
    expect(end('2021-02-03')).toBe('2026-02-05');
    expect(end('2021-02-04')).toBe('2026-02-05');
    expect(end('2021-02-05')).toBe('2021-02-05');
  });

  it('has an end that lies ahead, as far as it was known on the day', () => {
    const done = [...two, happens('extended', '2021-02-03')];
    const term = extended({ years: 5 });
    const chronicle = paperChronicle({ more: bilateral, clauses: { term }, done });
    const days = ['2011-02-04', '2021-02-02', '2021-02-03', '2026-02-04', '2026-02-05'];
    expect(days.map((day) => endAhead(chronicle, day))).toEqual([
      null,
      '2021-02-05',
      '2026-02-05',
      '2026-02-05',
      null,
    ]);
  });

  it('may be extended for good (NPT Art. X(2), 1995)', () => {
    const done = [...two, happens('extended', '2020-05-11')];
    const chronicle = paperChronicle({ more: bilateral, clauses: { term: extended() }, done });
    expect(chronicle.ending).toBeNull();
  });

  it('that names its last day ends there', () => {
    const term = { until: '2015-01-01', citation: 'Article 3' };
    const chronicle = paperChronicle({ more: bilateral, clauses: { term }, done: two });
    expect(chronicle.ending).toMatchObject({ on: '2015-01-01', by: 'expiry' });
  });

  it('has none before it is in force', () => {
    const chronicle = paperChronicle({
      clauses: { term: TEN },
      done: consents('2011-02-05', 'AAA'),
    });
    expect(chronicle.ending).toBeNull();
  });
});

describe('an agreement that loses its parties', () => {
  it('goes on below the number that brought it into force (VCLT Art. 55)', () => {
    const done = [...three, withdraw('AAA', '2012-01-01'), withdraw('BBB', '2012-02-01')];
    const chronicle = paperChronicle({ more: { adoptedOn: '2010-01-01' }, done });
    expect(chronicle.ending).toBeNull();
    expect(partiesOn(chronicle, '2020-01-01', dossiersOf(chronicle))).toEqual(['CCC']);
  });

  it('ends when the last of them has left', () => {
    const all = ['AAA', 'BBB', 'CCC'].map((actor, at) => withdraw(actor, `2012-0${at + 1}-01`));
    const chronicle = paperChronicle({ done: [...three, ...all] });
    expect(chronicle.ending).toMatchObject({ on: '2013-03-01', by: 'no-parties' });
    const standing = (actor: string) =>
      statusOn(actor, '2020-01-01', chronicle, dossiersOf(chronicle)).standing;
    expect([standing('AAA'), standing('CCC')]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('of two ends with the first (INF Treaty, 2019)', () => {
    const done = [
      ...consents('1988-06-01', 'AAA', 'BBB'),
      { ...withdraw('AAA', '2019-02-02'), effectiveOn: '2019-08-02' },
    ];
    const chronicle = paperChronicle({
      more: { kind: 'bilateral', adoptedOn: '1987-12-08' },
      done,
    });
    expect(agreementStateOn(chronicle, '2019-08-01')).toBe('in-force');
    expect(agreementStateOn(chronicle, '2019-08-02')).toBe('terminated');
    const standing = (actor: string) =>
      statusOn(actor, '2019-08-02', chronicle, dossiersOf(chronicle)).standing;
    expect([standing('AAA'), standing('BBB')]).toEqual(['withdrawn', 'terminated']);
  });

  it('ends below the number that its own text names (Genocide Convention, Art. XV)', () => {
    const term = { partiesMin: 3, citation: 'Article XV' };
    const one = paperChronicle({ clauses: { term }, done: three });
    const left = [...three, withdraw('BBB', '2012-01-01')];
    const other = paperChronicle({ clauses: { term }, done: left });
    expect(one.ending).toBeNull();
    expect(other.ending).toMatchObject({ on: '2013-01-01', by: 'too-few-parties' });
  });

  it('that one leaves and comes back to, alone, was none that could end', () => {
    const clauses = {
      entryIntoForce: {
        when: { count: 1, of: { any: true } as const },
        delay: { days: 0 },
        citation: 'Article 1',
      },
    };
    const done = [...consents('2011-01-01', 'AAA'), withdraw('AAA', '2012-01-01')];
    expect(paperChronicle({ clauses, done }).ending).toBeNull();
  });
});

describe('an agreement that is terminated', () => {
  const terminated = (on: string, effectiveOn?: string): Done => ({
    kind: 'terminate',
    on,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    detail: { ground: 'Consent of all parties' },
  });

  it('releases whom it bound, and leaves withdrawn who had withdrawn', () => {
    const done = [...three, withdraw('AAA', '2012-01-01'), terminated('2015-06-01')];
    const chronicle = paperChronicle({ done });
    const dossiers = dossiersOf(chronicle);
    const standing = (actor: string, day: string) => statusOn(actor, day, chronicle, dossiers);
    expect(standing('BBB', '2015-05-31').standing).toBe('party');
    expect(standing('BBB', '2015-06-01').standing).toBe('terminated');
    expect(standing('AAA', '2015-06-01').standing).toBe('withdrawn');
    expect(standing('DDD', '2015-06-01').standing).toBe('none');
    expect(partiesOn(chronicle, '2015-06-01', dossiers)).toEqual([]);
  });

  it('ends on the day that the record states', () => {
    const done = [...two, terminated('2015-06-01', '2016-01-01')];
    expect(paperChronicle({ done }).ending?.on).toBe('2016-01-01');
  });
});

describe('an agreement whose operation is suspended', () => {
  const suspend = (detail: object, on = '2015-01-01'): Done => ({
    kind: 'suspend',
    on,
    detail: { ground: 'Consent', ...detail },
  });
  const at = (done: readonly Done[], day: string) =>
    agreementStateOn(paperChronicle({ done }), day);

  it('between all, as a whole, is suspended until it is resumed', () => {
    const resume: Done = {
      kind: 'resume',
      on: '2016-01-01',
      detail: { suspension: '2'.padStart(64, '0') },
    };
    const done = [...two, suspend({}), resume];
    expect(
      ['2014-12-31', '2015-01-01', '2015-12-31', '2016-01-01'].map((day) => at(done, day)),
    ).toEqual(['in-force', 'suspended', 'suspended', 'in-force']);
  });

  it('or until the day it named', () => {
    const done = [...two, suspend({ until: '2015-03-01' })];
    expect([at(done, '2015-02-28'), at(done, '2015-03-01')]).toEqual(['suspended', 'in-force']);
  });

  it('in part, or between some, is in force', () => {
    expect(at([...two, suspend({ provisions: ['art_3'] })], '2015-02-01')).toBe('in-force');
    expect(at([...two, suspend({ between: ['AAA', 'BBB'] })], '2015-02-01')).toBe('in-force');
  });

  it('keeps its parties, and says so in the finding (VCLT Art. 72)', () => {
    const chronicle = paperChronicle({ done: [...two, suspend({ between: ['AAA', 'BBB'] })] });
    expect(partiesOn(chronicle, '2015-02-01', dossiersOf(chronicle))).toHaveLength(2);
    const found = agreementFinding(chronicle, '2015-02-01').parts.at(-1);
    expect(found?.text).toBe('since 2015-01-01, between AAA, BBB: Consent');
    const own = (actor: string) => {
      const status = statusOn(actor, '2015-02-01', chronicle, dossiersOf(chronicle));
      return statusFinding(status, chronicle, '2015-02-01').parts.map(({ rule }) => rule.id);
    };
    expect(own('AAA')).toContain('agreements.suspended');
    expect(own('CCC')).not.toContain('agreements.suspended');
  });
});
