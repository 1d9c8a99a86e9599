/** The calendar: a month over all practices as a picture, and the same as a table. */
import { isRefusal } from '../../kernel/refusal.ts';
import { list } from '../../practices/actors/questions/list.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../ui/filters/filters.tsx';
import type { Markup } from '../../ui/markup.ts';
import { MonthGrid } from '../../ui/month-grid/month-grid.tsx';
import { monthAfter } from '../../ui/month-grid/weeks.ts';
import { datesIn, questionHref } from '../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { PlainDate } from '../../ui/plain-date/plain-date.tsx';
import { formatDate, formatMonth } from '../../ui/text/format.ts';
import { ViewLinks } from '../../ui/view-links/view-links.tsx';
import type { AnswerTo } from '../front/answers.ts';
import { dates } from './calendar-area.ts';
import { askedOf, daysOf, monthOf } from './calendar-asked.ts';
import { type DateRow, GROUPS } from './date-row.ts';
import { dateText, happeningText } from './date-words.ts';

const PATH = '/calendar';

type Actors = AnswerTo<typeof list>['rows'];

/** Where nothing is on in a month, of what comes later. */
const LATER_SHOWN = 10;

interface Props {
  request: PageRequest;
  month: string;
  rows: readonly DateRow[];
}

/** What the address asks for, as a query: it goes on from month to month. */
const askedIn = ({ search }: PageRequest): Record<string, string> => ({
  ...datesIn({ search }),
  ...askedOf(search),
});

const hrefOf = (request: PageRequest, more: Record<string, string>): string =>
  `${PATH}?${new URLSearchParams({ ...askedIn(request), ...more }).toString()}`;

/** An address of a date's own page, with the dates that this page is read as of. */
function dayHref(request: PageRequest, { href }: DateRow): string {
  const query = new URLSearchParams(datesIn(request)).toString();
  return query === '' ? href : `${href}?${query}`;
}

function Months({ request, month }: Pick<Props, 'request' | 'month'>): Markup {
  const { text, locale } = request;
  const views = [-1, 0, 1].map((step) => {
    const other = monthAfter(month, step);
    const label = formatMonth(locale, other);
    return { label, href: hrefOf(request, { month: other }), current: step === 0 };
  });
  return <ViewLinks label={text('calendar.months')} views={views} />;
}

function Grid({ request, month, rows }: Props): Markup {
  const { text } = request;
  return (
    <MonthGrid
      text={text}
      id="month"
      month={month}
      today={request.asOf}
      kinds={GROUPS.map((group) => text(`calendar.group.${group}`))}
      entries={rows.map((row) => ({
        on: row.on,
        until: row.until,
        title: dateText(text, row),
        href: dayHref(request, row),
        kind: GROUPS.indexOf(row.group),
      }))}
    />
  );
}

function When({ request, row }: { request: PageRequest; row: DateRow }): Markup {
  const { text } = request;
  return (
    <>
      <PlainDate text={text} on={row.on} style="short" />
      {row.until === null || row.until === row.on ? null : (
        <>
          {' – '}
          <PlainDate text={text} on={row.until} style="short" />
        </>
      )}
      {row.at === null ? null : ` ${row.at.slice(11, 16)} UTC`}
      {row.isOverdue ? ` · ${text('calendar.overdue')}` : null}
    </>
  );
}

interface ListProps extends Pick<Props, 'request' | 'rows'> {
  readonly days: { readonly from: string; readonly to?: string };
}

