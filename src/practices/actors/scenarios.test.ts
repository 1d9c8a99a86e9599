import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { PaperRegistry } from './paper-registry.ts';
import { scenarios, told } from './scenarios.ts';

describe('the registry of actors', () => {
  it.each(scenarios)('$title: $refusedBy', ({ given, when, refusedBy }) => {
    const registry = new PaperRegistry();
    for (const line of given) expect(isRefusal(registry.tell(told(line)))).toBe(false);
    const answer = registry.tell(told(when));
    expect(isRefusal(answer) ? answer.rule.id : null).toBe(refusedBy);
  });

  it('names a source of law and what to do in what it refuses', () => {
    for (const { given, when } of scenarios.filter((one) => one.refusedBy === 'actors.existence')) {
      const registry = new PaperRegistry();
      for (const line of given) registry.tell(told(line));
      const answer = registry.tell(told(when));
      expect(isRefusal(answer) && answer.rule.citation).toMatch(/Montevideo/);
    }
  });
});
