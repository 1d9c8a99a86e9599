import { describe, expect, it } from 'vitest';
import { PaperChannels, type Told } from '../paper-channels.ts';
import { RULES } from '../rules/law.ts';
import { admissionScenarios } from './admission.ts';
import type { Step } from './scenario.ts';

/** The step with the acts that it names by `@` in their place. */
function named(step: Step, acts: ReadonlyMap<string, string>): Told {
  const text = JSON.stringify(step.with).replaceAll(/"@([a-z]+)"/g, (_, name: string) =>
    JSON.stringify(acts.get(name) ?? name),
  );
  // What was written as JSON a line above is read back.
  return { ...step, with: JSON.parse(text) as Record<string, unknown> };
}

describe('a channel', () => {
  it.each(admissionScenarios)('$title', ({ given, when, refusedBy }) => {
    const channels = new PaperChannels();
    const acts = new Map<string, string>();
    for (const step of given) {
      const id = channels.take(named(step, acts));
      if (step.as !== undefined) acts.set(step.as, id);
    }
    const put = channels.put(named(when, acts));
    const expected =
      refusedBy === null ? /^\d{64}$/ : new RegExp(`^refused: notices.${refusedBy}$`);
    expect(put).toMatch(expected);
  });

  it('has a scenario for every rule that refuses', () => {
    const told = new Set(admissionScenarios.map(({ refusedBy }) => `notices.${refusedBy ?? ''}`));
    const untold = Object.values(RULES).filter(({ id }) => !told.has(id));
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
