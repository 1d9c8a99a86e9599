import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../kernel/dates.ts';
import { PaperRegisters, type Told, adoption } from '../../paper-registers.ts';
import { RULES } from '../law.ts';

const GIVEN = {
  actors: {
    AAA: {},
    BBB: {},
    CCC: {},
    OLD: { kind: 'historical-state', to: '2010-06-30' },
    NEW: { from: '2010-07-01' },
    HEI: { from: '2010-07-01' },
    club: { kind: 'group', treatyCapacity: false },
    isle: { kind: 'territory', treatyCapacity: false },
    union: { kind: 'organisation', treatyCapacity: true },
    band: { kind: 'organisation', treatyCapacity: false },
  },
  successors: ['HEI'],
  members: { league: { AAA: ['2000-01-01', '2005-12-31'], BBB: ['2000-01-01'] } },
} as const;

const sign = (on: string, more: Partial<Told> = {}): Told => ({
  type: 'sign',
  payload: { on },
  ...more,
});
const deposit = (on: string, more: Partial<Told> = {}, instrument = 'accession'): Told => ({
  type: 'deposit',
  payload: { on, instrument },
  ...more,
});
const withdraw = (on: string, more: Partial<Told> = {}): Told => ({
  type: 'withdraw',
  payload: { on },
  ...more,
});
const opened = { openForSignature: { from: '2000-02-01', to: '2001-01-31' } };
const adopt = (payload: Record<string, unknown> = adoption(), more: Partial<Told> = {}): Told => ({
  type: 'adopt',
  payload,
  actor: 'depositary',
  ...more,
});
const event = (on: string, more: Partial<Told> = {}): Told => ({
  type: 'record-event',
  payload: { event: 'decision', on },
  ...more,
});
const provisional = (type: string, on: string): Told => ({ type, payload: { on } });

/** What is refused, by which rule, after what was taken in before; null: it is accepted. */
type Row = readonly [string, readonly Told[], Told, string | null];

const withNotice = { withdrawal: { notice: { months: 6 }, citation: 'Article 9' } };
const lockedFrom = (from: 'agreement' | 'party') => ({
  withdrawal: {
    notice: { months: 6 },
    lockedFor: { delay: { years: 3 }, from },
    citation: 'Article 9',
  },
});
const definitive = adoption({
  entryIntoForce: {
    when: { count: 2, of: { any: true } },
    delay: { days: 30 },
    definitiveSignature: true,
    citation: 'Article 1',
  },
});
const both = [deposit('2001-01-01', { actor: 'BBB' }), deposit('2002-01-01')];
const started = [adopt()];

const adopting: readonly Row[] = [
  ['adopts', [], adopt(), null],
  ['does nothing under a text that is not adopted', [], sign('2000-01-01'), 'adopted'],
  ['corrects nothing before', [], { type: 'correct', payload: {} }, 'adopted'],
  ['is told that it adopted the same before', started, adopt(), 'once'],
  [
    'adopts no other text',
    started,
    adopt(adoption({}, { adoptedOn: '2000-01-02' })),
    'adopted-once',
  ],
  ['adopts on the day itself', [], adopt(adoption({}, { adoptedOn: '2026-01-01' })), null],
  [
    'adopts nothing ahead',
    [],
    adopt(adoption({}, { adoptedOn: '2026-01-02' })),
    'not-in-the-future',
  ],
  ['needs the parent', [], adopt(adoption({}, { parent: 'mother' })), 'parent'],
  [
    'finds the parent',
    [adopt(adoption(), { agreement: 'mother' })],
    adopt(adoption({}, { parent: 'mother' })),
    null,
  ],
  ['is no parent of itself', [], adopt(adoption({}, { parent: 'convention' })), 'parent'],
  [
    'needs the agreement whose parties a clause asks for',
    [],
    adopt(adoption({ openTo: { partyTo: 'mother' } })),
    'parent',
  ],
  ['has a register of its own', [], adopt(adoption(), { agreement: 'Convention' }), 'register'],
  ['has an id of at least two letters', [], adopt(adoption(), { agreement: 'c' }), 'register'],
  ['has an id of two letters', [], adopt(adoption(), { agreement: 'co' }), null],
];

