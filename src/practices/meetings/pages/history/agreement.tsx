/** Two who vote: how often alike, year by year and by issue, down to the roll calls. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { type Filter, Filters } from '../../../../ui/filters/filters.tsx';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatNumber } from '../../../../ui/text/format.ts';
import { YearChart } from '../../../../ui/year-chart/year-chart.tsx';
import { agreement } from '../../questions/history/agreement.ts';
import { voters } from '../../questions/history/voters.ts';
import { registerOf } from '../../registers.ts';
import type { AgreementShown, VotersShown } from './answers.ts';
import { Topics, plainAnswer } from './plain-answer.tsx';
import {
  VotesHead,
  askedIn,
  breadcrumbOf,
  rollCallHref,
  shareText,
  voterOptions,
  votesHref,
} from './parts.tsx';
import { issueText, rollCallText } from './roll-call-words.ts';

const ASKED = ['one', 'other', 'year', 'issue', 'show'] as const;
const MEASURES = ['identical', 'index', 'coincidence'] as const;
/** As many as a page bears; the question gives the others. */
const LISTED_MAX = 30;
/** Roll calls of a year below which the curve leaves it out. */
const TOGETHER_MIN = 5;
const SHOWN = ['opposed', 'different', 'all'] as const;

interface Props {
  request: PageRequest;
  shown: AgreementShown;
}

function filtersOf({ text, search }: PageRequest, known: VotersShown): Filter[] {
  const voter = (name: 'one' | 'other'): Filter => ({
    kind: 'select',
    name,
    label: text(`meetings.votes.agreement.${name}`),
    value: search.get(name) ?? '',
    options: voterOptions(known.rows, text('meetings.votes.agreement.choose')),
  });
  const show: Filter = {
    kind: 'select',
    name: 'show',
    label: text('meetings.votes.show'),
    value: search.get('show') ?? '',
    options: SHOWN.map((value) => ({ value, label: text(`meetings.votes.show.${value}`) })),
  };
  return [voter('one'), voter('other'), show];
}

/** An address of this page that asks for something more, or something else. */
function hrefWith({ request, shown }: Props, more: Record<string, string>): string {
  const asked = { ...askedIn(request.search, ['show']), ...more };
  const two = { one: shown.one.actor, other: shown.other.actor };
  return `${votesHref(shown.body, 'agreement', { ...two, ...asked }, request)}#votes`;
}

function Curve(props: Props) {
  const { text } = props.request;
  const years = props.shown.rows.filter(({ kind }) => kind === 'year');
  // A year in which they met a few times only would draw a line to nowhere; the table has it.
  const isDrawn = ({ both }: { both: number }): boolean =>
    both >= TOGETHER_MIN || years.every((one) => one.both < TOGETHER_MIN);
  return (
    <YearChart
      text={text}
      id="curve"
      label={text('meetings.votes.agreement.curve')}
      kind="shares"
      series={MEASURES.map((measure) => text(`meetings.votes.measure.${measure}`))}
      years={years.map((row) => ({
        year: Number(row.key),
        href: hrefWith(props, { year: row.key, show: 'all' }),
        values: MEASURES.map((measure) => (isDrawn(row) ? row[measure] : null)),
      }))}
    />
  );
}

function Figures(props: Props & { kind: 'issue' | 'year' }) {
  const { request, shown, kind } = props;
  const { text, locale } = request;
  const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  const rows = shown.rows.filter((row) => row.kind === kind || row.kind === 'all');
  const input = { body: shown.body, one: shown.one.actor, other: shown.other.actor };
  const download = (format: 'csv' | 'json', label: string) => {
    return { href: questionHref('meetings.agreement', input, request, format), label };
  };
  return (
    <DataTable
      text={text}
      id={`by-${kind}`}
      caption={text(`meetings.votes.agreement.by-${kind}`)}
      columns={[
        { key: 'key', label: text(`meetings.votes.filter.${kind}`) },
        number('both', text('meetings.votes.column.both')),
        number('same', text('meetings.votes.column.same')),
        number('opposed', text('meetings.votes.column.opposed')),
        ...MEASURES.map((key) => number(key, text(`meetings.votes.measure.${key}`))),
      ]}
      rows={rows.map((row) => ({
        cells: {
          key:
            row.kind === 'all' ? (
              text('meetings.votes.filter.all')
            ) : (
              <a href={hrefWith(props, { [kind]: row.key, show: 'all' })}>
                {kind === 'issue' ? issueText(text, row.key) : row.key}
              </a>
            ),
          both: row.both,
          same: row.same,
          opposed: row.opposed,
          ...Object.fromEntries(
            MEASURES.map((measure) => [measure, <>{shareText(locale, row[measure])}</>]),
          ),
        },
      }))}
      downloads={[download('csv', 'CSV'), download('json', 'JSON')]}
    />
  );
}

