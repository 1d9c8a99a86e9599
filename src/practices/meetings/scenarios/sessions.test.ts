/** What sessions take and refuse, told as rules of procedure. */
import { describe, expect, it } from 'vitest';
import { PaperSession, convened } from '../paper-session.ts';
import { RULES } from '../rules/sessions/law.ts';
import { documentScenarios } from './documents.ts';
import { floorScenarios } from './floor.ts';
import { presenceScenarios } from './presence.ts';

const all = [...presenceScenarios, ...documentScenarios, ...floorScenarios];

describe('a session', () => {
  it.each(all)('$title', ({ convened: more, given, when, refusedBy }) => {
    const paper = new PaperSession();
    for (const told of convened(more)) paper.take(told);
    for (const step of given) paper.take(step);
    const put = paper.put(when);
    const expected =
      refusedBy === null ? /^\d{64}$/ : new RegExp(`^refused: meetings.${refusedBy}$`);
    expect(put).toMatch(expected);
  });

  it('has a scenario for every rule that refuses', () => {
    const told = new Set(all.map(({ refusedBy }) => `meetings.${refusedBy ?? ''}`));
    const untold = Object.values(RULES).filter(({ id }) => !told.has(id));
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
