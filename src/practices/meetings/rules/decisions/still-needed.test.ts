import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { decide } from '../deciding/decide.ts';
import type { Poll } from '../deciding/poll.ts';
import { named, pollOf } from '../deciding/poll-for-tests.ts';
import {
  SIMPLE,
  TWO_THIRDS,
  type WrittenRule,
  against,
  moreThan,
  seats,
  votes,
} from '../deciding/standard/parts.ts';
import { stillNeeded } from './still-needed.ts';

const rule = (more: Partial<WrittenRule>): WrittenRule => ({
  name: 'any',
  title: { en: 'Any' },
  citation: 'Rule 1',
  method: 'vote',
  ...more,
});
const members = named(9);
const needed = (adoptedIf: WrittenRule['adoptedIf'], yes: number, no: number) =>
  stillNeeded(
    pollOf(rule({ adoptedIf }), {
      members,
      yes: members.slice(0, yes),
      no: members.slice(yes, yes + no),
    }),
  );

describe('votes that are still needed', () => {
  test.each([
    ['more than half: the first vote is one too few against one', SIMPLE, 1, 1, 1],
    ['two thirds: three against ask for six in favour', TWO_THIRDS, 2, 3, 4],
    ['seven votes, whatever is against', votes(7), 4, 1, 3],
    ['more than half of all members', moreThan('1/2', 'members'), 4, 0, 1],
  ] as const)('%s', (_title, adoptedIf, yes, no, count) => {
    expect(needed(adoptedIf, yes, no)).toEqual({ kind: 'votes', count });
  });

  test('are none where those who are left do not suffice', () => {
    expect(needed(TWO_THIRDS, 2, 4)).toEqual({ kind: 'out-of-reach' });
  });

  test('are not told in numbers where it matters who votes', () => {
    const poll = pollOf(
      rule({ adoptedIf: votes(5), blockedIf: [against(votes(1, { among: seats('first') }))] }),
      { members, yes: members.slice(0, 2) },
    );
    expect(stillNeeded(poll)).toEqual({ kind: 'depends' });
  });

  test('adopt it, and one fewer does not', () => {
    const outcomeWith = (poll: Poll, count: number): string => {
      const open = poll.members.filter(({ actor }) => !poll.votes.has(actor)).slice(0, count);
      const cast = new Map([...poll.votes, ...open.map(({ actor }) => [actor, 'yes'] as const)]);
      const outcome = decide({ ...poll, votes: cast });
      return isRefusal(outcome) ? outcome.reason : outcome.outcome;
    };
    const adopting = fc.constantFrom(SIMPLE, TWO_THIRDS, votes(4), moreThan('1/2', 'members'));
    fc.assert(
      fc.property(adopting, fc.nat(4), fc.nat(4), (adoptedIf, yes, no) => {
        const poll = pollOf(rule({ adoptedIf }), {
          members,
          yes: members.slice(0, yes),
          no: members.slice(yes, yes + no),
        });
        const found = stillNeeded(poll);
        const count = found.kind === 'votes' ? found.count : members.length;
        expect(outcomeWith(poll, count) === 'adopted').toBe(found.kind === 'votes');
        expect(count === 0 || outcomeWith(poll, count - 1) !== 'adopted').toBe(true);
      }),
    );
  });
});
