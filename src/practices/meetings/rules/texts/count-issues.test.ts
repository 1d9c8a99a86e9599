import { describe, expect, test } from 'vitest';
import { writePlainDraft } from '../../../../standards/bracketed-text/write-text.ts';
import type { Fact } from '../facts.ts';
import { compareDrafts } from './compare-drafts.ts';
import { openByActor, openByProvision, openIssues, openOverTime, sizeOf } from './count-issues.ts';
import { draftOf } from './draft-of.ts';
import { Conference } from './facts-for-tests.ts';
import { foldText } from './text-state.ts';
import { agreedOnly, inTheRoom } from './views.ts';

const stateOf = ({ facts }: Conference, count = facts.length) => {
  const state = foldText('draft', facts.slice(0, count));
  if (state === null) throw new Error('nothing was tabled');
  return state;
};

/** An article with two paragraphs, in which Kenya, France and the United States want changes. */
function negotiated() {
  const conference = new Conference();
  conference.table(
    { id: 'art-1', kind: 'article', words: ['Reporting'] },
    {
      id: 'p-1',
      kind: 'paragraph',
      parent: 'art-1',
      words: [
        'Parties ',
        { alternatives: [['shall'], ['may']] },
        ' report by ',
        { placeholder: 'X' },
      ],
    },
    { id: 'p-2', kind: 'paragraph', parent: 'art-1', words: ['They meet every year.'] },
  );
  const at = (offset: number) => ({ run: 'p-2.0', offset });
  const insertion = conference.propose({ kind: 'insert', at: at(9), words: [' in full'] });
  const deletion = conference.propose({ kind: 'delete', from: at(9), to: at(20) }, 'USA');
  conference.stand(insertion, 'support', 'FRA');
  conference.stand(deletion, 'oppose', 'FRA');
  return { conference, insertion, deletion };
}

test('open issues are counted by provision and article, and by who has a part in them', () => {
  const { conference } = negotiated();
  const state = stateOf(conference);
  const counted = openByProvision(state).map(({ provision, article, open }) => [
    provision.id,
    article.id,
    open,
  ]);
  expect(counted).toEqual([
    ['p-1', 'art-1', 2],
    ['p-2', 'art-1', 2],
  ]);
  expect(openIssues(state)).toHaveLength(4);
  expect(openByActor(state)).toEqual([
    { actor: 'KEN', by: 1, supported: 0, opposed: 0 },
    { actor: 'USA', by: 1, supported: 0, opposed: 0 },
    { actor: 'FRA', by: 0, supported: 1, opposed: 1 },
  ]);
});

test('open issues over time are those at the end of each day and of each version', () => {
  const { conference, insertion } = negotiated();
  conference.act('issue-version', { symbol: 'A/1/Rev.1' });
  conference.settle(insertion, 'accepted');
  const [at, end] = openOverTime(conference.facts);
  expect(at).toEqual({
    on: '2026-06-01',
    symbol: 'A/1/Rev.1',
    open: 4,
    settled: 0,
    withdrawn: 0,
    byArticle: new Map([['art-1', 4]]),
  });
  expect(end).toEqual({
    on: '2026-06-01',
    symbol: null,
    open: 3,
    settled: 1,
    withdrawn: 0,
    byArticle: new Map([['art-1', 3]]),
  });
});

test('what is counted day by day is what is counted anew at each end, whoever may see less', () => {
  const { conference, insertion } = negotiated();
  conference.act('issue-version', { symbol: 'A/1/Rev.1' });
  conference.settle(insertion, 'accepted');
  const facts = conference.facts.map((fact, at) => {
    return { ...fact, recordedAt: `2026-06-${String(10 + Math.floor(at / 2))}T09:00:00.000Z` };
  });
  const days = [...new Set(facts.map(({ recordedAt }) => recordedAt))];
  const throughDays = (seen: readonly Fact[]) =>
    days.map((day) => {
      const until = seen.filter(({ recordedAt }) => recordedAt <= day);
      const anew = openOverTime(structuredClone(until));
      expect(openOverTime(until, foldText('draft', until))).toEqual(anew);
      expect(openOverTime(until)).toEqual(anew);
      return anew.at(-1)?.open;
    });
  expect(throughDays(facts)).toEqual([3, 4, 4, 3]);
  // Who may not see the insertion shares the facts that follow, and not what was counted.
  expect(throughDays(facts.filter(({ act }) => act !== insertion))).toEqual([2, 3, 3, 3]);
  expect(throughDays(facts)).toEqual([3, 4, 4, 3]);
});

test('a text is as large as the room sees it', () => {
  expect(sizeOf(stateOf(negotiated().conference))).toEqual({
    provisions: 3,
    words: 12,
    bracketedWords: 6,
    brackets: 3,
    placeholders: 1,
    deepest: 1,
  });
});

describe('as a draft', () => {
  test('the text as it lies in the room says whose each bracket is', () => {
    const { conference } = negotiated();
    const state = stateOf(conference);
    expect(writePlainDraft(draftOf(state, inTheRoom(state.standings)))).toBe(`# Draft

Article 1. Reporting

1. Parties [shall][may] report by [X]

2. They meet[KEN:  in full (supported by FRA)]\\&[ every year (supported by FRA; opposed by USA)].
`);
  });

  test('two versions are compared word by word', () => {
    const { conference, deletion } = negotiated();
    const before = stateOf(conference);
    conference.settle(deletion, 'accepted');
    const after = stateOf(conference);
    const [from, to] = [before, after].map((state) => draftOf(state, agreedOnly(state.standings)));
    const [room, then] = [before, after].map((state) => draftOf(state, inTheRoom(state.standings)));
    if (!from || !to || !room || !then) throw new Error('nothing to compare');
    expect(compareDrafts(from, to).map(({ fate }) => fate)).toEqual(['same', 'same', 'same']);
    const changed = compareDrafts(room, then).at(-1);
    expect(changed?.fate).toBe('changed');
    const lost = changed?.stretches.filter((one) => one.in === 'from').map(({ text }) => text);
    expect(lost?.join('')).toContain('every year');
  });
});
