/** All agreements: filters, where each stands, and what is due. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { type Filter, Filters } from '../../../ui/filters/filters.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { datesIn, datesOf, questionHref } from '../../../ui/page-dates.ts';
import { formatNumber } from '../../../ui/text/format.ts';
import { ViewLinks } from '../../../ui/view-links/view-links.tsx';
import { KINDS, SECTORS } from '../payloads/agreement.ts';
import { list } from '../questions/list.ts';
import type { AgreementItem } from './answers.ts';
import { Years } from '../../../ui/year-chart/years.tsx';
import { agreementHref } from './links.ts';
import { StateChip } from './standing-chip.tsx';

/** So many tell what the list holds, and leave its foot in reach. */
const ROWS_FIRST = 20;
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

/** What narrows or dates the list and has no field in the form. */
function carriedOf(request: PageRequest): Record<string, string> {
  const actor = request.search.get('actor');
  return { ...datesIn(request), ...(actor ? { actor } : {}) };
}

/** The other ways to look at them, each a page of its own. */
function Views({ request }: { request: PageRequest }): Markup {
  const { text } = request;
  const dates = datesOf(request);
  return (
    <ViewLinks
      label={text('agreements.views.list')}
      views={[
        { label: text('agreements.title'), href: `/agreements${dates}`, current: true },
        { label: text('agreements.network.title'), href: `/network${dates}` },
        { label: text('agreements.between'), href: `/between${dates}` },
        { label: text('agreements.ministry'), href: `/ministry${dates}` },
        { label: text('agreements.desk.title'), href: `/desk/depositary${dates}` },
        { label: text('agreements.notifications.title'), href: `/notifications${dates}` },
      ]}
    />
  );
}

interface Props {
  readonly request: PageRequest;
  readonly rows: readonly AgreementItem[];
  /** What the address narrows them by. */
  readonly input: Readonly<Record<string, string>>;
}

/** The answer in words, and how many stand where, each a step further. */
function Title({ request, rows, input }: Props): Markup {
  const { text } = request;
  const narrowed = Object.keys(input).length > 0;
  const there = STATES.filter((state) => rows.some((row) => row.state === state));
  const hrefOf = (state: string): string =>
    `/agreements?${new URLSearchParams({ ...input, state, ...datesIn(request) }).toString()}`;
  return (
    <div class="title">
      <h1>{text('agreements.title')}</h1>
      <p>{text('agreements.lead')}</p>
      {rows.length === 0 ? null : (
        <p class="standing">
          {text(narrowed ? 'agreements.answer.narrowed' : 'agreements.answer', {
            count: rows.length,
          })}{' '}
          {there.map((state) => (
            <>
              <StateChip text={text} state={state} />{' '}
              <a href={hrefOf(state)}>
                <span class="hidden-visually">{text(`agreements.state.${state}`)}</span>{' '}
                {formatNumber(request.locale, rows.filter((row) => row.state === state).length)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </div>
  );
}

function Rows({ request, rows, input }: Props): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id="agreements"
      caption={text('agreements.title')}
      captionHidden
      rowsFirst={ROWS_FIRST}
      columns={[
        { key: 'title', label: text('agreements.column.agreement') },
        { key: 'state', label: text('agreements.column.state') },
        { key: 'since', label: text('agreements.column.in-force-on'), kind: 'date' },
        { key: 'parties', label: text('agreements.column.parties'), kind: 'number' },
        { key: 'signatories', label: text('agreements.column.signatories'), kind: 'number' },
        { key: 'adopted', label: text('agreements.column.adopted'), kind: 'date' },
      ]}
      rows={rows.map((row) => ({
        id: row.agreement,
        cells: {
          title: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          state: <StateChip text={text} state={row.state} />,
          since: row.entryIntoForceOn ?? '–',
          parties: row.parties,
          signatories: row.signatories,
          adopted: row.adoptedOn,
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.list', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

/** Where no agreement answers: why, and two ways on. */
function Nothing({ request, input }: Props): Markup {
  const { text } = request;
  const query = new URLSearchParams({ q: input['text'] ?? '' }).toString();
  return (
    <EmptyState title={text('agreements.none')}>
      <p>{text('agreements.none.next')}</p>
      <p>
        <a href="/agreements">{text('agreements.none.all')}</a> ·{' '}
        <a href={`/search?${query}`}>{text('ui.search')}</a>
      </p>
    </EmptyState>
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
    const { text } = request;
    const input = inputOf(request.search);
    const found = await request.ask(list, { ...input, locale: request.locale });
    if (isRefusal(found)) return found;
    const all = await request.ask(list, {});
    const total = isRefusal(all) ? found.rows.length : all.rows.length;
    const props = { request, rows: found.rows, input };
    const adopted = found.rows.map(({ adoptedOn }) => adoptedOn);
    const title = text('agreements.title');
    return {
      title,
      description: text('agreements.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      body: (
        <>
          <Title {...props} />
          <Views request={request} />
          <Years
            request={request}
            id="years"
            series={text('agreements.title')}
            label={text('agreements.years')}
            days={adopted}
          />
          <Filters
            text={text}
            id="filter"
            label={text('agreements.filter.label')}
            action="/agreements"
            filters={filtersOf(request)}
            query={carriedOf(request)}
            shown={{ count: found.rows.length, total }}
            {...(Object.keys(input).length === 0 ? {} : { clearHref: '/agreements' })}
          />
          {found.rows.length === 0 ? <Nothing {...props} /> : <Rows {...props} />}
        </>
      ),
    };
  },
};
