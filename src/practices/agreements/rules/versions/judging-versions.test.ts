import { describe, expect, it } from 'vitest';
import { PaperRegisters, type Told, adoption } from '../../paper-registers.ts';

const by = (actor: string, type: string, on: string, more: object = {}): Told => ({
  type,
  payload: { on, ...more },
  actor,
});
const deposit = (actor: string, on: string): Told =>
  by(actor, 'deposit', on, { instrument: 'accession' });
const adopt = (clauses: object = {}, more: object = {}): Told => ({
  type: 'adopt',
  payload: adoption(clauses, more),
  actor: 'depositary',
});
const signed = (told: Told): Told => ({ ...told, source: null });
const GROUND = { ground: 'Consent of all parties' };

/** Two parties since 2001-05-01. */
function inForce(clauses: object = {}): PaperRegisters {
  const registers = new PaperRegisters();
  registers.take(adopt(clauses));
  registers.take(deposit('AAA', '2001-03-01'));
  registers.take(deposit('BBB', '2001-05-01'));
  return registers;
}

const amends = (more: object = {}): Told => ({
  type: 'adopt',
  agreement: 'amendment',
  actor: 'depositary',
  payload: adoption(
    {
      entryIntoForce: {
        when: { silence: { lasts: { months: 10 }, from: { event: 'notified' } } },
        delay: { months: 2 },
        binds: { both: [{ partyTo: 'convention' }, { except: { declined: true } }] },
        citation: 'Article 59',
      },
      ...more,
    },
    { kind: 'amendment', adoptedOn: '2005-01-01', parent: 'convention' },
  ),
});
const notified: Told = {
  type: 'record-event',
  agreement: 'amendment',
  payload: { event: 'notified', on: '2005-02-01' },
};
const refuse = (actor: string, on: string): Told => ({
  ...by(actor, 'refuse-amendment', on),
  agreement: 'amendment',
});

describe('an amendment that silence would accept', () => {
  const amended = (): PaperRegisters => {
    const registers = inForce();
    registers.take(amends());
    registers.take(notified);
    return registers;
  };

  it.each([
    ['on the day before its time', 'AAA', '2005-01-31', 'silence'],
    ['on the first day of its time', 'AAA', '2005-02-01', null],
    ['on the last day of its time', 'AAA', '2005-12-01', null],
    ['on the day after its time', 'AAA', '2005-12-02', 'silence'],
    ['by one that is no party to what it amends', 'CCC', '2005-06-01', 'silence'],
  ])('is refused %s: %s, %s', (_title, actor, on, rule) => {
    expect(amended().ask(refuse(actor, on))).toBe(rule);
  });

  it('is not refused before its time began', () => {
    const registers = inForce();
    registers.take(amends());
    expect(registers.ask(refuse('AAA', '2005-02-01'))).toBe('silence');
  });

  it('is refused once, and again once the refusal is withdrawn', () => {
    const registers = amended();
    const refusal = registers.take(refuse('AAA', '2005-03-01'));
    expect(registers.ask(refuse('AAA', '2005-04-01'))).toBe('once');
    const withdrawn = (actor: string, on: string): Told => ({
      ...by(actor, 'withdraw-refusal', on, { refusal }),
      agreement: 'amendment',
    });
    expect(registers.ask(withdrawn('BBB', '2005-05-01'))).toBe('refusal');
    expect(registers.ask(withdrawn('AAA', '2005-02-28'))).toBe('refusal');
    registers.take(withdrawn('AAA', '2005-05-01'));
    expect(registers.ask(withdrawn('AAA', '2005-05-02'))).toBe('refusal');
    expect(registers.ask(refuse('AAA', '2005-06-01'))).toBeNull();
  });

  it('is none where consent is needed', () => {
    const registers = inForce();
    expect(registers.ask(by('AAA', 'refuse-amendment', '2005-01-01'))).toBe('silence');
  });
});

