import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwn, own } from './own.ts';

/** What every object answers to without holding it. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype)];

describe('a member of a table', () => {
  const table: Readonly<Record<string, number>> = { one: 1, nought: 0 };

  test.each(INHERITED)('that every object has, %s, is none of it', (name) => {
    expect(own(table, name)).toBeUndefined();
    expect(isOwn(table, name)).toBe(false);
  });

  test('is found by its name, whatever it is worth', () => {
    expect([own(table, 'one'), own(table, 'nought'), own(table, 'two')]).toEqual([1, 0, undefined]);
    expect([isOwn(table, 'nought'), isOwn(table, 'two')]).toEqual([true, false]);
  });

  test('of no table is nothing', () => {
    expect([own(null, 'one'), own(undefined, 'one')]).toEqual([undefined, undefined]);
  });

  test('is found under any name that the table was made with', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom(...INHERITED));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.nat())), name, (members, asked) => {
        const made = Object.fromEntries(members);
        expect(own(made, asked)).toBe(new Map(members).get(asked));
      }),
    );
  });
});
