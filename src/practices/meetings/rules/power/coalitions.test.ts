import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../payloads/decision-rule.ts';
import type { Arithmetic } from './arithmetic.ts';
import { KINDS_MAX, blockingOf } from './blocking.ts';
import { nearestWinning, weightsOf } from './coalitions.ts';
import { DOUBLE_MAJORITY, SECURITY_COUNCIL, arithmeticFor, named } from './floor-for-tests.ts';
import type { Choices } from './linear.ts';
import { decisiveAmong, standingOf } from './standing.ts';

const MEMBERS = named(7);

/** Every way in which those that are open join or do what all others do. */
function everyWay(choices: Choices, joining: Choice, others: Choice) {
  const open = choices.flatMap((one, at) => (one === null ? [at] : []));
  return Array.from({ length: 2 ** open.length }, (_, mask) => {
    const members = open.filter((__, at) => (mask & (1 << at)) !== 0);
    const made = choices.map((one, at) => one ?? (members.includes(at) ? joining : others));
    return { members, made };
  });
}

function nearestByTryingAll(arithmetic: Arithmetic, choices: Choices, others: 'abstain' | 'no') {
  const winning = everyWay(choices, 'yes', others).filter(
    ({ made }) => standingOf(arithmetic, made).outcome === 'adopted',
  );
  const fewest = Math.min(...winning.map(({ members }) => members.length));
  const sets = winning.filter(({ members }) => members.length === fewest);
  const weights = weightsOf(arithmetic) ?? [];
  const weighed = sets.map(({ members }) =>
    members.reduce((sum, one) => sum + (weights[one] ?? 0n), 0n),
  );
  const lightest = weighed.toSorted((one, other) => (one < other ? -1 : 1))[0];
  return { number: winning.length === 0 ? null : fewest, count: sets.length, lightest };
}

function smallestBlock(arithmetic: Arithmetic, choices: Choices): number | null {
  const sizes = everyWay(choices, 'no', 'yes')
    .filter(({ made }) => standingOf(arithmetic, made).outcome !== 'adopted')
    .map(({ members }) => members.length);
  return sizes.length === 0 ? null : Math.min(...sizes);
}

const base = fc.constantFrom(
  'present-and-voting',
  'votes-cast',
  'present',
  'eligible',
  'members',
  'total-weight',
);
const scope = fc.record(
  {
    weights: fc.constant('votes'),
    among: fc.constantFrom(
      { kind: 'seats', seats: 'permanent' },
      { kind: 'not', of: { kind: 'seats', seats: 'permanent' } },
    ),
  },
  { requiredKeys: [] },
);
const share = fc
  .record({
    base,
    threshold: fc.constantFrom('1/2', '2/3', '0.55', '3/5', '0.85'),
    more: fc.boolean(),
    blockingMembersMin: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  })
  .chain((one) => scope.map((other) => ({ kind: 'share', ...one, ...other })));
const count = fc
  .integer({ min: 1, max: 6 })
  .chain((atLeast) => scope.map((one) => ({ kind: 'count', atLeast: `${atLeast}`, ...one })));
const single = fc.oneof(share, count);
const several = fc.record({
  kind: fc.constantFrom('all', 'any'),
  of: fc.array(single, { minLength: 1, maxLength: 3 }),
});
const against = single.map((one) => ({ ...one, of: 'no' }));
const arithmetic = fc
  .record({
    adoptedIf: fc.oneof(single, several),
    blockedIf: fc.array(against, { maxLength: 2 }),
    hindered: fc.subarray(['AAC', 'AAF'], { maxLength: 2 }),
    votes: fc.array(fc.constantFrom('0', '1', '2', '7/2', '5', '9'), {
      minLength: 7,
      maxLength: 7,
    }),
    permanent: fc.subarray(MEMBERS, { maxLength: 4 }),
  })
  .map(({ hindered, votes, permanent, ...rule }) =>
    arithmeticFor(rule, {
      members: MEMBERS,
      hindered,
      seats: { permanent },
      weights: { votes: Object.fromEntries(MEMBERS.map((one, at) => [one, votes[at] ?? '0'])) },
    }),
  );
const choice = fc.constantFrom<Choice | null>(null, null, null, 'yes', 'no', 'abstain');
const given = arithmetic.chain((one) =>
  fc.record({
    one: fc.constant(one),
    choices: fc.array(choice, {
      minLength: one.players.length,
      maxLength: one.players.length,
    }),
    others: fc.constantFrom<'abstain' | 'no'>('abstain', 'no'),
  }),
);

