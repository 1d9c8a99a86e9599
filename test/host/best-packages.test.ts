/** The search of the package builder, held to trying everything. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Issue, type Stance, bestPackages } from '../../src/islands/packages/best-packages.ts';

const issue = (key: string, worth: number, stances: Record<string, Stance> = {}): Issue => ({
  key,
  worth,
  stances,
});

it('leaves out what crosses a red line, whatever it is worth', () => {
  const found = bestPackages([
    issue('a', 100, { FRA: 'red-line' }),
    issue('b', 1, { FRA: 'flexible' }),
  ]);
  expect(found).toMatchObject({ isProven: true, packages: [{ issues: ['b'], worth: 1 }] });
});

it('gives something in return for what another opposes', () => {
  const [first] = bestPackages([
    issue('sought', 10, { FRA: 'opposed' }),
    issue('given', -3, { FRA: 'favours' }),
  ]).packages;
  expect(first).toEqual({ issues: ['sought', 'given'], worth: 7, balance: { FRA: 0 } });
});

it('counts an actor whose name every object answers to like any other', () => {
  const named = { constructor: 'opposed', toString: 'favours' } as const;
  const [first] = bestPackages([issue('sought', 10), issue('given', 1, named)]).packages;
  expect(first).toEqual({
    issues: ['sought'],
    worth: 10,
    balance: { constructor: 0, toString: 0 },
  });
});

it('finds none where all that one seeks is opposed', () => {
  expect(bestPackages([issue('a', 5, { FRA: 'opposed' })]).packages).toEqual([]);
});

it('says so where it met its bound', () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    issue(`i${at}`, 1 + (at % 2), { [`A${at % 7}`]: at % 3 === 0 ? 'favours' : 'opposed' }),
  );
  expect(bestPackages(many).isProven).toBe(false);
});

const GAINS: Readonly<Record<Stance, number>> = {
  'red-line': -1000,
  opposed: -1,
  flexible: 0,
  favours: 1,
  silent: 0,
};

/** The worth of the best package by trying all of them. */
function bestByTrying(issues: readonly Issue[]): number {
  let best = 0;
  for (let set = 1; set < 2 ** issues.length; set += 1) {
    const own = issues.filter((_, at) => (set >> at) & 1);
    const isFair = ['FRA', 'BRA'].every(
      (actor) => own.reduce((sum, one) => sum + GAINS[one.stances[actor] ?? 'silent'], 0) >= 0,
    );
    if (isFair)
      best = Math.max(
        best,
        own.reduce((sum, { worth }) => sum + worth, 0),
      );
  }
  return best;
}

it('is as good as trying everything', () => {
  const stance = fc.constantFrom<Stance[]>('red-line', 'opposed', 'flexible', 'favours', 'silent');
  const issues = fc
    .array(fc.record({ worth: fc.integer({ min: -9, max: 9 }), FRA: stance, BRA: stance }), {
      maxLength: 9,
    })
    .map((all) => all.map(({ worth, ...stances }, at) => issue(`i${at}`, worth, stances)));
  fc.assert(
    fc.property(issues, (all) => {
      const [first] = bestPackages(all).packages;
      expect(first?.worth ?? 0).toBe(bestByTrying(all));
    }),
  );
});
