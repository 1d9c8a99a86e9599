/** Whose terms end, and whether they may be elected again at once. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { actorHref } from '../links.ts';
import type { BodyProps } from './answers.ts';

/** Seats that fall vacant, the next first. */
export function Rotation({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.vacancies.length === 0) return null;
  const title = text('meetings.vacancies.title');
  return (
    <section id="rotation">
      <h2>{title}</h2>
      <DataTable
        text={text}
        id="vacancies"
        caption={title}
        captionHidden
        columns={['until', 'member', 'seats', 'again'].map((key) => ({
          key,
          label: text(`meetings.column.${key}`),
        }))}
        rows={body.vacancies.map(({ id, maySucceedItself, name, seats, until }) => ({
          cells: {
            until: <PlainDate text={text} on={until} style="short" />,
            member: <a href={actorHref(id, request)}>{name}</a>,
            seats,
            again: text(`meetings.vacancies.${maySucceedItself ? 'again' : 'not-again'}`),
          },
        }))}
      />
    </section>
  );
}
