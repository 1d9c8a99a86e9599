import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../kernel/dates.ts';
import { PaperRegisters, type Told, adoption } from '../../paper-registers.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';

const GIVEN = {
  actors: {
    AAA: {},
    BBB: {},
    CCC: {},
    union: { kind: 'organisation', treatyCapacity: true },
    club: { kind: 'group', treatyCapacity: false },
  },
} as const;

const CUSTODIAN = { actor: 'BBB' } as const;
const adopted: Told = {
  type: 'adopt',
  payload: adoption({}, { depositary: ['BBB', 'CCC'], reference: 'IV.4' }),
  ...CUSTODIAN,
};
const draftText = (on = '1999-06-01', more: Partial<Told> = {}): Told => ({
  type: 'fix-text',
  payload: {
    on,
    language: 'en',
    title: 'Convention',
    authentic: true,
    provisions: [{ id: 'art_1', kind: 'art', text: '' }],
  },
  ...more,
});
const MINISTER = { name: 'B. Biko', office: 'minister-for-foreign-affairs' };
const AMBASSADOR = { name: 'C. Chen', office: 'permanent-representative' };
const ENVOY = { name: 'A. Amara', office: 'other' };
const powers = (payload: object = {}, more: Partial<Told> = {}): Told => ({
  type: 'present-full-powers',
  payload: {
    on: '2000-02-01',
    holder: ENVOY,
    powers: ['sign', 'deposit'],
    issuedBy: MINISTER,
    ...payload,
  },
  ...more,
});
const GENERAL = { register: 'full-powers/AAA' };

/** Registers in which this was taken in before. */
function after(...told: readonly Told[]): PaperRegisters {
  const registers = new PaperRegisters(GIVEN);
  for (const one of told) registers.take(one);
  return registers;
}

const sign = (on: string, by: object | null, more: Partial<Told> = {}): Told => ({
  type: 'sign',
  payload: by === null ? { on } : { on, by },
  ...more,
});

describe('before adoption, a register', () => {
  it('begins with a text or with the adoption, and with nothing else', () => {
    const empty = after();
    expect(empty.ask(draftText())).toBeNull();
    expect(empty.ask(adopted)).toBeNull();
    expect(empty.ask(powers())).toBe('adopted');
    expect(empty.ask({ type: 'initial', payload: { on: '1999-06-01' } })).toBe('adopted');
  });

  it('takes in full powers and initials beside a text', () => {
    const drafted = after(draftText());
    expect(drafted.ask(powers({ on: '1999-06-02' }))).toBeNull();
    expect(drafted.ask({ type: 'initial', payload: { on: '1999-06-01' } })).toBeNull();
    expect(drafted.ask(sign('1999-06-02', null))).toBe('adopted');
  });

  it.each([
    ['before there is a text', '1999-05-31', 'drafting'],
    ['on the day of the text', '1999-06-01', null],
    ['on the day of adoption', '2000-01-01', null],
    ['after adoption', '2000-01-02', 'drafting'],
  ])('has it initialled %s', (_title, on, expected) => {
    const registers = after(draftText(), adopted);
    expect(registers.ask({ type: 'initial', payload: { on } })).toBe(expected);
  });

  it('takes in nothing twice, of no later day, and of no group', () => {
    const drafted = after(draftText());
    const initial = { type: 'initial', payload: { on: '1999-06-01' } };
    expect(drafted.ask(draftText())).toBe('once');
    expect(drafted.ask(draftText('1999-07-01'))).toBeNull();
    drafted.take(initial);
    expect(drafted.ask(initial)).toBe('once');
    expect(drafted.ask({ ...initial, actor: 'club' })).toBe('capacity');
    expect(drafted.ask(draftText('2026-01-01'))).toBeNull();
    expect(drafted.ask(draftText('2026-01-02'))).toBe('not-in-the-future');
  });
});

