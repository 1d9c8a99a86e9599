import { describe, expect, it } from 'vitest';
import { FixedText, type TextChange, TextChanges } from '../../payloads/texts.ts';
import type { AgreementEvent } from '../history.ts';
import {
  type AppliedAmendment,
  consolidated,
  rectificationsIn,
  textsOn,
  versionsIn,
} from './texts.ts';

const provision = (id: string, text = id) => ({
  id,
  kind: id.split('__').at(-1)?.split('_')[0] ?? '',
  text,
});
const text = FixedText.parse({
  on: '2000-01-01',
  language: 'en',
  title: 'Convention',
  provisions: [
    'preamble',
    'part_I',
    'art_1',
    'art_1__para_1',
    'art_1__para_2',
    'art_2',
    'annex_I',
  ].map((id) => provision(id, `words of ${id}`)),
});

function amendment(from: string, ...changes: unknown[]): AppliedAmendment {
  const content = TextChanges.parse({ on: from, language: 'en', changes });
  return { agreement: `amendment-of-${from}`, from, changes: [{ act: `act ${from}`, content }] };
}

const consolidate = (amendments: readonly AppliedAmendment[], rectified: never[] = []) =>
  consolidated({ agreement: 'convention', text, rectified, amendments });
const idsAfter = (...changes: TextChange[]): string[] =>
  consolidate([amendment('2010-01-01', ...changes)]).provisions.map(({ id }) => id);

describe('a text that was amended', () => {
  it('has what was replaced with all below it', () => {
    const by = [provision('art_1', 'new'), provision('art_1__para_1', 'new too')];
    const { provisions } = consolidate([
      amendment('2010-01-01', { change: 'replace', provision: 'art_1', by }),
    ]);
    expect(provisions.map(({ id }) => id)).toEqual([
      'preamble',
      'part_I',
      'art_1',
      'art_1__para_1',
      'art_2',
      'annex_I',
    ]);
    expect(provisions.find(({ id }) => id === 'art_1')).toMatchObject({
      text: 'new',
      changes: [{ how: 'replaced', agreement: 'amendment-of-2010-01-01', on: '2010-01-01' }],
    });
  });

  it('has what was inserted after the whole of what it follows', () => {
    expect(
      idsAfter({ change: 'insert', after: 'art_1', provisions: [provision('art_1bis')] } as never),
    ).toEqual([
      'preamble',
      'part_I',
      'art_1',
      'art_1__para_1',
      'art_1__para_2',
      'art_1bis',
      'art_2',
      'annex_I',
    ]);
  });

  it('has what is inserted into a provision at its beginning', () => {
    const first = provision('art_1__para_0');
    expect(
      idsAfter({ change: 'insert', after: 'art_1', provisions: [first] } as never).slice(2, 4),
    ).toEqual(['art_1', 'art_1__para_0']);
  });

  it('lacks what was repealed, and says by what', () => {
    const { provisions, repealed } = consolidate([
      amendment('2010-01-01', { change: 'repeal', provision: 'art_1' }),
    ]);
    expect(provisions.map(({ id }) => id)).not.toContain('art_1__para_2');
    expect(repealed.map(({ provision: id, on }) => [id, on])).toEqual([
      ['art_1', '2010-01-01'],
      ['art_1__para_1', '2010-01-01'],
      ['art_1__para_2', '2010-01-01'],
    ]);
  });

  it('loses a part with the articles that are numbered through it', () => {
    expect(idsAfter({ change: 'repeal', provision: 'part_I' })).toEqual(['preamble', 'annex_I']);
  });

  it('is changed by each amendment in turn, and each change is told', () => {
    const { provisions } = consolidate([
      amendment('2010-01-01', {
        change: 'replace',
        provision: 'art_2',
        by: [provision('art_2', 'first')],
      }),
      amendment('2015-01-01', {
        change: 'replace',
        provision: 'art_2',
        by: [provision('art_2', 'second')],
      }),
    ]);
    const article = provisions.find(({ id }) => id === 'art_2');
    expect(article?.text).toBe('second');
    expect(article?.changes.map(({ on }) => on)).toEqual(['2010-01-01', '2015-01-01']);
  });

  it('says which amendment says nothing in its language, and guesses nothing', () => {
    const silent = { agreement: 'silent', from: '2012-01-01', changes: null };
    const { lacking, provisions } = consolidate([silent]);
    expect(lacking).toEqual(['silent']);
    expect(provisions.map(({ text: words }) => words)).toEqual(
      text.provisions.map(({ text: words }) => words),
    );
  });

  it('says which change has no place in it, and makes the others', () => {
    const { provisions, unapplied } = consolidate([
      amendment(
        '2010-01-01',
        { change: 'repeal', provision: 'art_9' },
        { change: 'insert', after: 'art_2', provisions: [provision('art_1')] },
        { change: 'repeal', provision: 'art_2' },
      ),
    ]);
    expect(unapplied.map(({ reason }) => reason)).toEqual([
      'there is no art_9 in it',
      'art_1 stands twice',
    ]);
    expect(provisions.map(({ id }) => id)).not.toContain('art_2');
  });
});

