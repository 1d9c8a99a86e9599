import { describe, expect, it } from 'vitest';
import { PaperRegisters, adoption } from '../../paper-registers.ts';

const text = [{ language: 'en', text: 'It does not consider itself bound.' }];
const base = { provisions: ['art_9', 'art_22'], effect: 'excludes', text };

/** A register with one reservation of AAA, of 2010-01-10. */
function withReservation(given: ConstructorParameters<typeof PaperRegisters>[0] = {}) {
  const registers = new PaperRegisters(given);
  registers.take({ type: 'adopt', payload: adoption() });
  registers.take({ type: 'deposit', payload: { instrument: 'ratification', on: '2010-01-10' } });
  const reservation = registers.take({ type: 'reserve', payload: { on: '2010-01-10', ...base } });
  const about = (type: string, actor: string, on: string, more: object = {}) => {
    return { type, actor, payload: { on, reservation, ...more } };
  };
  return { registers, reservation, about };
}

describe('an act on a reservation', () => {
  it('names one of this register that stands', () => {
    const { registers, reservation, about } = withReservation();
    const unknown = { on: '2010-02-01', reservation: 'e'.repeat(64), text };
    expect(registers.ask({ type: 'object', actor: 'BBB', payload: unknown })).toBe(
      'reservation-named',
    );
    const struck = { act: reservation, void: true, reason: 'never made' };
    registers.take({ type: 'correct', payload: struck });
    expect(registers.ask(about('object', 'BBB', '2010-02-01', { text }))).toBe('reservation-named');
  });

  it('is no earlier than the reservation', () => {
    const { registers, about } = withReservation();
    const answer = (on: string) => registers.ask(about('accept-reservation', 'BBB', on));
    expect(answer('2010-01-09')).toBe('after-what-it-answers');
    expect(answer('2010-01-10')).toBe(null);
  });

  it.each(['withdraw-reservation', 'modify-reservation', 'clarify', 'confirm-reservation'])(
    'is its maker’s: %s',
    (type) => {
      const { registers, about } = withReservation();
      const more = { 'modify-reservation': base, clarify: { meant: 'reservation' } }[type] ?? {};
      expect(registers.ask(about(type, 'BBB', '2010-02-01', more))).toBe('by-its-maker');
    },
  );

  it('is a successor’s too, which keeps it', () => {
    const { registers, about } = withReservation({
      predecessors: { NEW: { AAA: '2012-01-01' } },
    });
    expect(registers.ask(about('withdraw-reservation', 'NEW', '2013-02-01'))).toBe(null);
  });

  it('is not an objection or an acceptance of its own', () => {
    const { registers, about } = withReservation();
    expect(registers.ask(about('object', 'AAA', '2010-02-01', { text }))).toBe('not-its-own');
    expect(registers.ask(about('accept-reservation', 'AAA', '2010-02-01'))).toBe('not-its-own');
  });

  it('is refused after its withdrawal, and taken on the very day', () => {
    const { registers, about } = withReservation();
    registers.take(about('withdraw-reservation', 'AAA', '2012-05-05'));
    const objection = (on: string) => registers.ask(about('object', 'BBB', on, { text }));
    expect(objection('2012-05-04')).toBe(null);
    expect(objection('2012-05-05')).toBe(null);
    expect(objection('2012-05-06')).toBe('reservation-withdrawn');
    expect(registers.ask(about('withdraw-reservation', 'AAA', '2012-05-05'))).toBe('once');
    expect(registers.ask(about('withdraw-reservation', 'AAA', '2013-05-05'))).toBe(
      'reservation-withdrawn',
    );
    expect(registers.ask(about('modify-reservation', 'AAA', '2013-05-05', base))).toBe(
      'reservation-withdrawn',
    );
  });
});