describe('full powers', () => {
  it.each([
    ['a head of State', 'head-of-state', null],
    ['a head of Government', 'head-of-government', null],
    ['a foreign minister', 'minister-for-foreign-affairs', null],
    ['a head of mission', 'head-of-mission', 'full-powers-issuer'],
    ['anyone else', 'other', 'full-powers-issuer'],
  ])('are issued by %s', (_title, office, expected) => {
    expect(after(adopted).ask(powers({ issuedBy: { name: 'B. Biko', office } }))).toBe(expected);
  });

  it('are issued in an organisation as its own rules say', () => {
    const issuedBy = { name: 'S. Secretary', office: 'other' };
    expect(after(adopted).ask(powers({ issuedBy }, { actor: 'union' }))).toBeNull();
  });

  it('end no earlier than they begin', () => {
    const registers = after(adopted);
    expect(registers.ask(powers({ until: '2000-01-31' }))).toBe('full-powers-time');
    expect(registers.ask(powers({ until: '2000-02-01' }))).toBeNull();
  });

  it('are on file for all agreements in a register of their own actor', () => {
    const registers = after();
    expect(registers.ask(powers({}, GENERAL))).toBeNull();
    expect(registers.ask(powers({}, { register: 'full-powers/BBB' }))).toBe('register');
    expect(registers.ask(sign('2000-02-01', null, GENERAL))).toBe('register');
  });

  it('are revoked once, by the same actor, not before they were given', () => {
    const registers = after(adopted);
    const given = registers.take(powers());
    const revoke = (on: string, more: Partial<Told> = {}, fullPowers = given): Told => ({
      type: 'revoke-full-powers',
      payload: { on, fullPowers },
      ...more,
    });
    expect(registers.ask(revoke('2000-01-31'))).toBe('full-powers-time');
    expect(registers.ask(revoke('2000-02-01', { actor: 'CCC' }))).toBe('full-powers');
    expect(registers.ask(revoke('2000-02-01', {}, '0'.repeat(64)))).toBe('full-powers');
    registers.take(revoke('2000-02-01'));
    expect(registers.ask(revoke('2000-03-01'))).toBe('full-powers-time');
  });
});

