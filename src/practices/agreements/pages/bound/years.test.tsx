import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { rendered } from '../../../../ui/rendered.ts';
import { createText } from '../../../../ui/text/text.ts';
import { uiText } from '../../../../ui/text/ui-text.ts';
import { agreementCatalogues } from '../../text/catalogues.ts';
import { betweenPage } from './between.tsx';
import { Years } from '../../../../ui/year-chart/years.tsx';

const request: PageRequest = {
  ask: async () => {
    throw new Error('asks nothing');
  },
  asOf: '2026-06-01',
  knownAt: null,
  today: '2026-06-01',
  locale: 'en',
  text: createText('en', [uiText, ...agreementCatalogues]),
  params: {},
  search: new URLSearchParams('one=KEN&other=NOR'),
  path: '/between',
  signedIn: false,
  progressOf: async () => null,
};

const drawn = (days: readonly (string | null)[]) =>
  rendered(<Years request={request} id="years" series="Agreements" label="By year" days={days} />);

describe('agreements by years', () => {
  it('are counted, and each year leads to what the page showed at its end', async () => {
    const html = await drawn(['1990-05-01', '1990-06-01', '2001-01-01', null, '2005-01-01']);
    expect(html).toContain('<title>1990 – Agreements: 2</title>');
    expect(html).toContain('/between?one=KEN&amp;other=NOR&amp;asOf=1990-12-31');
  });

  it('do not lead past the day of the page', async () => {
    const html = await drawn(['1990-05-01', '2001-01-01', '2026-01-01']);
    expect(html).toContain('href="/between?one=KEN&amp;other=NOR"');
    expect(html).not.toContain('2026-12-31');
  });

  it('are not drawn where two years tell no more than their rows', async () => {
    expect(await drawn(['1990-05-01', '2001-01-01', null])).toBe('');
  });
});

describe('the page of what binds two', () => {
  it('says what to name as long as only one is named, and keeps that one', async () => {
    const search = new URLSearchParams('one=KEN');
    const content = await betweenPage.render({ ...request, search });
    const html = isRefusal(content) ? content.reason : await rendered(<>{content.body}</>);
    expect(html).toContain('Name two actors');
    expect(html).toContain('value="KEN"');
    expect(html).toContain('in any of the six languages');
  });
});
