/** One roll call of the past: the map, the house, its arithmetic, and who voted what. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Thing } from '../../../../ui/thing/thing.tsx';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import { Hemicycle, type SeatGroup } from '../../../../ui/hemicycle/hemicycle.tsx';
import { questionHref } from '../../../../ui/page-dates.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatList } from '../../../../ui/text/format.ts';
import { WorldMap } from '../../../../ui/world-map/world-map.tsx';
import { VOTES } from '../../questions/history/roll-calls.ts';
import { rollCall } from '../../questions/history/roll-call.ts';
import { registerOf } from '../../registers.ts';
import { actorHref } from '../links.ts';
import type { RollCallShown } from './answers.ts';
import { VotesHead, breadcrumbOf, rollCallHref, votesHref } from './parts.tsx';
import { issueText, rollCallText } from './roll-call-words.ts';

/** So many tell what the table holds; the others unfold. */
const ROWS_FIRST = 12;

const MATTERS: readonly (string | null)[] = ['amendment', 'paragraph'];

interface Props {
  request: PageRequest;
  shown: RollCallShown;
}

function Facts({ request, shown }: Props) {
  const { text } = request;
  const { rollCall: one, body } = shown;
  const issues = one.issues.map((issue) => (
    <>
      <a href={votesHref(body, '', { issue }, request)}>{issueText(text, issue)}</a>{' '}
    </>
  ));
  const items = [
    { term: text('meetings.votes.column.on'), content: <PlainDate text={text} on={one.on} /> },
    { term: text('meetings.votes.column.number'), content: one.number, code: true },
    ...(one.symbol === null
      ? []
      : [{ term: text('meetings.votes.column.symbol'), content: one.symbol, code: true }]),
    ...(one.session === null
      ? []
      : [{ term: text('meetings.votes.column.session'), content: one.session }]),
    ...(issues.length === 0
      ? []
      : [{ term: text('meetings.votes.filter.issue'), content: issues }]),
    ...(MATTERS.includes(one.matter)
      ? [
          {
            term: text('meetings.votes.column.matter'),
            content: text(`meetings.votes.matter.${one.matter ?? ''}`),
          },
        ]
      : []),
    ...(shown.note === null
      ? []
      : [{ term: text('meetings.field.note'), content: <span dir="auto">{shown.note}</span> }]),
    {
      term: text('meetings.votes.column.source'),
      content: <a href={`/acts/${shown.act}`}>{shown.source ?? shown.act}</a>,
    },
  ];
  return (
    <section>
      <h2>{text('meetings.votes.about')}</h2>
      <DefinitionList items={items} />
      <p>
        {shown.previous === null ? null : (
          <a href={rollCallHref(body, shown.previous, request)} rel="prev">
            {text('meetings.votes.previous')}
          </a>
        )}{' '}
        {shown.next === null ? null : (
          <a href={rollCallHref(body, shown.next, request)} rel="next">
            {text('meetings.votes.next')}
          </a>
        )}
      </p>
    </section>
  );
}

function seatsOf({ request: { text }, shown }: Props): SeatGroup[] {
  const tones = { yes: 'yes', abstain: 'abstain', no: 'no' } as const;
  return (['yes', 'abstain', 'no'] as const).map((vote) => ({
    label: text(`meetings.votes.vote.${vote}`),
    tone: tones[vote],
    seats: shown.rows.filter((row) => row.vote === vote).map(({ name }) => name),
  }));
}

function Map({ request, shown }: Props) {
  const { text } = request;
  const entries = shown.rows.flatMap(({ actor, name, vote, numericCode }) =>
    actor === null || numericCode === null
      ? []
      : [
          {
            numericCode,
            name,
            href: actorHref(actor, request),
            category: vote,
            label: text(`meetings.votes.vote.${vote}`),
          },
        ],
  );
  const there = new Set(entries.map(({ category }) => category));
  // Yes, abstaining and no stand far apart on the scale of the map; who was absent comes last.
  const order = ['yes', 'abstain', 'absent', 'no'] as const;
  const categories = order
    .filter((vote) => vote !== 'absent' || there.has(vote))
    .map((vote) => ({ key: vote, label: text(`meetings.votes.vote.${vote}`) }));
  return (
    <WorldMap
      text={text}
      id="map"
      entries={entries}
      categories={categories}
      caption={text('meetings.votes.map')}
    />
  );
}