describe('the nearest winning coalition', () => {
  it('is as small, as light and one of as many as trying all finds, whatever the rule', () => {
    fc.assert(
      fc.property(given, ({ one, choices, others }) => {
        const tried = nearestByTryingAll(one, choices, others);
        const found = nearestWinning(one, choices, others);
        expect(found.number).toBe(tried.number);
        expect(found.proven).toBe(true);
        expect(found.count).toEqual({ number: BigInt(tried.count), exact: true });
        const isWeighed = weightsOf(one) !== null && (tried.number ?? 0) > 0;
        expect(found.lightest?.weight).toBe(isWeighed ? tried.lightest : undefined);
        expect(found.lightest?.proven ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('asks nothing of permanent members that abstain, and all of them if others vote no', () => {
    const council = arithmeticFor(SECURITY_COUNCIL.rule, SECURITY_COUNCIL.given);
    const nobody = council.players.map(() => null);
    expect(nearestWinning(council, nobody, 'abstain').number).toBe(9);
    const sure = nearestWinning(council, nobody, 'no');
    expect(sure.number).toBe(9);
    expect(sure.always).toEqual([0, 1, 2, 3, 4]);
    const vetoed = council.players.map((_, at) => (at === 3 ? ('no' as const) : null));
    expect(nearestWinning(council, vetoed, 'abstain').number).toBeNull();
  });

  it('is proven at full populations', () => {
    const members = named(27);
    const population = Object.fromEntries(
      members.map((one, at) => [one, `${(27 - at) ** 3 * 4211 + at * 7919 + 475_701}`]),
    );
    const body = arithmeticFor(DOUBLE_MAJORITY, { members, weights: { population } });
    const nearest = nearestWinning(
      body,
      body.players.map(() => null),
      'no',
    );
    expect([nearest.number, nearest.proven, nearest.lightest?.proven]).toEqual([15, true, true]);
  });
});

describe('blocking coalitions', () => {
  it('are as small as trying all of them finds, and nobody in them can be spared', () => {
    fc.assert(
      fc.property(given, ({ one, choices }) => {
        const found = blockingOf(one, choices);
        expect(found.number).toBe(smallestBlock(one, choices));
        for (const { parts } of found.kinds) {
          const members = parts.flatMap(({ number, of }) => of.slice(0, number));
          const prevents = (out: number | null): boolean => {
            const made = choices.map((own, at) => {
              return own ?? (members.includes(at) && at !== out ? 'no' : 'yes');
            });
            return standingOf(one, made).outcome !== 'adopted';
          };
          expect(prevents(null)).toBe(true);
          expect(members.some(prevents)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('of the Security Council are one permanent member, or seven of the elected ones', () => {
    const council = arithmeticFor(SECURITY_COUNCIL.rule, SECURITY_COUNCIL.given);
    const { number, kinds, complete } = blockingOf(
      council,
      council.players.map(() => null),
    );
    expect([number, complete]).toEqual([1, true]);
    const told = kinds.map(({ size, parts, coalitions }) => [
      size,
      parts[0]?.of.length,
      coalitions,
    ]);
    expect(told).toEqual([
      [1, 5, 5n],
      [7, 10, 120n],
    ]);
  });

  it('are listed up to a bound, and said not to be all', () => {
    const members = named(20);
    const votes = Object.fromEntries(members.map((one, at) => [one, `${100 + at}`]));
    const rule = {
      adoptedIf: { kind: 'share', base: 'members', weights: 'votes', threshold: '0.8' },
    };
    const body = arithmeticFor(rule, { members, weights: { votes } });
    const { number, kinds, complete } = blockingOf(
      body,
      body.players.map(() => null),
    );
    expect([number, kinds.length, complete]).toEqual([4, KINDS_MAX, false]);
  });
});

describe('a member is decisive', () => {
  it('where its yes adopts and its no does not, as all others have chosen', () => {
    const council = arithmeticFor(SECURITY_COUNCIL.rule, SECURITY_COUNCIL.given);
    const nine = council.players.map((_, at) => (at < 9 ? ('yes' as const) : ('abstain' as const)));
    const decisive = decisiveAmong(council, nine);
    // Whoever abstains would not change nine votes in favour; each of the nine would.
    expect(decisive).toEqual(council.players.map((_, at) => at < 9));
    const ten = nine.with(9, 'yes');
    expect(decisiveAmong(council, ten)).toEqual(council.players.map((_, at) => at < 5));
  });
});
