import { describe, expect, it } from 'vitest';
import { PaperRegisters, type Told, adoption } from '../../paper-registers.ts';

const article = (number: number | string, text = `words of ${number}`) => ({
  id: `art_${number}`,
  kind: 'art',
  text,
});

const fix = (payload: object = {}, more: Partial<Told> = {}): Told => ({
  type: 'fix-text',
  actor: 'AAA',
  payload: {
    on: '2000-01-01',
    language: 'en',
    title: 'Convention',
    authentic: true,
    provisions: [article(1), article(2)],
    ...payload,
  },
  ...more,
});
const adopt = (more: object = {}, told: Partial<Told> = {}): Told => ({
  type: 'adopt',
  actor: 'AAA',
  payload: adoption({}, more),
  ...told,
});
const change = (changes: readonly object[], told: Partial<Told> = {}): Told => ({
  type: 'change-text',
  actor: 'AAA',
  agreement: 'amendment',
  payload: { on: '2011-01-01', language: 'en', changes },
  ...told,
});
const amendment = (agreement = 'amendment', on = '2010-01-01'): Told =>
  adopt({ parent: 'convention', kind: 'amendment', adoptedOn: on }, { agreement });
const signed = { source: null } as const;
const GIVEN = { actors: { AAA: {}, BBB: {}, CCC: {} } };

/** Before which acts, which is judged, by which rule it is refused; null: it is accepted. */
type Row = readonly [string, readonly Told[], Told, string | null];

const drafting: readonly Row[] = [
  ['opens the register of what is negotiated', [], fix(), null],
  ['opens it in its own name', [], fix({}, signed), null],
  ['replaces the draft before it', [fix()], fix({ provisions: [article(1)] }), null],
  ['is not put down twice', [fix()], fix({ on: '2000-01-01' }, { source: 'other' }), 'once'],
  ['may be put down again of a later day', [fix()], fix({ on: '2000-01-02' }), null],
  ['lies ahead', [], fix({ on: '2026-01-02' }), 'not-in-the-future'],
  ['is signed by somebody unknown', [], fix({}, { ...signed, actor: 'somebody' }), 'known-actor'],
  ['is recorded by a custodian that is no actor', [], fix({}, { actor: 'somebody' }), null],
  [
    'is replaced by one that negotiates it',
    [fix({}, signed)],
    fix({ provisions: [article(1)] }, signed),
    null,
  ],
  [
    'is not replaced by one that has done nothing there',
    [fix({}, signed)],
    fix({ provisions: [article(1)] }, { ...signed, actor: 'BBB' }),
    'text-negotiating',
  ],
  [
    'is replaced by the custodian from a source',
    [fix({}, signed)],
    fix({ provisions: [article(1)] }, { actor: 'BBB' }),
    null,
  ],
  ['has an address twice', [], fix({ provisions: [article(1), article(1)] }), 'text-structure'],
  [
    'has a paragraph before its article',
    [],
    fix({ provisions: [{ id: 'art_1__para_1', kind: 'para', text: '' }, article(1)] }),
    'text-structure',
  ],
  [
    'calls a paragraph an article',
    [],
    fix({ provisions: [{ id: 'art_1', kind: 'para', text: '' }] }),
    'text-structure',
  ],
];

const fixing: readonly Row[] = [
  ['is put down after adoption, where none was', [adopt()], fix(), null],
  [
    'stands for all from then on',
    [fix(), adopt()],
    fix({ provisions: [article(1)] }),
    'text-fixed',
  ],
  ['is put down in a further language', [fix(), adopt()], fix({ language: 'fr' }), null],
  [
    'is authentic in the languages agreed',
    [adopt({ authenticLanguages: ['en'] })],
    fix({ language: 'fr' }),
    'text-authentic',
  ],
  [
    'is a translation in others',
    [adopt({ authenticLanguages: ['en'] })],
    fix({ language: 'fr', authentic: false }),
    null,
  ],
  ['is not one actor’s own', [adopt()], fix({}, signed), 'by-the-custodian'],
  [
    'is recorded by each in the copy that it keeps where copies are mirrored',
    [adopt({ mirrored: true })],
    fix({}, signed),
    'by-the-custodian',
  ],
];

const adopted = [fix(), adopt(), amendment()];
const replaceOne = { change: 'replace', provision: 'art_1', by: [article(1, 'new')] };
const changing: readonly Row[] = [
  ['replaces what is there', adopted, change([replaceOne]), null],
  [
    'replaces nothing that is not there',
    adopted,
    change([{ ...replaceOne, provision: 'art_9' }]),
    'text-provision',
  ],
  [
    'works on what its own changes before left',
    adopted,
    change([
      { change: 'insert', after: 'art_2', provisions: [article(3)] },
      { change: 'repeal', provision: 'art_3' },
    ]),
    null,
  ],
  [
    'works on what another amendment brought in',
    [
      ...adopted,
      change([{ change: 'insert', after: 'art_2', provisions: [article(3)] }]),
      amendment('second', '2015-01-01'),
    ],
    change([{ change: 'repeal', provision: 'art_3' }], {
      agreement: 'second',
      payload: {
        on: '2015-01-01',
        language: 'en',
        changes: [{ change: 'repeal', provision: 'art_3' }],
      },
    }),
    null,
  ],
  [
    'brings in no address that is there',
    adopted,
    change([{ change: 'insert', after: 'art_1', provisions: [article(2)] }]),
    'text-provision',
  ],
  [
    'is not held to a text that is not on record',
    [adopt(), amendment()],
    change([{ change: 'repeal', provision: 'art_9' }]),
    null,
  ],
  [
    'stands under what amends another agreement',
    adopted,
    change([replaceOne], { agreement: 'convention' }),
    'text-amends',
  ],
  ['is the custodian’s to record', adopted, change([replaceOne], signed), 'by-the-custodian'],
];

describe.each([
  ['a draft', drafting],
  ['a text', fixing],
  ['an amendment', changing],
])('%s', (_what, rows) => {
  it.each(rows)('%s', (_title, before, told, refused) => {
    const registers = new PaperRegisters(GIVEN);
    for (const one of before) registers.take(one);
    expect(registers.ask(told)).toBe(refused);
  });
});
