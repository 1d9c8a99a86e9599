import { describe, expect, test } from 'vitest';
import { SPOILT } from '../../../kernel/secret-ballot.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { choicesIn } from '../rules/ballots/counted.ts';
import { marksFault } from '../rules/ballots/marks.ts';
import { decide } from '../rules/deciding/decide.ts';
import { foldElection } from '../rules/deciding/election.ts';
import { standardRule } from '../rules/deciding/standard-rules.ts';
import { SECRET_ELECTIONS, SECRET_VOTES, type SecretVote } from './secret-ballots.ts';

const repeated = (marks: readonly string[], count: number) =>
  Array.from({ length: count }, () => ({ marks }));

const members = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `member-${at + 1}`);

const MARKS: Readonly<Record<keyof SecretVote['box'], readonly string[]>> = {
  yes: ['yes'],
  no: ['no'],
  abstain: ['abstain'],
  blank: [],
  spoilt: [SPOILT],
};

function boxOf({ box }: SecretVote) {
  // The keys of the marks are those of the box.
  const kinds = Object.keys(MARKS) as (keyof SecretVote['box'])[];
  return kinds.flatMap((kind) => repeated(MARKS[kind], box[kind] ?? 0));
}

describe('votes by secret ballot', () => {
  test.each(SECRET_VOTES)('$title', (scenario) => {
    const { under, on, then, papers, notUsed } = scenario;
    const ballots = boxOf(scenario);
    expect(ballots.filter(({ marks }) => marksFault(marks, null) !== null)).toEqual([]);
    const outcome = decide({
      rule: standardRule(under[0], under[1], on),
      on,
      members: members(scenario.members).map((actor) => ({
        actor,
        hindered: null,
        isPresent: true,
      })),
      votes: new Map(),
      ballots: choicesIn(ballots),
      weight: () => null,
      isIn: () => true,
    });
    expect(isRefusal(outcome) ? 'refused' : outcome.outcome).toBe(then);
    expect(papers - ballots.length).toBe(notUsed);
  });
});

describe('elections by secret ballot', () => {
  test.each(SECRET_ELECTIONS)('$title', (scenario) => {
    const { under, on, seats, boxes, elected, status } = scenario;
    const { election } = standardRule(under[0], under[1], on);
    if (!election) throw new Error(`${under[1]} elects nobody`);
    const candidates = scenario.candidates.split(' ');
    const cast = boxes.map((box) => {
      const ballots = Object.entries(box).flatMap(([marks, count]) =>
        repeated(marks === '' ? [] : marks.split(' '), count),
      );
      expect(ballots.length).toBe(scenario.papers);
      return { marked: ballots.map(({ marks }) => marks) };
    });
    const electors = members(scenario.members);
    const state = foldElection({ rule: election, candidates, seats, electors }, cast);
    expect(state.elected.join(' ')).toBe(elected);
    expect(state.status).toBe(status);
  });
});
