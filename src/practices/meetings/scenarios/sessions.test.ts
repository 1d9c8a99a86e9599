/** What sessions take and refuse, told as rules of procedure. */
import { describe, expect, it } from 'vitest';
import { PaperSession, type Told, convened } from '../paper-session.ts';
import { RULES } from '../rules/sessions/law.ts';
import { documentScenarios } from './documents.ts';
import { floorScenarios } from './floor.ts';
import { presenceScenarios } from './presence.ts';
import type { Step } from './scenario.ts';

const all = [...presenceScenarios, ...documentScenarios, ...floorScenarios];

/** The step with the acts that it names by `@` in their place. */
function named(step: Step, acts: ReadonlyMap<string, string>): Told {
  const text = JSON.stringify(step.with ?? {}).replaceAll(/"@([a-z]+)"/g, (_, name: string) =>
    JSON.stringify(acts.get(name) ?? name),
  );
  // What was written as JSON a line above is read back.
  return { ...step, with: JSON.parse(text) as Record<string, unknown> };
}

describe('a session', () => {
  it.each(all)('$title', ({ convened: more, given, when, refusedBy }) => {
    const paper = new PaperSession();
    for (const told of convened(more)) paper.take(told);
    const acts = new Map<string, string>();
    for (const step of given) {
      const id = paper.take(named(step, acts));
      if (step.as !== undefined) acts.set(step.as, id);
    }
    const put = paper.put(named(when, acts));
    const expected =
      refusedBy === null ? /^\d{64}$/ : new RegExp(`^refused: meetings.${refusedBy}$`);
    expect(put).toMatch(expected);
  });

  it('has a scenario for every rule that refuses', () => {
    const told = new Set(all.map(({ refusedBy }) => `meetings.${refusedBy ?? ''}`));
    const untold = Object.values(RULES).filter(({ id }) => !told.has(id));
    expect(untold.map(({ id }) => id)).toEqual(['meetings.suspended']);
  });
});