function Votes({ request, shown }: Props) {
  const { text, search } = request;
  const { body, one, other } = shown;
  const issue = issueText(text, search.get('issue') ?? '');
  const about = [search.get('year') ?? '', issue].filter((part) => part !== '');
  const what = SHOWN.find((value) => value === search.get('show')) ?? 'opposed';
  const show = text(`meetings.votes.show.${what}`);
  return (
    <DataTable
      text={text}
      id="votes"
      caption={[show, ...about, formatNumber(text.locale, shown.votes.length)].join(' · ')}
      columns={[
        { key: 'title', label: text('meetings.votes.column.title') },
        { key: 'on', label: text('meetings.votes.column.on'), kind: 'date' as const },
        { key: 'symbol', label: text('meetings.votes.column.symbol') },
        { key: 'one', label: one.name },
        { key: 'other', label: other.name },
      ]}
      rows={shown.votes.slice(0, LISTED_MAX).map((row) => ({
        cells: {
          title: (
            <a href={rollCallHref(body, row.number, request)} dir="auto">
              {rollCallText(text, row)}
            </a>
          ),
          on: <PlainDate text={text} on={row.on} style="short" />,
          symbol: row.symbol ?? '–',
          one: text(`meetings.votes.vote.${row.one}`),
          other: text(`meetings.votes.vote.${row.other}`),
        },
      }))}
    />
  );
}

function Comparison(props: Props) {
  const { text } = props.request;
  return (
    <>
      <Topics {...props} />
      <Figures {...props} kind="issue" />
      <Votes {...props} />
      <Curve {...props} />
      <p>{text('meetings.votes.measures')}</p>
      <details class="fold">
        <summary>{text('meetings.votes.agreement.by-year')}</summary>
        <Figures {...props} kind="year" />
      </details>
    </>
  );
}

export const agreementPage: Page = {
  path: '/meetings/votes/:body/agreement',
  section: 'meetings',
  examples: [
    '/meetings/votes/general-conference/agreement',
    '/meetings/votes/general-conference/agreement?one=KEN&other=FRA&show=all',
    '/meetings/votes/general-conference/agreement?one=KEN&other=USA',
  ],
  async render(request) {
    const { text, search, locale } = request;
    const body = request.params['body'] ?? '';
    const known = await request.ask(voters, { body, locale });
    if (isRefusal(known)) return known;
    const asked = askedIn(search, ASKED);
    const isAsked = 'one' in asked && 'other' in asked;
    const shown = isAsked ? await request.ask(agreement, { body, ...asked, locale }) : null;
    if (isRefusal(shown)) return shown;
    const title = shown
      ? text('meetings.votes.agreement.of', { one: shown.one.name, other: shown.other.name })
      : text('meetings.votes.view.agreement');
    const lead = shown === null ? {} : { lead: plainAnswer(request, shown) };
    return {
      title,
      ...(shown !== null && { description: plainAnswer(request, shown) }),
      breadcrumb: breadcrumbOf(request, { name: body, title: known.title }, true),
      follows: { register: registerOf('votes', body) },
      body: (
        <>
          <VotesHead request={request} body={body} title={title} view="agreement" {...lead} />
          <Filters
            text={text}
            id="two"
            label={text('meetings.votes.view.agreement')}
            action={`/meetings/votes/${body}/agreement`}
            filters={filtersOf(request, known)}
            query={datesIn(request)}
          />
          {shown === null ? (
            <EmptyState title={text('meetings.votes.agreement.none')}>
              <p>{text('meetings.votes.agreement.none.next')}</p>
            </EmptyState>
          ) : (
            <Comparison request={request} shown={shown} />
          )}
        </>
      ),
    };
  },
};