describe('suspension and termination', () => {
  const suspend = (on: string, more: object = {}): Told =>
    by('depositary', 'suspend', on, { ...GROUND, ...more });
  const terminate = (on: string): Told => by('depositary', 'terminate', on, GROUND);

  it('are of what is in force', () => {
    const registers = inForce();
    expect(registers.ask(suspend('2001-04-30'))).toBe('in-force-first');
    expect(registers.ask(suspend('2001-05-01'))).toBeNull();
    expect(registers.ask(terminate('2001-04-30'))).toBe('in-force-first');
    expect(registers.ask(terminate('2001-05-01'))).toBeNull();
  });

  it('between all are recorded by the custodian; a party suspends for itself', () => {
    const registers = inForce();
    const own = (between?: readonly string[]): Told =>
      signed(by('AAA', 'suspend', '2002-01-01', { ...GROUND, between }));
    expect(registers.ask(own())).toBe('suspends');
    expect(registers.ask(own(['BBB', 'CCC']))).toBe('suspends');
    expect(registers.ask(own(['AAA', 'CCC']))).toBe('suspends');
    expect(registers.ask(own(['AAA', 'BBB']))).toBeNull();
    expect(registers.ask(signed(by('AAA', 'terminate', '2002-01-01', GROUND)))).toBe(
      'by-the-custodian',
    );
  });

  it('are not over before they began', () => {
    const registers = inForce();
    expect(registers.ask(suspend('2002-01-01', { until: '2002-01-01' }))).toBe('suspends');
    expect(registers.ask(suspend('2002-01-01', { until: '2002-01-02' }))).toBeNull();
  });

  it('are resumed once, where they last, by those concerned', () => {
    const registers = inForce();
    const suspension = registers.take(suspend('2002-01-01', { between: ['AAA', 'BBB'] }));
    const resume = (actor: string, on: string, given = suspension): Told =>
      signed(by(actor, 'resume', on, { suspension: given }));
    expect(registers.ask(resume('AAA', '2002-02-01', '9'.repeat(64)))).toBe('resumes');
    expect(registers.ask(resume('AAA', '2001-12-31'))).toBe('resumes');
    expect(registers.ask(resume('CCC', '2002-02-01'))).toBe('suspends');
    registers.take(resume('BBB', '2002-02-01'));
    expect(registers.ask(resume('AAA', '2002-03-01'))).toBe('resumes');
  });

  it('that end it leave nothing to join, to leave or to change, but the record goes on', () => {
    const registers = inForce();
    registers.take(terminate('2003-01-01'));
    expect(registers.ask(deposit('CCC', '2003-01-01'))).toBe('lasts');
    expect(registers.ask(by('CCC', 'sign', '2003-01-01'))).toBe('lasts');
    expect(registers.ask(by('AAA', 'withdraw', '2003-01-01'))).toBe('lasts');
    expect(registers.ask(suspend('2003-01-01'))).toBe('lasts');
    expect(registers.ask(terminate('2003-01-02'))).toBe('lasts');
    expect(registers.ask(deposit('CCC', '2002-12-31'))).toBeNull();
    const event: Told = { type: 'record-event', payload: { event: 'archived', on: '2003-02-01' } };
    expect(registers.ask(event)).toBeNull();
  });

  it('by all parties’ leaving end it too; a number below the first does not', () => {
    const registers = inForce();
    registers.take(by('AAA', 'withdraw', '2003-01-01'));
    expect(registers.ask(deposit('CCC', '2004-06-01'))).toBeNull();
    registers.take(by('BBB', 'withdraw', '2003-02-01'));
    expect(registers.ask(deposit('CCC', '2004-01-31'))).toBeNull();
    expect(registers.ask(deposit('CCC', '2004-02-01'))).toBe('lasts');
  });

  it('by a term end it, unless it was extended in time', () => {
    const term = {
      lasts: { years: 2 },
      extension: { event: 'extended', by: { years: 1 } },
      citation: 'Article 5',
    };
    const registers = inForce({ term });
    expect(registers.ask(deposit('CCC', '2003-04-30'))).toBeNull();
    expect(registers.ask(deposit('CCC', '2003-05-01'))).toBe('lasts');
    registers.take({ type: 'record-event', payload: { event: 'extended', on: '2003-04-30' } });
    expect(registers.ask(deposit('CCC', '2003-05-01'))).toBeNull();
  });
});

