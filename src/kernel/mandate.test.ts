import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Header } from './act.ts';
import {
  KEY_RULE,
  type KeyState,
  MANDATE_RULE,
  type MandateState,
  RECORDED_RULE,
  type Service,
  judgeAuthority,
  mandateFault,
  narrowestServing,
  patternCovers,
} from './mandate.ts';
import { CLEAR } from './marking.ts';

const MANDATE = 'a'.repeat(64);
const KEY = 'b'.repeat(32);

const header: Header = {
  network: 'concord',
  type: 'agreements.deposit',
  author: 'fra-legal-office',
  actor: 'FRA',
  key: KEY,
  mandate: MANDATE,
  basis: { kind: 'signed' },
  stream: 'fra-legal-office/clear',
  seq: 1,
  prev: null,
  parents: [],
  register: 'agreements/paris-agreement',
  effectiveOn: null,
  issuedAt: '2016-10-05T12:00:00.000Z',
  marking: CLEAR,
  parts: [{ digest: '0'.repeat(64) }],
};
const key: KeyState = {
  key: KEY,
  actor: 'fra-legal-office',
  publicKey: new Uint8Array(32),
  from: 10,
  until: null,
};
const mandate: MandateState = {
  act: MANDATE,
  actor: 'FRA',
  holder: 'fra-legal-office',
  covers: ['agreements.deposit'],
  registers: ['agreements/paris-agreement'],
  fromOn: '2016-10-01',
  toOn: '2016-10-31',
  under: null,
  from: 20,
  until: null,
};

interface Case {
  header?: Partial<Header>;
  key?: Partial<KeyState> | null;
  mandate?: Partial<MandateState> | null;
  custodian?: string | null;
  at?: number;
}

function judge(given: Case): string | null {
  const known = given.mandate === null ? null : { ...mandate, ...given.mandate };
  const refusal = judgeAuthority({ ...header, ...given.header }, given.at ?? 30, {
    key: given.key === null ? null : { ...key, ...given.key },
    mandates: () => known,
    custodian: given.custodian ?? null,
  });
  return refusal === null ? null : refusal.rule.id;
}

describe('the key', () => {
  test.each<[string, Case, string | null]>([
    ['that the record gives the author serves', {}, null],
    ['that the record does not hold is refused', { key: null }, KEY_RULE.id],
    ['of another is refused', { key: { actor: 'DEU' } }, KEY_RULE.id],
    ['that the header does not name is refused', { key: { key: 'c'.repeat(32) } }, KEY_RULE.id],
    ['is refused before its place', { key: { from: 31 } }, KEY_RULE.id],
    ['serves from its place on', { key: { from: 30 } }, null],
    ['serves up to the place before its end', { key: { until: 31 } }, null],
    ['is refused from its end on', { key: { until: 30 } }, KEY_RULE.id],
  ])('%s', (_what, given, ruled) => expect(judge(given)).toBe(ruled));
});

describe('a mandate', () => {
  const ownName = { author: 'FRA', mandate: null };
  const elsewhere = { registers: ['agreements/crc'] };

  test.each<[string, Case, string | null]>([
    ['is not needed in one’s own name', { header: ownName, key: { actor: 'FRA' } }, null],
    ['is needed for another', { header: { mandate: null } }, MANDATE_RULE.id],
    ['that the record does not hold is none', { mandate: null }, MANDATE_RULE.id],
    ['other than the one named is none', { mandate: { act: 'd'.repeat(64) } }, MANDATE_RULE.id],
    ['of another actor is refused', { mandate: { actor: 'DEU' } }, MANDATE_RULE.id],
    ['for another holder is refused', { mandate: { holder: 'deu-office' } }, MANDATE_RULE.id],
    ['is refused before its place', { mandate: { from: 31 } }, MANDATE_RULE.id],
    ['serves from its place on', { mandate: { from: 30 } }, null],
    ['revoked at a later place serves', { mandate: { until: 31 } }, null],
    ['revoked at that very place is refused', { mandate: { until: 30 } }, MANDATE_RULE.id],
    ['revoked before is refused', { mandate: { until: 25 } }, MANDATE_RULE.id],
    ['serves on its first day', { mandate: { fromOn: '2016-10-05' } }, null],
    ['is refused the day before', { mandate: { fromOn: '2016-10-06' } }, MANDATE_RULE.id],
    ['serves on its last day', { mandate: { toOn: '2016-10-05' } }, null],
    ['is refused the day after', { mandate: { toOn: '2016-10-04' } }, MANDATE_RULE.id],
    ['without a last day serves', { mandate: { toOn: null } }, null],
    ['for another act is refused', { mandate: { covers: ['agreements.sign'] } }, MANDATE_RULE.id],
    ['for no act is refused', { mandate: { covers: [] } }, MANDATE_RULE.id],
    ['for several acts serves', { mandate: { covers: ['meetings.*', 'agreements.*'] } }, null],
    ['for all registers serves', { mandate: { registers: null } }, null],
    ['for another register is refused', { mandate: elsewhere }, MANDATE_RULE.id],
    ['for one register is refused for none', { header: { register: null } }, MANDATE_RULE.id],
  ])('%s', (_what, given, ruled) => expect(judge(given)).toBe(ruled));

  test.each([
    ['*', 'agreements.deposit', true],
    ['agreements.*', 'agreements.deposit', true],
    ['agreements.deposit', 'agreements.deposit', true],
    ['agreements.*', 'agreements-old.deposit', false],
    ['agreements.dep*', 'agreements.deposit', false],
    ['agreements', 'agreements.deposit', false],
    ['agreements.deposit', 'agreements.deposit-again', false],
    ['.*', 'agreements.deposit', false],
    ['*.deposit', 'agreements.deposit', false],
    ['', 'agreements.deposit', false],
    ['*', 'mandates.grant', false],
    ['*', 'keys.register', false],
    ['*', 'keys-of-the-town.give', true],
    ['mandates.*', 'mandates.grant', true],
    ['keys.rotate', 'keys.rotate', true],
  ])('with the pattern %j covers %s: %s', (pattern, type, covers) =>
    expect(patternCovers(pattern, type)).toBe(covers),
  );
});

