/** What joins agreements to one another: the network, and the table of what joins which. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Network } from '../../../../ui/network/network.tsx';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import { formatPercent } from '../../../../ui/text/format.ts';
import { SECTORS } from '../../payloads/agreement.ts';
import { PERCENTS, network } from '../../questions/pictures/network.ts';
import { LINKS } from '../../rules/pictures/network.ts';
import type { NetworkFound } from '../answers.ts';
import { actorHref, agreementHref } from '../links.ts';

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

interface Props {
  readonly request: PageRequest;
  readonly found: NetworkFound;
  readonly input: Readonly<Record<string, string>>;
}

type Row = NetworkFound['rows'][number];

/** A table of more rows than these is no reading; the download has all of them. */
const ROWS_MAX = 120;

function inputOf(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    ['sector', 'by', 'percent'].flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function Choice({ request, input }: Omit<Props, 'found'>): Markup {
  const { text, locale } = request;
  const all = { value: '', label: text('agreements.filter.all') };
  return (
    <Filters
      text={text}
      id="links"
      label={text('agreements.network.choose')}
      action={request.path}
      query={datesIn(request)}
      filters={[
        {
          kind: 'select',
          name: 'sector',
          label: text('agreements.filter.sector'),
          value: input['sector'] ?? '',
          options: [
            all,
            ...SECTORS.map((value) => ({ value, label: text(`agreements.sector.${value}`) })),
          ],
        },
        {
          kind: 'select',
          name: 'by',
          label: text('agreements.network.by'),
          value: input['by'] ?? '',
          options: [
            { value: '', label: text('agreements.network.by.usual') },
            ...LINKS.map((value) => ({ value, label: text(`agreements.network.${value}`) })),
          ],
        },
        {
          kind: 'select',
          name: 'percent',
          label: text('agreements.network.percent'),
          value: input['percent'] ?? '90',
          options: PERCENTS.map((value) => ({ value, label: formatPercent(locale, value) })),
        },
      ]}
    />
  );
}

const addressOf = (request: PageRequest, row: Row): string =>
  row.kind === 'depositary' ? actorHref(row.other, request) : agreementHref(row.other, request);

/** What a line says: which joins which, and by how many parties. */
function saidOf({ text }: PageRequest, row: Row): string {
  const { kind, oneTitle, otherTitle, shared, either } = row;
  const joined = `${oneTitle} – ${text(`agreements.network.${kind}`)} – ${otherTitle}`;
  if (shared === null || either === null) return joined;
  return `${joined}: ${text('agreements.network.shared', { shared, either })}`;
}

function Picture({ request, found }: Props): Markup | null {
  const { text } = request;
  const present = LINKS.filter((kind) => found.rows.some((row) => row.kind === kind));
  return (
    <Network
      text={text}
      id="network"
      label={text('agreements.network.label')}
      nodes={found.nodes.map(({ id, title, state, parties }) => ({
        id,
        label: title,
        detail:
          state === null
            ? text('agreements.network.depositary-node')
            : `${text(`agreements.state.${state}`)}, ` +
              text('agreements.count.parties', { count: parties }),
        href: state === null ? actorHref(id, request) : agreementHref(id, request),
        tone: state === null ? 'square' : state === 'in-force' ? 'full' : 'open',
        weight: parties,
      }))}
      links={found.rows.map((row) => ({ ...row, label: saidOf(request, row) }))}
      kinds={LINKS.map((key) => ({ key, label: text(`agreements.network.${key}`) }))}
      tones={[
        { tone: 'full', label: text('agreements.state.in-force') },
        { tone: 'open', label: text('agreements.network.not-in-force') },
        ...(present.includes('depositary')
          ? [{ tone: 'square' as const, label: text('agreements.network.depositary-node') }]
          : []),
      ]}
    />
  );
}

function Edges({ request, found, input }: Props): Markup {
  const { text, locale } = request;
  const shareOf = ({ shared, either }: Row): string =>
    shared === null || either === null || either === 0
      ? ''
      : formatPercent(locale, Math.floor((100 * shared) / either));
  return (
    <DataTable
      text={text}
      id="edges"
      rowsFirst={ROWS_FIRST}
      caption={text('agreements.network.table', { count: found.rows.length })}
      columns={[
        { key: 'one', label: text('agreements.network.one') },
        { key: 'kind', label: text('agreements.network.kind') },
        { key: 'other', label: text('agreements.network.other') },
        { key: 'shared', label: text('agreements.network.both'), kind: 'number' },
        { key: 'share', label: text('agreements.network.share'), kind: 'number' },
      ]}
      rows={found.rows.slice(0, ROWS_MAX).map((row) => ({
        cells: {
          one: <a href={agreementHref(row.one, request)}>{row.oneTitle}</a>,
          kind: text(`agreements.network.${row.kind}`),
          other: <a href={addressOf(request, row)}>{row.otherTitle}</a>,
          shared: row.shared ?? '',
          share: shareOf(row),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.network', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

export const networkPage: Page = {
  path: '/network',
  section: 'agreements',
  examples: ['/network', '/network?sector=environment&percent=80', '/network?by=depositary'],
  async render(request) {
    const { locale, search, text } = request;
    const input = inputOf(search);
    const found = await request.ask(network, { ...input, locale });
    if (isRefusal(found)) return found;
    const props = { request, found, input };
    return {
      title: text('agreements.network.title'),
      description: text('agreements.network.lead'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      follows: {},
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.network.title')}</h1>
            <p>{text('agreements.network.lead')}</p>
          </div>
          <Choice request={request} input={input} />
          <section>
            {found.rows.length === 0 ? <p>{text('agreements.network.none')}</p> : null}
            <Picture {...props} />
            {found.rows.length === 0 ? null : <Edges {...props} />}
            {found.rows.length > ROWS_MAX ? (
              <p class="hint">{text('agreements.network.first', { count: ROWS_MAX })}</p>
            ) : null}
          </section>
        </>
      ),
    };
  },
};