function Arithmetic({ request, shown }: Props) {
  const { text } = request;
  const { counted, stated, addsUp, majorities } = shown;
  const number = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  const rows = [
    { cells: { tally: text('meetings.votes.tally.counted'), ...counted } },
    ...(stated === null
      ? []
      : [{ cells: { tally: text('meetings.votes.tally.stated'), ...stated } }]),
  ];
  const verdict = addsUp === null ? 'unstated' : addsUp ? 'same' : 'differs';
  return (
    <section>
      <h2>{text('meetings.votes.arithmetic')}</h2>
      <DataTable
        text={text}
        id="tally"
        caption={text(`meetings.votes.tally.${verdict}`)}
        columns={[
          { key: 'tally', label: text('meetings.votes.tally') },
          ...(['yes', 'no', 'abstain'] as const).map((vote) =>
            number(vote, text(`meetings.votes.vote.${vote}`)),
          ),
        ]}
        rows={rows}
      />
      <DataTable
        text={text}
        id="majorities"
        caption={text('meetings.votes.majorities')}
        columns={[
          { key: 'majority', label: text('meetings.votes.majority') },
          number('votes', text('meetings.votes.vote.yes')),
          number('needed', text('meetings.votes.majority.needed')),
          number('voting', text('meetings.votes.majority.voting')),
          { key: 'reached', label: text('meetings.votes.majority.result') },
          { key: 'citation', label: text('meetings.field.citation') },
        ]}
        rows={majorities.map(({ majority, votes, needed, voting, reached, citation }) => ({
          cells: {
            majority: text(`meetings.votes.majority.${majority}`),
            votes,
            needed,
            voting,
            reached: text(`meetings.votes.majority.${reached ? 'reached' : 'missed'}`),
            citation: <cite>{citation}</cite>,
          },
        }))}
      />
    </section>
  );
}

function Roll({ request, shown }: Props) {
  const { text } = request;
  const { body, rollCall: one } = shown;
  const input = { body, number: one.number };
  const download = (format: 'csv' | 'json', label: string) => {
    return { href: questionHref('meetings.roll-call', input, request, format), label };
  };
  return (
    <section>
      <h2>{text('meetings.votes.roll')}</h2>
      <DataTable
        text={text}
        id="roll"
        rowsFirst={ROWS_FIRST}
        caption={text('meetings.votes.roll')}
        captionHidden
        columns={[
          { key: 'name', label: text('meetings.votes.column.voter') },
          { key: 'vote', label: text('meetings.votes.filter.vote') },
          { key: 'region', label: text('meetings.votes.column.region') },
        ]}
        rows={shown.rows.map(({ actor, name, vote, region }) => ({
          cells: {
            name: actor === null ? name : <a href={actorHref(actor, request)}>{name}</a>,
            vote: text(`meetings.votes.vote.${vote}`),
            region: actor === null ? text('meetings.votes.unresolved') : (region ?? '–'),
          },
        }))}
        downloads={[download('csv', 'CSV'), download('json', 'JSON')]}
      />
    </section>
  );
}

/** The house as it voted, and where on the map. */
function Picture({ request, shown }: Parameters<typeof Map>[0]): Markup {
  const { text } = request;
  return (
    <>
      <Hemicycle
        text={text}
        label={text('meetings.votes.house')}
        groups={seatsOf({ request, shown })}
      />
      <Map request={request} shown={shown} />
    </>
  );
}

/** What came of it in one line, for whoever searches. */
const described = ({ text, locale }: PageRequest, { counted }: RollCallShown): string =>
  formatList(
    locale,
    VOTES.flatMap((vote) =>
      vote === 'absent' ? [] : [`${text(`meetings.votes.vote.${vote}`)} ${counted[vote]}`],
    ),
  );

export const rollCallPage: Page = {
  path: '/meetings/votes/:body/:number',
  section: 'meetings',
  examples: ['/meetings/votes/general-conference/1'],
  async render(request) {
    const { locale, text } = request;
    const { body = '', number = '' } = request.params;
    const shown = await request.ask(rollCall, { body, number, locale });
    if (isRefusal(shown)) return shown;
    const title = rollCallText(text, shown.rollCall);
    return {
      title,
      description: described(request, shown),
      breadcrumb: breadcrumbOf(request, { name: body, title: shown.title }, true),
      follows: { register: registerOf('votes', body) },
      body: (
        <>
          <VotesHead
            request={request}
            body={body}
            title={title}
            view={null}
            lead={described(request, shown)}
          />
          <Thing
            text={text}
            beside={[]}
            parts={{
              standing: <Picture request={request} shown={shown} />,
              why: <Arithmetic request={request} shown={shown} />,
              who: <Roll request={request} shown={shown} />,
              record: <Facts request={request} shown={shown} />,
            }}
          />
        </>
      ),
    };
  },
};