describe('a reservation', () => {
  it('is none of an agreement between two', () => {
    const registers = new PaperRegisters();
    registers.take({ type: 'adopt', payload: adoption({}, { kind: 'bilateral' }) });
    const payload = { on: '2010-01-10', ...base };
    expect(registers.ask({ type: 'reserve', payload })).toBe('reservation-multilateral');
  });

  it('is recorded once', () => {
    const { registers } = withReservation();
    const again = { type: 'reserve', source: 'another source' };
    expect(registers.ask({ ...again, payload: { on: '2010-01-10', ...base } })).toBe('once');
    const other = { on: '2010-01-10', ...base, provisions: ['art_9'] };
    expect(registers.ask({ ...again, payload: other })).toBe(null);
  });

  it('that the text prohibits, or that comes late, is admitted and waits', () => {
    const registers = new PaperRegisters();
    const reservations = { policy: 'prohibited', citation: 'Article 30' } as const;
    registers.take({ type: 'adopt', payload: adoption({ reservations }) });
    registers.take({ type: 'deposit', payload: { instrument: 'ratification', on: '2010-01-10' } });
    expect(registers.ask({ type: 'reserve', payload: { on: '2011-01-10', ...base } })).toBe(null);
  });

  it('is narrowed, and not widened', () => {
    const { registers, about } = withReservation();
    const modify = (more: object) =>
      registers.ask(about('modify-reservation', 'AAA', '2012-01-01', { ...base, ...more }));
    expect(modify({ provisions: ['art_9'] })).toBe(null);
    expect(modify({ provisions: ['art_9__para_1'], effect: 'modifies' })).toBe(null);
    expect(modify({ provisions: ['art_9', 'art_10'] })).toBe('reservation-narrowed');
    expect(modify({ provisions: [] })).toBe('reservation-narrowed');
    registers.take(
      about('modify-reservation', 'AAA', '2011-06-01', { ...base, effect: 'modifies' }),
    );
    expect(modify({ effect: 'excludes' })).toBe('reservation-narrowed');
  });

  it('is withdrawn in part as far as it reserves', () => {
    const { registers, about } = withReservation();
    const withdraw = (on: string, provisions: string[]) =>
      about('withdraw-reservation', 'AAA', on, { provisions });
    expect(registers.ask(withdraw('2012-01-01', ['art_10']))).toBe('reservation-withdrawn');
    expect(registers.ask(withdraw('2012-01-01', ['art_9__para_1']))).toBe('reservation-withdrawn');
    registers.take(withdraw('2012-01-01', ['art_9']));
    expect(registers.ask(withdraw('2012-02-01', ['art_9']))).toBe('reservation-withdrawn');
    expect(registers.ask(withdraw('2012-02-01', ['art_22']))).toBe(null);
  });

  it('is confirmed once, and only where it was made at signature', () => {
    const { registers, about } = withReservation();
    expect(registers.ask(about('confirm-reservation', 'AAA', '2010-01-10'))).toBe(
      'confirmed-at-consent',
    );
    const payload = { on: '2010-01-10', ...base, moment: 'signature', provisions: [] };
    const signed = registers.take({ type: 'reserve', payload });
    const confirm = {
      type: 'confirm-reservation',
      payload: { on: '2010-01-11', reservation: signed },
    };
    registers.take(confirm);
    expect(registers.ask({ ...confirm, source: 'another source' })).toBe('once');
  });

  it('is asked about once at a time, and clarified once', () => {
    const { registers, about } = withReservation();
    const ask = (on: string) => about('ask-clarification', 'DEP', on, { reasons: 'Article 30' });
    registers.take(ask('2010-02-01'));
    expect(registers.ask(ask('2010-02-02'))).toBe('once');
    const clarify = (on: string) => about('clarify', 'AAA', on, { meant: 'reservation' });
    registers.take(clarify('2010-03-01'));
    expect(registers.ask(clarify('2010-04-01'))).toBe('once');
    const signed = { ...ask('2010-05-01'), source: null };
    expect(registers.ask(signed)).toBe('by-the-custodian');
  });
});

