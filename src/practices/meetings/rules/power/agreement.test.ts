/** The three that say where a vote stands: the engine, these rules, and the script of the page. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outcomeOf, standOf } from '../../../../islands/coalition/reckon.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Choice } from '../../payloads/decision-rule.ts';
import { decide } from '../deciding/decide.ts';
import type { Poll } from '../deciding/poll.ts';
import { type Arithmetic, arithmeticOf } from './arithmetic.ts';
import { floorOf, named } from './floor-for-tests.ts';
import { standingOf } from './standing.ts';

const MEMBERS = named(6);
const among = fc.constantFrom(undefined, { kind: 'seats', seats: 'permanent' });
const weights = fc.constantFrom(undefined, 'votes');
const of = fc.constantFrom('yes', 'no', 'abstain', 'not-in-favour', 'cast');
const base = fc.constantFrom(
  'present-and-voting',
  'votes-cast',
  'present',
  'eligible',
  'members',
  'total-weight',
);
const share = fc.record({
  kind: fc.constant('share'),
  of,
  base,
  among,
  weights,
  threshold: fc.constantFrom('1/2', '2/3', '0.55', '1'),
  more: fc.boolean(),
  blockingMembersMin: fc.constantFrom(undefined, 1, 3),
});
const count = fc.record({
  kind: fc.constant('count'),
  of,
  among,
  weights,
  atLeast: fc.constantFrom('1', '3', '9/2'),
});
const single = fc.oneof(share, count);
const condition = fc.oneof(
  single,
  fc.record({
    kind: fc.constantFrom('all', 'any'),
    of: fc.array(single, { minLength: 1, maxLength: 3 }),
  }),
);
const vote = fc.record({
  method: fc.constant('vote'),
  adoptedIf: condition,
  blockedIf: fc.array(condition, { maxLength: 1 }),
  postponedIf: fc.array(condition, { maxLength: 1 }),
  quorum: fc.option(condition, { nil: undefined }),
});
const noObjection = fc.record({
  method: fc.constantFrom('consensus', 'silence'),
  blockedIf: fc.array(condition, { maxLength: 1 }),
  consensus: fc.constantFrom(undefined, { objectionsToBreak: 2 }),
});
const figure = fc.constantFrom('0', '1', '7/2', '5.25', '123456789012345678901');
const given = fc.record({
  rule: fc.oneof(vote, noObjection),
  hindered: fc.subarray(MEMBERS, { maxLength: 2 }),
  permanent: fc.subarray(MEMBERS),
  votes: fc.array(figure, { minLength: 6, maxLength: 6 }),
  total: fc.constantFrom(undefined, '40'),
  choices: fc.array(fc.constantFrom<Choice>('yes', 'no', 'abstain'), {
    minLength: 6,
    maxLength: 6,
  }),
});

/** The rule as the page has it. */
const boardOf = ({ leaves, ...formulas }: Arithmetic) => ({
  ...formulas,
  leaves: leaves.map((leaf) => ({
    ...leaf,
    weights: leaf.weights.map(String),
    scale: `${leaf.scale}`,
    fixed: { ...leaf.fixed, amount: `${leaf.fixed.amount}` },
    total: leaf.total === null ? null : `${leaf.total}`,
    numerator: `${leaf.numerator}`,
    denominator: `${leaf.denominator}`,
  })),
});

it('an outcome is the same by the engine, by whole numbers, and in the browser', () => {
  fc.assert(
    fc.property(given, ({ rule, hindered, permanent, votes, total, choices }) => {
      const weighed = Object.fromEntries(MEMBERS.map((one, at) => [one, votes[at] ?? '0']));
      const floor = floorOf(rule, {
        members: MEMBERS,
        hindered,
        seats: { permanent },
        weights: { votes: weighed },
        ...(total !== undefined && { totals: { votes: total } }),
      });
      const arithmetic = arithmeticOf(floor);
      if (isRefusal(arithmetic)) throw new Error(arithmetic.reason);
      const made = arithmetic.players.map((one) => choices[MEMBERS.indexOf(one)] ?? 'abstain');
      const poll: Poll = {
        ...floor,
        on: '2026-01-01',
        votes: new Map(arithmetic.players.map((one, at) => [one, made[at] ?? 'abstain'])),
      };
      const decided = decide(poll);
      if (isRefusal(decided)) throw new Error(decided.reason);
      const { outcome, stands } = standingOf(arithmetic, made);
      expect(outcome).toBe(decided.outcome);
      const board = boardOf(arithmetic);
      const shown = board.leaves.map((leaf) => standOf(leaf, made));
      expect(shown.map(({ isMet }) => isMet)).toEqual(stands.map(({ isMet }) => isMet));
      expect(outcomeOf(board, shown)).toBe(outcome);
    }),
    { numRuns: 1000 },
  );
});
