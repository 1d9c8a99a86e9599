/** Each invariant can fail: with one rule switched off, seeds find what the rule is for. */
import { describe, expect, it } from 'vitest';
import type { Broken } from './faults.ts';
import { simulate } from './run.ts';

const SEEDS_MAX = 200;

interface Found {
  readonly rule: keyof Broken;
  readonly says: RegExp;
  readonly lie?: string;
}

/** The rule that is off, what the first seed that finds it says, and the lie that it is against. */
const FOUND: readonly Found[] = [
  { rule: 'overlooksForks', says: /overlooks the fork/ },
  {
    rule: 'believesSignatures',
    says: /nobody signed it|is not of its author|accuses/,
    lie: 'admits what nobody signed',
  },
  { rule: 'takesAnything', says: /holds/, lie: 'hands on what is not released' },
  { rule: 'givesAnything', says: /gave .* who may not/ },
  { rule: 'forgetsToAsk', says: /accuses/ },
  { rule: 'tellsTooEarly', says: /lost|knows no decision|other rows|failed/ },
  { rule: 'tearsBatches', says: /failed|lost|gap|knows no decision|other rows|moved/ },
  {
    rule: 'skipsPositions',
    says: /a position was left out before it/,
    lie: 'leaves a position out',
  },
  {
    rule: 'keepsHalves',
    says: /it came with what cannot stand|gap/,
    lie: 'admits what half of cannot stand',
  },
  { rule: 'asksForNoParts', says: /lacks part/, lie: 'withholds parts' },
  { rule: 'givesUp', says: /knows no decision|acts of/ },
];

/** What the first seed says that finds what is looked for. */
async function firstFound({ rule, says, lie }: Found): Promise<string> {
  const lies = lie === undefined ? {} : { lies: [lie] };
  for (let seed = 1; seed <= SEEDS_MAX; seed++) {
    const { faults } = await simulate(seed, { broken: { [rule]: true }, size: 'small', ...lies });
    const found = faults.find((fault) => says.test(fault));
    if (found !== undefined) return found;
  }
  return '';
}

describe('a rule that is switched off', () => {
  it.each(FOUND)('is missed: $rule', { timeout: 120_000 }, async (found) => {
    expect(await firstFound(found)).toMatch(found.says);
  });
});
