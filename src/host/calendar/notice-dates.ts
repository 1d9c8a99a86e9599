/** Dates of notices: by when each is to be acknowledged and answered, as the asker may see. */
import type { Asked } from '../../kernel/define-area.ts';
import { type NoticeRow, noticeRow } from '../../practices/notices/questions/shapes.ts';
import { allRead, openDesk } from '../../practices/notices/readings.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { DateRow, Kind, Span } from './date-row.ts';

const DUE = [
  ['acknowledgeBy', 'acknowledge-by'],
  ['replyBy', 'reply-by'],
] as const satisfies readonly (readonly [keyof NoticeRow, Kind])[];

function datesOf(row: NoticeRow): DateRow[] {
  if (row.state === 'cancelled') return [];
  return DUE.flatMap(([due, kind]): DateRow[] => {
    const at = row[due];
    if (at === null) return [];
    return [
      {
        key: `${due}.${row.notice}`,
        on: at.slice(0, 10),
        at,
        until: null,
        group: 'notice',
        kind,
        title: row.subject,
        actor: row.sender,
        name: row.senderName,
        citation: null,
        href: `/notices/${row.channel}/${row.notice}`,
        isOverdue: kind === 'acknowledge-by' && row.overdue > 0,
        changedAt: row.changedAt,
        changes: row.changes,
      },
    ];
  });
}

/** All dates of notices; those of an actor are of what it sent or is addressed by. */
export async function noticeDates(
  asked: Asked,
  { actor }: Span,
  locale: Locale,
): Promise<DateRow[]> {
  const desk = await openDesk(asked, null);
  return allRead(desk)
    .filter(
      ({ fact, standing }) =>
        actor === undefined ||
        fact.actor === actor ||
        standing.addressees.some((one) => one.actor === actor),
    )
    .flatMap((read) => datesOf(noticeRow(read, desk.facts, locale)));
}