const event = (ledger: number, kind: string, detail: object, on = '2000-01-01') =>
  // The tests below look at these members only.
  ({ act: `act-${ledger}`, ledger, kind, detail, on, actor: 'AAA' }) as unknown as AgreementEvent;

describe('the texts on record', () => {
  const drafts = [
    event(2, 'fix-text', { language: 'en', authentic: true }, '1999-02-01'),
    event(1, 'fix-text', { language: 'en', authentic: true }, '1999-01-01'),
    event(3, 'fix-text', { language: 'fr', authentic: false }, '2020-01-01'),
  ];

  it('are the last put down in each language', () => {
    const known = textsOn(drafts, '2000-01-01', '2000-01-01');
    expect(
      [...known].map(([language, { act, isAuthentic }]) => [language, act, isAuthentic]),
    ).toEqual([
      ['en', 'act-2', true],
      ['fr', 'act-3', false],
    ]);
    expect(versionsIn(drafts).map(({ act }) => act)).toEqual(['act-1', 'act-2', 'act-3']);
  });

  it('are, before adoption, the drafts of the day', () => {
    const onDay = (day: string) => textsOn(drafts, null, day).get('en')?.act ?? null;
    expect(['1998-12-31', '1999-01-31', '1999-02-01'].map(onDay)).toEqual([null, 'act-1', 'act-2']);
  });
});

describe('a rectification', () => {
  const passages = [
    { provision: 'art_2', language: 'en', wrong: 'words', right: 'w$&rds' },
    { provision: 'art_2', language: 'fr', wrong: 'mots', right: 'paroles' },
    { provision: 'art_2', language: 'en', wrong: 'absent', right: 'x' },
  ];
  const rectified = rectificationsIn([
    event(1, 'propose-correction', { passages }),
    event(2, 'propose-correction', { passages: [] }),
    event(3, 'rectify', { proposal: 'act-1' }, '2005-01-01'),
  ]);

  it('carries out the proposal that it names', () => {
    expect(rectified).toEqual([{ act: 'act-3', on: '2005-01-01', passages }]);
  });

  it('puts the passage right in its language from the beginning, letter by letter', () => {
    const { provisions, unapplied } = consolidated({
      agreement: 'convention',
      text,
      rectified,
      amendments: [],
    });
    expect(provisions.find(({ id }) => id === 'art_2')).toMatchObject({
      text: 'w$&rds of art_2',
      changes: [{ how: 'rectified', act: 'act-3', on: '2005-01-01' }],
    });
    expect(unapplied.map(({ reason }) => reason)).toEqual(['“absent” does not stand in art_2']);
  });
});