describe('one who signs', () => {
  it.each([
    ['as head of State', { ...ENVOY, office: 'head-of-state' }, null],
    ['as head of Government', { ...ENVOY, office: 'head-of-government' }, null],
    ['as foreign minister', MINISTER, null],
    ['as head of mission', { ...ENVOY, office: 'head-of-mission' }, 'full-powers'],
    ['as permanent representative', AMBASSADOR, 'full-powers'],
    ['in no such office', ENVOY, 'full-powers'],
    ['unnamed, as in a table', null, null],
  ])('%s, without full powers', (_title, by, expected) => {
    expect(after(adopted).ask(sign('2000-03-01', by))).toBe(expected);
  });

  it('for an organisation needs what its practice asks for', () => {
    expect(after(adopted).ask(sign('2000-03-01', ENVOY, { actor: 'union' }))).toBeNull();
  });

  it('may initial by its mission alone', () => {
    const drafted = after(draftText());
    const by = (person: object): Told => ({
      type: 'initial',
      payload: { on: '1999-06-01', by: person },
    });
    expect(drafted.ask(by(AMBASSADOR))).toBeNull();
    expect(drafted.ask(by(ENVOY))).toBe('full-powers');
  });

  const withPowers = (given: Told, on: string, by: object, more: Partial<Told> = {}) => {
    const registers = after(adopted);
    const fullPowers = registers.take(given);
    return registers.ask(sign(on, { ...by, fullPowers }, more));
  };

  it.each([
    ['the day before they are of', powers(), '2000-01-31', ENVOY, 'full-powers'],
    ['on their first day', powers(), '2000-02-01', ENVOY, null],
    ['on their last day', powers({ until: '2000-05-31' }), '2000-05-31', ENVOY, null],
    ['after it', powers({ until: '2000-05-31' }), '2000-06-01', ENVOY, 'full-powers'],
    ['by another person', powers(), '2000-03-01', { ...ENVOY, name: 'X' }, 'full-powers'],
    ['by the same, spelled alike', powers(), '2000-03-01', { ...ENVOY, name: ' a.  AMARA ' }, null],
    ['for another action', powers({ powers: ['deposit'] }), '2000-03-01', ENVOY, 'full-powers'],
    ['with general ones', powers({}, GENERAL), '2000-03-01', ENVOY, null],
    [
      'with those of another State',
      powers({}, { actor: 'CCC' }),
      '2000-03-01',
      ENVOY,
      'full-powers',
    ],
  ])('by full powers: %s', (_title, given, on, by, expected) => {
    expect(withPowers(given, on, by)).toBe(expected);
  });

  it('cannot rely on powers for another agreement, nor on general ones of another State', () => {
    const registers = after(adopted, { ...adopted, agreement: 'other' });
    const elsewhere = registers.take(powers({}, { agreement: 'other' }));
    const foreign = registers.take(powers({}, { actor: 'CCC', register: 'full-powers/CCC' }));
    for (const fullPowers of [elsewhere, foreign, '0'.repeat(64)]) {
      expect(registers.ask(sign('2000-03-01', { ...ENVOY, fullPowers }))).toBe('full-powers');
    }
  });

  it('cannot rely on them from the day on which they were revoked', () => {
    const registers = after(adopted);
    const fullPowers = registers.take(powers());
    registers.take({ type: 'revoke-full-powers', payload: { on: '2000-04-01', fullPowers } });
    const by = { ...ENVOY, fullPowers };
    expect(registers.ask(sign('2000-03-31', by))).toBeNull();
    expect(registers.ask(sign('2000-04-01', by))).toBe('full-powers');
  });

  it.each([
    ['deposit', { instrument: 'accession' }],
    ['receive-instrument', { instrument: 'accession' }],
  ])('is judged alike in other acts: %s', (type, payload) => {
    const registers = after(adopted);
    const told = (by: object): Told => ({ type, payload: { on: '2000-03-01', by, ...payload } });
    expect(registers.ask(told(ENVOY))).toBe('full-powers');
    expect(registers.ask(told(MINISTER))).toBeNull();
  });

  it('needs powers to withdraw', () => {
    const registers = after(adopted, {
      type: 'deposit',
      payload: { on: '2000-03-01', instrument: 'accession' },
    });
    const withdraw = (by: object) =>
      registers.ask({ type: 'withdraw', payload: { on: '2001-03-01', by } });
    expect(withdraw(AMBASSADOR)).toBe('full-powers');
    expect(withdraw(MINISTER)).toBeNull();
  });
});

describe('an instrument that was received', () => {
  const receive = (on: string, more: object = {}, told: Partial<Told> = {}): Told => ({
    type: 'receive-instrument',
    payload: { on, instrument: 'accession', ...more },
    ...told,
  });
  const returned = (received: string, on = '2000-04-02'): Told => ({
    type: 'return-instrument',
    payload: { on, received, reasons: 'It is not signed.' },
    ...CUSTODIAN,
  });
  const deposit = (received: string, on: string, more: object = {}, told: Partial<Told> = {}) => ({
    type: 'deposit',
    payload: { on, instrument: 'accession', received, ...more },
    ...told,
  });

  it('was made before, or on the day', () => {
    const registers = after(adopted);
    expect(registers.ask(receive('2000-04-01', { dated: '2000-04-01' }))).toBeNull();
    expect(registers.ask(receive('2000-04-01', { dated: '2000-04-02' }))).toBe('dated');
    const plain = { on: '2000-04-01', instrument: 'accession', dated: '2000-04-02' };
    expect(registers.ask({ type: 'deposit', payload: plain })).toBe('dated');
  });

  it('counts for nothing while it is pending', () => {
    const registers = after(adopted, receive('2000-04-01'), receive('2000-04-01', {}, CUSTODIAN));
    const dossier = registers.docket.of('convention');
    expect(dossier.consentsOf('AAA')).toEqual([]);
    expect(dossier.chronicle()?.decision.on).toBeNull();
    expect(registers.ask(receive('2000-04-01', { note: 'again' }))).toBe('once');
  });

  it('is deposited by its actor, as the instrument it is, from its receipt on', () => {
    const registers = after(adopted);
    const received = registers.take(receive('2000-04-01', { dated: '2000-03-20' }));
    expect(registers.ask(deposit(received, '2000-03-31'))).toBe('received');
    expect(registers.ask(deposit(received, '2000-04-01', {}, { actor: 'CCC' }))).toBe('received');
    expect(registers.ask(deposit(received, '2000-04-01', { instrument: 'approval' }))).toBe(
      'received',
    );
    expect(registers.ask(deposit(received, '2000-04-03', { dated: '2000-04-02' }))).toBe('dated');
    expect(registers.ask(deposit('0'.repeat(64), '2000-04-01'))).toBe('received');
    registers.take(deposit(received, '2000-04-01'));
    expect(registers.ask(returned(received))).toBe('received');
  });

  it('goes back while it is pending, and is then not deposited', () => {
    const registers = after(adopted);
    const received = registers.take(receive('2000-04-01'));
    expect(registers.ask(returned(received, '2000-03-31'))).toBe('received');
    expect(registers.ask({ ...returned(received), source: null })).toBe('by-the-custodian');
    registers.take(returned(received));
    expect(registers.ask(returned(received, '2000-04-03'))).toBe('received');
    expect(registers.ask(deposit(received, '2000-04-03'))).toBe('received');
    expect(registers.ask(receive('2000-04-01', { note: 'in due form' }))).toBeNull();
  });
});

