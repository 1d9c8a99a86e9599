/** What one actor is bound by: how much, since when, and the table of it. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesOf, questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { ofActor } from '../../questions/actor.ts';
import type { StandingRow } from '../answers.ts';
import { actorHref, ministryHref, statusHref } from '../links.ts';
import { StandingChip } from '../standing-chip.tsx';
import { Years } from '../../../../ui/year-chart/years.tsx';

/** So many tell what the table holds. */
const ROWS_FIRST = 12;
const COLUMNS = ['agreement', 'standing', 'signed', 'instrument', 'deposited', 'effective'];
/** What may bind one day. */
const AHEAD = new Set(['signatory', 'contracting', 'provisional']);

interface Props {
  readonly request: PageRequest;
  readonly actor: string;
  readonly name: string;
  readonly rows: readonly StandingRow[];
}

function Title({ request, actor, name, rows }: Props): Markup {
  const { text } = request;
  const bound = rows.filter(({ standing }) => standing === 'party').length;
  const ahead = rows.filter(({ standing }) => AHEAD.has(standing)).length;
  return (
    <div class="title">
      <h1>{text('agreements.of-actor', { actor: name })}</h1>
      {rows.length === 0 ? null : (
        <p class="standing">
          {text('agreements.bound.answer', { name, count: bound })}{' '}
          {ahead === 0 ? null : text('agreements.bound.ahead', { count: ahead })}
        </p>
      )}
      <p>
        <a href={actorHref(actor, request)}>{name}</a> ·{' '}
        <a href={`/between?one=${actor}`}>{text('agreements.between')}</a> ·{' '}
        <a href={ministryHref(actor, request)}>{text('agreements.ministry')}</a>
      </p>
    </div>
  );
}

/** Where nothing binds: why, and where there may be more. */
function Nothing({ request, name }: Props): Markup {
  const { text } = request;
  return (
    <EmptyState title={text('agreements.bound.none', { name })}>
      <p>{text('agreements.bound.none.next')}</p>
      <p>
        <a href={`/agreements${datesOf(request)}`}>{text('agreements.none.all')}</a>
      </p>
    </EmptyState>
  );
}

function Bound({ request, actor, name, rows }: Props): Markup {
  const { text } = request;
  const day = (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;
  const since = rows.filter(({ standing }) => standing === 'party').map((row) => row.since);
  return (
    <>
      <Years
        request={request}
        id="years"
        series={text('agreements.title')}
        label={text('agreements.bound.years')}
        days={since}
      />
      <DataTable
        text={text}
        id="bound"
        caption={text('agreements.of-actor', { actor: name })}
        captionHidden
        rowsFirst={ROWS_FIRST}
        columns={COLUMNS.map((key) => ({ key, label: text(`agreements.party.${key}`) }))}
        rows={rows.map((row) => ({
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
  );
}

export const actorPage: Page = {
  path: '/bound/:actor',
  section: 'agreements',
  examples: ['/bound/KEN', '/bound/KEN?asOf=1930-01-01'],
  async render(request) {
    const { text } = request;
    const actor = request.params['actor'] ?? '';
    const found = await request.ask(ofActor, { actor, locale: request.locale });
    if (isRefusal(found)) return found;
    const props = { request, actor, name: found.name, rows: found.rows };
    return {
      title: text('agreements.of-actor', { actor: found.name }),
      follows: {},
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      body: (
        <>
          <Title {...props} />
          {found.rows.length === 0 ? <Nothing {...props} /> : <Bound {...props} />}
        </>
      ),
    };
  },
};
