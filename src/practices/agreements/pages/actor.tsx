/** What one actor is bound by, and what two are bound by towards each other. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../../ui/filters/filters.tsx';
import type { Content } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { between, ofActor } from '../questions/actor.ts';
import { actorHref, agreementHref, ministryHref, relationHref, statusHref } from './links.ts';
import { StandingChip } from './standing-chip.tsx';

const breadcrumbOf = ({ text }: PageRequest) => [
  { label: 'Concord', href: '/' },
  { label: text('agreements.title'), href: '/agreements' },
];

const dayIn =
  ({ text }: PageRequest) =>
  (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;

export const actorPage: Page = {
  path: '/bound/:actor',
  section: 'agreements',
  examples: ['/bound/KEN'],
  async render(request) {
    const { text } = request;
    const actor = request.params['actor'] ?? '';
    const found = await request.ask(ofActor, { actor, locale: request.locale });
    if (isRefusal(found)) return found;
    const day = dayIn(request);
    const title = text('agreements.of-actor', { actor: found.name });
    const columns = ['agreement', 'standing', 'signed', 'instrument', 'deposited', 'effective'];
    return {
      title,
      follows: {},
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>
              <a href={actorHref(actor, request)}>{found.name}</a> ·{' '}
              <a href={`/between?one=${actor}`}>{text('agreements.between')}</a> ·{' '}
              <a href={ministryHref(actor, request)}>{text('agreements.ministry')}</a>
            </p>
          </div>
          <DataTable
            text={text}
            id="bound"
            caption={title}
            captionHidden
            columns={columns.map((key) => ({ key, label: text(`agreements.party.${key}`) }))}
            rows={found.rows.map((row) => ({
              cells: {
                agreement: <a href={statusHref(row.agreement, actor, request)}>{row.title}</a>,
                standing: <StandingChip text={text} standing={row.standing} />,
                signed: day(row.signedOn),
                instrument: row.instrument ? text(`agreements.instrument.${row.instrument}`) : '–',
                deposited: day(row.depositedOn),
                effective: day(row.effectiveOn),
              },
            }))}
            downloads={(['csv', 'json'] as const).map((format) => ({
              href: questionHref('agreements.of-actor', { actor }, request, format),
              label: format.toUpperCase(),
            }))}
          />
        </>
      ),
    };
  },
};

/** Two actors from the address; a name that is none is refused by the question. */
async function shared(request: PageRequest, one: string, other: string) {
  const { text } = request;
  const found = await request.ask(between, { one, other, locale: request.locale });
  if (isRefusal(found)) return found;
  const day = dayIn(request);
  const columns = ['agreement', 'since', 'one', 'other', 'outcome'];
  const labels = [
    text('agreements.party.agreement'),
    text('agreements.between.since'),
    found.oneName,
    found.otherName,
    text('agreements.between.outcome'),
  ];
  return (
    <DataTable
      text={text}
      id="between"
      caption={text('agreements.between.both', { one: found.oneName, other: found.otherName })}
      columns={columns.map((key, at) => ({ key, label: labels[at] ?? key }))}
      rows={found.rows.map((row) => ({
        cells: {
          agreement: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          since: day(row.since),
          one: day(row.oneSince),
          other: day(row.otherSince),
          outcome: (
            <a href={relationHref(row.agreement, [found.one, found.other], request)}>
              {text(
                row.reservations === 0
                  ? 'agreements.between.none-on-record'
                  : `agreements.outcome.${row.outcome}`,
              )}
            </a>
          ),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.between', { one, other }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

export const betweenPage: Page = {
  path: '/between',
  section: 'agreements',
  examples: ['/between', '/between?one=KEN&other=NOR'],
  async render(request) {
    const { text, search } = request;
    const one = search.get('one')?.trim() ?? '';
    const other = search.get('other')?.trim() ?? '';
    const asked = one !== '' && other !== '';
    const table = asked ? await shared(request, one, other) : null;
    if (isRefusal(table)) return table;
    return {
      title: text('agreements.between'),
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.between')}</h1>
            <p>{text('agreements.between.lead')}</p>
          </div>
          <Filters
            text={text}
            id="pair"
            label={text('agreements.between')}
            action="/between"
            query={Object.fromEntries(search)}
            filters={[
              { kind: 'search', name: 'one', label: text('agreements.between.one'), value: one },
              {
                kind: 'search',
                name: 'other',
                label: text('agreements.between.other'),
                value: other,
              },
            ]}
          />
          {table ?? <EmptyState title={text('agreements.between.ask')} />}
        </>
      ),
    };
  },
};
