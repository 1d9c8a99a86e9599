/** A body's votes of the past: how many each year, and each with its tally. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { type Filter, Filters } from '../../../../ui/filters/filters.tsx';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { Progress } from '../../../../ui/progress/progress.tsx';
import { Pagination } from '../../../../ui/pagination/pagination.tsx';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { YearChart } from '../../../../ui/year-chart/year-chart.tsx';
import { importTask } from '../../import/import-roll-calls.ts';
import { registerOf } from '../../registers.ts';
import { VOTES, rollCalls } from '../../questions/history/roll-calls.ts';
import { voters } from '../../questions/history/voters.ts';
import type { RollCallsShown, VotersShown } from './answers.ts';
import {
  VotesHead,
  askedIn,
  breadcrumbOf,
  rollCallHref,
  voterOptions,
  votesHref,
} from './parts.tsx';
import { issueText, rollCallText } from './roll-call-words.ts';

const FILTERS = ['words', 'issue', 'year', 'actor', 'vote'] as const;
type Shown = RollCallsShown;
type Voters = VotersShown['rows'];

function filtersOf({ text, search }: PageRequest, shown: Shown, rows: Voters): Filter[] {
  const own = (name: (typeof FILTERS)[number]) => ({
    name,
    label: text(`meetings.votes.filter.${name}`),
    value: search.get(name) ?? '',
  });
  const all = text('meetings.votes.filter.all');
  const years = [...new Set([search.get('year') ?? '', ...shown.years.map(({ key }) => key)])];
  const select = (name: (typeof FILTERS)[number], options: { value: string; label: string }[]) => ({
    kind: 'select' as const,
    ...own(name),
    options: [{ value: '', label: all }, ...options],
  });
  const plain = (value: string) => ({ value, label: value });
  return [
    { kind: 'search', ...own('words') },
    select(
      'issue',
      shown.issues.map(({ key }) => ({ value: key, label: issueText(text, key) })),
    ),
    select(
      'year',
      years
        .filter((year) => year !== '')
        .toReversed()
        .map(plain),
    ),
    { kind: 'select', ...own('actor'), options: voterOptions(rows, all) },
    select(
      'vote',
      VOTES.map((vote) => ({ value: vote, label: text(`meetings.votes.vote.${vote}`) })),
    ),
  ];
}

function Table({ request, shown }: { request: PageRequest; shown: Shown }) {
  const { text, search } = request;
  const { body } = shown;
  const number = (key: 'yes' | 'no' | 'abstain') => {
    return { key, label: text(`meetings.votes.vote.${key}`), kind: 'number' as const };
  };
  const columns = [
    { key: 'title', label: text('meetings.votes.column.title') },
    { key: 'on', label: text('meetings.votes.column.on'), kind: 'date' as const },
    { key: 'symbol', label: text('meetings.votes.column.symbol') },
    number('yes'),
    number('no'),
    number('abstain'),
  ];
  const rows = shown.rows.map((row) => ({
    cells: {
      title: (
        <a href={rollCallHref(body, row.number, request)} dir="auto">
          {rollCallText(text, row)}
        </a>
      ),
      on: <PlainDate text={text} on={row.on} style="short" />,
      symbol: row.symbol ?? '–',
      yes: row.yes,
      no: row.no,
      abstain: row.abstain,
    },
  }));
  const input = { body, ...askedIn(search, FILTERS), pageSize: '10000' };
  const download = (format: 'csv' | 'json', label: string) => {
    return { href: questionHref('meetings.roll-calls', input, request, format), label };
  };
  return (
    <DataTable
      text={text}
      id="roll-calls"
      caption={text('meetings.votes.view.list')}
      captionHidden
      columns={columns}
      rows={rows}
      downloads={[download('csv', 'CSV'), download('json', 'JSON')]}
    />
  );
}

/** The page that the address asks for, from 1. */
function pageIn(search: URLSearchParams): number {
  const given = search.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(given) ? Number(given) : 1;
}

/** How far an import has come that is not at its end, on a page of what is known now. */
async function importing(request: PageRequest, body: string) {
  const { text, knownAt } = request;
  const work = knownAt === null ? await request.progressOf(importTask(body)) : null;
  if (work === null || work.state === 'done') return null;
  const told = { label: text('meetings.votes.importing'), ...work };
  return <Progress text={text} {...told} detail={text('meetings.votes.importing.again')} />;
}

export const votesPage: Page = {
  path: '/meetings/votes/:body',
  section: 'meetings',
  // An import that stopped is told as one, though nothing is recorded any more.
  followsClock: true,
  examples: [
    '/meetings/votes/general-conference',
    '/meetings/votes/general-conference?issue=Reporting&actor=KEN&vote=yes',
    '/meetings/votes/general-conference?words=nothing',
  ],
  async render(request) {
    const { text, search, locale } = request;
    const body = request.params['body'] ?? '';
    const asked = askedIn(search, FILTERS);
    const shown = await request.ask(rollCalls, { body, ...asked, page: pageIn(search), locale });
    if (isRefusal(shown)) return shown;
    const known = await request.ask(voters, { body, locale });
    if (isRefusal(known)) return known;
    const title = text('meetings.votes.of', { body: shown.title });
    const href = (more: Record<string, string>) =>
      votesHref(body, '', { ...asked, ...more }, request);
    return {
      title,
      breadcrumb: breadcrumbOf(request, { name: body, title: shown.title }, false),
      follows: { register: registerOf('votes', body) },
      body: (
        <>
          <VotesHead request={request} body={body} title={title} view="list" />
          {await importing(request, body)}
          <YearChart
            text={text}
            id="years"
            label={text('meetings.votes.chart')}
            kind="bars"
            series={[text('meetings.votes.view.list')]}
            years={shown.years.map(({ key, count }) => {
              return { year: Number(key), href: href({ year: key }), values: [count] };
            })}
          />
          <Filters
            text={text}
            id="filter"
            label={text('meetings.votes.filter.label')}
            action={`/meetings/votes/${body}`}
            filters={filtersOf(request, shown, known.rows)}
            query={datesIn(request)}
            shown={{ count: shown.found, total: shown.total }}
            {...(Object.keys(asked).length > 0 && { clearHref: votesHref(body, '', {}, request) })}
          />
          <Table request={request} shown={shown} />
          <Pagination
            text={text}
            page={pageIn(search)}
            pages={shown.pages}
            hrefOf={(page) => href({ page: String(page) })}
          />
          {shown.source === null ? null : (
            <p class="small">{text('meetings.votes.source', { source: shown.source })}</p>
          )}
        </>
      ),
    };
  },
};
