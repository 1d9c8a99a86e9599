/** What amends an agreement, over time; who is on which text; and which stands between two. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { VersionTree } from '../../../../ui/version-tree/version-tree.tsx';
import { show } from '../../questions/one.ts';
import { versions } from '../../questions/versions.ts';
import { AgreementViews } from '../agreement-views.tsx';
import type { VersionRow, Versions } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { VersionPair } from './version-pair.tsx';
import { VersionSets } from './version-sets.tsx';
import { VersionTable } from './version-table.tsx';

function lanesOf(rows: readonly VersionRow[]) {
  return rows.map((row) => ({
    label: row.shortTitle,
    above: row.parent === null ? null : rows.findIndex((one) => one.agreement === row.parent),
    adoptedOn: row.adoptedOn,
    inForceOn: row.inForceOn,
    endedOn: row.endedOn,
    count: row.parties,
  }));
}

function Picture({ request, found }: { request: PageRequest; found: Versions }): Markup {
  const { text } = request;
  return (
    <section aria-labelledby="tree-title">
      <h2 id="tree-title">{text('agreements.versions.picture')}</h2>
      <VersionTree
        text={text}
        id="tree"
        label={text('agreements.versions.picture')}
        to={request.asOf}
        lanes={lanesOf(found.rows)}
      />
      <p class="hint">{text('agreements.versions.picture.note')}</p>
      <VersionTable request={request} found={found} />
      {found.rows.length === 1 ? <p>{text('agreements.versions.none')}</p> : null}
    </section>
  );
}

export const versionsPage: Page = {
  path: '/agreements/:agreement/versions',
  section: 'agreements',
  examples: [
    '/agreements/un-charter/versions',
    '/agreements/un-charter/versions?one=KEN&other=NOR',
    '/agreements/inf-treaty/versions',
  ],
  async render(request) {
    const { locale, text } = request;
    const { agreement = '' } = request.params;
    const found = await request.ask(versions, { agreement, locale });
    if (isRefusal(found)) return found;
    const shown = await request.ask(show, { agreement, locale });
    if (isRefusal(shown)) return shown;
    const pair = await VersionPair({ request, agreement });
    if (isRefusal(pair)) return pair;
    const { title } = shown.row;
    return {
      title: text('agreements.versions.of', { title }),
      description: text('agreements.versions.lead'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: title, href: agreementHref(agreement, request) },
      ],
      follows: {},
      alternates: [
        {
          href: questionHref('agreements.versions', { agreement }, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.versions.of', { title })}</h1>
            <p>{text('agreements.versions.lead')}</p>
          </div>
          <AgreementViews request={request} agreement={agreement} current="versions" />
          <Picture request={request} found={found} />
          <VersionSets request={request} found={found} />
          {pair}
        </>
      ),
    };
  },
};