const days: readonly Row[] = [
  ['signs the day before adoption', started, sign('1999-12-31'), 'not-before-adoption'],
  ['signs on the day of adoption', started, sign('2000-01-01'), null],
  ['signs on the day it is recorded', started, sign('2026-01-01'), null],
  ['signs the day after it is recorded', started, sign('2026-01-02'), 'not-in-the-future'],
];

const persons: readonly Row[] = [
  ['is not in the registry', started, sign('2001-01-01', { actor: 'nobody' }), 'known-actor'],
  ['is a group', started, sign('2001-01-01', { actor: 'club' }), 'capacity'],
  [
    'is an organisation without capacity',
    started,
    sign('2001-01-01', { actor: 'band' }),
    'capacity',
  ],
  ['is an organisation with capacity', started, sign('2001-01-01', { actor: 'union' }), null],
  ['is a territory', started, sign('2001-01-01', { actor: 'isle' }), null],
  ['acts on its last day', started, sign('2010-06-30', { actor: 'OLD' }), null],
  ['acts after its last day', started, sign('2010-07-01', { actor: 'OLD' }), 'exists'],
  ['acts before its first day', started, sign('2010-06-30', { actor: 'NEW' }), 'exists'],
  ['acts on its first day', started, sign('2010-07-01', { actor: 'NEW' }), null],
  ['stands in its predecessor’s line', started, sign('2010-06-30', { actor: 'HEI' }), null],
];

const league = [adopt(adoption({ openTo: { memberOf: 'league' } }))];
const opening: readonly Row[] = [
  ['signs as a member', league, sign('2005-12-31'), null],
  ['signs as a member no more', league, sign('2006-01-01'), 'open-to'],
  ['deposits as a member', league, deposit('2005-12-31'), null],
  ['deposits as a member no more', league, deposit('2006-01-01'), 'open-to'],
  ['was never a member', league, deposit('2001-01-01', { actor: 'CCC' }), 'open-to'],
];

const window = [adopt(adoption({}, opened))];
const open = (from: string, to?: string, more: Partial<Told> = {}): Told => ({
  type: 'open-for-signature',
  payload: to === undefined ? { from } : { from, to },
  ...more,
});
const signing: readonly Row[] = [
  ['signs before it is open', window, sign('2000-01-31'), 'signature-window'],
  ['signs on the first day', window, sign('2000-02-01'), null],
  ['signs on the last day', window, sign('2001-01-31'), null],
  ['signs after it is closed', window, sign('2001-02-01'), 'signature-window'],
  ['signs when it was opened again', [...window, open('2003-01-01')], sign('2003-01-01'), null],
  [
    'signs between two times',
    [...window, open('2003-01-01')],
    sign('2002-12-31'),
    'signature-window',
  ],
  ['opens before adoption', started, open('1999-12-31'), 'not-before-adoption'],
  ['opens on the day of adoption', started, open('2000-01-01'), null],
  ['opens twice alike', [...started, open('2000-02-01')], open('2000-02-01'), 'once'],
  [
    'opens again for longer',
    [...started, open('2000-02-01')],
    open('2000-02-01', '2030-01-01'),
    null,
  ],
  [
    'opens in its own name',
    started,
    open('2000-02-01', undefined, { source: null }),
    'by-the-custodian',
  ],
  ['signs twice on one day', [...started, sign('2001-01-01')], sign('2001-01-01'), 'once'],
  ['signs on another day', [...started, sign('2001-01-01')], sign('2001-01-02'), null],
  [
    'signs definitively when it has consented',
    [adopt(definitive), deposit('2001-01-01')],
    sign('2001-01-02', { payload: { on: '2001-01-02', form: 'definitive' } }),
    'bound-once',
  ],
  [
    'signs simply when it has consented',
    [adopt(definitive), deposit('2001-01-01')],
    sign('2001-01-02'),
    null,
  ],
];

