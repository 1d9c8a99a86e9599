/** Each invariant can fail: with one rule switched off, seeds find what the rule is for. */
import { describe, expect, it } from 'vitest';
import type { Broken } from './faults.ts';
import { simulate } from './run.ts';

const SEEDS_MAX = 400;

/** What the first seed that finds anything says, and the rule that was off. */
const FOUND: readonly (readonly [keyof Broken, RegExp])[] = [
  ['overlooksForks', /overlooks the fork|never comes to rest/],
  ['believesSignatures', /nobody signed it|is not of its author|accuses/],
  ['takesAnything', /holds/],
  ['givesAnything', /gave .* who may not/],
  ['forgetsToAsk', /accuses/],
  ['tellsTooEarly', /lost|knows no decision/],
  ['tearsBatches', /failed|lost|gap|knows no decision|other rows|moved/],
  ['skipsPositions', /apart|gap|stands there already/],
  ['keepsHalves', /failed|gap|lost|admitted/],
  ['givesUp', /knows no decision|never comes to rest|acts of/],
];

async function firstFound(rule: keyof Broken): Promise<{ seed: number; faults: string }> {
  for (let seed = 1; seed <= SEEDS_MAX; seed++) {
    const { faults } = await simulate(seed, { broken: { [rule]: true }, size: 'small' });
    if (faults.length > 0) return { seed, faults: faults.join('\n') };
  }
  return { seed: SEEDS_MAX, faults: '' };
}

describe('a rule that is switched off', () => {
  it.each(FOUND)('is missed: %s', { timeout: 120_000 }, async (rule, expected) => {
    const { faults } = await firstFound(rule);
    expect(faults).toMatch(expected);
  });
});
