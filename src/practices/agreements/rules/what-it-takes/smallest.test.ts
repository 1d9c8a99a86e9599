import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../clauses.ts';
import type { Scene } from '../classes.ts';
import { type Ballot, isMet } from '../conditions.ts';
import type { Consent } from '../consents.ts';
import { type Given, factsFrom } from '../facts-for-tests.ts';
import type { Candidate } from './candidates.ts';
import { problemOf } from './demands.ts';
import { SETS_MAX, smallestSets } from '../../../../kernel/covering/smallest.ts';

const DAY = '2020-01-01';
const ACTORS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH', 'III'];

const consentOf = (actor: string): Consent => ({
  event: {
    act: actor,
    position: 1,
    ledger: 1,
    recordedAt: '2020-01-01T00:00:00.000Z',
    kind: 'deposit',
    actor,
    on: DAY,
    effectiveOn: null,
    instrument: 'ratification',
    form: null,
    source: null,
    detail: {},
  },
  actor,
  person: actor,
  on: DAY,
  until: null,
  ended: null,
  notice: null,
});

interface World {
  readonly facts: Given;
  readonly signed: readonly string[];
  readonly counted: readonly string[];
  readonly events: readonly string[];
}

const sceneOf = ({ facts, signed }: World): Scene => ({
  facts: factsFrom(facts),
  adoptedOn: '2010-01-01',
  signedOn: (person) => (signed.includes(person) ? '2011-01-01' : undefined),
  happenedOn: () => undefined,
  refusals: [],
});

const ballotOf = ({ counted, events }: World, more: readonly string[] = []): Ballot => ({
  day: DAY,
  counted: new Map([...counted, ...more].map((actor) => [actor, consentOf(actor)])),
  events: new Set(events),
});

const candidatesOf = ({ counted, signed }: World): Candidate[] =>
  ACTORS.filter((actor) => !counted.includes(actor)).map((actor) => ({
    actor,
    person: actor,
    signedOn: signed.includes(actor) ? '2011-01-01' : null,
  }));

/** Every smallest set that meets the condition by the rules themselves; sets as sorted texts. */
function byTryingAll(condition: Condition, world: World): string[] {
  const scene = sceneOf(world);
  const free = candidatesOf(world).map((one) => one.actor);
  const meeting: string[][] = [];
  for (let mask = 0; mask < 2 ** free.length; mask += 1) {
    const chosen = free.filter((_, at) => Math.floor(mask / 2 ** at) % 2 === 1);
    if (isMet(condition, ballotOf(world, chosen), scene)) meeting.push(chosen);
  }
  const fewest = Math.min(...meeting.map((one) => one.length));
  return meeting.filter((one) => one.length === fewest).map((one) => one.toSorted().join(' '));
}

const solve = (condition: Condition, world: World) =>
  smallestSets(problemOf(condition, candidatesOf(world), ballotOf(world), sceneOf(world), false));

const some = (max = 9) => fc.subarray(ACTORS, { minLength: 1, maxLength: max });
const spans = (members: readonly string[]) =>
  Object.fromEntries(members.map((one) => [one, ['2000-01-01'] as const]));
const figures = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.constantFrom('1/3', '0.05', '2.5', '12.75', '-1', '123456789012345678901/7'),
  ),
  { minLength: 9, maxLength: 9 },
);
const attribute = fc
  .tuple(some(), figures)
  .map(([held, values]) => Object.fromEntries(held.map((one, at) => [one, values[at] ?? '0'])));

const world: fc.Arbitrary<World> = fc
  .record({
    club: some(),
    circle: some(5),
    tonnage: attribute,
    dues: attribute,
    parties: some(),
    signed: fc.subarray(ACTORS),
    counted: fc.subarray(ACTORS, { maxLength: 4 }),
    events: fc.subarray(['decision']),
  })
  .map(({ club, circle, tonnage, dues, parties, ...more }) => ({
    ...more,
    facts: {
      actors: Object.fromEntries(ACTORS.map((one) => [one, {}])),
      members: { club: spans(club), circle: spans(circle) },
      attributes: { tonnage, dues },
      parties: { other: parties },
    },
  }));

