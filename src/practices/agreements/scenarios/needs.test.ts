import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  needs,
  desk,
  lives,
  readings,
  reservationScenarios,
  scenarios,
  textScenarios,
} from '../scenarios.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const all = [scenarios, reservationScenarios, lives, textScenarios, readings, desk];
const titles = all.flatMap((some) => some.map(({ title }) => title));

describe('the ten needs', () => {
  it('are ten, each once and in order', () => {
    expect(needs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('no two scenarios bear one title, so that a title names one', () => {
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('a scenario that says which need it tells is of a need that there is', () => {
    const said = titles.flatMap((title) => /^need (\d+):/.exec(title)?.[1] ?? []);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((number) => !needs.some((one) => `${one.number}` === number))).toEqual([]);
  });

  it.each(needs.map((one) => [one.number, one.asks, one] as const))(
    'need %i is told by scenarios that there are: %s',
    (_number, _asks, { scenarios: told, tests = [] }) => {
      expect(told.length).toBeGreaterThanOrEqual(1);
      expect(told.filter((title) => !titles.includes(title))).toEqual([]);
      expect(tests.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
    },
  );
});
