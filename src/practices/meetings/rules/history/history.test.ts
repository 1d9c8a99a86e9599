import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MEASURES,
  type Meeting,
  PARTING_VOTES_MIN,
  measured,
  meetingOf,
  mostParting,
  pairsOf,
  perMille,
} from './agreement.ts';
import { type Cast, ballotBook, selectionOf } from './ballot-book.ts';
import { bitCount, include, includes, noneOf, sizeOf } from './bits.ts';
import { blocsOf } from './blocs.ts';
import { addsUp, majoritiesOf, tallyOf } from './tally.ts';

const itself = (actor: string): string => actor;

/** Roll calls of one each year from 2000 on, by what each actor voted in them: `ynay`. */
function bookOf(votes: Readonly<Record<string, string>>, issues: readonly string[] = []) {
  const count = Math.max(...Object.values(votes).map((own) => own.length));
  const who = (at: number, vote: string): string[] =>
    Object.keys(votes).filter((actor) => votes[actor]?.[at] === vote);
  const rollCalls = Array.from({ length: count }, (_, at): Cast => {
    const issue = issues[at];
    return {
      on: `${2000 + at}-06-01`,
      issues: issue === undefined ? [] : [issue],
      yes: who(at, 'y'),
      no: who(at, 'n'),
      abstain: who(at, 'a'),
    };
  });
  return ballotBook(rollCalls, itself);
}

function between(one: string, other: string, wanted = {}): Meeting {
  const book = bookOf({ AAA: one, BBB: other }, ['peace', 'trade', 'peace']);
  const [first, second] = [book.ballots.get('AAA'), book.ballots.get('BBB')];
  if (!first || !second) throw new Error('nobody voted');
  return meetingOf(first, second, selectionOf(book, wanted));
}

const allMeasures = (meeting: Meeting) =>
  MEASURES.map((measure) => perMille(measured(meeting, measure)));