const simple = fc.oneof(
  fc.constant({ any: true as const }),
  fc.constantFrom({ memberOf: 'club' }, { memberOf: 'circle' }),
  fc.constantFrom({ partyTo: 'other' }, { signatoryBy: 'live' }, { having: 'tonnage' }),
  some(4).map((listed) => ({ listed })),
);
const ofClass = fc.oneof(
  simple,
  fc.array(simple, { minLength: 2, maxLength: 3 }).map((both) => ({ both })),
  fc.array(simple, { minLength: 2, maxLength: 3 }).map((either) => ({ either })),
  simple.map((except) => ({ except })),
);
const share = fc.constantFrom('1/3', '1/2', '0.55', '2/3', '3/4', '1');
const single: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 7 }), of: ofClass }),
  fc.record({ share, of: ofClass, more: fc.boolean() }),
  fc.record({
    weight: share,
    attribute: fc.constantFrom('tonnage', 'dues'),
    of: ofClass,
    more: fc.boolean(),
  }),
  fc.record({
    weight: share,
    attribute: fc.constantFrom('tonnage', 'dues'),
    of: ofClass,
    total: fc.constantFrom('10', '30', '100/3'),
  }),
  some().chain((named) =>
    fc.integer({ min: 1, max: named.length }).map((atLeast) => ({ named, atLeast })),
  ),
  some(3).map((named) => ({ named })),
  fc.constantFrom({ event: 'decision' }, { on: '2019-01-01' }, { on: '2021-01-01' }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    single,
    fc.array(tie('condition'), { minLength: 2, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
  ),
}));

const RUNS = { numRuns: 500 };

describe('the smallest sets', () => {
  it('are as few, as many and the same as trying every set finds, whatever the clause', () => {
    fc.assert(
      fc.property(condition, world, (one, given) => {
        const all = byTryingAll(one, given);
        const found = solve(one, given);
        const number = all[0] === undefined ? null : all[0].split(' ').filter(Boolean).length;
        expect(found.number).toBe(number);
        expect(found.proven).toBe(true);
        expect(found.count).toEqual({ number: BigInt(all.length), exact: true });
        const shown = found.sets.map(({ members }) =>
          members
            .map(({ actor }) => actor)
            .toSorted()
            .join(' '),
        );
        expect(all).toEqual(expect.arrayContaining(shown));
        const likes = found.sets.reduce((sum, { alike }) => sum + alike, 0n);
        expect(likes).toBeLessThanOrEqual(BigInt(all.length));
        const areAll = likes === BigInt(all.length);
        expect([areAll, found.sets.length === SETS_MAX]).toContain(true);
      }),
      RUNS,
    );
  }, 60_000);

  it('have in common whom every set that trying finds has', () => {
    fc.assert(
      fc.property(condition, world, (one, given) => {
        const all = byTryingAll(one, given).map((set) => set.split(' ').filter(Boolean));
        const inAll = (all[0] ?? []).filter((actor) => all.every((set) => set.includes(actor)));
        const always = solve(one, given).always ?? [];
        expect(always.map(({ actor }) => actor).toSorted()).toEqual(inAll.toSorted());
      }),
      RUNS,
    );
  }, 60_000);
});

describe('what binds', () => {
  const given: World = {
    facts: {
      actors: Object.fromEntries(ACTORS.map((one) => [one, {}])),
      attributes: { tonnage: { AAA: '60', BBB: '20', CCC: '10', DDD: '10' } },
    },
    signed: ['DDD', 'EEE'],
    counted: ['III'],
    events: [],
  };
  const count = (number: number): Condition => ({ count: number, of: { any: true } });
  const weight = (text: string): Condition => {
    return { weight: text, attribute: 'tonnage', of: { any: true } };
  };

  it('is the number where the weight comes with it, and the weight where it takes more', () => {
    const many = solve({ all: [count(5), weight('0.5')] }, given);
    expect([many.number, many.binds]).toEqual([4, [true, false]]);
    const heavy = solve({ all: [count(2), weight('0.9')] }, given);
    expect([heavy.number, heavy.binds]).toEqual([3, [false, true]]);
    expect(heavy.always?.map(({ actor }) => actor)).toEqual(['AAA', 'BBB']);
  });

  it('shows signatories first, then who weighs most', () => {
    const { sets, count: sums } = solve({ all: [count(2), weight('0.6')] }, given);
    expect(sets.map(({ members }) => members.map(({ actor }) => actor))).toEqual([['AAA']]);
    expect(sums).toEqual({ number: 1n, exact: true });
    const three = solve(count(4), given).sets[0];
    expect(three?.members.map(({ actor }) => actor)).toEqual(['DDD', 'EEE', 'AAA']);
  });

  it('is exact where figures are too long for the processor', () => {
    const long = '9007199254740993';
    const figures = { AAA: long, BBB: long, CCC: '9007199254740992', DDD: '1' };
    const world = { ...given, facts: { ...given.facts, attributes: { tonnage: figures } } };
    const total = '100000000000000000000';
    const need = (weightOfTotal: string): Condition => {
      return { weight: weightOfTotal, attribute: 'tonnage', of: { any: true }, total };
    };
    expect(solve(need('18014398509481986/100000000000000000000'), world).number).toBe(2);
    expect(solve(need('18014398509481987/100000000000000000000'), world).number).toBe(3);
  });
});