describe('territories', () => {
  const territories = [{ name: 'Common Islands' }];
  const extend = (actor: string, on: string, more: object = {}): Told =>
    by(actor, 'extend-to-territories', on, { territories, ...more });
  const exclude = (actor: string, on: string): Told =>
    by(actor, 'exclude-territories', on, { territories: [{ name: 'common islands ' }] });

  it('are named by those that have signed or consented', () => {
    const registers = inForce();
    registers.take(by('CCC', 'sign', '2001-02-01'));
    expect(registers.ask(extend('AAA', '2001-02-28'))).toBe('territory');
    expect(registers.ask(extend('AAA', '2001-03-01'))).toBeNull();
    expect(registers.ask(extend('CCC', '2001-02-01'))).toBeNull();
    expect(registers.ask(extend('DDD', '2001-06-01'))).toBe('territory');
  });

  it('are extended and excluded in turn, each once, however the name is written', () => {
    const registers = inForce();
    registers.take(extend('AAA', '2002-01-01'));
    expect(registers.ask(extend('AAA', '2002-02-01'))).toBe('territory');
    expect(registers.ask(extend('BBB', '2002-02-01'))).toBeNull();
    registers.take(exclude('AAA', '2003-01-01'));
    expect(registers.ask(exclude('AAA', '2003-02-01'))).toBe('territory');
    expect(registers.ask(extend('AAA', '2004-01-01'))).toBeNull();
  });

  it('may be excluded from the beginning, though nothing was extended', () => {
    expect(inForce().ask(exclude('AAA', '2001-03-01'))).toBeNull();
  });
});

describe('what is recorded of one actor', () => {
  const begins = (of: string, on: string): Told => ({
    type: 'record-event',
    payload: { event: 'conflict-begins', of, on },
  });

  it('comes again on another day, and of another actor, but once a day', () => {
    const registers = inForce();
    registers.take(begins('AAA', '2002-01-01'));
    expect(registers.ask(begins('AAA', '2002-01-01'))).toBe('once');
    expect(registers.ask(begins('BBB', '2002-01-01'))).toBeNull();
    expect(registers.ask(begins('AAA', '2003-01-01'))).toBeNull();
    expect(registers.ask(begins('nobody', '2003-01-01'))).toBe('known-actor');
  });
});

