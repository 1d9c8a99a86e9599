/** Who takes part without being a member, and what each may do. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { actorHref } from '../links.ts';
import type { BodyProps } from './answers.ts';

/** The observers in a table; nothing where there are none. */
export function Observers({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.observers.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.observers')}</h2>
      <DataTable
        text={text}
        id="observers"
        caption={text('meetings.observers')}
        captionHidden
        columns={['observer', 'category', 'rights', 'citation', 'since'].map((key) => ({
          key,
          label: text(`meetings.column.${key}`),
        }))}
        rows={body.observers.map(({ act, category, citation, from, observer, rights }) => ({
          id: `observer-${observer.id}`,
          cells: {
            observer: <a href={actorHref(observer.id, request)}>{observer.name}</a>,
            category: text(`meetings.category.${category}`),
            rights: rights.map((right) => text(`meetings.right.${right}`)).join(' · '),
            citation,
            since: (
              <a href={`/acts/${act}`}>
                <PlainDate text={text} on={from} style="short" />
              </a>
            ),
          },
        }))}
      />
    </section>
  );
}
