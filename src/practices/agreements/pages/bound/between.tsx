/** What two are bound by towards each other: how much, since when, and the table of it. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import { between, compare } from '../../questions/actor.ts';
import type { Compared, Shared } from '../answers.ts';
import { actorAgreementsHref, agreementHref, relationHref } from '../links.ts';
import { Years } from '../../../../ui/year-chart/years.tsx';

/** So many tell what the table holds. */
const ROWS_FIRST = 12;

interface Props {
  readonly request: PageRequest;
  readonly found: Shared;
}

/** The answer in words: how many bind the two, and between which days they began to. */
function Answer({ request, found }: Props): Markup | null {
  const { text, locale } = request;
  const days = found.rows.flatMap(({ since }) => since ?? []).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <p class="standing">
      {text('agreements.between.answer', { ...namesOf(found), count: found.rows.length })}{' '}
      {text('agreements.between.span', {
        first: formatDate(locale, first),
        last: formatDate(locale, last),
      })}
    </p>
  );
}

const namesOf = ({ oneName, otherName }: Shared): { one: string; other: string } => ({
  one: oneName,
  other: otherName,
});

/** How much binds each of them alone, with the way to it. */
function Alone({ request, found, rows }: Props & Pick<Compared, 'rows'>): Markup | null {
  const { one, other } = namesOf(found);
  const only = (mine: 'oneStanding' | 'otherStanding', theirs: 'oneStanding' | 'otherStanding') =>
    rows.filter((row) => row[mine] === 'party' && row[theirs] !== 'party').length;
  const told = [
    { actor: found.one, one, other, count: only('oneStanding', 'otherStanding') },
    { actor: found.other, one: other, other: one, count: only('otherStanding', 'oneStanding') },
  ].filter(({ count }) => count > 0);
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ actor, ...told }) => (
        <li>
          <a href={actorAgreementsHref(actor, request)}>
            {request.text('agreements.between.alone', told)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ request, found, row }: Props & { row: Shared['rows'][number] }): Markup {
  const words = row.reservations === 0 ? 'between.none-on-record' : `outcome.${row.outcome}`;
  return (
    <a href={relationHref(row.agreement, [found.one, found.other], request)}>
      {request.text(`agreements.${words}`)}
    </a>
  );
}

/** The rows; how reservations bear on them only where there is any. */
function Rows({ request, found }: Props): Markup {
  const { text } = request;
  const day = (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;
  const reserved = found.rows.some(({ reservations }) => reservations > 0);
  const outcome = { key: 'outcome', label: text('agreements.between.outcome') };
  return (
    <>
      <DataTable
        text={text}
        id="between"
        caption={text('agreements.between.both', namesOf(found))}
        rowsFirst={ROWS_FIRST}
        columns={[
          { key: 'agreement', label: text('agreements.party.agreement') },
          { key: 'since', label: text('agreements.between.since') },
          { key: 'one', label: found.oneName },
          { key: 'other', label: found.otherName },
          ...(reserved ? [outcome] : []),
        ]}
        rows={found.rows.map((row) => ({
          cells: {
            agreement: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
            since: day(row.since),
            one: day(row.oneSince),
            other: day(row.otherSince),
            outcome: <Outcome request={request} found={found} row={row} />,
          },
        }))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref(
            'agreements.between',
            { one: found.one, other: found.other },
            request,
            format,
          ),
          label: format.toUpperCase(),
        }))}
      />
      {reserved ? null : <p>{text('agreements.between.unreserved')}</p>}
    </>
  );
}

/** What is found between two; that nothing is, is an answer as well. */
function Found({ request, found, compared }: Props & { compared: Compared }): Markup {
  const { text } = request;
  const alone = <Alone request={request} found={found} rows={compared.rows} />;
  if (found.rows.length === 0) {
    return (
      <EmptyState title={text('agreements.between.none', namesOf(found))}>
        <p>{text('agreements.between.none.next')}</p>
        {alone}
      </EmptyState>
    );
  }
  return (
    <>
      <Years
        request={request}
        id="years"
        series={text('agreements.title')}
        label={text('agreements.bound.years')}
        days={found.rows.map(({ since }) => since)}
      />
      {alone}
      <Rows request={request} found={found} />
    </>
  );
}

/** The form for two; once they are known it holds their names and no codes. */
function Pair({ request, found }: { request: PageRequest; found: Shared | null }): Markup {
  const { text, search } = request;
  const field = (name: 'one' | 'other', known: string | undefined) => ({
    kind: 'search' as const,
    name,
    label: text(`agreements.between.${name}`),
    value: known ?? search.get(name) ?? '',
  });
  return (
    <Filters
      text={text}
      id="pair"
      label={text('agreements.between')}
      action="/between"
      query={datesIn(request)}
      filters={[field('one', found?.oneName), field('other', found?.otherName)]}
      submit={text('agreements.between.compare')}
    />
  );
}

/** Both answers about two from the address, or null where it does not name two. */
async function askBoth(request: PageRequest) {
  const { search, locale } = request;
  const one = search.get('one')?.trim() ?? '';
  const other = search.get('other')?.trim() ?? '';
  if (one === '' || other === '') return null;
  const input = { one, other, locale };
  const found = await request.ask(between, input);
  if (isRefusal(found)) return found;
  const compared = await request.ask(compare, { ...input, differing: true });
  return isRefusal(compared) ? compared : { found, compared };
}

export const betweenPage: Page = {
  path: '/between',
  section: 'agreements',
  examples: [
    '/between',
    '/between?one=KEN&other=NOR',
    '/between?one=KEN&other=NOR&asOf=1930-01-01',
  ],
  async render(request) {
    const { text } = request;
    const asked = await askBoth(request);
    if (isRefusal(asked)) return asked;
    return {
      title: text('agreements.between'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.between')}</h1>
            {asked === null ? (
              <p>{text('agreements.between.lead')}</p>
            ) : (
              <Answer request={request} found={asked.found} />
            )}
          </div>
          <Pair request={request} found={asked?.found ?? null} />
          {asked === null ? (
            <EmptyState title={text('agreements.between.ask')}>
              <p>{text('agreements.between.example')}</p>
            </EmptyState>
          ) : (
            <Found request={request} {...asked} />
          )}
        </>
      ),
    };
  },
};
