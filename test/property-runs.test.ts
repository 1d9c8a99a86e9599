import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedOf, timesOf } from './property-runs.ts';

describe('properties', () => {
  test('are tried alike at every run, where nobody asks for anything else', () => {
    expect(fc.readConfigureGlobal().seed).toBe(seedOf(process.env['CONCORD_PROPERTY_SEED']));
    expect([seedOf(undefined), seedOf('')]).toEqual([1945, 1945]);
  });

  test('are tried with the seed that one of them failed with', () => {
    expect([seedOf('7'), seedOf('-220508452')]).toEqual([7, -220508452]);
  });

  test('are tried with seeds by chance, where one explores', () => {
    expect(seedOf('random')).toBeUndefined();
  });

  test.each(['chance', '1.5', '1e3', '12345678901'])('are not tried with %s', (asked) => {
    expect(() => seedOf(asked)).toThrow('CONCORD_PROPERTY_SEED');
  });

  test('are tried once, or as often as one asks for', () => {
    expect([timesOf(undefined), timesOf(''), timesOf('1'), timesOf('1000')]).toEqual([
      1, 1, 1, 1000,
    ]);
  });

  test.each(['0', '1001', 'often', '-1', '1.5'])('are not tried %s times', (asked) => {
    expect(() => timesOf(asked)).toThrow('CONCORD_PROPERTY_TIMES');
  });
});