describe('the agreement of two', () => {
  it('is whole where they always vote alike, abstentions among them', () => {
    expect(allMeasures(between('yna', 'yna'))).toEqual([1000, 1000, 1000]);
  });

  it('counts an abstention beside a vote half in the index, and not at all elsewhere', () => {
    expect(between('yyya', 'ynaa')).toEqual({ both: 4, same: 2, sameSide: 1, opposed: 1 });
    expect(allMeasures(between('yyya', 'ynaa'))).toEqual([500, 625, 500]);
  });

  it('leaves out roll calls in which one of them took no part', () => {
    expect(between('y-n', 'yy-')).toEqual({ both: 1, same: 1, sameSide: 1, opposed: 0 });
  });

  it('is nothing, and not zero, where they never met', () => {
    expect(allMeasures(between('y-', '-y'))).toEqual([null, null, null]);
    expect(allMeasures(between('a', 'a'))).toEqual([1000, 1000, null]);
  });

  it('is told of some years, and of one issue', () => {
    expect(between('yyn', 'ynn', { from: '2001-01-01' }).both).toBe(2);
    expect(between('yyn', 'ynn', { to: '2001-06-01' }).both).toBe(2);
    expect(between('yyn', 'ynn', { to: '2001-05-31' }).both).toBe(1);
    expect(between('yyn', 'ynn', { issue: 'peace' })).toMatchObject({ both: 2, same: 2 });
    expect(between('yyn', 'ynn', { issue: 'unknown' }).both).toBe(0);
  });

  it('is the same whichever is asked first, and between nothing and all', () => {
    const votes = fc.string({ unit: fc.constantFrom('y', 'n', 'a', '-'), minLength: 1 });
    fc.assert(
      fc.property(votes, votes, (one, other) => {
        const meeting = between(`y${one}`, `y${other}`);
        expect(meeting).toEqual(between(`y${other}`, `y${one}`));
        const pairs = `y${one}`.split('').flatMap((vote, at) => {
          const beside = `y${other}`[at] ?? '-';
          return vote === '-' || beside === '-' ? [] : [[vote, beside]];
        });
        expect(meeting.both).toBe(pairs.length);
        expect(meeting.same).toBe(pairs.filter(([vote, beside]) => vote === beside).length);
        for (const measure of MEASURES) {
          const { part, whole } = measured(meeting, measure);
          expect(part).toBeLessThanOrEqual(whole);
          expect(part).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('follows a legal person through its names', () => {
    const rollCalls = [
      { on: '1990-01-01', issues: [], yes: ['SUN', 'KEN'], no: [], abstain: [] },
      { on: '1992-01-01', issues: [], yes: ['RUS'], no: ['KEN'], abstain: [] },
    ];
    const book = ballotBook(rollCalls, (actor) => (actor === 'SUN' ? 'RUS' : actor));
    const pairs = pairsOf(book, selectionOf(book, {}));
    expect(pairs.actors).toEqual(['KEN', 'RUS']);
    expect(pairs.between(0, 1)).toMatchObject({ both: 2, same: 1, opposed: 1 });
  });
});

describe('the issue on which two part most', () => {
  const issue = (key: string, both: number, same: number) => {
    return { key, meeting: { both, same, sameSide: same, opposed: 0 } };
  };

  it('is the one on which they voted alike least often', () => {
    const issues = [issue('a', 40, 30), issue('b', 100, 60), issue('c', 40, 39)];
    expect(mostParting(issues)).toBe('b');
  });

  it.each([
    [PARTING_VOTES_MIN - 1, 'a'],
    [PARTING_VOTES_MIN, 'few'],
    [PARTING_VOTES_MIN + 1, 'few'],
  ])('is told where both voted often enough: %i votes', (both, key) => {
    expect(mostParting([issue('a', 400, 300), issue('few', both, 0)])).toBe(key);
  });

  it('is none where they always voted alike', () => {
    expect(mostParting([issue('a', 40, 40)])).toBe(null);
  });
});

describe('sets of roll calls', () => {
  it('count what was put in, across words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200)), (places) => {
        const bits = noneOf(201);
        for (const at of places) include(bits, at);
        expect(sizeOf(bits)).toBe(places.length);
        expect(places.every((at) => includes(bits, at))).toBe(true);
      }),
    );
    expect([0, 1, 0x80000000, 0xffffffff].map(bitCount)).toEqual([0, 1, 1, 32]);
  });
});

const TWO_BLOCS = {
  AAA: 'yyyyyyyy',
  BBB: 'yyyyyyya',
  CCC: 'yyyyyyaa',
  XXX: 'nnnnnnnn',
  YYY: 'nnnnnnna',
  ZZZ: 'ynynynyn',
};

describe('blocs', () => {
  const found = (threshold: number, votes: Readonly<Record<string, string>> = TWO_BLOCS) => {
    const book = bookOf(votes);
    const pairs = pairsOf(book, selectionOf(book, {}));
    const { blocs, order } = blocsOf(pairs, 'index', threshold);
    const named = (places: readonly number[]) => places.map((at) => pairs.actors[at]);
    return { blocs: blocs.map(named), order: named(order) };
  };

  it('join those who vote alike, the largest first, and leave the others alone', () => {
    expect(found(850).blocs).toEqual([['AAA', 'BBB', 'CCC'], ['XXX', 'YYY'], ['ZZZ']]);
  });

  it('are all of them at no threshold, and each alone beyond agreement', () => {
    expect(found(0).blocs).toHaveLength(1);
    expect(found(1001).blocs).toHaveLength(6);
  });

  it('are joined at the threshold itself', () => {
    const two = { AAA: 'yyyy', BBB: 'yyya' };
    expect([874, 875, 876].map((at) => found(at, two).blocs.length)).toEqual([1, 1, 2]);
  });

  it('put those beside each other who agree', () => {
    expect(found(850).order.join(' ')).toMatch(/AAA BBB CCC|CCC AAA BBB/);
    expect(new Set(found(850).order)).toEqual(new Set(Object.keys(TWO_BLOCS)));
  });

  it('do not depend on the order of the votes', () => {
    const turned = Object.fromEntries(Object.entries(TWO_BLOCS).toReversed());
    expect(found(850, turned)).toEqual(found(850));
  });

  it('never join those who were never there together', () => {
    expect(found(0, { AAA: 'y-', BBB: '-y' }).blocs).toHaveLength(2);
  });
});

describe('the tally of a roll call', () => {
  const cast = {
    yes: ['AAA', 'BBB'],
    no: ['CCC'],
    abstain: [],
    unresolved: [{ vote: 'no' as const }],
  };

  it('counts who is known by name only, and is held against what the source states', () => {
    expect(tallyOf(cast)).toEqual({ yes: 2, no: 2, abstain: 0 });
    expect(addsUp(tallyOf(cast), { yes: 2, no: 2, abstain: 0 })).toBe(true);
    expect(addsUp(tallyOf(cast), { yes: 2, no: 1, abstain: 0 })).toBe(false);
    expect(addsUp(tallyOf(cast), null)).toBeNull();
  });

  it('reaches more than half, or two thirds, of those present and voting', () => {
    const reached = (yes: number, no: number) =>
      majoritiesOf({ yes, no, abstain: 50 }).map((one) => [one.needed, one.reached]);
    expect(reached(10, 10)).toEqual([
      [11, false],
      [14, false],
    ]);
    expect(reached(11, 10)).toEqual([
      [11, true],
      [14, false],
    ]);
    expect(reached(13, 7)).toEqual([
      [11, true],
      [14, false],
    ]);
    expect(reached(14, 7)).toEqual([
      [11, true],
      [14, true],
    ]);
    expect(reached(0, 0)).toEqual([
      [1, false],
      [0, false],
    ]);
  });
});
