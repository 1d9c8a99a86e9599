import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { LOCALES, type Locale, type Page, type PageRequest } from '../../ui/page.ts';
import { rendered } from '../../ui/rendered.ts';
import { createText, missingKeys } from '../../ui/text/text.ts';
import { uiText } from '../../ui/text/ui-text.ts';
import { PaperRegistry } from './paper-registry.ts';
import { actorPage } from './pages/actor.tsx';
import { comparePage } from './pages/compare.tsx';
import { listPage } from './pages/list.tsx';
import { standingPage } from './pages/standing.tsx';
import { actorText } from './text.ts';

const capable = { treatyCapacity: true, regionalIntegration: false };
const registry = new PaperRegistry();
for (const [type, payload] of [
  [
    'enter',
    {
      id: 'FRA',
      kind: 'state',
      names: { en: 'France', ar: 'فرنسا', ru: 'Франция' },
      officialName: 'French Republic',
      numericCode: '250',
      region: 'Europe',
      ...capable,
    },
  ],
  [
    'enter',
    { id: 'OLD', kind: 'historical-state', names: { en: 'Old' }, to: '1993-01-01', ...capable },
  ],
  ['enter', { id: 'league', kind: 'organisation', names: { en: '<b>League</b>' }, ...capable }],
  ['name', { id: 'FRA', name: 'Gaul', to: '0486-01-01' }],
  ['succeed', { predecessor: 'OLD', successor: 'FRA', on: '1993-01-01', kind: 'unification' }],
  ['join', { group: 'league', member: 'FRA', from: '1945-10-24', status: 'member' }],
  ['join', { group: 'league', member: 'OLD', from: null, status: 'observer' }],
  [
    'measure',
    {
      actor: 'FRA',
      attribute: 'share-of-costs',
      value: '4.318',
      unit: 'percent',
      from: null,
      to: null,
    },
  ],
  [
    'hold-office',
    {
      id: 'minister',
      actor: 'FRA',
      title: 'Minister',
      role: 'minister',
      exemptFromFullPowers: true,
    },
  ],
] as const) {
  const answer = registry.tell({ type: `actors.${type}`, payload });
  if (isRefusal(answer)) throw new Error(answer.reason);
}

/** The page's body as HTML, as of a day in 2026. */
async function html(
  page: Page,
  address: string,
  params: Record<string, string> = {},
  locale: Locale = 'en',
): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'https://node.example');
  const asOf = searchParams.get('asOf') ?? '2026-06-01';
  const request: PageRequest = {
    ask: (question, input) => registry.ask(question, input, { asOf }),
    asOf,
    knownAt: null,
    today: '2026-06-01',
    locale,
    text: createText(locale, [uiText, actorText]),
    params,
    search: searchParams,
    path: pathname,
    signedIn: false,
    progressOf: async () => null,
  };
  const content = await page.render(request);
  return isRefusal(content) ? `refused: ${content.rule.id}` : rendered(<>{content.body}</>);
}

describe('the texts', () => {
  it('are there in all six languages', () => {
    expect(missingKeys(actorText, LOCALES)).toEqual([]);
  });

  it.each(LOCALES)('are used by the pages without a key showing, in %s', async (locale) => {
    const pages = [
      await html(listPage, '/actors?group=league', {}, locale),
      await html(actorPage, '/actors/FRA', { actor: 'FRA' }, locale),
      await html(actorPage, '/actors/league', { actor: 'league' }, locale),
      await html(standingPage, '/actors/OLD/in/league', { actor: 'OLD', group: 'league' }, locale),
      await html(comparePage, '/memberships?one=FRA&other=OLD', {}, locale),
    ];
    for (const page of pages)
      expect(page).not.toMatch(/>\s*(?:actors|ui)\.[a-z-]+(?:\.[a-z-]+)*\s*</);
  });
});

describe('the page of an actor', () => {
  it('says what it is, where it stands, why, and what the record holds', async () => {
    const page = await html(actorPage, '/actors/FRA', { actor: 'FRA' });
    for (const words of [
      '<h1>France</h1>',
      'French Republic',
      'Does France exist on ',
      'Montevideo Convention',
      'href="/actors/FRA/in/league"',
      'Gaul',
      'href="/actors/OLD"',
      '4.318 %',
      'needs no full powers',
      'This page rests on 6 acts.',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('carries its dates to the next page', async () => {
    const page = await html(actorPage, '/actors/FRA?asOf=1950-01-01', { actor: 'FRA' });
    expect(page).toContain('href="/actors/FRA/in/league?asOf=1950-01-01"');
    expect(page).not.toContain('href="/actors/OLD');
  });

  it('calls it by its name in the page’s language', async () => {
    const page = await html(actorPage, '/actors/FRA', { actor: 'FRA' }, 'ru');
    expect(page).toContain('<h1>Франция');
  });

  it('escapes what a name holds', async () => {
    const page = await html(actorPage, '/actors/league', { actor: 'league' });
    expect(page).toContain('&lt;b&gt;League&lt;/b&gt;');
    expect(page).not.toContain('<b>League');
  });

  it('shows the members of a group and how many there are', async () => {
    const page = await html(actorPage, '/actors/league', { actor: 'league' });
    expect(page).toContain('id="members"');
    expect(page).toContain('How many members');
    expect(page).toContain('id="members-map"');
  });

  it('refuses for nobody', async () => {
    expect(await html(actorPage, '/actors/ZZZ', { actor: 'ZZZ' })).toBe('refused: actors.known');
  });
});

describe('the list of actors', () => {
  it('leaves out what is no more, unless one asks for it', async () => {
    expect(await html(listPage, '/actors')).not.toContain('id="OLD"');
    expect(await html(listPage, '/actors?kind=historical-state')).toContain('id="OLD"');
    expect(await html(listPage, '/actors?asOf=1990-01-01')).toContain('id="OLD"');
  });

  it('finds by name, with a slip', async () => {
    const page = await html(listPage, '/actors?text=Frnace');
    expect(page).toContain('id="FRA"');
    expect(page).not.toContain('id="league"');
  });
});

describe('the comparison', () => {
  it('takes names for codes', async () => {
    const page = await html(comparePage, '/memberships?one=france&other=old&asOf=1990-01-01');
    expect(page).toContain('Both France and Old');
  });
});
