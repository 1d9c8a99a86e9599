/** Where two States stand towards all agreements, side by side. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { compare } from '../../questions/actor.ts';
import type { Compared } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { StandingChip } from '../standing-chip.tsx';

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

/** The way to the pages of a ministry. */
export const breadcrumbOf = ({ text }: PageRequest) => [
  { label: 'Concord', href: '/' },
  { label: text('agreements.title'), href: '/agreements' },
];

/** Names another State to compare with. */
export function CompareForm({ request, actor }: { request: PageRequest; actor: string }): Markup {
  const { text, search } = request;
  return (
    <Filters
      text={text}
      id="compare"
      label={text('agreements.ministry.compare')}
      action={`/ministry/${actor}/compare`}
      query={{}}
      filters={[
        {
          kind: 'search',
          name: 'with',
          label: text('agreements.ministry.compare'),
          value: search.get('with') ?? '',
        },
      ]}
    />
  );
}

/** The two that the address names; null while it names one only. */
async function askCompared(request: PageRequest, one: string) {
  const { locale, search } = request;
  const other = search.get('with')?.trim() ?? '';
  if (other === '') return null;
  const differing = search.get('differing') === 'true';
  return request.ask(compare, { one, other, differing, locale });
}

/** To all agreements, or to those only where the two differ. */
function Toggle({ request }: { request: PageRequest }): Markup {
  const { path, search, text } = request;
  const differing = search.get('differing') === 'true';
  const toggled = new URLSearchParams(search);
  toggled.set('differing', String(!differing));
  return (
    <p>
      <a href={`${path}?${toggled.toString()}`}>
        {text(`agreements.ministry.compare.${differing ? 'all' : 'differing'}`)}
      </a>
    </p>
  );
}

function ComparedTable({ request, found }: { request: PageRequest; found: Compared }): Markup {
  const { text, search } = request;
  const day = (on: string | null): Content =>
    on === null ? null : <PlainDate text={text} on={on} style="short" />;
  const differing = search.get('differing') === 'true';
  const input = { one: found.one, other: found.other, differing: String(differing) };
  const cell = (standing: Compared['rows'][number]['oneStanding'], on: string | null): Content => (
    <>
      <StandingChip text={text} standing={standing} /> {day(on)}
    </>
  );
  return (
    <DataTable
      text={text}
      id="compared"
      rowsFirst={ROWS_FIRST}
      caption={text('agreements.ministry.compare.title', {
        one: found.oneName,
        other: found.otherName,
      })}
      captionHidden
      columns={[
        { key: 'agreement', label: text('agreements.column.agreement') },
        { key: 'one', label: found.oneName },
        { key: 'other', label: found.otherName },
      ]}
      rows={found.rows.map((row) => ({
        cells: {
          agreement: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          one: cell(row.oneStanding, row.oneSince),
          other: cell(row.otherStanding, row.otherSince),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.compare', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

export const comparePage: Page = {
  path: '/ministry/:actor/compare',
  section: 'ministry',
  examples: ['/ministry/KEN/compare?with=NOR', '/ministry/KEN/compare?with=Norway&differing=true'],
  async render(request) {
    const { text, params } = request;
    const actor = params['actor'] ?? '';
    const found = await askCompared(request, actor);
    if (isRefusal(found)) return found;
    const names = { one: found?.oneName ?? actor, other: found?.otherName ?? '–' };
    const title = text('agreements.ministry.compare.title', names);
    return {
      title,
      breadcrumb: [
        ...breadcrumbOf(request),
        {
          label: text('agreements.ministry.title', { name: names.one }),
          href: `/ministry/${actor}`,
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <Toggle request={request} />
          </div>
          <CompareForm request={request} actor={actor} />
          {found === null ? null : <ComparedTable request={request} found={found} />}
        </>
      ),
    };
  },
};