describe('with several depositaries, an instrument', () => {
  const deposit = (on: string, more: object = {}, actor = 'AAA'): Told => ({
    type: 'deposit',
    payload: { on, instrument: 'accession', ...more },
    actor,
  });

  it('is deposited with one of them', () => {
    const registers = after(adopted);
    expect(registers.ask(deposit('2000-03-01', { with: 'BBB' }))).toBeNull();
    expect(registers.ask(deposit('2000-03-01', { with: 'AAA' }))).toBe('depositary');
  });

  it('is deposited with each of them once', () => {
    const registers = after(adopted, deposit('2000-03-01', { with: 'BBB' }));
    expect(registers.ask(deposit('2000-03-01', { with: 'CCC' }))).toBeNull();
    expect(registers.ask(deposit('2000-03-09', { with: 'CCC' }))).toBeNull();
    expect(registers.ask(deposit('2000-03-09', { with: 'BBB' }))).toBe('bound-once');
    expect(registers.ask(deposit('2000-03-09'))).toBe('bound-once');
  });

  it('is not deposited with another to get round a notice of withdrawal', () => {
    const registers = after(adopted, deposit('2000-03-01', { with: 'BBB' }), {
      type: 'withdraw',
      payload: { on: '2001-01-01' },
    });
    expect(registers.ask(deposit('2001-02-01', { with: 'CCC' }))).toBe('bound-once');
  });

  it('counts once, from the earliest of its deposits', () => {
    const told = fc.record({
      actor: fc.constantFrom('AAA', 'BBB', 'CCC'),
      on: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2000-01-01', days)),
      with: fc.constantFrom('BBB', 'CCC'),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (all) => {
        const registers = after(adopted);
        const firsts = after(adopted);
        const seen = new Set<string>();
        for (const one of all.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
          const put = registers.put(deposit(one.on, { with: one.with }, one.actor));
          if (put.startsWith('refused') || seen.has(one.actor)) continue;
          seen.add(one.actor);
          firsts.take(deposit(one.on, { with: one.with }, one.actor));
        }
        const found = [registers, firsts].map((one) => one.docket.of('convention').chronicle());
        expect(found[0]?.decision).toEqual(found[1]?.decision);
        expect(found[0]?.decision.on === null).toBe(seen.size < 2);
      }),
    );
  });
});

