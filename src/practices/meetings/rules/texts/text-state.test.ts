import { describe, expect, test } from 'vitest';
import { Conference, read, readAll } from './facts-for-tests.ts';
import { showText } from './show-text.ts';
import { foldText, foldVersion } from './text-state.ts';
import { agreedOnly, asWanted, inTheRoom, withoutProposals } from './views.ts';

const stateOf = (conference: Conference) => {
  const state = foldText('draft', conference.facts);
  if (state === null) throw new Error('nothing was tabled');
  return state;
};
const room = (conference: Conference): string[] => {
  const state = stateOf(conference);
  return readAll(showText(state, inTheRoom(state.standings)));
};
const agreed = (conference: Conference): string[] => {
  const state = stateOf(conference);
  return readAll(showText(state, agreedOnly(state.standings)));
};
const wanted = (conference: Conference, ...actors: string[]): string[] => {
  const state = stateOf(conference);
  return readAll(showText(state, asWanted(state.standings, actors)));
};
const standing = (conference: Conference, issue: string): string | undefined => {
  const state = stateOf(conference);
  const found = state.issues.get(issue);
  return found && state.standings.of(found);
};

/** `1. Members shall report every year;` with words at known offsets. */
function report(): Conference {
  const conference = new Conference();
  conference.table(['Members shall report every year;']);
  return conference;
}
const RUN = 'op-1.0';
const at = (offset: number) => ({ run: RUN, offset });
const insert = (offset: number, ...words: string[]) => ({
  kind: 'insert' as const,
  at: at(offset),
  words,
});
const remove = (from: number, to: number) => ({
  kind: 'delete' as const,
  from: at(from),
  to: at(to),
});
const replace = (from: number, to: number, ...words: string[]) => ({
  ...remove(from, to),
  kind: 'replace' as const,
  words,
});

describe('words in the room', () => {
  test('an insertion stands in brackets at its place', () => {
    const conference = report();
    conference.propose(insert(20, ' in full'));
    expect(room(conference)).toEqual(['1. Members shall report[ in full] every year;']);
  });

  test('insertions at one place stand in the order in which they were signed, not admitted', () => {
    const conference = report();
    conference.act('propose-change', { change: insert(20, ' later'), onBehalfOf: [] }, 'FRA', 90);
    conference.act('propose-change', { change: insert(20, ' first'), onBehalfOf: [] }, 'KEN', 30);
    expect(room(conference)).toEqual(['1. Members shall report[ first][ later] every year;']);
  });

  test('replacements of the same words are alternatives to them', () => {
    const conference = report();
    conference.propose(replace(8, 13, 'should'));
    conference.propose(replace(8, 13, 'may'), 'FRA');
    expect(room(conference)).toEqual(['1. Members [~~shall~~][should][may] report every year;']);
  });

  test('deletions may overlap, and each piece says who would strike it', () => {
    const conference = report();
    const first = conference.propose(remove(8, 20));
    const second = conference.propose(remove(14, 26), 'FRA');
    expect(room(conference)).toEqual(['1. Members [~shall ~][~~report~~][~ every~] year;']);
    const state = stateOf(conference);
    const [shown] = showText(state, inTheRoom(state.standings));
    const struck = shown?.pieces.flatMap((piece) =>
      piece.kind === 'bracket' ? piece.options.map(({ struckBy }) => struckBy) : [],
    );
    expect(struck).toEqual([[first], [first, second], [second]]);
  });

  test('an insertion within words that another would strike stays where it is', () => {
    const conference = report();
    conference.propose(remove(8, 20));
    conference.propose(insert(13, ' duly'), 'FRA');
    conference.propose(insert(8, 'all '), 'FRA');
    expect(room(conference)).toEqual(['1. Members [all ][~shall[ duly] report~] every year;']);
  });

  test('a change may be proposed to the words of a change', () => {
    const conference = report();
    const outer = conference.propose(insert(20, ' in full and on time'));
    conference.propose({ kind: 'insert', at: { run: `${outer}.0`, offset: 8 }, words: ['y'] });
    expect(room(conference)).toEqual([
      '1. Members shall report[ in full[y] and on time] every year;',
    ]);
  });

  test('a stretch that begins within a bracket takes the whole bracket', () => {
    const conference = new Conference();
    conference.table([
      'We ',
      { alternatives: [['shall'], ['should']] },
      ' report ',
      { placeholder: 'X' },
    ]);
    conference.propose({
      kind: 'delete',
      from: { run: 'op-1.2', offset: 3 },
      to: { run: 'op-1.3', offset: 7 },
    });
    expect(room(conference)).toEqual(['1. We [~[shall][should] report~] <X>']);
  });
});

