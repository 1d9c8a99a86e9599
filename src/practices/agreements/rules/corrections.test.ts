import { describe, expect, it } from 'vitest';
import { Correction } from '../payloads/agreement.ts';
import { PaperRegisters, type Told, adoption } from '../paper-registers.ts';

const GIVEN = {
  actors: {
    AAA: {},
    BBB: {},
    OLD: { kind: 'historical-state', to: '2010-06-30' },
    club: { kind: 'group', treatyCapacity: false },
  },
} as const;

/** Registers with an agreement, a signature and an instrument of AAA, and a notice of BBB. */
function registers() {
  const paper = new PaperRegisters(GIVEN);
  const adopted = paper.take({ type: 'adopt', payload: adoption(), actor: 'depositary' });
  const signed = paper.take({ type: 'sign', payload: { on: '2000-03-01' } });
  const deposited = paper.take({
    type: 'deposit',
    payload: { on: '2001-01-15', instrument: 'ratification' },
  });
  const actor = 'BBB';
  paper.take({ type: 'deposit', actor, payload: { on: '2001-02-01', instrument: 'accession' } });
  const left = paper.take({ type: 'withdraw', actor, payload: { on: '2005-01-01' } });
  const happened = paper.take({
    type: 'record-event',
    actor: 'depositary',
    payload: { event: 'decision', on: '2003-01-01' },
  });
  return { paper, adopted, signed, deposited, left, happened };
}

const correction = (act: string, change?: object, source?: null): Told => ({
  type: 'correct',
  actor: 'depositary',
  payload: { act, reason: 'Misread', ...(change === undefined ? { void: true } : { change }) },
  ...(source === null ? { source, actor: 'BBB' } : {}),
});

describe('a change', () => {
  it.each([
    ['of the day', { on: '2001-01-16' }],
    ['of the actor', { actor: 'OLD' }],
    ['of the day of effect', { effectiveOn: '2001-06-01' }],
    ['of the day of effect to what the clause gives', { effectiveOn: null }],
    ['of the instrument', { instrument: 'acceptance' }],
    ['of several at once', { on: '2001-01-16', instrument: 'approval' }],
  ])('%s stands in place of what was said', (_title, change) => {
    const { paper, deposited } = registers();
    const by = paper.take(correction(deposited, change));
    const dossier = paper.docket.of('convention');
    expect(dossier.event(deposited)).toMatchObject({ ...change, correctedBy: by });
  });

  it('of the form of a signature stands, too', () => {
    const { paper, signed } = registers();
    paper.take(correction(signed, { form: 'definitive' }));
    expect(paper.docket.of('convention').event(signed)?.form).toBe('definitive');
  });

  it('of the actor moves the consent from one to the other', () => {
    const { paper, deposited } = registers();
    paper.take(correction(deposited, { actor: 'OLD' }));
    const dossier = paper.docket.of('convention');
    expect(dossier.consentsOf('AAA')).toEqual([]);
    expect(dossier.consentsOf('OLD')).toHaveLength(1);
    const again = { on: '2001-01-20', instrument: 'accession' };
    expect(paper.ask({ type: 'deposit', payload: again })).toBeNull();
  });

  it.each([
    ['the day before adoption', { on: '1999-12-31' }, 'not-before-adoption'],
    ['the day of adoption', { on: '2000-01-01' }, null],
    ['the day it is recorded', { on: '2026-01-01' }, null],
    ['the day after it is recorded', { on: '2026-01-02' }, 'not-in-the-future'],
    ['one who is not in the registry', { actor: 'nobody' }, 'known-actor'],
    ['a group', { actor: 'club' }, 'capacity'],
    ['a State that is no more by then', { actor: 'OLD', on: '2010-07-01' }, 'exists'],
    ['a State on its last day', { actor: 'OLD', on: '2010-06-30' }, null],
    ['a form, which an instrument has not', { form: 'simple' }, 'correction-target'],
  ])('of an instrument to %s is judged as the act would be', (_title, change, expected) => {
    const { paper, deposited } = registers();
    expect(paper.ask(correction(deposited, change))).toBe(expected);
  });

  it('does not make a notice take effect before it was given', () => {
    const { paper, left } = registers();
    expect(paper.ask(correction(left, { effectiveOn: '2004-12-31' }))).toBe('effect');
    expect(paper.ask(correction(left, { effectiveOn: '2005-01-01' }))).toBeNull();
  });

  it('of an adoption is one of its day, and no later than what was done under it', () => {
    const { paper, adopted } = registers();
    const asked = (change?: object) => paper.ask(correction(adopted, change));
    expect(asked({ on: '2000-03-01' })).toBeNull();
    expect(asked({ on: '2000-03-02' })).toBe('not-before-adoption');
    expect(asked({ on: '2000-03-01', actor: 'AAA' })).toBe('correction-target');
    expect(asked()).toBe('correction-target');
    paper.take(correction(adopted, { on: '1999-06-01' }));
    expect(paper.docket.of('convention').adoption?.adoptedOn).toBe('1999-06-01');
    expect(paper.ask({ type: 'sign', payload: { on: '1999-06-01' } })).toBeNull();
  });
});