describe('what is recorded of another', () => {
  const recorded: Partial<Header> = {
    author: 'un-secretary-general',
    mandate: null,
    basis: { kind: 'recorded', source: 'Status table, 2016-10-06' },
  };
  const own = { actor: 'un-secretary-general' };

  test.each<[string, Case, string | null]>([
    ['comes from the custodian', { custodian: 'un-secretary-general' }, null],
    ['comes from nobody else', { custodian: 'fao-director-general' }, RECORDED_RULE.id],
    ['comes from nobody where none keeps the register', { custodian: null }, RECORDED_RULE.id],
    [
      'stands in a register',
      { custodian: 'un-secretary-general', header: { ...recorded, register: null } },
      RECORDED_RULE.id,
    ],
    [
      'needs the custodian’s key all the same',
      { custodian: 'un-secretary-general', key: { ...own, until: 5 } },
      KEY_RULE.id,
    ],
  ])('%s', (_what, given, ruled) =>
    expect(judge({ header: recorded, key: own, ...given })).toBe(ruled),
  );
});

describe('of several mandates', () => {
  const wanted: Service = { ...header, day: '2016-10-05' };
  const named = (act: string, given: Partial<MandateState>): MandateState => ({
    ...mandate,
    act,
    ...given,
  });
  const everything = named('everything', { covers: ['*'], registers: null });
  const field = named('field', { covers: ['agreements.*'], registers: null });
  const kind = named('kind', { registers: null });
  const register = named('register', { covers: ['*'] });
  const all = [everything, field, kind, register];
  const chosen = (mandates: readonly MandateState[]) =>
    narrowestServing(wanted, mandates, 30)?.act ?? null;

  test('the one that names registers serves before those for all, then the closest kind', () => {
    expect(chosen(all)).toBe('register');
    expect(chosen([everything, field, kind])).toBe('kind');
    expect(chosen([everything, field])).toBe('field');
    expect(chosen([])).toBeNull();
  });

  test('the latest serves of those alike, in whatever order they come', () => {
    const alike = [named('earlier', { from: 21 }), named('later', { from: 22 })];
    expect([chosen(alike), chosen(alike.toReversed())]).toEqual(['later', 'later']);
  });

  test('none serves that was revoked, is out of its days, or is for something else', () => {
    const idle: Partial<MandateState>[] = [
      { until: 30 },
      { toOn: '2016-10-04' },
      { fromOn: '2016-10-06' },
      { registers: ['agreements/unfccc'] },
      { covers: ['agreements.sign'] },
      { actor: 'BEL' },
      { holder: 'bel-legal-office' },
    ];
    for (const given of idle) expect(chosen([named('idle', given)])).toBeNull();
    expect(chosen([...idle.map((given) => named('idle', given)), field])).toBe('field');
  });

  test('the one that is chosen always serves, and is judged so', () => {
    const coverings = fc.subarray(['*', 'agreements.*', 'agreements.deposit', 'agreements.sign'], {
      minLength: 1,
    });
    const drawn = fc.record({
      covers: coverings,
      registers: fc.constantFrom(null, ['agreements/paris-agreement'], ['agreements/unfccc']),
      toOn: fc.constantFrom(null, '2016-10-04', '2016-10-05'),
      until: fc.constantFrom(null, 25, 31),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 6 }), (given) => {
        const mandates = given.map((one, at) => named(String(at).padStart(64, '0'), one));
        const serving = mandates.filter((one) => mandateFault(wanted, one, 30) === null);
        const choice = narrowestServing(wanted, mandates, 30);
        expect(choice !== null).toBe(serving.length > 0);
        expect(choice === null || serving.includes(choice)).toBe(true);
      }),
    );
  });
});