describe('settling', () => {
  test('what is accepted is in the text, what is rejected is not, reopened it is open', () => {
    const conference = report();
    const change = conference.propose(replace(8, 13, 'should'));
    conference.settle(change, 'accepted');
    expect(room(conference)).toEqual(['1. Members should report every year;']);
    conference.settle(change, 'rejected');
    expect(room(conference)).toEqual(['1. Members shall report every year;']);
    conference.settle(change, 'reopened');
    expect(room(conference)).toEqual(['1. Members [~shall~][should] report every year;']);
  });

  test('of a bracket one alternative is taken, or none', () => {
    const conference = new Conference();
    conference.table(['We ', { alternatives: [['shall'], ['should']] }, ' act']);
    conference.settle('op-1:0', 'accepted', 1);
    expect(room(conference)).toEqual(['1. We should act']);
    conference.settle('op-1:0', 'rejected');
    expect(room(conference)).toEqual(['1. We  act']);
  });

  test('what was nested in a withdrawn change has fallen, and stays on record', () => {
    const conference = report();
    const outer = conference.propose(insert(20, ' in full'));
    const inner = conference.propose(
      { kind: 'insert', at: { run: `${outer}.0`, offset: 8 }, words: ['y'] },
      'FRA',
    );
    conference.act('withdraw-change', { change: outer });
    expect(room(conference)).toEqual(['1. Members shall report every year;']);
    expect([outer, inner].map((one) => standing(conference, one))).toEqual(['withdrawn', 'fallen']);
  });

  test('a replacement that is accepted overtakes its alternatives and what is within', () => {
    const conference = report();
    const should = conference.propose(replace(8, 13, 'should'));
    const may = conference.propose(replace(8, 13, 'may'), 'FRA');
    const within = conference.propose(insert(10, 'x'), 'FRA');
    const beside = conference.propose(insert(13, ' all'), 'FRA');
    conference.settle(should, 'accepted');
    expect([may, within, beside].map((one) => standing(conference, one))).toEqual([
      'fallen',
      'fallen',
      'open',
    ]);
    expect(room(conference)).toEqual(['1. Members should[ all] report every year;']);
    conference.settle(may, 'accepted');
    expect(room(conference)).toEqual(['1. Members may[ all] report every year;']);
    expect(standing(conference, should)).toBe('fallen');
    conference.settle(may, 'rejected');
    expect(room(conference)).toEqual(['1. Members should[ all] report every year;']);
  });
});

describe('views', () => {
  test('the agreed text leaves out what is not agreed, and says where', () => {
    const conference = report();
    conference.propose(replace(8, 13, 'should'));
    conference.propose(insert(20, ' in full'));
    expect(agreed(conference)).toEqual(['1. Members … report… every year;']);
  });

  test('an actor would have what it proposed or supports, and not what others did', () => {
    const conference = report();
    conference.propose(replace(8, 13, 'should'), 'USA');
    const full = conference.propose(insert(20, ' in full'), 'KEN', ['african-group']);
    conference.stand(full, 'support', 'FRA');
    expect(wanted(conference, 'KEN')).toEqual(['1. Members shall report in full every year;']);
    expect(wanted(conference, 'FRA')).toEqual(['1. Members shall report in full every year;']);
    expect(wanted(conference, 'USA')).toEqual(['1. Members should report every year;']);
    expect(wanted(conference, 'NOR')).toEqual(['1. Members shall report every year;']);
    expect(wanted(conference, 'ZAF', 'african-group')).toEqual([
      '1. Members shall report in full every year;',
    ]);
  });

  test('an actor’s own word goes before its group’s', () => {
    const conference = report();
    const full = conference.propose(insert(20, ' in full'), 'KEN', ['african-group']);
    conference.stand(full, 'oppose', 'ZAF');
    expect(wanted(conference, 'ZAF', 'african-group')).toEqual([
      '1. Members shall report every year;',
    ]);
  });

  test('what an actor has not chosen in a bracket of the text stays in brackets', () => {
    const conference = new Conference();
    conference.table([
      'We ',
      { alternatives: [{ words: ['shall'], by: ['KEN'] }, ['should']] },
      ' act',
    ]);
    conference.stand('op-1:0', 'support', 'FRA', 1);
    expect(wanted(conference, 'KEN')).toEqual(['1. We shall act']);
    expect(wanted(conference, 'FRA')).toEqual(['1. We should act']);
    expect(wanted(conference, 'NOR')).toEqual(['1. We [shall][should] act']);
  });

  test('a version is the text as it was then', () => {
    const conference = report();
    const change = conference.propose(insert(20, ' in full'));
    const version = conference.act('issue-version', { symbol: 'A/1' });
    conference.settle(change, 'accepted');
    const then = foldVersion('draft', conference.facts, version);
    expect(then && readAll(showText(then, inTheRoom(then.standings)))).toEqual([
      '1. Members shall report[ in full] every year;',
    ]);
    expect(room(conference)).toEqual(['1. Members shall report in full every year;']);
  });
});

