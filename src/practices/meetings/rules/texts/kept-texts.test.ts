import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { openIssues } from './count-issues.ts';
import { Conference } from './facts-for-tests.ts';
import { GrowingTexts, TEXTS_KEPT_MAX, isOf } from './kept-texts.ts';
import { showText } from './show-text.ts';
import { type TextState, foldText } from './text-state.ts';
import { inTheRoom } from './views.ts';

const WORDS = 'Members shall report in full to the Conference.';

/** What readers are shown of a text, all that its fold decides. */
function shown(state: TextState | null) {
  if (state === null) return null;
  return {
    provisions: showText(state, inTheRoom(state.standings)),
    open: openIssues(state).map(({ id, by, stances }) => [id, by, [...stances.values()]]),
    versions: state.versions.map(({ symbol }) => symbol),
    unplaced: state.unplaced.map(({ act }) => act),
    isFinal: state.isFinal,
  };
}

const step = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'stand', 'settle', 'withdraw', 'issue'),
  at: fc.nat(WORDS.length - 10),
  which: fc.nat(20),
  actor: fc.constantFrom('KEN', 'FJI', 'FRA'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function take(conference: Conference, { kind, at, which, actor }: Step, acts: string[]): void {
  const from = { run: 'op-1.0', offset: at };
  const to = { run: 'op-1.0', offset: at + 4 };
  const issue = acts[which % Math.max(1, acts.length)] ?? 'op-1:0';
  const words = ['as far as may be'];
  const proposals = {
    insert: { kind: 'insert', at: from, words },
    delete: { kind: 'delete', from, to },
    replace: { kind: 'replace', from, to, words },
  };
  if (kind === 'insert' || kind === 'delete' || kind === 'replace') {
    acts.push(conference.act('propose-change', { change: proposals[kind], onBehalfOf: [] }, actor));
  } else if (kind === 'stand') {
    conference.act('stand-on-change', { issue, stance: 'support', onBehalfOf: [] }, actor);
  } else if (kind === 'settle') {
    conference.act('settle-change', { issue, as: which % 2 === 0 ? 'accepted' : 'reopened' });
  } else if (kind === 'withdraw') conference.act('withdraw-change', { change: issue }, actor);
  else conference.act('issue-version', { symbol: `A/L.1/Rev.${which}` });
}

function factsOf(steps: readonly Step[]): readonly Fact[] {
  const conference = new Conference();
  conference.table([WORDS, { alternatives: [['now'], ['later']] }]);
  const acts: string[] = [];
  for (const one of steps) take(conference, one, acts);
  return conference.facts;
}

/** The same facts as another transaction reads them: equal, and not the same objects. */
const readAgain = (facts: readonly Fact[]): Fact[] =>
  facts.map((fact) => ({ ...structuredClone(fact), ledger: fact.ledger + 1000 }));

describe('a fold that grows', () => {
  it('shows at every moment what a fold of all acts shows, whatever came and went', () => {
    const looks = fc.array(
      fc.record({
        until: fc.nat(40),
        hidden: fc.option(fc.nat(40), { nil: null }),
        isReadAgain: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), looks, (steps, all) => {
        const facts = factsOf(steps);
        const growing = new GrowingTexts();
        for (const { until, hidden, isReadAgain } of all) {
          const seen = facts.slice(0, until).filter((_, at) => at !== hidden);
          const given = isReadAgain ? readAgain(seen) : seen;
          expect(shown(growing.stateOf('draft', given))).toEqual(shown(foldText('draft', given)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is folded anew where an act has other words under the same id', () => {
    const facts = factsOf([{ kind: 'insert', at: 3, which: 0, actor: 'KEN' }]);
    const growing = new GrowingTexts();
    growing.stateOf('draft', facts);
    const [table, proposed] = readAgain(facts);
    const change = {
      kind: 'delete',
      from: { run: 'op-1.0', offset: 0 },
      to: { run: 'op-1.0', offset: 4 },
    };
    const payload = { change, onBehalfOf: [] };
    // Both of them are there.
    const other = [table, { ...proposed, payload }] as Fact[];
    expect(shown(growing.stateOf('draft', other))).toEqual(shown(foldText('draft', other)));
  });

  it('goes on with what it has, and does not begin again', () => {
    const facts = factsOf(
      Array.from({ length: 5 }, (_, at) => ({ kind: 'insert', at, which: 0, actor: 'KEN' })),
    );
    const growing = new GrowingTexts();
    const before = growing.stateOf('draft', facts.slice(0, 3));
    const after = growing.stateOf('draft', readAgain(facts));
    expect(after?.structure).toBe(before?.structure);
    expect(growing.stateOf('draft', readAgain(facts))).toBe(after);
  });

  it.each([
    [TEXTS_KEPT_MAX - 1, true],
    [TEXTS_KEPT_MAX, false],
    [TEXTS_KEPT_MAX + 1, false],
  ])('is kept while %i others are asked for: %s', (others, isKept) => {
    const facts = factsOf([]);
    const growing = new GrowingTexts();
    const first = growing.stateOf('first', facts);
    for (let at = 0; at < others; at += 1) growing.stateOf(`other-${at}`, facts);
    expect(growing.stateOf('first', facts) === first).toBe(isKept);
  });
});

describe('a text that was read', () => {
  it('is that of the very facts that it was folded from, and of no others', () => {
    const facts = factsOf([{ kind: 'insert', at: 3, which: 0, actor: 'KEN' }]);
    const read = { facts, state: foldText('draft', facts) };
    expect(isOf(read, [...facts])).toBe(true);
    expect(isOf(read, readAgain(facts))).toBe(false);
    expect(isOf(read, facts.slice(0, 1))).toBe(false);
  });
});
