/** How groups voted on a decision, those that were split first. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import type { GroupRow } from '../../questions/decisions/group-votes.ts';
import { actorHref } from '../links.ts';
import type { Props } from './answers.ts';

const CHOICES = ['yes', 'no', 'abstain'] as const;

/** A group has no vote of its own: shown is what its members did. */
export function GroupVotes({
  request,
  shown,
  rows,
}: Props & { rows: readonly GroupRow[] }): Markup | null {
  const { text } = request;
  if (rows.length === 0) return null;
  const named = { session: shown.session, decision: shown.decision };
  return (
    <section id="groups">
      <h2>{text('meetings.groups')}</h2>
      <details>
        <summary>
          {text('meetings.groups.count', {
            count: rows.length,
            split: rows.filter(({ isSplit }) => isSplit).length,
          })}
        </summary>
        <DataTable
          text={text}
          id="group-votes"
          caption={text('meetings.groups')}
          captionHidden
          columns={[
            { key: 'group', label: text('meetings.groups.group') },
            { key: 'standing', label: text('meetings.decision.column.vote') },
            ...CHOICES.map((key) => ({
              key,
              label: text(`meetings.choice.${key}`),
              kind: 'number' as const,
            })),
            { key: 'silent', label: text('meetings.groups.silent'), kind: 'number' as const },
          ]}
          rows={rows.map((row) => ({
            cells: {
              group: <a href={actorHref(row.group, request)}>{row.name}</a>,
              standing: (
                <StatusChip
                  text={text}
                  status={row.isSplit ? 'suspended' : 'none'}
                  label={text(`meetings.groups.${row.isSplit ? 'split' : 'as-one'}`)}
                />
              ),
              yes: row.yes,
              no: row.no,
              abstain: row.abstain,
              silent: row.silent,
            },
          }))}
          downloads={(['csv', 'json'] as const).map((format) => ({
            href: questionHref('meetings.group-votes', named, request, format),
            label: format.toUpperCase(),
          }))}
        />
      </details>
    </section>
  );
}