function List({ request, days, rows }: ListProps): Markup {
  const { text, locale } = request;
  const input = { ...days, ...askedOf(request.search), locale };
  return (
    <DataTable
      text={text}
      id="dates"
      caption={text('calendar.dates')}
      columns={[
        { key: 'what', label: text('calendar.column.what') },
        { key: 'on', label: text('calendar.column.on') },
        { key: 'kind', label: text('calendar.column.kind') },
        { key: 'rule', label: text('calendar.column.rule') },
      ]}
      rows={rows.map((row) => ({
        cells: {
          what: (
            <>
              <a href={dayHref(request, row)} dir="auto">
                {row.title}
              </a>
              {` · ${happeningText(text, row)}`}
            </>
          ),
          on: <When request={request} row={row} />,
          kind: text(`calendar.group.${row.group}`),
          rule: row.citation ?? '–',
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('calendar.dates', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

function Choice({ request, month, actors }: Omit<Props, 'rows'> & { actors: Actors }): Markup {
  const { text, search, locale } = request;
  const asked = askedOf(search);
  const all = { value: '', label: text('calendar.filter.all') };
  const named = actors.map(({ id, names, name }) => ({ value: id, label: names[locale] ?? name }));
  const { compare } = new Intl.Collator(locale);
  return (
    <Filters
      text={text}
      id="calendar"
      label={text('calendar.filter')}
      action={PATH}
      query={datesIn(request)}
      filters={[
        {
          kind: 'select',
          name: 'group',
          label: text('calendar.filter.group'),
          value: asked.group ?? '',
          options: [
            all,
            ...GROUPS.map((value) => ({ value, label: text(`calendar.group.${value}`) })),
          ],
        },
        {
          kind: 'select',
          name: 'actor',
          label: text('calendar.filter.actor'),
          value: asked.actor ?? '',
          options: [all, ...named.toSorted((one, other) => compare(one.label, other.label))],
        },
        {
          kind: 'search',
          name: 'month',
          label: text('calendar.filter.month'),
          value: month,
        },
      ]}
    />
  );
}

/** Leads on from a month in which nothing is on, and shows what comes then. */
function Nothing({ request, days, rows }: ListProps): Markup {
  const { text, locale } = request;
  const [next] = rows;
  if (next === undefined) return <EmptyState title={text('calendar.nothing')} />;
  const on = formatDate(locale, next.on);
  return (
    <>
      <EmptyState title={text('calendar.nothing')}>
        <a href={hrefOf(request, { month: next.on.slice(0, 7) })}>
          {text('calendar.next', { on })}
        </a>
      </EmptyState>
      <List request={request} days={days} rows={rows.slice(0, LATER_SHOWN)} />
    </>
  );
}

export const calendarPage: Page = {
  path: PATH,
  section: 'calendar',
  // What is due by the hour becomes overdue without an act.
  followsClock: true,
  examples: [PATH, `${PATH}?month=2026-03&group=into-force`, `${PATH}?actor=KEN`],
  async render(request) {
    const { text, locale, search } = request;
    const month = monthOf(search, request.asOf);
    const asked = askedOf(search);
    const found = await request.ask(dates, { ...daysOf(month), ...asked, locale });
    if (isRefusal(found)) return found;
    const states = await request.ask(list, { kind: 'state' });
    if (isRefusal(states)) return states;
    const { rows } = found;
    const after = `${monthAfter(month, 1)}-01`;
    const later =
      rows.length > 0 ? null : await request.ask(dates, { from: after, ...asked, locale });
    const feed = `${PATH}.ics?${new URLSearchParams({ ...asked, lang: locale }).toString()}`;
    const title = text('calendar.title');
    return {
      title: `${title}: ${formatMonth(locale, month)}`,
      description: text('calendar.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      follows: {},
      alternates: [{ href: feed, label: text('calendar.subscribe'), type: 'text/calendar' }],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('calendar.lead')}</p>
          </div>
          <Choice request={request} month={month} actors={states.rows} />
          <Months request={request} month={month} />
          <div class="month-page">
            <Grid request={request} month={month} rows={rows} />
            {rows.length === 0 ? (
              <Nothing
                request={request}
                days={{ from: after }}
                rows={later === null || isRefusal(later) ? [] : later.rows}
              />
            ) : (
              <List request={request} days={daysOf(month)} rows={rows} />
            )}
          </div>
          <p>
            <a href={feed}>{text('calendar.subscribe')}</a>
          </p>
        </>
      ),
    };
  },
};