describe('a notification', () => {
  const signed = after(adopted);
  const signature = signed.take(sign('2000-03-01', null));
  const notify = (
    number: string,
    on: string,
    acts: readonly string[],
    more: object = {},
  ): Told => ({
    type: 'notify',
    payload: { number, on, acts, ...more },
    ...CUSTODIAN,
  });

  it.each([
    ['of its year and file', 'C.N.7.2000.TREATIES-IV.4', '2000-03-02', null],
    ['of another year', 'C.N.7.2001.TREATIES-IV.4', '2000-03-02', 'notification-number'],
    ['of another file', 'C.N.7.2000.TREATIES-IV.5', '2000-03-02', 'notification-number'],
    ['on the day of the act', 'C.N.7.2000.TREATIES-IV.4', '2000-03-01', null],
    ['before the act', 'C.N.7.2000.TREATIES-IV.4', '2000-02-29', 'notified'],
  ])('has a number %s', (_title, number, on, expected) => {
    expect(signed.ask(notify(number, on, [signature]))).toBe(expected);
  });

  it('has a serial that no other of the year has, under whichever agreement', () => {
    const registers = after(adopted, {
      ...adopted,
      agreement: 'other',
      payload: adoption({}, { reference: 'V.1' }),
    });
    const [one, other] = ['convention', 'other'].map((agreement) =>
      registers.take(sign('2000-03-01', null, { agreement })),
    );
    registers.take(notify('C.N.7.2000.TREATIES-IV.4', '2000-03-02', [one ?? '']));
    const elsewhere = (number: string, on: string) => ({
      ...notify(number, on, [other ?? '']),
      agreement: 'other',
    });
    expect(registers.ask(elsewhere('C.N.7.2000.TREATIES-V.1', '2000-03-02'))).toBe(
      'notification-number',
    );
    expect(registers.ask(elsewhere('C.N.8.2000.TREATIES-V.1', '2000-03-02'))).toBeNull();
    expect(registers.ask(elsewhere('C.N.7.2001.TREATIES-V.1', '2001-03-02'))).toBeNull();
  });

  it('tells of the adoption, of acts that stand, and of no others', () => {
    const registers = after(adopted);
    const act = registers.take(sign('2000-03-01', null));
    const number = 'C.N.1.2000.TREATIES-IV.4';
    const asked = (acts: readonly string[]) => registers.ask(notify(number, '2000-03-02', acts));
    const adoptedBy = registers.docket.of('convention').adoptedBy ?? '';
    expect(asked([adoptedBy, act])).toBeNull();
    expect(asked([act, act])).toBe('notified');
    expect(asked(['0'.repeat(64)])).toBe('notified');
    const struck = registers.take({
      type: 'correct',
      payload: { act, void: true, reason: 'Of another State' },
    });
    expect(asked([act])).toBe('notified');
    expect(asked([struck])).toBeNull();
  });

  it('tells of an act once; a corrigendum tells it again', () => {
    const registers = after(adopted);
    const act = registers.take(sign('2000-03-01', null));
    const first = registers.take(notify('C.N.1.2000.TREATIES-IV.4', '2000-03-02', [act]));
    const again = (more: object) =>
      registers.ask(notify('C.N.2.2000.TREATIES-IV.4', '2000-03-03', [act], more));
    expect(again({})).toBe('notified');
    expect(again({ corrects: first })).toBeNull();
    expect(again({ corrects: act })).toBe('notified');
    expect(registers.ask(notify('C.N.2.2000.TREATIES-IV.4', '2000-03-03', [first]))).toBe(
      'notified',
    );
  });

  it('tells today that signature will be open', () => {
    const registers = after(adopted);
    const opening = registers.take({
      type: 'open-for-signature',
      payload: { from: '2030-01-01' },
      ...CUSTODIAN,
    });
    expect(registers.ask(notify('C.N.1.2025.TREATIES-IV.4', '2025-01-02', [opening]))).toBeNull();
  });
});

