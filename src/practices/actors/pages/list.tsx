/** All actors: filters, the members of a group on a map, and a table. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { type Filter, Filters } from '../../../ui/filters/filters.tsx';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { datesIn } from '../../../ui/page-dates.ts';
import { ActorKind } from '../acts/payloads.ts';
import { groups, list } from '../questions/list.ts';
import { members } from '../questions/members.ts';
import { type ActorItem } from '../questions/shapes.ts';
import { actorHref, downloadsOf, nameIn } from './links.ts';
import { MembersMap } from './members.tsx';
import { DayOrDash } from './standing-chip.tsx';

const REGIONS = ['Africa', 'Americas', 'Antarctic', 'Asia', 'Europe', 'Oceania'] as const;
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
          <div class="title">
            <h1>{title}</h1>
            <p>{text('actors.lead')}</p>
          </div>
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
          <ActorsTable request={request} rows={found.rows} />
        </>
      ),
    };
  },
};
