/** The members of a group: on a map, and in a table. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { FindingView } from '../../../ui/finding/finding.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { formatDate } from '../../../ui/text/format.ts';
import { type MapEntry, WorldMap } from '../../../ui/world-map/world-map.tsx';
import { MembershipStatus } from '../acts/payloads.ts';
import type { Members } from './answers.ts';
import { downloadsOf, nameIn, standingHref } from './links.ts';
import { DayOrDash, StandingChip } from './standing-chip.tsx';

/** So many tell what the table holds; the others unfold. */
const ROWS_FIRST = 12;

interface MembersProps {
  readonly request: PageRequest;
  readonly answer: Members;
}

function entriesOf({ request, answer }: MembersProps): MapEntry[] {
  const { text, locale } = request;
  return answer.rows.flatMap(({ item, status, since }) => {
    if (item.numericCode === null || !item.exists) return [];
    const word = text(`actors.status.${status}`);
    const label =
      since === null
        ? word
        : text('actors.status-since', { status: word, on: formatDate(locale, since) });
    const href = standingHref(item.id, answer.group.id, request);
    const name = nameIn(item, request);
    return [{ numericCode: item.numericCode, name, href, category: status, label }];
  });
}

/** Where the members are; nothing where none of them is a country. */
export function MembersMap(props: MembersProps): Markup | null {
  const { text } = props.request;
  const entries = entriesOf(props);
  if (entries.length === 0) return null;
  const present = new Set(entries.map((entry) => entry.category));
  const statuses = MembershipStatus.options.filter((status) => present.has(status));
  return (
    <WorldMap
      text={text}
      id="members-map"
      entries={entries}
      categories={statuses.map((key) => ({ key, label: text(`actors.status.${key}`) }))}
      caption={text('actors.members.map', { group: nameIn(props.answer.group, props.request) })}
    />
  );
}

/** Who belongs to the group, since when, and how many that makes. */
export function MembersTable({ request, answer }: MembersProps): Markup {
  const { text } = request;
  const title = text('actors.members.of', { group: nameIn(answer.group, request) });
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        text={text}
        id="members"
        rowsFirst={ROWS_FIRST}
        caption={title}
        captionHidden
        columns={[
          { key: 'actor', label: text('actors.column.actor') },
          { key: 'status', label: text('actors.column.standing') },
          { key: 'since', label: text('actors.column.since') },
          { key: 'source', label: text('actors.column.source') },
        ]}
        rows={answer.rows.map(({ item, status, since, source }) => ({
          id: item.id,
          cells: {
            actor: (
              <a href={standingHref(item.id, answer.group.id, request)}>{nameIn(item, request)}</a>
            ),
            status: <StandingChip text={text} status={status} />,
            since: <DayOrDash text={text} on={since} />,
            source: source ?? text('ui.basis.signed'),
          },
        }))}
        downloads={downloadsOf('actors.members', { group: answer.group.id }, request)}
      />
      <FindingView text={text} finding={answer.finding} id="why-members" level={3} />
    </section>
  );
}
