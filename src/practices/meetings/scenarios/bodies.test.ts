import { describe, expect, it } from 'vitest';
import { PaperMeetings } from '../paper-meetings.ts';
import { BODY_RULES } from '../rules/bodies/law-bodies.ts';
import type { Registry } from '../rules/facts.ts';
import { bodyScenarios } from './bodies.ts';
import { soundRuleScenarios } from './sound-rules.ts';

/** Everybody exists but XXX; the league has two members. */
const registry: Partial<Registry> = {
  exists: (actor) => actor !== 'XXX',
  membersOn: (group) => (group === 'league' ? ['AAA', 'BBB'] : []),
};

describe('a body', () => {
  it.each([...bodyScenarios, ...soundRuleScenarios])('$title', ({ given, when, refusedBy }) => {
    const meetings = new PaperMeetings(registry);
    for (const told of given) meetings.take(told);
    const expected = refusedBy === null ? null : `meetings.${refusedBy}`;
    expect(meetings.put(when)?.rule.id ?? null).toBe(expected);
  });

  it('has a scenario for every rule that refuses', () => {
    const told = new Set(bodyScenarios.map(({ refusedBy }) => `meetings.${refusedBy ?? ''}`));
    const untold = Object.values(BODY_RULES).filter(({ id }) => !told.has(id));
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