const mine = { source: null };
const depositing: readonly Row[] = [
  ['deposits the same twice', [...started, deposit('2001-01-01')], deposit('2001-01-01'), 'once'],
  [
    'deposits another instrument',
    [...started, deposit('2001-01-01')],
    deposit('2001-01-02', {}, 'ratification'),
    'bound-once',
  ],
  [
    'deposits until its withdrawal takes effect',
    [...started, deposit('2001-01-01'), withdraw('2002-01-01')],
    deposit('2002-12-31'),
    'bound-once',
  ],
  [
    'is told later of an earlier one, which stood when the other came',
    [...started, deposit('2001-01-01')],
    deposit('2000-06-01', {}, 'ratification'),
    'bound-once',
  ],
  [
    'comes back when its withdrawal took effect',
    [...started, deposit('2001-01-01'), withdraw('2002-01-01')],
    deposit('2003-01-01'),
    null,
  ],
  ['ratifies unsigned, as a table tells', window, deposit('2001-03-01', {}, 'ratification'), null],
  [
    'ratifies unsigned, in its own name',
    window,
    deposit('2001-03-01', mine, 'ratification'),
    'signed-first',
  ],
  ['accedes unsigned, in its own name', window, deposit('2001-03-01', mine), null],
  [
    'ratifies on the day it signed',
    [...window, sign('2000-03-01')],
    deposit('2000-03-01', mine, 'ratification'),
    null,
  ],
  [
    'ratifies the day before it signed',
    [...window, sign('2000-03-01')],
    deposit('2000-02-29', mine, 'ratification'),
    'signed-first',
  ],
  [
    'ratifies unsigned what was never open for signature',
    started,
    deposit('2001-03-01', mine, 'ratification'),
    null,
  ],
  [
    'gives itself an earlier effect than the clause',
    [adopt(definitive)],
    deposit('2001-01-01', { ...mine, effectiveOn: '2001-01-30' }),
    'effect',
  ],
  [
    'names the day that the clause gives',
    [adopt(definitive)],
    deposit('2001-01-01', { ...mine, effectiveOn: '2001-01-31' }),
    null,
  ],
  [
    'is recorded with the depositary’s day of effect',
    [adopt(definitive)],
    deposit('2001-01-01', { effectiveOn: '2001-01-02' }),
    null,
  ],
];

const leaving: readonly Row[] = [
  ['withdraws from nothing', started, withdraw('2001-01-01'), 'consented'],
  ['withdraws before it consented', [...started, ...both], withdraw('2001-12-31'), 'consented'],
  ['withdraws on the day it consented', [...started, ...both], withdraw('2002-01-01'), null],
  [
    'withdraws twice',
    [...started, ...both, withdraw('2003-01-01')],
    withdraw('2003-06-01'),
    'consented',
  ],
  [
    'gives one notice twice',
    [...started, ...both, withdraw('2003-01-01')],
    withdraw('2003-01-01'),
    'once',
  ],
  [
    'withdraws where that is not allowed',
    [
      adopt(
        adoption({
          withdrawal: { permitted: false, notice: { months: 12 }, citation: 'Article 9' },
        }),
      ),
      ...both,
    ],
    withdraw('2003-01-01'),
    'withdrawal-permitted',
  ],
  [
    'withdraws within the lock of the agreement',
    [adopt(adoption(lockedFrom('agreement'))), ...both],
    withdraw('2004-12-31'),
    'withdrawal-lock',
  ],
  [
    'withdraws at the end of that lock',
    [adopt(adoption(lockedFrom('agreement'))), ...both],
    withdraw('2005-01-01'),
    null,
  ],
  [
    'withdraws within the lock from its own entry into force',
    [adopt(adoption(lockedFrom('party'))), ...both, deposit('2003-05-05', { actor: 'CCC' })],
    withdraw('2006-05-04', { actor: 'CCC' }),
    'withdrawal-lock',
  ],
  [
    'withdraws at the end of its own lock',
    [adopt(adoption(lockedFrom('party'))), ...both, deposit('2003-05-05', { actor: 'CCC' })],
    withdraw('2006-05-05', { actor: 'CCC' }),
    null,
  ],
  [
    'takes its instrument back before entry into force',
    [adopt(adoption(lockedFrom('agreement'))), deposit('2001-01-01')],
    withdraw('2001-02-01'),
    null,
  ],
  [
    'is recorded as leaving before it gave notice',
    [...started, ...both],
    withdraw('2003-01-01', { effectiveOn: '2002-12-31' }),
    'effect',
  ],
  [
    'is recorded as leaving on the day of notice',
    [...started, ...both],
    withdraw('2003-01-01', { effectiveOn: '2003-01-01' }),
    null,
  ],
  [
    'shortens its own notice',
    [adopt(adoption(withNotice)), ...both],
    withdraw('2003-01-01', { ...mine, effectiveOn: '2003-06-30' }),
    'effect',
  ],
  [
    'leaves when its notice ends',
    [adopt(adoption(withNotice)), ...both],
    withdraw('2003-01-01', { ...mine, effectiveOn: '2003-07-01' }),
    null,
  ],
];

