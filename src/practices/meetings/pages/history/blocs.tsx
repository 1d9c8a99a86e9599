/** Blocs found in a body's votes: each with each as colour, and who stands in which. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { type Filter, Filters } from '../../../../ui/filters/filters.tsx';
import { HeatMap } from '../../../../ui/heat-map/heat-map.tsx';
import { datesIn, questionHref } from '../../../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { formatDate, formatNumber } from '../../../../ui/text/format.ts';
import { blocs } from '../../questions/history/blocs.ts';
import { registerOf } from '../../registers.ts';
import type { BlocsShown } from './answers.ts';
import { VotesHead, askedIn, breadcrumbOf, dayIn, shareText, votesHref } from './parts.tsx';
import { issueText } from './roll-call-words.ts';

const STEPS = [950, 900, 850, 700, 0] as const;
const THRESHOLDS = ['700', '750', '800', '850', '900', '950'] as const;

interface Props {
  request: PageRequest;
  shown: BlocsShown;
}

function filtersOf({ request, shown }: Props): Filter[] {
  const { text, search, locale } = request;
  const issues = shown.issues.map((issue) => ({
    value: issue,
    label: issueText(text, issue),
  }));
  return [
    { kind: 'date', name: 'from', label: text('meetings.votes.filter.from'), value: shown.from },
    { kind: 'date', name: 'to', label: text('meetings.votes.filter.to'), value: shown.to },
    {
      kind: 'select',
      name: 'issue',
      label: text('meetings.votes.filter.issue'),
      value: search.get('issue') ?? '',
      options: [{ value: '', label: text('meetings.votes.filter.all') }, ...issues],
    },
    {
      kind: 'select',
      name: 'threshold',
      label: text('meetings.votes.blocs.threshold'),
      value: String(shown.threshold),
      options: THRESHOLDS.map((value) => ({ value, label: shareText(locale, Number(value)) })),
    },
  ];
}

function Picture({ request, shown }: Props) {
  const { text, locale } = request;
  const groups = shown.blocs.map(({ bloc, members }) => ({
    at: shown.rows.findIndex((row) => row.bloc === bloc),
    size: members,
    label: text('meetings.votes.blocs.bloc', { number: formatNumber(locale, bloc) }),
    href: `#bloc-${bloc}`,
  }));
  const steps = STEPS.map((from, at) => {
    const above = STEPS[at - 1];
    const values = { share: shareText(locale, above ?? from) };
    if (from === 0) return { from, label: text('meetings.votes.blocs.below', values) };
    return { from, label: text('meetings.votes.blocs.from', { share: shareText(locale, from) }) };
  });
  return (
    <HeatMap
      id="heat"
      label={text('meetings.votes.blocs.heat')}
      cells={shown.matrix}
      steps={steps}
      groups={groups}
      names={shown.rows.map(({ actor }) => actor)}
    />
  );
}

/** Names of those in a bloc, or in none, each leading to its own years. */
function Members({ request, shown, bloc }: Props & { bloc: number | null }) {
  const rows = shown.rows.filter((row) => row.bloc === bloc);
  return (
    <>
      {rows.map(({ actor, name }, at) => (
        <>
          {at === 0 ? '' : ' · '}
          <a href={votesHref(shown.body, 'drift', { actor }, request)}>{name}</a>
        </>
      ))}
    </>
  );
}

function Table({ request, shown }: Props) {
  const { text, locale, search } = request;
  const input = { body: shown.body, ...askedIn(search, ['from', 'to', 'issue', 'threshold']) };
  const download = (format: 'csv' | 'json', label: string) => {
    return { href: questionHref('meetings.blocs', input, request, format), label };
  };
  const alone = shown.rows.filter(({ bloc }) => bloc === null).length;
  const found = shown.blocs.map(({ bloc, members, mean }) => ({
    id: `bloc-${bloc}`,
    cells: {
      bloc: text('meetings.votes.blocs.bloc', { number: formatNumber(locale, bloc) }),
      members,
      mean: <>{shareText(locale, mean)}</>,
      who: <Members request={request} shown={shown} bloc={bloc} />,
    },
  }));
  const rest = {
    id: 'bloc-none',
    cells: {
      bloc: text('meetings.votes.blocs.alone'),
      members: alone,
      mean: '–',
      who: <Members request={request} shown={shown} bloc={null} />,
    },
  };
  return (
    <DataTable
      text={text}
      id="blocs"
      caption={text('meetings.votes.view.blocs')}
      captionHidden
      columns={[
        { key: 'bloc', label: text('meetings.votes.view.blocs') },
        { key: 'members', label: text('meetings.votes.blocs.members'), kind: 'number' as const },
        { key: 'mean', label: text('meetings.votes.blocs.mean'), kind: 'number' as const },
        { key: 'who', label: text('meetings.votes.column.voter') },
      ]}
      rows={alone === 0 ? found : [...found, rest]}
      downloads={[download('csv', 'CSV'), download('json', 'JSON')]}
    />
  );
}

export const blocsPage: Page = {
  path: '/meetings/votes/:body/blocs',
  section: 'meetings',
  examples: [
    '/meetings/votes/general-conference/blocs',
    '/meetings/votes/general-conference/blocs?threshold=700&from=2024-01-01',
  ],
  async render(request) {
    const { text, search, locale } = request;
    const body = request.params['body'] ?? '';
    const days = { ...dayIn(search, 'from'), ...dayIn(search, 'to') };
    const asked = { ...askedIn(search, ['issue', 'threshold']), ...days };
    const shown = await request.ask(blocs, {
      body,
      ...asked,
      ...('threshold' in asked && { threshold: Number(asked.threshold) }),
      locale,
    });
    if (isRefusal(shown)) return shown;
    const title = text('meetings.votes.blocs.of', { body: shown.title });
    const lead = text('meetings.votes.blocs.lead', {
      share: shareText(locale, shown.threshold),
      from: formatDate(locale, shown.from),
      to: formatDate(locale, shown.to),
      count: shown.rollCalls,
    });
    return {
      title,
      breadcrumb: breadcrumbOf(request, { name: body, title: shown.title }, true),
      follows: { register: registerOf('votes', body) },
      body: (
        <>
          <VotesHead request={request} body={body} title={title} view="blocs" lead={lead} />
          <Filters
            text={text}
            id="blocs-of"
            label={text('meetings.votes.filter.label')}
            action={`/meetings/votes/${body}/blocs`}
            filters={filtersOf({ request, shown })}
            query={datesIn(request)}
          />
          <Picture request={request} shown={shown} />
          <Table request={request} shown={shown} />
          <p class="small">{text('meetings.votes.blocs.how')}</p>
        </>
      ),
    };
  },
};
