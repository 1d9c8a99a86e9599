import { describe, expect, it } from 'vitest';
import { PaperRegisters, adoption } from '../../paper-registers.ts';
import { statusFinding } from '../status-finding.ts';
import { dossiersOf, statusOn } from '../status.ts';
import { type Copy, mirrorFinding, mirrorOf } from './mirror.ts';
import { termsAtHand } from './mirrored.ts';

const mirrored = (more: object = {}) =>
  adoption({}, { kind: 'bilateral', mirrored: true, ...more });
const text = (language: string) => ({
  type: 'fix-text',
  payload: {
    on: '2000-01-01',
    language,
    title: 'Waters',
    provisions: [{ id: 'art_1', kind: 'art', text: `in ${language}` }],
  },
});

function opened(payload = mirrored()): PaperRegisters {
  const registers = new PaperRegisters();
  registers.take(text('en'));
  registers.take({ type: 'adopt', payload });
  return registers;
}
const hashIn = ({ docket }: PaperRegisters): string => {
  return termsAtHand(docket.of('convention'), docket) ?? 'none';
};
const consent = (registers: PaperRegisters, actor: string, more: object = {}) => ({
  type: 'deposit',
  actor,
  payload: { instrument: 'notification', on: '2001-01-01', terms: hashIn(registers), ...more },
});
const inForce = ({ docket }: PaperRegisters) => docket.of('convention').chronicle()?.decision.on;

describe('consent to a mirrored agreement', () => {
  it('quotes the hash of the terms, of a signature too', () => {
    const registers = opened();
    expect(registers.ask({ ...consent(registers, 'AAA', { terms: undefined }) })).toBe(
      'terms-quoted',
    );
    expect(registers.ask({ type: 'sign', payload: { on: '2000-02-01' } })).toBe('terms-quoted');
    expect(registers.ask(consent(registers, 'AAA', { terms: 'f'.repeat(64) }))).toBe(
      'terms-at-hand',
    );
    expect(registers.ask(consent(registers, 'AAA'))).toBeNull();
  });

  it('need not quote it where there is one custodian, and may not quote another', () => {
    const registers = opened(adoption());
    expect(registers.ask(consent(registers, 'AAA', { terms: undefined }))).toBeNull();
    expect(registers.ask(consent(registers, 'AAA', { terms: 'f'.repeat(64) }))).toBe(
      'terms-at-hand',
    );
  });

  it('is voided by a further text, and can be given anew on the same day', () => {
    const registers = opened();
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    expect(inForce(registers)).toBe('2001-01-01');
    registers.take(text('fr'));
    expect(inForce(registers)).toBeNull();
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    expect(inForce(registers)).toBe('2001-01-01');
  });

  it('is voided by a rectification, of which the hash of the terms takes account', () => {
    const registers = opened();
    const before = hashIn(registers);
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    const passages = [{ provision: 'art_1', language: 'en', wrong: 'in', right: 'is' }];
    const payload = { on: '2001-02-01', passages, reason: 'A slip.' };
    const proposal = registers.take({ type: 'propose-correction', payload });
    expect(hashIn(registers)).toBe(before);
    registers.take({ type: 'rectify', payload: { on: '2001-06-01', proposal } });
    expect(hashIn(registers)).not.toBe(before);
    expect(inForce(registers)).toBeNull();
    const late = consent(registers, 'AAA', { on: '2001-07-01', terms: before });
    expect(registers.ask(late)).toBe('terms-at-hand');
    registers.take(consent(registers, 'AAA', { on: '2001-07-01' }));
    registers.take(consent(registers, 'BBB', { on: '2001-07-01' }));
    expect(inForce(registers)).toBe('2001-07-01');
    const chronicle = registers.docket.of('convention').chronicle();
    if (!chronicle) throw new Error('no chronicle');
    const status = statusOn('AAA', '2002-01-01', chronicle, dossiersOf(chronicle));
    expect(statusFinding(status, chronicle, '2002-01-01').excluded).toMatchObject([
      { ref: { actor: 'AAA', on: '2001-01-01' }, reason: expect.stringContaining('edited since') },
    ]);
  });

  it('is voided by another day of adoption, and by a text that is struck out', () => {
    const registers = new PaperRegisters();
    const english = registers.take(text('en'));
    const adopted = registers.take({ type: 'adopt', payload: mirrored() });
    const correct = (payload: object) => ({ type: 'correct', payload: { ...payload } });
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    const change = { on: '1999-12-31' };
    registers.take(correct({ act: adopted, change, reason: 'Read from the copy.' }));
    expect(inForce(registers)).toBeNull();
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    expect(inForce(registers)).toBe('2001-01-01');
    registers.take(correct({ act: english, void: true, reason: 'Not the text agreed.' }));
    expect(inForce(registers)).toBeNull();
  });

  it('stands again where words that came after it are struck out', () => {
    const registers = opened();
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    const french = registers.take(text('fr'));
    expect(inForce(registers)).toBeNull();
    const reason = 'Put down in the wrong register.';
    registers.take({ type: 'correct', payload: { act: french, void: true, reason } });
    expect(inForce(registers)).toBe('2001-01-01');
  });

  it('is not touched by an edit where there is one custodian', () => {
    const registers = opened(adoption());
    registers.take(consent(registers, 'AAA'));
    registers.take(consent(registers, 'BBB'));
    registers.take(text('fr'));
    expect(inForce(registers)).toBe('2001-01-01');
  });
});

describe('two copies beside each other', () => {
  const terms = 'a'.repeat(64);
  const given = (act: string, more: object = {}) => {
    return {
      act,
      kind: 'deposit' as const,
      actor: 'AAA',
      on: '2001-01-01',
      terms,
      voidedBy: null,
      ...more,
    };
  };
  const told = (here: Copy, there: Copy) => {
    const { value, missing, excluded } = mirrorFinding(mirrorOf(here, there), here, there);
    return [value, missing.length, excluded.map(({ reason }) => reason)];
  };

  it('agree where terms and consents are the same', () => {
    const copy = { terms, consents: [given('1'), given('2')] };
    expect(told(copy, copy)).toEqual([true, 0, []]);
  });

  it('say what is missing on which side', () => {
    const here = { terms, consents: [given('1')] };
    const there = { terms, consents: [given('2'), given('3', { terms: null })] };
    expect(told(here, there)).toEqual([false, 3, ['it is not on record here']]);
  });

  it('say of a consent why it does not hold', () => {
    const whole = { terms, consents: [given('1')] };
    const edited = { terms, consents: [given('1', { voidedBy: '9' })] };
    const apart = { terms: 'b'.repeat(64), consents: [given('1')] };
    expect(told(edited, whole)[2]).toEqual(['the terms were edited since, by 9']);
    expect(told(whole, edited)[2]).toEqual(['an edit voids it in the other copy']);
    expect(told(whole, apart)).toEqual([false, 1, ['the copies have different terms']]);
    const other = { terms, consents: [given('1', { terms: 'c'.repeat(64) })] };
    expect(told(other, other)[2]).toEqual(['it quotes other terms than these']);
  });
});
