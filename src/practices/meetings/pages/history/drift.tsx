/** One who votes, over the years: with the majority, and with whom most and least. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { YearChart } from '../../../../ui/year-chart/year-chart.tsx';
import { drift } from '../../questions/history/drift.ts';
import { voters } from '../../questions/history/voters.ts';
import { registerOf } from '../../registers.ts';
import type { DriftShown } from './answers.ts';
import { VotesHead, askedIn, breadcrumbOf, shareText, voterOptions, votesHref } from './parts.tsx';

interface Props {
  request: PageRequest;
  shown: DriftShown;
}

function Companions({ request, shown, which }: Props & { which: 'nearest' | 'farthest' }) {
  const { text, locale } = request;
  const { body, one } = shown;
  return (
    <DataTable
      text={text}
      id={which}
      caption={text(`meetings.votes.drift.${which}`)}
      columns={[
        { key: 'name', label: text('meetings.votes.column.voter') },
        { key: 'both', label: text('meetings.votes.column.both'), kind: 'number' as const },
        { key: 'index', label: text('meetings.votes.measure.index'), kind: 'number' as const },
      ]}
      rows={shown[which].map((row) => ({
        cells: {
          name: (
            <a href={votesHref(body, 'agreement', { one: one.actor, other: row.actor }, request)}>
              {row.name}
            </a>
          ),
          both: row.both,
          index: <>{shareText(locale, row.index)}</>,
        },
      }))}
    />
  );
}

function Years({ request, shown }: Props) {
  const { text, locale } = request;
  const { body, one } = shown;
  const input = { body, actor: one.actor };
  const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  const download = (format: 'csv' | 'json', label: string) => {
    return { href: questionHref('meetings.drift', input, request, format), label };
  };
  return (
    <DataTable
      text={text}
      id="by-year"
      caption={text('meetings.votes.drift.curve')}
      columns={[
        { key: 'year', label: text('meetings.votes.filter.year') },
        number('rollCalls', text('meetings.votes.view.list')),
        number('both', text('meetings.votes.column.took-part')),
        number('opposed', text('meetings.votes.column.opposed')),
        number('index', text('meetings.votes.measure.index')),
      ]}
      rows={shown.rows.map((row) => ({
        cells: {
          year: (
            <a href={votesHref(body, '', { year: row.year, actor: one.actor }, request)}>
              {row.year}
            </a>
          ),
          rollCalls: row.rollCalls,
          both: row.both,
          opposed: row.opposed,
          index: <>{shareText(locale, row.index)}</>,
        },
      }))}
      downloads={[download('csv', 'CSV'), download('json', 'JSON')]}
    />
  );
}

function Path({ request, shown }: Props) {
  const { text } = request;
  const { body, one } = shown;
  return (
    <>
      <YearChart
        text={text}
        id="curve"
        label={text('meetings.votes.drift.curve')}
        kind="shares"
        series={[text('meetings.votes.measure.index')]}
        years={shown.rows.map(({ year, index }) => ({
          year: Number(year),
          href: votesHref(body, '', { year, actor: one.actor }, request),
          values: [index],
        }))}
      />
      <p>{text('meetings.votes.drift.how')}</p>
      <Companions request={request} shown={shown} which="nearest" />
      <Companions request={request} shown={shown} which="farthest" />
      <Years request={request} shown={shown} />
    </>
  );
}

export const driftPage: Page = {
  path: '/meetings/votes/:body/drift',
  section: 'meetings',
  examples: [
    '/meetings/votes/general-conference/drift',
    '/meetings/votes/general-conference/drift?actor=KEN',
  ],
  async render(request) {
    const { text, search, locale } = request;
    const body = request.params['body'] ?? '';
    const known = await request.ask(voters, { body, locale });
    if (isRefusal(known)) return known;
    const asked = askedIn(search, ['actor']);
    const shown = 'actor' in asked ? await request.ask(drift, { body, ...asked, locale }) : null;
    if (isRefusal(shown)) return shown;
    const title = shown
      ? text('meetings.votes.drift.of', { actor: shown.one.name })
      : text('meetings.votes.view.drift');
    return {
      title,
      breadcrumb: breadcrumbOf(request, { name: body, title: known.title }, true),
      follows: { register: registerOf('votes', body) },
      body: (
        <>
          <VotesHead request={request} body={body} title={title} view="drift" />
          <Filters
            text={text}
            id="one"
            label={text('meetings.votes.view.drift')}
            action={`/meetings/votes/${body}/drift`}
            filters={[
              {
                kind: 'select',
                name: 'actor',
                label: text('meetings.votes.column.voter'),
                value: search.get('actor') ?? '',
                options: voterOptions(known.rows, text('meetings.votes.agreement.choose')),
              },
            ]}
            query={datesIn(request)}
          />
          {shown === null ? (
            <EmptyState title={text('meetings.votes.drift.none')}>
              <p>{text('meetings.votes.drift.none.next')}</p>
            </EmptyState>
          ) : (
            <Path request={request} shown={shown} />
          )}
        </>
      ),
    };
  },
};
