/** All agreements: filters, where each stands, and what is due. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { type Filter, Filters } from '../../../ui/filters/filters.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { KINDS, SECTORS } from '../payloads/agreement.ts';
import { list } from '../questions/list.ts';
import { agreementHref } from './links.ts';
import { StateChip } from './standing-chip.tsx';

const STATES = ['in-force', 'suspended', 'fulfilled', 'open', 'adopted', 'terminated'] as const;

/** The filters that the address sets, in the form that the question takes. */
function inputOf(search: URLSearchParams): Record<string, string> {
  const names = ['sector', 'kind', 'state', 'actor', 'text'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function filtersOf({ text, search }: PageRequest): Filter[] {
  const select = (name: string, values: readonly string[], prefix: string): Filter => ({
    kind: 'select',
    name,
    label: text(`agreements.filter.${name}`),
    value: search.get(name) ?? '',
    options: [
      { value: '', label: text('agreements.filter.all') },
      ...values.map((value) => ({ value, label: text(`${prefix}.${value}`) })),
    ],
  });
  return [
    {
      kind: 'search',
      name: 'text',
      label: text('agreements.filter.text'),
      value: search.get('text') ?? '',
    },
    select('sector', SECTORS, 'agreements.sector'),
    select('state', STATES, 'agreements.state'),
    select('kind', KINDS, 'agreements.kind'),
  ];
}

function datesIn(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    ['asOf', 'knownAt', 'actor'].flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

function Title({ request: { text } }: { request: PageRequest }): Markup {
  return (
    <div class="title">
      <h1>{text('agreements.title')}</h1>
      <p>{text('agreements.lead')}</p>
      <p>
        <a href="/notifications">{text('agreements.notifications.title')}</a>
        {' · '}
        <a href="/desk/depositary">{text('agreements.desk.title')}</a>
        {' · '}
        <a href="/ministry">{text('agreements.ministry')}</a>
        {' · '}
        <a href="/between">{text('agreements.between')}</a>
        {' · '}
        <a href="/network">{text('agreements.network.title')}</a>
      </p>
    </div>
  );
}

export const listPage: Page = {
  path: '/agreements',
  section: 'agreements',
  examples: [
    '/agreements',
    '/agreements?sector=environment&state=in-force',
    '/agreements?text=qqq',
  ],
  async render(request) {
    const { text, search } = request;
    const input = inputOf(search);
    const found = await request.ask(list, { ...input, locale: request.locale });
    if (isRefusal(found)) return found;
    const all = await request.ask(list, {});
    const total = isRefusal(all) ? found.rows.length : all.rows.length;
    const columns = [
      { key: 'title', label: text('agreements.column.agreement') },
      { key: 'state', label: text('agreements.column.state') },
      { key: 'since', label: text('agreements.column.in-force-on'), kind: 'date' as const },
      { key: 'parties', label: text('agreements.column.parties'), kind: 'number' as const },
      { key: 'signatories', label: text('agreements.column.signatories'), kind: 'number' as const },
      { key: 'adopted', label: text('agreements.column.adopted'), kind: 'date' as const },
    ];
    const rows = found.rows.map((row) => ({
      id: row.agreement,
      cells: {
        title: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
        state: <StateChip text={text} state={row.state} />,
        since: row.entryIntoForceOn ? (
          <PlainDate text={text} on={row.entryIntoForceOn} style="short" />
        ) : (
          '–'
        ),
        parties: row.parties,
        signatories: row.signatories,
        adopted: <PlainDate text={text} on={row.adoptedOn} style="short" />,
      },
    }));
    const title = text('agreements.title');
    return {
      title,
      description: text('agreements.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      body: (
        <>
          <Title request={request} />
          <Filters
            text={text}
            id="filter"
            label={text('agreements.filter.label')}
            action="/agreements"
            filters={filtersOf(request)}
            query={datesIn(search)}
            shown={{ count: found.rows.length, total }}
            {...(Object.keys(input).length === 0 ? {} : { clearHref: '/agreements' })}
          />
          <DataTable
            text={text}
            id="agreements"
            caption={title}
            captionHidden
            columns={columns}
            rows={rows}
            downloads={[
              { href: questionHref('agreements.list', input, request, 'csv'), label: 'CSV' },
              { href: questionHref('agreements.list', input, request, 'json'), label: 'JSON' },
            ]}
          />
        </>
      ),
    };
  },
};
