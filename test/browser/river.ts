/** An agreement with a text in two languages and an amendment, and one being negotiated. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';

const SOURCE = { kind: 'recorded', source: 'Records of the conference' } as const;

const ENGLISH = [
  { id: 'preamble', kind: 'preamble', text: 'The Parties,\nHave agreed as follows:' },
  { id: 'part_I', kind: 'part', number: 'Part I', heading: 'General' },
  { id: 'art_1', kind: 'art', number: 'Article 1', heading: 'Aim' },
  { id: 'art_1__para_1', kind: 'para', number: '1.', text: 'The river is shared:' },
  { id: 'art_1__para_1__list_a', kind: 'list', number: '(a)', text: 'its water;' },
  { id: 'art_1__para_1__list_b', kind: 'list', number: '(b)', text: 'its shores.' },
  { id: 'annex_I', kind: 'annex', number: 'Annex I', text: 'The springs.' },
];
const ARABIC = [
  { id: 'preamble', kind: 'preamble', text: 'إن الأطراف،\nقد اتفقت على ما يلي:' },
  { id: 'art_1', kind: 'art', number: 'المادة 1', heading: 'الهدف' },
  { id: 'art_1__para_1', kind: 'para', number: '1-', text: 'النهر مشترك:' },
  { id: 'art_1__para_1__list_a', kind: 'list', number: '(أ)', text: 'مياهه؛' },
];

/** The acts in the name of the node’s operator, from a source that is named. */
export function riverActs(operator: string): DraftAct[] {
  const act = (verb: string, agreement: string, payload: object, actor = operator): DraftAct => ({
    type: `agreements.${verb}`,
    register: `agreements/${agreement}`,
    actor,
    payload,
    basis: SOURCE,
  });
  const fix = (agreement: string, language: string, on: string, provisions: object[]): DraftAct =>
    act('fix-text', agreement, { on, language, title: `Convention (${language})`, provisions });
  const changes = [
    {
      change: 'replace',
      provision: 'art_1__para_1__list_b',
      by: [{ id: 'art_1__para_1__list_b', kind: 'list', number: '(b)', text: 'all its shores.' }],
    },
    {
      change: 'insert',
      after: 'art_1',
      provisions: [{ id: 'art_2', kind: 'art', number: 'Article 2', text: 'It is kept clean.' }],
    },
  ];
  const more = { parent: 'common-river', kind: 'amendment', adoptedOn: '2010-01-01' };
  const joining = ['KEN', 'NOR'].map((actor) =>
    act('deposit', 'shores-amendment', { on: '2012-01-01', instrument: 'accession' }, actor),
  );
  return [
    act('adopt', 'common-river', adoption({}, { title: { en: 'Convention on the River' } })),
    fix('common-river', 'en', '2000-01-01', ENGLISH),
    fix('common-river', 'ar', '2000-01-01', ARABIC),
    act('adopt', 'shores-amendment', adoption({}, { title: { en: 'On the shores' }, ...more })),
    act('change-text', 'shores-amendment', { on: '2010-01-01', language: 'en', changes }),
    ...joining,
    fix('common-lake', 'en', '2020-01-01', ENGLISH),
    fix('common-lake', 'en', '2020-02-01', ENGLISH.slice(0, 5)),
  ];
}
