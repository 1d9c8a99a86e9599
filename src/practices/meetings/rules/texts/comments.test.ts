/** Comments go with the words that they are on; proposals go from hand to hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import { commentsOn } from './comments.ts';
import { Conference, readAll } from './facts-for-tests.ts';
import { peopleOf } from './people.ts';
import { showText } from './show-text.ts';
import { type TextState, foldText } from './text-state.ts';
import { inTheRoom } from './views.ts';

const folded = (facts: readonly Fact[]): TextState => {
  const state = foldText('draft', facts);
  if (state === null) throw new Error('nothing was tabled');
  return state;
};
const WORDS = 'Members shall report every year.';
const place = (offset: number) => ({ run: 'op-1.0', offset });
const from = WORDS.indexOf('shall');
const to = from + 'shall'.length;

class Room extends Conference {
  comment(about: object, actor = 'KEN'): string {
    return this.act('comment', { about, words: 'Why?', onBehalfOf: [] }, actor);
  }
  get comments() {
    return commentsOn(folded(this.facts), this.facts);
  }
}
const opened = (): Room => {
  const room = new Room();
  room.table([WORDS], ['Decides ', { alternatives: [['to meet'], ['to end']] }, '.']);
  return room;
};
const passage = { kind: 'passage', from: place(from), to: place(to) };

describe('a comment', () => {
  it('tells the words that it is on, brackets among them, and whose it is', () => {
    const room = opened();
    room.comment(passage, 'NOR');
    const end = { run: 'op-2.3', offset: 1 };
    room.comment({ kind: 'passage', from: { run: 'op-2.0', offset: 0 }, to: end });
    room.comment({ kind: 'provision', provision: 'op-2' });
    expect(room.comments.map(({ by, provision, quote }) => [by, provision.id, quote])).toEqual([
      [['NOR'], 'op-1', 'shall'],
      [['KEN'], 'op-2', 'Decides [to meet][to end].'],
      [['KEN'], 'op-2', null],
    ]);
  });

  it('is on the same words whatever is proposed around them', () => {
    const stretch = fc.tuple(fc.nat(WORDS.length), fc.nat(WORDS.length));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const room = opened();
        room.comment(passage);
        for (const [one, other] of stretches) {
          const [begins, ends] = [Math.min(one, other), Math.max(one, other)];
          if (begins === ends) room.propose({ kind: 'insert', at: place(one), words: ['x'] });
          else room.propose({ kind: 'delete', from: place(begins), to: place(ends) });
        }
        expect(room.comments[0]).toMatchObject({ quote: 'shall', isGone: false });
      }),
      { numRuns: 60 },
    );
  });

  it('says when its words are gone, and that they are back', () => {
    const room = opened();
    room.comment(passage);
    const change = room.propose({ kind: 'replace', from: place(0), to: place(to), words: ['A'] });
    expect(room.comments[0]?.isGone).toBe(false);
    room.settle(change, 'accepted');
    expect(room.comments[0]?.isGone).toBe(true);
    room.settle(change, 'reopened');
    expect(room.comments[0]?.isGone).toBe(false);
    const struck = room.propose({ kind: 'delete-provision', provision: 'op-1' });
    room.settle(struck, 'accepted');
    expect(room.comments[0]?.isGone).toBe(true);
  });

  it('has its answers, and is closed and open again', () => {
    const room = opened();
    const comment = room.comment(passage);
    room.act('answer-comment', { comment, words: 'As before.', onBehalfOf: [] }, 'NOR');
    room.act('close-comment', { comment });
    expect(room.comments[0]).toMatchObject({
      isClosed: true,
      answers: [{ by: ['NOR'], words: 'As before.' }],
    });
    room.act('close-comment', { comment, reopened: true });
    expect(room.comments[0]?.isClosed).toBe(false);
  });

  it('on what one may not see is not there, nor are its answers', () => {
    const room = opened();
    const change = room.propose({ kind: 'insert', at: place(0), words: ['All '] }, 'NOR');
    const at = (offset: number) => ({ run: `${change}.0`, offset });
    const comment = room.comment({ kind: 'passage', from: at(0), to: at(3) });
    room.act('answer-comment', { comment, words: 'As before.', onBehalfOf: [] }, 'NOR');
    expect(room.comments.map(({ quote }) => quote)).toEqual(['All']);
    const others = room.facts.filter(({ act }) => act !== change);
    expect(commentsOn(folded(others), others)).toEqual([]);
  });
});

describe('a joint proposal', () => {
  const insertion: Change = { kind: 'insert', at: place(0), words: ['All '] };
  const shown = (facts: readonly Fact[]): string[] => {
    const state = folded(facts);
    return readAll(showText(state, inTheRoom(state.standings)));
  };
  const byOf = (room: Room, change: string): readonly string[] => {
    const issue = folded(room.facts).issues.get(change);
    return issue === undefined ? [] : peopleOf(issue).by;
  };
  const join = (room: Room, verb: string, change: string, actor: string, ...groups: string[]) =>
    room.act(verb, { change, onBehalfOf: groups }, actor);

  it('is of all who join in it and of their groups, who are not among supporters any more', () => {
    const room = opened();
    const change = room.propose(insertion, 'KEN', ['africa']);
    room.stand(change, 'support', 'NOR');
    join(room, 'join-change', change, 'NOR', 'nordic');
    expect(byOf(room, change)).toEqual(['KEN', 'africa', 'NOR', 'nordic']);
    expect(peopleOf(issueOf(room, change)).supportedBy).toEqual([]);
  });

  it('goes on while one proposes it, and is withdrawn by the last', () => {
    const room = opened();
    const change = room.propose(insertion, 'KEN', ['africa']);
    join(room, 'join-change', change, 'NOR');
    room.act('withdraw-change', { change }, 'KEN');
    expect(byOf(room, change)).toEqual(['NOR']);
    expect(shown(room.facts)[0]).toBe(`1. [All ]${WORDS}`);
    room.act('withdraw-change', { change }, 'NOR');
    expect(shown(room.facts)[0]).toBe(`1. ${WORDS}`);
  });

  it('that was withdrawn is taken over as it was, with what was said on it', () => {
    const room = opened();
    const change = room.propose(insertion);
    room.stand(change, 'oppose', 'USA');
    const inner = room.propose(
      { kind: 'insert', at: { run: `${change}.0`, offset: 4 }, words: ['the '] },
      'JPN',
    );
    room.act('withdraw-change', { change });
    expect(folded(room.facts).standings.of(issueOf(room, inner))).toBe('fallen');
    join(room, 'take-over-change', change, 'BRA', 'south');
    expect(byOf(room, change)).toEqual(['BRA', 'south']);
    expect(peopleOf(issueOf(room, change)).opposedBy).toEqual(['USA']);
    expect(shown(room.facts)[0]).toBe(`1. [All [the ]]${WORDS}`);
    expect(issueOf(room, change).passings.map(({ actor, as }) => [actor, as])).toEqual([
      ['KEN', 'withdrawn'],
      ['BRA', 'taken-over'],
    ]);
  });

  const issueOf = (room: Room, change: string) => {
    const issue = folded(room.facts).issues.get(change);
    if (issue === undefined) throw new Error('no such change');
    return issue;
  };
});