describe('an act that is struck out', () => {
  it('is as if it had not been', () => {
    const { paper, deposited, happened } = registers();
    paper.take(correction(deposited));
    paper.take(correction(happened));
    const dossier = paper.docket.of('convention');
    expect(dossier.consentsOf('AAA')).toEqual([]);
    expect(dossier.event(deposited)).toBeNull();
    expect(
      paper.ask({ type: 'record-event', payload: { event: 'decision', on: '2003-01-02' } }),
    ).toBeNull();
  });

  it('is not struck out again, nor changed', () => {
    const { paper, deposited } = registers();
    paper.take(correction(deposited));
    expect(paper.ask(correction(deposited))).toBe('correction-target');
    expect(paper.ask(correction(deposited, { on: '2001-01-16' }))).toBe('correction-target');
  });

  it('does not come back when the same source is read again, but from another', () => {
    const { paper, deposited } = registers();
    paper.take(correction(deposited));
    const same: Told = {
      type: 'deposit',
      payload: { on: '2001-01-15', instrument: 'ratification' },
    };
    expect(paper.ask(same)).toBe('once');
    expect(paper.ask({ ...same, source: 'another source' })).toBeNull();
  });

  it('is known again by its source though its day was changed', () => {
    const { paper, signed } = registers();
    paper.take(correction(signed, { on: '2000-03-02' }));
    expect(paper.ask({ type: 'sign', payload: { on: '2000-03-01' } })).toBe('once');
  });
});

describe('a correction of a correction', () => {
  it('strikes it out, so that the act stands as it did; and that again', () => {
    const { paper, deposited } = registers();
    const dossier = paper.docket.of('convention');
    const first = paper.take(correction(deposited));
    const second = paper.take(correction(first));
    expect(dossier.event(deposited)?.on).toBe('2001-01-15');
    paper.take(correction(second));
    expect(dossier.event(deposited)).toBeNull();
    expect(paper.ask(correction(second))).toBe('correction-target');
  });

  it('leaves the other corrections of the act as they are', () => {
    const { paper, deposited } = registers();
    paper.take(correction(deposited, { instrument: 'approval' }));
    const second = paper.take(correction(deposited, { on: '2001-01-16' }));
    paper.take(correction(second));
    expect(paper.docket.of('convention').event(deposited)).toMatchObject({
      instrument: 'approval',
      on: '2001-01-15',
    });
  });

  it('does not change it: what it corrects is corrected again', () => {
    const { paper, deposited } = registers();
    const first = paper.take(correction(deposited, { on: '2001-01-16' }));
    expect(paper.ask(correction(first, { on: '2001-01-17' }))).toBe('correction-target');
    paper.take(correction(deposited, { on: '2001-01-17' }));
    expect(paper.docket.of('convention').event(deposited)?.on).toBe('2001-01-17');
  });
});

describe('corrections', () => {
  it('name an act of the register, and are made by its custodian', () => {
    const { paper, deposited } = registers();
    expect(paper.ask(correction('f'.repeat(64)))).toBe('correction-target');
    expect(paper.ask(correction(deposited, { on: '2001-01-16' }, null))).toBe('by-the-custodian');
  });

  it('either strike out or change something', () => {
    const given = { act: 'f'.repeat(64), reason: 'Misread' };
    const isAccepted = (more: object) => Correction.safeParse({ ...given, ...more }).success;
    expect(isAccepted({})).toBe(false);
    expect(isAccepted({ void: true })).toBe(true);
    expect(isAccepted({ void: true, change: { on: '2001-01-16' } })).toBe(false);
    expect(isAccepted({ change: {} })).toBe(false);
    expect(isAccepted({ change: { on: '2001-02-30' } })).toBe(false);
  });
});
