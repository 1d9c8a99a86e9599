/** Who the members are: by seat or on a map, and in the table beside it. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { SeatPlan } from '../../../../ui/seat-plan/seat-plan.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import { WorldMap } from '../../../../ui/world-map/world-map.tsx';
import type { RightsRow } from '../../questions/bodies/voting-rights.ts';
import { actorHref } from '../links.ts';
import type { MemberShown, MembersProps } from './answers.ts';

/** So many tell what the table holds; the others unfold. */
const ROWS_FIRST = 12;

/** Why a member has no vote, in a few words; nothing where it has one. */
export function hindranceWords({ text }: PageRequest, rights: RightsRow): string | undefined {
  if (rights.mayVote || rights.hindrance === null) return undefined;
  const why = text(`meetings.for.${rights.hindrance}`);
  return text('meetings.vote.none', { why });
}

function seatOf(request: PageRequest, { rights, row }: MemberShown) {
  const hindered = hindranceWords(request, rights);
  const seat = { name: row.name, href: actorHref(row.actor, request) };
  return hindered === undefined ? seat : { ...seat, hindered };
}

/** Seats by group; those of no group come last, under no name but that of members. */
function Plan({ request, body, members }: MembersProps): Markup {
  const { text } = request;
  const groups = body.seats.map((group) => {
    const held = members.filter(({ row }) => row.seats === group.seats);
    const vacant = Math.max(0, group.number - held.length);
    return { label: group.title, seats: held.map((one) => seatOf(request, one)), vacant };
  });
  const known = new Set(body.seats.map(({ seats }) => seats));
  const others = members.filter(({ row }) => row.seats === null || !known.has(row.seats));
  const rest = {
    label: text('meetings.members'),
    seats: others.map((one) => seatOf(request, one)),
    vacant: 0,
  };
  return (
    <SeatPlan
      text={text}
      label={text('meetings.members.of', { body: body.title })}
      vacantLabel={text('meetings.seat.vacant')}
      blocks={others.length === 0 ? groups : [...groups, rest]}
    />
  );
}

function Map({ request, body, members }: MembersProps): Markup {
  const { text } = request;
  const categoryOf = ({ isOut, mayVote }: RightsRow) =>
    mayVote ? 'votes' : isOut ? 'suspended' : 'no-vote';
  const entries = members.flatMap(({ rights, row }) => {
    if (row.numericCode === null) return [];
    const category = categoryOf(rights);
    const label = hindranceWords(request, rights) ?? text('meetings.map.votes');
    const href = actorHref(row.actor, request);
    return [{ numericCode: row.numericCode, name: row.name, href, category, label }];
  });
  const present = new Set(entries.map(({ category }) => category));
  const categories = ['votes', 'no-vote', 'suspended'].filter((key) => present.has(key));
  return (
    <WorldMap
      text={text}
      id="map"
      entries={entries}
      categories={categories.map((key) => ({ key, label: text(`meetings.map.${key}`) }))}
      caption={text('meetings.members.of', { body: body.title })}
    />
  );
}

/** Bodies of seats are drawn seat by seat; the others, of many members, on the map. */
function Picture(props: MembersProps): Markup {
  const isOfSeats = props.body.membership.kind === 'seats' || props.body.seats.length > 0;
  return isOfSeats ? <Plan {...props} /> : <Map {...props} />;
}

function VoteCell({ request, rights }: { request: PageRequest; rights: RightsRow }): Content {
  const { text, locale } = request;
  const words = hindranceWords(request, rights);
  if (words === undefined) {
    if (rights.permittedBy === null) return text('ui.finding.yes');
    return <span title={rights.permittedBy}>{text('meetings.how.permitted')}</span>;
  }
  const since = rights.since === null ? '' : formatDate(locale, rights.since, 'short');
  return (
    <>
      <StatusChip text={text} status="suspended" label={words} />{' '}
      <small>
        {rights.act === null ? (
          rights.citation
        ) : (
          <a href={`/acts/${rights.act}`}>{rights.citation}</a>
        )}
        {since === '' ? null : ` · ${text('meetings.since-day', { on: since })}`}
      </small>
    </>
  );
}

const day = (request: PageRequest, on: string | null): Content =>
  on === null ? null : <PlainDate text={request.text} on={on} style="short" />;

function rowOf(request: PageRequest, { rights, row }: MemberShown) {
  return {
    id: row.actor,
    cells: {
      member: <a href={actorHref(row.actor, request)}>{row.name}</a>,
      seats: row.seatsTitle,
      since: day(request, row.from),
      until: day(request, row.until),
      weight: row.weight,
      share: row.sharePercent,
      vote: <VoteCell request={request} rights={rights} />,
    },
  };
}

const NUMBERS: readonly string[] = ['weight', 'share'];

/** The columns in which something stands. */
function columnsOf({ members, scheme }: MembersProps): readonly string[] {
  const some = (is: (one: MemberShown) => boolean) => members.some(is);
  return [
    'member',
    ...(some(({ row }) => row.seatsTitle !== null) ? ['seats'] : []),
    ...(some(({ row }) => row.from !== null) ? ['since'] : []),
    ...(some(({ row }) => row.until !== null) ? ['until'] : []),
    ...(scheme === null ? [] : ['weight', 'share']),
    'vote',
  ];
}

/** The members in a picture: by seat, or on the map. */
export function MembersPicture(props: MembersProps): Markup {
  const { text } = props.request;
  return (
    <section>
      <h2>{text('meetings.members')}</h2>
      {props.members.length === 0 ? (
        <EmptyState title={text('meetings.members.none')}>
          <p>{text('meetings.members.none.next')}</p>
        </EmptyState>
      ) : (
        <Picture {...props} />
      )}
    </section>
  );
}

/** The same members in a table, with their weights and whether each may vote. */
export function MembersTable(props: MembersProps): Markup | null {
  const { request, body, members, scheme } = props;
  const { text } = request;
  if (members.length === 0) return null;
  const asked = { body: body.name, ...(scheme === null ? {} : { scheme }) };
  const title = text('meetings.members.of', { body: body.title });
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        text={text}
        id="members"
        rowsFirst={ROWS_FIRST}
        caption={title}
        captionHidden
        columns={columnsOf(props).map((key) => ({
          key,
          label: text(`meetings.column.${key}`),
          ...(NUMBERS.includes(key) ? { kind: 'number' as const } : {}),
        }))}
        rows={members.map((one) => rowOf(request, one))}
        downloads={(['csv', 'json'] as const).map((format) => ({
          href: questionHref('meetings.members', asked, request, format),
          label: format.toUpperCase(),
        }))}
      />
    </section>
  );
}