describe('a correction of the text', () => {
  const propose = (more: object = {}): Told => ({
    type: 'propose-correction',
    payload: {
      on: '2001-01-01',
      passages: [{ provision: 'art_3', language: 'fr', wrong: 'douze', right: 'deux' }],
      reason: 'The French text differs.',
      ...more,
    },
    ...CUSTODIAN,
  });
  const objection = (proposal: string, on: string, actor = 'AAA'): Told => ({
    type: 'object-to-correction',
    payload: { on, proposal, reason: 'It was meant so.' },
    actor,
  });
  const rectify = (proposal: string, on: string): Told => ({
    type: 'rectify',
    payload: { on, proposal },
    ...CUSTODIAN,
  });
  const proposed = (more: object = {}) => {
    const registers = after(adopted, sign('2000-03-01', null), {
      type: 'deposit',
      payload: { on: '2000-04-01', instrument: 'accession' },
      actor: 'CCC',
    });
    return { registers, proposal: registers.take(propose(more)) };
  };

  it('is proposed with time to object', () => {
    const registers = after(adopted);
    expect(registers.ask(propose({ objectBy: '2001-01-01' }))).toBe('correction-time');
    expect(registers.ask(propose({ objectBy: '2001-01-02' }))).toBeNull();
  });

  it.each([
    ['before the proposal', '2000-12-31', 'AAA', 'correction-time'],
    ['at once, by a signatory', '2001-01-01', 'AAA', null],
    ['on the ninetieth day, by a contracting State', '2001-04-01', 'CCC', null],
    ['a day later', '2001-04-02', 'CCC', 'correction-time'],
    ['by one that has neither signed nor consented', '2001-02-01', 'BBB', 'correction-voice'],
  ])('is objected to %s', (_title, on, actor, expected) => {
    const { registers, proposal } = proposed();
    expect(registers.ask(objection(proposal, on, actor))).toBe(expected);
  });

  it('is objected to once, and only where it was proposed', () => {
    const { registers, proposal } = proposed();
    registers.take(objection(proposal, '2001-02-01'));
    expect(registers.ask(objection(proposal, '2001-02-02'))).toBe('once');
    expect(registers.ask(objection('0'.repeat(64), '2001-02-02'))).toBe('correction-proposal');
  });

  it('is made after the limit, once', () => {
    const { registers, proposal } = proposed({ objectBy: '2001-02-15' });
    expect(registers.ask(rectify(proposal, '2001-02-15'))).toBe('correction-time');
    expect(registers.ask(rectify('0'.repeat(64), '2001-02-16'))).toBe('correction-proposal');
    registers.take(rectify(proposal, '2001-02-16'));
    expect(registers.ask(rectify(proposal, '2001-02-17'))).toBe('correction-proposal');
    expect(registers.ask(objection(proposal, '2001-02-01'))).toBe('correction-proposal');
  });

  it('is not made while an objection stands', () => {
    const { registers, proposal } = proposed();
    const act = registers.take(objection(proposal, '2001-02-01'));
    expect(registers.ask(rectify(proposal, '2001-04-02'))).toBe('correction-voice');
    registers.take({ type: 'correct', payload: { act, void: true, reason: 'Never made' } });
    expect(registers.ask(rectify(proposal, '2001-04-02'))).toBeNull();
  });
});

describe('registration', () => {
  const deposit = (on: string, actor: string): Told => ({
    type: 'deposit',
    payload: { on, instrument: 'accession' },
    actor,
  });
  const register = (on: string): Told => ({
    type: 'register',
    payload: { on, number: '58000' },
    ...CUSTODIAN,
  });

  it('comes when the agreement is in force, once', () => {
    const registers = after(adopted, deposit('2000-03-01', 'AAA'));
    expect(registers.ask(register('2000-06-01'))).toBe('registration');
    registers.take(deposit('2000-05-01', 'CCC'));
    expect(registers.ask(register('2000-04-30'))).toBe('registration');
    expect(registers.ask(register('2000-05-01'))).toBeNull();
    registers.take(register('2000-05-01'));
    expect(registers.ask(register('2000-05-02'))).toBe('registration');
  });

  it('is not told again where the adoption tells of it', () => {
    const registered = adoption({}, { registration: { number: '14668' } });
    const registers = after(
      { ...adopted, payload: registered },
      deposit('2000-03-01', 'AAA'),
      deposit('2000-03-01', 'CCC'),
    );
    expect(registers.ask(register('2000-06-01'))).toBe('registration');
  });
});

it('every rule of the depositary has a case', async () => {
  const source = await readFile(new URL(import.meta.url), 'utf8');
  const ids = Object.values(DEPOSITARY_RULES).map(({ id }) => id.replace('agreements.', ''));
  expect(ids.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
});
