import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparable, type Met, meet } from './pairing.ts';

const thing = (text: string, likeness: string[] = [], loosely?: string): Comparable => ({
  text,
  likeness,
  ...(loosely === undefined ? {} : { loosely }),
});
const told = (met: readonly Met<Comparable>[]) =>
  met.map(({ before, after }) => `${before?.text ?? '–'} → ${after?.text ?? '–'}`);

describe('things of two lists', () => {
  test('are the same where they say the same, wherever they stand', () => {
    const met = meet([thing('a'), thing('b')], [thing('b'), thing('a')]);
    expect(told(met)).toEqual(['b → b', 'a → a']);
  });

  test('are the same where they are called the same', () => {
    const met = meet([thing('Chad: signed', ['Chad'])], [thing('Chad: bound', ['Chad'])]);
    expect(told(met)).toEqual(['Chad: signed → Chad: bound']);
  });

  test('keep what says the same together, before what is only called the same', () => {
    const council = (since: string) => thing(`Council since ${since}`, ['Council']);
    const met = meet([council('1951')], [council('1950'), council('1951')]);
    expect(told(met)).toEqual([
      '– → Council since 1950',
      'Council since 1951 → Council since 1951',
    ]);
  });

  test('stand where they stood when they went', () => {
    const met = meet([thing('a'), thing('b'), thing('c')], [thing('a'), thing('c'), thing('d')]);
    expect(told(met)).toEqual(['a → a', 'b → –', 'c → c', '– → d']);
    expect(told(meet([thing('a')], []))).toEqual(['a → –']);
  });

  test('are joined by their place only where as many stand there', () => {
    const before = [thing('It rests.', [], 'why')];
    expect(told(meet(before, [thing('It ended.', [], 'why')]))).toEqual(['It rests. → It ended.']);
    const two = [thing('It ended.', [], 'why'), thing('It is no more.', [], 'why')];
    expect(told(meet(before, two))).toEqual([
      'It rests. → –',
      '– → It ended.',
      '– → It is no more.',
    ]);
  });
});

const things = fc.array(
  fc.record({
    text: fc.constantFrom('a', 'b', 'c', 'd'),
    likeness: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
    loosely: fc.constantFrom('m', 'n'),
  }),
  { maxLength: 12 },
);

describe('whatever two lists hold', () => {
  test('nothing is lost, and nothing is there twice', () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        const met = meet(before, after);
        expect(met.flatMap((one) => one.after ?? [])).toEqual(after);
        expect(new Set(met.flatMap((one) => one.before ?? []))).toEqual(new Set(before));
        expect(met.filter((one) => one.before !== null)).toHaveLength(before.length);
      }),
    );
  });

  test('a list beside itself has not changed', () => {
    fc.assert(
      fc.property(things, (list) => {
        const again = list.map((one) => ({ ...one }));
        expect(meet(list, again).filter((one) => one.before?.text !== one.after?.text)).toEqual([]);
      }),
    );
  });

  test('the other way round, what came has gone', () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        const there = told(meet(before, after));
        const back = meet(after, before).map((one) => ({ before: one.after, after: one.before }));
        // Both are one of the three forms; which one, the types cannot follow.
        expect(told(back as Met<Comparable>[]).sort()).toEqual(there.sort());
      }),
    );
  });
});