describe('an objection', () => {
  it('is raised once, narrowed, and not widened', () => {
    const { registers, about } = withReservation();
    const object = (on: string, definite: boolean) =>
      about('object', 'BBB', on, { text, definite });
    registers.take(object('2010-02-01', true));
    expect(registers.ask(object('2010-03-01', true))).toBe('once');
    registers.take(object('2010-03-01', false));
    expect(registers.ask(object('2010-04-01', true))).not.toBe(null);
    registers.take(about('object', 'CCC', '2010-03-01', { text }));
    expect(registers.ask(about('object', 'CCC', '2010-04-01', { text, definite: true }))).toBe(
      'objection-narrowed',
    );
  });

  it('does not follow an acceptance, nor the withdrawal of an objection', () => {
    const { registers, about } = withReservation();
    registers.take(about('accept-reservation', 'BBB', '2010-02-01'));
    expect(registers.ask(about('object', 'BBB', '2010-03-01', { text }))).toBe('acceptance-final');
    expect(registers.ask(about('accept-reservation', 'BBB', '2010-03-01'))).toBe('once');
    const objection = registers.take(about('object', 'CCC', '2010-02-01', { text }));
    const withdrawal = { type: 'withdraw-objection', actor: 'CCC' };
    registers.take({ ...withdrawal, payload: { on: '2010-02-10', objection } });
    expect(registers.ask(about('object', 'CCC', '2010-03-01', { text }))).toBe('acceptance-final');
    expect(registers.ask({ ...withdrawal, payload: { on: '2010-02-11', objection } })).toBe('once');
  });

  it('is withdrawn by its maker, and no earlier than it was raised', () => {
    const { registers, about } = withReservation();
    const objection = registers.take(about('object', 'BBB', '2010-02-01', { text }));
    const withdraw = (actor: string, on: string) =>
      registers.ask({ type: 'withdraw-objection', actor, payload: { on, objection } });
    expect(withdraw('CCC', '2010-03-01')).toBe('by-its-maker');
    expect(withdraw('BBB', '2010-01-31')).toBe('after-what-it-answers');
    expect(withdraw('BBB', '2010-02-01')).toBe(null);
  });

  it('of one that has not consented is admitted', () => {
    const { registers, about } = withReservation();
    expect(registers.ask(about('object', 'DDD', '2010-02-01', { text }))).toBe(null);
  });
});

describe('a declaration or a derogation', () => {
  it('is made towards others, and ends no earlier than it begins', () => {
    const { registers } = withReservation();
    const declare = (more: object) =>
      registers.ask({
        type: 'declare',
        payload: { on: '2010-02-01', kind: 'non-recognition', text, ...more },
      });
    expect(declare({ towards: ['BBB'] })).toBe(null);
    expect(declare({ towards: ['AAA'] })).toBe('towards-others');
    expect(declare({ towards: ['nobody'] })).toBe('known-actor');
    expect(declare({ until: '2010-02-01' })).toBe(null);
    expect(declare({ until: '2010-01-31' })).toBe('period');
    const derogate = { on: '2010-02-01', from: '2010-01-20', provisions: ['art_9'], text };
    const refusal = { type: 'derogate', payload: { ...derogate, until: '2010-01-19' } };
    expect(registers.ask(refusal)).toBe('period');
  });

  it('is ended by its maker, once', () => {
    const { registers } = withReservation();
    const payload = { on: '2010-02-01', kind: 'interpretative', text };
    const declaration = registers.take({ type: 'declare', payload });
    const withdraw = (actor: string, on: string) => {
      return { type: 'withdraw-declaration', actor, payload: { on, declaration } };
    };
    expect(registers.ask(withdraw('BBB', '2010-03-01'))).toBe('by-its-maker');
    registers.take(withdraw('AAA', '2010-03-01'));
    expect(registers.ask(withdraw('AAA', '2010-04-01'))).toBe('once');
    const end = { type: 'end-derogation', payload: { on: '2010-03-01', derogation: declaration } };
    expect(registers.ask(end)).toBe('declaration-named');
  });
});