const applying: readonly Row[] = [
  ['begins', started, provisional('apply-provisionally', '2001-01-01'), null],
  [
    'begins twice on a day',
    [...started, provisional('apply-provisionally', '2001-01-01')],
    provisional('apply-provisionally', '2001-01-01'),
    'once',
  ],
  [
    'ends what was not begun',
    started,
    provisional('end-provisional-application', '2001-01-01'),
    'applied-provisionally',
  ],
  [
    'ends before it began',
    [...started, provisional('apply-provisionally', '2001-01-01')],
    provisional('end-provisional-application', '2000-12-31'),
    'applied-provisionally',
  ],
  [
    'ends on the day it began',
    [...started, provisional('apply-provisionally', '2001-01-01')],
    provisional('end-provisional-application', '2001-01-01'),
    null,
  ],
  [
    'ends in the order of days, whatever was recorded first',
    [
      ...started,
      provisional('apply-provisionally', '2005-01-01'),
      provisional('apply-provisionally', '2001-01-01'),
      provisional('end-provisional-application', '2002-01-01'),
    ],
    provisional('end-provisional-application', '2006-01-01'),
    null,
  ],
];

const happening: readonly Row[] = [
  ['happens', started, event('2001-01-01', { actor: 'depositary' }), null],
  ['happens once', [...started, event('2001-01-01')], event('2001-01-02'), 'once'],
  ['is signed by one State', started, event('2001-01-01', mine), 'by-the-custodian'],
  ['happens before adoption', started, event('1999-12-31'), 'not-before-adoption'],
];

const RULES_OF: readonly (readonly [string, readonly Row[]])[] = [
  ['adopting: one', adopting],
  ['the day of an act: one', days],
  ['who may act: one that', persons],
  ['whom an agreement is open to: one', opening],
  ['signing: one', signing],
  ['depositing: one', depositing],
  ['leaving: one', leaving],
  ['provisional application', applying],
  ['an event', happening],
];

describe.each(RULES_OF)('%s', (_title, rows) => {
  it.each(rows)('%s', (_name, before, asked, expected) => {
    const registers = new PaperRegisters(GIVEN);
    for (const told of before) registers.take(told);
    expect(registers.ask(asked)).toBe(expected);
  });
});

describe('a revocation', () => {
  const revoked = (on: string, actor = 'AAA', effectiveOn?: string) => {
    const registers = new PaperRegisters(GIVEN);
    for (const told of [...started, ...both]) registers.take(told);
    const notice = effectiveOn === undefined ? {} : { effectiveOn };
    const withdrawal = registers.take(withdraw('2003-01-01', notice));
    const told = { type: 'revoke-withdrawal', payload: { withdrawal, on }, actor };
    return { registers, told };
  };

  it.each([
    ['before the notice', '2002-12-31', 'AAA', undefined, 'revocable'],
    ['on the day of the notice', '2003-01-01', 'AAA', undefined, null],
    ['the day before it takes effect', '2003-12-31', 'AAA', undefined, null],
    ['the day it takes effect', '2004-01-01', 'AAA', undefined, 'revocable'],
    ['the day before a stated effect', '2003-02-28', 'AAA', '2003-03-01', null],
    ['on the stated day of effect', '2003-03-01', 'AAA', '2003-03-01', 'revocable'],
    ['by another State', '2003-06-01', 'BBB', undefined, 'revocable'],
  ])('%s', (_title, on, actor, effectiveOn, expected) => {
    const { registers, told } = revoked(on, actor, effectiveOn);
    expect(registers.ask(told)).toBe(expected);
  });

  it('is made once, and lets one give notice again', () => {
    const { registers, told } = revoked('2003-06-01');
    registers.take(told);
    const again = { ...told, payload: { ...told.payload, on: '2003-06-02' } };
    expect(registers.ask(again)).toBe('once');
    expect(registers.ask(withdraw('2003-07-01'))).toBeNull();
  });
});