describe('whole provisions', () => {
  const two = (): Conference => {
    const conference = new Conference();
    conference.table(['One;'], { words: ['Point;'], kind: 'subparagraph', parent: 'op-1' }, [
      'Two.',
    ]);
    return conference;
  };

  test('inserted ones stand after the one they name and all under it, numbered between', () => {
    const conference = two();
    const change = { kind: 'insert-provision' as const, provisionKind: 'operative' as const };
    const first = conference.propose({ ...change, after: 'op-1', words: ['First;'] });
    conference.propose({ ...change, after: first, words: ['Behind it;'] }, 'FRA');
    conference.propose({ ...change, after: 'op-1', words: ['Nearer;'] }, 'USA');
    expect(room(conference)).toEqual([
      '1. One;',
      '  (a) Point;',
      '+ 1 bis. Nearer;',
      '+ 1 ter. First;',
      '+ 1 quater. Behind it;',
      '2. Two.',
    ]);
    conference.settle(first, 'accepted');
    expect(room(conference)).toEqual([
      '1. One;',
      '  (a) Point;',
      '+ 1 bis. Nearer;',
      '2. First;',
      '+ 2 bis. Behind it;',
      '3. Two.',
    ]);
  });

  test('a deletion that is accepted takes what stands under it', () => {
    const conference = two();
    const words = conference.propose({
      kind: 'insert',
      at: { run: 'op-2.0', offset: 0 },
      words: ['x'],
    });
    const change = conference.propose({ kind: 'delete-provision', provision: 'op-1' });
    expect(room(conference)).toEqual(['1. ~One;~', '  (a) [x]Point;', '2. Two.']);
    conference.settle(change, 'accepted');
    expect(room(conference)).toEqual(['1. Two.']);
    expect(standing(conference, words)).toBe('fallen');
  });

  test('another wording of the whole stands beside it, and takes its place when accepted', () => {
    const conference = two();
    const change = conference.propose({
      kind: 'replace-provision',
      provision: 'op-3',
      words: ['Deux.'],
    });
    expect(room(conference).at(-1)).toBe('2. Two. / Deux.');
    conference.settle(change, 'accepted');
    expect(room(conference).at(-1)).toBe('2. Deux.');
  });

  test('options are one issue, and one of them is taken', () => {
    const conference = new Conference();
    const option = (id: string) => ({ id, kind: 'option' as const });
    conference.table(
      option('one'),
      { id: 'one-1', parent: 'one', words: ['Shall.'] },
      option('two'),
      { id: 'two-1', parent: 'two', words: ['May.'] },
    );
    expect(room(conference)).toEqual(['Option 1', '  1. Shall.', 'Option 2', '  1. May.']);
    conference.settle('one:options', 'accepted', 1);
    expect(room(conference)).toEqual(['1. May.']);
  });
});

test('what points at nothing is put aside, and nothing fails', () => {
  const conference = report();
  conference.propose({ kind: 'insert', at: { run: 'op-9.0', offset: 0 }, words: ['x'] });
  conference.propose(remove(8, 8));
  conference.propose(remove(13, 8));
  conference.propose(insert(99, 'x'));
  conference.stand('nothing', 'support', 'KEN');
  expect(stateOf(conference).unplaced).toHaveLength(5);
  expect(room(conference)).toEqual(['1. Members shall report every year;']);
});

test('proposals left aside, the text is as it was tabled and settled', () => {
  const conference = report();
  conference.settle(conference.propose(insert(20, ' in full')), 'accepted');
  conference.propose(remove(0, 7));
  const state = stateOf(conference);
  const [shown] = showText(state, withoutProposals(state.standings));
  expect(read(shown?.pieces ?? [])).toBe('Members shall report in full every year;');
});
