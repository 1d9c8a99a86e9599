/** All actors: filters, the members of a group on a map, and a table. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { type Filter, Filters } from '../../../ui/filters/filters.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { datesIn } from '../../../ui/page-dates.ts';
import { formatNumber } from '../../../ui/text/format.ts';
import { Years } from '../../../ui/year-chart/years.tsx';
import { ActorKind } from '../acts/payloads.ts';
import { groups, list } from '../questions/list.ts';
import { members } from '../questions/members.ts';
import { type ActorItem } from '../questions/shapes.ts';
import { actorHref, downloadsOf, nameIn } from './links.ts';
import { MembersMap } from './members.tsx';
import { DayOrDash } from './standing-chip.tsx';

const REGIONS = ['Africa', 'Americas', 'Antarctic', 'Asia', 'Europe', 'Oceania'] as const;
/** So many tell what the list holds, and leave its foot in reach. */
const ROWS_FIRST = 20;
const NAMES = ['text', 'kind', 'region', 'group'] as const;

/** The filters that the address sets; one that is no filter is left out. */
function inputOf(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
}

function regionLabel({ text }: PageRequest, region: string | null): string {
  return region === null || region === '' ? '–' : text(`actors.region.${region.toLowerCase()}`);
}

function filtersOf(request: PageRequest, options: { value: string; label: string }[]): Filter[] {
  const { text, search } = request;
  const all = { value: '', label: text('actors.filter.all') };
  const select = (name: string, values: { value: string; label: string }[]): Filter => ({
    kind: 'select',
    name,
    label: text(`actors.filter.${name}`),
    value: search.get(name) ?? '',
    options: [all, ...values],
  });
  const kinds = ActorKind.options.map((value) => ({ value, label: text(`actors.kind.${value}`) }));
  const regions = REGIONS.map((value) => ({ value, label: regionLabel(request, value) }));
  const value = search.get('text') ?? '';
  return [
    { kind: 'search', name: 'text', label: text('actors.filter.text'), value },
    select('kind', kinds),
    select('region', regions),
    select('group', options),
  ];
}

async function groupOptions(request: PageRequest): Promise<{ value: string; label: string }[]> {
  const found = await request.ask(groups, {});
  if (isRefusal(found)) return [];
  const options = found.rows.map(({ item }) => ({ value: item.id, label: nameIn(item, request) }));
  return options.sort((one, other) => one.label.localeCompare(other.label, request.locale));
}

function ActorsTable({ request, rows }: { request: PageRequest; rows: readonly ActorItem[] }) {
  const { text, locale, search } = request;
  const sorted = rows
    .map((item) => ({ item, name: nameIn(item, request) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  const columns = ['actor', 'kind', 'region', 'from', 'to', 'id'];
  return (
    <DataTable
      text={text}
      id="actors"
      rowsFirst={ROWS_FIRST}
      caption={text('actors.title')}
      captionHidden
      columns={columns.map((key) => ({ key, label: text(`actors.column.${key}`) }))}
      rows={sorted.map(({ item, name }) => ({
        id: item.id,
        cells: {
          actor: <a href={actorHref(item.id, request)}>{name}</a>,
          kind: text(`actors.kind.${item.kind}`),
          region: regionLabel(request, item.region),
          from: <DayOrDash text={text} on={item.from} />,
          to: <DayOrDash text={text} on={item.to} />,
          id: <code>{item.id}</code>,
        },
      }))}
      downloads={downloadsOf('actors.list', inputOf(search), request)}
    />
  );
}

interface Props {
  readonly request: PageRequest;
  readonly rows: readonly ActorItem[];
}

/** The answer in words: how many of which kind, each a step further. */
function Title({ request, rows }: Props): Markup {
  const { text, locale, search } = request;
  const kinds = ActorKind.options
    .map((kind) => ({ kind, count: rows.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const hrefOf = (kind: string): string =>
    `/actors?${new URLSearchParams({ ...inputOf(search), kind, ...datesIn(request) }).toString()}`;
  return (
    <div class="title">
      <h1>{text('actors.title')}</h1>
      <p>{text('actors.lead')}</p>
      <p class="standing">
        {kinds.map(({ kind, count }, at) => (
          <>
            {at === 0 ? null : ' · '}
            <a href={hrefOf(kind)}>{text(`actors.kind.${kind}`)}</a>{' '}
            <b>{formatNumber(locale, count)}</b>
          </>
        ))}
      </p>
    </div>
  );
}

/** Where no actor answers: why, and two ways on. */
function Nothing({ request: { text, search } }: Pick<Props, 'request'>): Markup {
  const query = new URLSearchParams({ q: search.get('text') ?? '' }).toString();
  return (
    <EmptyState title={text('actors.none')}>
      <p>{text('actors.none.next')}</p>
      <p>
        <a href="/actors">{text('actors.none.all')}</a> ·{' '}
        <a href={`/search?${query}`}>{text('ui.search')}</a>
      </p>
    </EmptyState>
  );
}

export const listPage: Page = {
  path: '/actors',
  examples: ['/actors', '/actors?kind=state'],
  section: 'actors',
  async render(request) {
    const { text } = request;
    const input = inputOf(request.search);
    const found = await request.ask(list, input);
    if (isRefusal(found)) return found;
    const all = await request.ask(list, {});
    const total = isRefusal(all) ? found.total : Math.max(all.total, found.total);
    const { group } = input;
    const chosen = group === undefined ? null : await request.ask(members, { group });
    if (isRefusal(chosen)) return chosen;
    const title = text('actors.title');
    return {
      title,
      description: text('actors.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      body: (
        <>
          <Title request={request} rows={found.rows} />
          <Years
            request={request}
            id="years"
            label={text('actors.years')}
            series={title}
            days={chosen ? [] : found.rows.map(({ from }) => from)}
          />
          <Filters
            text={text}
            id="filter"
            label={text('actors.filter.label')}
            action="/actors"
            filters={filtersOf(request, await groupOptions(request))}
            query={datesIn(request)}
            shown={{ count: found.rows.length, total }}
            {...(Object.keys(input).length === 0 ? {} : { clearHref: '/actors' })}
          />
          {chosen ? <MembersMap request={request} answer={chosen} /> : null}
          {found.rows.length === 0 ? (
            <Nothing request={request} />
          ) : (
            <ActorsTable request={request} rows={found.rows} />
          )}
        </>
      ),
    };
  },
};
