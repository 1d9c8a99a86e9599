import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../payloads/decision-rule.ts';
import { votesOfGroups } from './group-votes.ts';

const votes = new Map<string, Choice | null>([
  ['AAA', 'yes'],
  ['BBB', 'yes'],
  ['CCC', 'no'],
  ['DDD', 'abstain'],
  ['EEE', null],
]);

describe('how groups voted', () => {
  it('is told of groups of whose members two at least voted, the split ones first', () => {
    const groups = [
      { group: 'north', members: ['AAA', 'BBB', 'EEE'] },
      { group: 'south', members: ['BBB', 'CCC', 'DDD'] },
      { group: 'alone', members: ['AAA', 'EEE'] },
      { group: 'elsewhere', members: ['ZZZ', 'AAA'] },
    ];
    expect(votesOfGroups(votes, groups)).toEqual([
      { group: 'south', yes: 1, no: 1, abstain: 1, silent: 0, isSplit: true },
      { group: 'north', yes: 2, no: 0, abstain: 0, silent: 1, isSplit: false },
    ]);
  });

  it('leaves out a group of all who may vote, which is the vote itself', () => {
    expect(votesOfGroups(votes, [{ group: 'all', members: [...votes.keys()] }])).toEqual([]);
  });

  it('counts each member of a group that may vote once, whatever they voted', () => {
    const choice = fc.constantFrom<Choice | null>('yes', 'no', 'abstain', null);
    const member = fc.constantFrom('AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(member, choice), { selector: ([name]) => name }),
        fc.uniqueArray(member),
        (cast, members) => {
          const all = new Map(cast);
          const own = members.filter((one) => all.has(one));
          for (const row of votesOfGroups(all, [{ group: 'some', members }])) {
            expect(row.yes + row.no + row.abstain + row.silent).toBe(own.length);
            const said = new Set(own.map((one) => all.get(one)).filter((one) => one !== null));
            expect(row.isSplit).toBe(said.size > 1);
          }
        },
      ),
    );
  });
});
