import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { adoption } from './paper-registers.ts';

const EVERYONE = { actors: [] };
const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;

let test: TestStore;

function draft(verb: string, agreement: string, payload: object, actor?: string): DraftAct {
  return {
    type: `agreements.${verb}`,
    register: `agreements/${agreement}`,
    actor: actor ?? test.store.operator,
    payload,
    basis: SOURCE,
  };
}
const submit = async (...drafts: DraftAct[]): Promise<string[]> =>
  admitted(await test.store.submit(drafts)).map((one) => one.id);

async function ask(name: string, input: object, asOf = '2026-06-01'): Promise<unknown> {
  const question = agreements.questions.find((one) => one.name === `agreements.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const answer = await test.store.ask(question, input, {
    viewer: EVERYONE,
    asOf,
    knownAt: null,
  });
  if (isRefusal(answer)) return answer.rule.id;
  // What is answered has the form that the question's schema promises.
  return question.output.parse(answer);
}

const article = (number: number, text: string) => ({ id: `art_${number}`, kind: 'art', text });
const text = (language: string, on: string, ...words: string[]) => ({
  on,
  language,
  title: `River (${language})`,
  authentic: true,
  provisions: words.map((one, at) => article(at + 1, one)),
});
const deposit = (agreement: string, actor: string, on: string): DraftAct =>
  draft('deposit', agreement, { on, instrument: 'accession' }, actor);
beforeAll(async () => {
  test = await openTestStore({
    areas: [actors, agreements],
    now: () => new Date('2026-01-01T00:00:00.000Z'),
  });
  const operator = enteringState(test.store.operator);
  await submit(...['AAA', 'BBB'].map((id) => enteringState(id)));
  await test.store.submit([operator]);
  await submit(
    draft('fix-text', 'river', text('en', '2000-01-01', 'First draft.'), 'AAA'),
    draft('fix-text', 'river', text('en', '2000-02-01', 'The river.', 'The shore.'), 'AAA'),
    draft('initial', 'river', { on: '2000-03-01' }, 'BBB'),
  );
});
afterAll(() => test.close());

describe('a text that is negotiated', () => {
  it('opens its register and is among the drafts, with who initialled it', async () => {
    expect(await ask('drafts', {}, '2000-04-01')).toMatchObject({
      rows: [
        {
          agreement: 'river',
          title: 'River (en)',
          languages: ['en'],
          on: '2000-02-01',
          versions: 2,
          initialled: [{ actor: 'BBB', name: 'State BBB' }],
        },
      ],
    });
  });

  it('is read as of a day, and versions are compared', async () => {
    expect(await ask('text', { agreement: 'river' }, '2000-01-15')).toMatchObject({
      isDraft: true,
      title: 'River (en)',
      rows: [{ id: 'art_1', text: 'First draft.' }],
    });
    const compared = await ask('compare-texts', { agreement: 'river' }, '2000-04-01');
    expect(compared).toMatchObject({
      from: '2000-01-01',
      to: '2000-04-01',
      draftedOn: ['2000-01-01', '2000-02-01'],
      rows: [
        { id: 'art_1', fate: 'changed' },
        { id: 'art_2', fate: 'added' },
      ],
    });
  });

  it('has no terms yet', async () => {
    expect(await ask('terms', { agreement: 'river' })).toMatchObject({ hash: null });
  });
});

describe('a text that was adopted', () => {
  beforeAll(async () => {
    await submit(
      draft('adopt', 'river', adoption({}, { adoptedOn: '2001-01-01' })),
      draft('fix-text', 'river', text('fr', '2001-01-01', 'Le fleuve.', 'La rive.')),
      deposit('river', 'AAA', '2002-01-01'),
      deposit('river', 'BBB', '2002-02-01'),
      draft(
        'adopt',
        'shore-amendment',
        adoption({}, { adoptedOn: '2010-01-01', parent: 'river', kind: 'amendment' }),
      ),
      draft('change-text', 'shore-amendment', {
        on: '2010-01-01',
        language: 'en',
        changes: [
          { change: 'replace', provision: 'art_2', by: [article(2, 'The whole shore.')] },
          { change: 'insert', after: 'art_2', provisions: [article(3, 'The sea.')] },
        ],
      }),
      deposit('shore-amendment', 'AAA', '2011-01-01'),
      deposit('shore-amendment', 'BBB', '2012-01-01'),
    );
  });

  it('reads as amended from the day on which the amendment is in force', async () => {
    expect(await ask('text', { agreement: 'river', language: 'en' }, '2011-12-31')).toMatchObject({
      isDraft: false,
      rows: [{ text: 'The river.' }, { text: 'The shore.', changes: [] }],
    });
    expect(await ask('text', { agreement: 'river', language: 'en' }, '2012-01-01')).toMatchObject({
      rows: [
        { id: 'art_1', changes: [] },
        {
          text: 'The whole shore.',
          changes: [{ how: 'replaced', agreement: 'shore-amendment', on: '2012-01-01' }],
        },
        { id: 'art_3', changes: [{ how: 'inserted' }] },
      ],
      lacking: [],
    });
  });

  it('says in which language the amendment says nothing, and guesses nothing', async () => {
    expect(await ask('text', { agreement: 'river', language: 'fr' })).toMatchObject({
      rows: [{ text: 'Le fleuve.' }, { text: 'La rive.' }],
      lacking: ['shore-amendment'],
    });
  });

  it('stands in two languages side by side', async () => {
    const input = { agreement: 'river', language: 'en', beside: 'fr' };
    expect(await ask('text-beside', input)).toMatchObject({
      rows: [
        { id: 'art_1', one: { text: 'The river.' }, other: { text: 'Le fleuve.' } },
        { id: 'art_2' },
        { id: 'art_3', one: { text: 'The sea.' }, other: null },
      ],
    });
  });

  it('is had provision by provision, in each language', async () => {
    const input = { agreement: 'river', provision: 'art_3' };
    expect(await ask('provision', input)).toMatchObject({
      citation: 'Art. 3',
      rows: [{ language: 'en', text: 'The sea.' }],
    });
  });

  it('is not read in a language that is not on record, nor before there was any', async () => {
    expect(await ask('text', { agreement: 'river', language: 'ru' })).toBe(
      'agreements.text-unknown',
    );
    expect(await ask('text', { agreement: 'nothing' })).toBe('agreements.unknown');
  });

  it('is no draft any more, and its terms have a hash', async () => {
    expect(await ask('drafts', {})).toEqual({ rows: [] });
    expect(await ask('terms', { agreement: 'river' })).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      languages: ['en', 'fr'],
    });
  });

  it('is held to when a further amendment is recorded', async () => {
    const adopting = draft(
      'adopt',
      'second-amendment',
      adoption({}, { adoptedOn: '2015-01-01', parent: 'river', kind: 'amendment' }),
    );
    await submit(adopting);
    const changing = (provision: string): DraftAct =>
      draft('change-text', 'second-amendment', {
        on: '2015-01-01',
        language: 'en',
        changes: [{ change: 'repeal', provision }],
      });
    const [refused] = await test.store.submit([changing('art_9')]);
    expect(ruleOf(refused)).toBe('agreements.text-provision');
    await submit(changing('art_3'));
  });

  it('is put right from the beginning by a rectification', async () => {
    const passages = [{ provision: 'art_1', language: 'en', wrong: 'river', right: 'river bed' }];
    const [proposal] = await submit(
      draft('propose-correction', 'river', { on: '2013-01-01', passages, reason: 'An error.' }),
    );
    await submit(draft('rectify', 'river', { on: '2014-01-01', proposal }));
    expect(await ask('text', { agreement: 'river', language: 'en' }, '2003-01-01')).toMatchObject({
      rows: [{ text: 'The river bed.', changes: [{ how: 'rectified', on: '2014-01-01' }] }, {}],
    });
  });
});