describe('withdrawal', () => {
  const withdraw = (on: string): Told => by('AAA', 'withdraw', on);

  it('inside a lock is refused, and on its last day is not (Paris Agreement, Art. 28(1))', () => {
    const withdrawal = {
      notice: { years: 1 },
      lockedFor: { delay: { years: 3 }, from: 'party' },
      citation: 'Article 28',
    };
    const registers = inForce({ withdrawal });
    expect(registers.ask(withdraw('2004-04-30'))).toBe('withdrawal-lock');
    expect(registers.ask(withdraw('2004-05-01'))).toBeNull();
  });

  it('is noticed once; a second notice needs the first to be revoked, before its effect', () => {
    const registers = inForce();
    const notice = registers.take(withdraw('2003-01-01'));
    expect(registers.ask(withdraw('2003-02-01'))).toBe('consented');
    const revoke = (on: string): Told => by('AAA', 'revoke-withdrawal', on, { withdrawal: notice });
    expect(registers.ask(revoke('2004-01-01'))).toBe('revocable');
    registers.take(revoke('2003-12-31'));
    expect(registers.ask(withdraw('2004-02-01'))).toBeNull();
  });

  it('that waits for the end of a conflict may be revoked for as long as it waits', () => {
    const withdrawal = {
      notice: { months: 6 },
      whileLasting: { begins: 'conflict-begins', ends: 'conflict-ends' },
      citation: 'Article 20',
    };
    const registers = inForce({ withdrawal });
    const event = { event: 'conflict-begins', of: 'AAA', on: '2003-01-01' };
    registers.take({ type: 'record-event', payload: event });
    const notice = registers.take(withdraw('2003-02-01'));
    expect(registers.ask(withdraw('2005-02-01'))).toBe('consented');
    expect(
      registers.ask(by('AAA', 'revoke-withdrawal', '2010-01-01', { withdrawal: notice })),
    ).toBeNull();
  });

  it('in periods is revoked until the period’s end (Genocide Convention, Art. XIV)', () => {
    const withdrawal = {
      notice: { months: 6 },
      periods: { first: { years: 10 }, then: { years: 5 } },
      citation: 'Article XIV',
    };
    const registers = inForce({ withdrawal });
    const notice = registers.take(withdraw('2003-01-01'));
    const revoke = (on: string): Told => by('AAA', 'revoke-withdrawal', on, { withdrawal: notice });
    expect(registers.ask(revoke('2011-04-30'))).toBeNull();
    expect(registers.ask(revoke('2011-05-01'))).toBe('revocable');
    expect(registers.docket.of('convention').consentsOf('AAA')[0]?.until).toBe('2011-05-01');
  });

  it('is noticed while a window is open, and only then (ILO Convention 169, Art. 39)', () => {
    const withdrawal = {
      notice: { years: 1 },
      windows: { every: { years: 10 }, open: { years: 1 } },
      citation: 'Article 39',
    };
    const registers = inForce({ withdrawal });
    const days = ['2011-04-30', '2011-05-01', '2012-05-01', '2012-05-02', '2021-05-01'];
    const rules = days.map((on) => registers.ask(withdraw(on)));
    expect(rules).toEqual(['withdrawal-lock', null, null, 'withdrawal-lock', null]);
  });

  it('does not take effect before the clause says, whatever its maker states', () => {
    const stating = (effectiveOn: string): Told => ({
      ...signed(withdraw('2003-01-01')),
      effectiveOn,
    });
    const periods = { first: { years: 10 }, then: { years: 5 } };
    const notice = { months: 6 };
    const cyclic = inForce({ withdrawal: { notice, periods, citation: 'Article XIV' } });
    expect(cyclic.ask(stating('2011-04-30'))).toBe('effect');
    expect(cyclic.ask(stating('2011-05-01'))).toBeNull();
    const waiting = inForce({ withdrawal: { notice, runsFrom: 'told', citation: 'Article X' } });
    expect(waiting.ask(stating('2011-05-01'))).toBe('effect');
    expect(waiting.ask({ ...withdraw('2003-01-01'), effectiveOn: '2003-04-01' })).toBeNull();
  });

  it('of which no text speaks and which nothing implies is not permitted (VCLT Art. 56(1))', () => {
    const withdrawal = { permitted: false, notice: { years: 1 }, citation: 'No clause' };
    expect(inForce({ withdrawal }).ask(withdraw('2003-01-01'))).toBe('withdrawal-permitted');
  });
});

describe('acts out of order', () => {
  it('deposits recorded late count from their days', () => {
    const registers = new PaperRegisters();
    registers.take(adopt());
    registers.take(deposit('BBB', '2001-05-01'));
    registers.take(deposit('CCC', '2003-05-01'));
    const before = registers.docket.of('convention').chronicle()?.decision.on;
    registers.take(deposit('AAA', '2001-03-01'));
    const after = registers.docket.of('convention').chronicle()?.decision.on;
    expect([before, after]).toEqual(['2003-05-01', '2001-05-01']);
  });

  it('a succession recorded late reaches back to its date, over a withdrawal of others', () => {
    const registers = new PaperRegisters({
      actors: {
        OLD: { kind: 'historical-state', to: '2006-06-02' },
        NEW: { from: '2006-06-03' },
      },
      successors: ['NEW'],
    });
    registers.take(adopt());
    registers.take(deposit('OLD', '2001-03-01'));
    registers.take(deposit('AAA', '2001-05-01'));
    registers.take(by('NEW', 'deposit', '2012-01-01', { instrument: 'succession' }));
    const own = registers.docket.of('convention').consentsOf('NEW');
    expect(own.map(({ on, until }) => [on, until])).toEqual([['2012-01-01', null]]);
    expect(registers.ask(by('NEW', 'withdraw', '2012-02-01'))).toBeNull();
  });
});
