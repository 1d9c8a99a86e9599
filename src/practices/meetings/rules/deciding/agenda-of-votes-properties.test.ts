import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGES } from '../../payloads/decision.ts';
import { type Outcomes, type Proposal, agendaOfVotes } from './agenda-of-votes.ts';
import { type Amendment, amendmentsInOrder } from './amendments-in-order.ts';
import { MOTIONS } from './motions.ts';
import { OUTCOMES, type OutcomeKind } from './poll.ts';

const COUNT_MAX = 7;
const nameOf = (at: number): string => `amendment-${at}`;

/** Amendments, each of the proposal or of one that was put before it. */
const amendments: fc.Arbitrary<Amendment[]> = fc
  .array(
    fc.record({
      above: fc.option(fc.nat(COUNT_MAX)),
      change: fc.constantFrom(undefined, ...CHANGES),
      touches: fc.uniqueArray(fc.constantFrom('op-1', 'op-2', 'op-3'), { maxLength: 3 }),
      rejects: fc.array(fc.nat(COUNT_MAX), { maxLength: 2 }),
    }),
    { maxLength: COUNT_MAX },
  )
  .map((all) =>
    all.map(({ above, change, touches, rejects }, at) => ({
      name: nameOf(at),
      ...(above !== null && above < at && { of: nameOf(above) }),
      change,
      touches,
      rejects: rejects.map(nameOf),
    })),
  );

const proposals: fc.Arbitrary<Proposal> = fc.record({
  name: fc.constant('draft'),
  amendments,
  ruled: fc.uniqueArray(fc.nat(COUNT_MAX).map(nameOf), { maxLength: 4 }),
  motions: fc
    .array(fc.constantFrom(...MOTIONS), { maxLength: 3 })
    .map((all) => all.map((motion, at) => ({ name: `motion-${at}`, motion }))),
  division: fc.record({
    motion: fc.constantFrom(null, 'divide'),
    parts: fc
      .array(fc.boolean(), { maxLength: 3 })
      .map((all) => all.map((isOperative, at) => ({ name: `part-${at}`, isOperative }))),
    isComplete: fc.boolean(),
  }),
});

/** Votes what is next until nothing is, each with an outcome of the list in turn. */
function voteThrough(proposal: Proposal, given: readonly OutcomeKind[]): [string[], Outcomes] {
  const outcomes = new Map<string, OutcomeKind>();
  const taken: string[] = [];
  for (const outcome of given) {
    const { next } = agendaOfVotes(proposal, outcomes);
    if (next === null) break;
    outcomes.set(next, outcome);
    taken.push(next);
  }
  return [taken, outcomes];
}

const ENDING = OUTCOMES.filter((one) => one !== 'postponed' && one !== 'no-quorum');
const votes = fc.array(fc.constantFrom(...ENDING), { minLength: 20, maxLength: 20 });

describe('the order of amendments', () => {
  test('has each once, and an amendment of an amendment before it', () => {
    fc.assert(
      fc.property(amendments, fc.array(fc.nat(COUNT_MAX).map(nameOf)), (all, ruled) => {
        const names = amendmentsInOrder(all, [...new Set(ruled)]).map(({ name }) => name);
        expect(names.toSorted()).toEqual(all.map(({ name }) => name).toSorted());
        for (const { name, of } of all) {
          const isBefore = of === undefined || names.indexOf(name) < names.indexOf(of);
          expect(isBefore).toBe(true);
        }
      }),
    );
  });

  test('deletes before it replaces, and replaces before it adds, where they overlap', () => {
    fc.assert(
      fc.property(amendments, (all) => {
        const tops = all.map(({ of: _of, ...one }) => one);
        const names = amendmentsInOrder(tops).map(({ name }) => name);
        const out = tops.flatMap((one) =>
          tops.filter((other) => {
            const isSame = one.touches?.some((part) => other.touches?.includes(part)) === true;
            const isFurther = one.change === 'deletes' && other.change === 'adds';
            return isSame && isFurther && names.indexOf(one.name) > names.indexOf(other.name);
          }),
        );
        expect(out).toEqual([]);
      }),
    );
  });
});

describe('an agenda of votes', () => {
  test('comes to an end, the whole being last, with everything voted on at most once', () => {
    fc.assert(
      fc.property(proposals, votes, (proposal, given) => {
        const [taken, outcomes] = voteThrough(proposal, given);
        const { next, result, steps } = agendaOfVotes(proposal, outcomes);
        expect(next).toBeNull();
        expect(result).not.toBe('pending');
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken.slice(0, -1)).not.toContain('draft');
        expect(steps.every(({ status }) => status === 'done' || status === 'not-put')).toBe(true);
      }),
    );
  });

  test('says of all that is not put why, and by which rule', () => {
    fc.assert(
      fc.property(proposals, votes, (proposal, given) => {
        const [, outcomes] = voteThrough(proposal, given);
        const out = agendaOfVotes(proposal, outcomes).steps.filter(
          ({ status, why }) => (status === 'not-put') !== (why !== null),
        );
        expect(out).toEqual([]);
      }),
    );
  });

  test('does not put what another amendment’s adoption rules out', () => {
    fc.assert(
      fc.property(proposals, votes, (proposal, given) => {
        const [taken, outcomes] = voteThrough(proposal, given);
        const all = proposal.amendments ?? [];
        const wrongly = all.flatMap(({ name, rejects = [] }) =>
          rejects.filter(
            (other) =>
              other !== name &&
              outcomes.get(name) === 'adopted' &&
              taken.indexOf(other) > taken.indexOf(name),
          ),
        );
        expect(wrongly).toEqual([]);
      }),
    );
  });
});