describe('an instrument that is recorded out of order', () => {
  it('stands in place of one that was struck out, before the withdrawal and the return', () => {
    const registers = new PaperRegisters(GIVEN);
    registers.take(adopt());
    const act = registers.take(deposit('2001-01-01'));
    registers.take(withdraw('2001-06-01'));
    registers.take(deposit('2003-01-01'));
    const earlier = deposit('2000-06-01', {}, 'ratification');
    expect(registers.ask(earlier)).toBe('bound-once');
    registers.take({ type: 'correct', payload: { act, void: true, reason: 'Misread' } });
    expect(registers.ask(earlier)).toBeNull();
    expect(registers.ask(deposit('2002-06-01', {}, 'ratification'))).toBe('bound-once');
  });
});

describe('judging', () => {
  it('has a case for every rule', () => {
    const told = RULES_OF.flatMap(([, rows]) => rows.map(([, , , rule]) => rule));
    const tried = new Set([...told, 'revocable', 'correction-target']);
    const all = Object.values(RULES).map(({ id }) => id.replace('agreements.', ''));
    expect(all.filter((id) => !tried.has(id))).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2000-01-01', days));
  const told = fc.record({
    type: fc.constantFrom('sign', 'deposit', 'withdraw', 'apply-provisionally'),
    actor: fc.constantFrom('AAA', 'BBB', 'CCC', 'OLD', 'nobody'),
    on: day,
    agreement: fc.constantFrom('convention', 'other'),
  });
  const toldOf = (one: { type: string; actor: string; on: string; agreement: string }): Told => ({
    type: one.type,
    actor: one.actor,
    agreement: one.agreement,
    payload: one.type === 'deposit' ? { on: one.on, instrument: 'accession' } : { on: one.on },
  });
  const registersWith = (agreements: readonly string[]): PaperRegisters => {
    const registers = new PaperRegisters(GIVEN);
    for (const agreement of agreements) registers.take(adopt(adoption(), { agreement }));
    return registers;
  };
  const outcome = (put: string): string => (put.startsWith('refused') ? put : 'taken');

  it('of one register does not depend on others', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (all) => {
        const mixed = registersWith(['convention', 'other']);
        const outcomes = all.map((one) => outcome(mixed.put(toldOf(one))));
        const alone = registersWith(['convention']);
        const own = all.map((one) =>
          one.agreement === 'other' ? null : outcome(alone.put(toldOf(one))),
        );
        expect(own).toEqual(
          outcomes.map((one, at) => (all[at]?.agreement === 'other' ? null : one)),
        );
      }),
    );
  });

  it('leaves a register as it was where it refuses', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 30 }), (all) => {
        const registers = registersWith(['convention', 'other']);
        const dossier = registers.docket.of('convention');
        for (const one of all) {
          const before = JSON.stringify([...dossier.events()]);
          const refused = registers.put(toldOf(one)).startsWith('refused');
          const isSame = JSON.stringify([...dossier.events()]) === before;
          expect(isSame).toBe(refused || one.agreement === 'other');
        }
      }),
    );
  });

  it('never leaves one person with two consents that began while one stood', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), (all) => {
        const registers = registersWith(['convention', 'other']);
        const inOrder = all.toSorted((one, other) => (one.on < other.on ? -1 : 1));
        for (const one of inOrder) registers.put(toldOf(one));
        const consents = registers.docket.of('convention').consentsOf('AAA');
        for (const [at, consent] of consents.entries()) {
          const before = consents[at - 1];
          expect(before === undefined || (before.until ?? '9999') <= consent.on).toBe(true);
        }
      }),
    );
  });
});
