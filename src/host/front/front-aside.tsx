/** Beside the map: what happened last, what is due and overdue, and the fields of cooperation. */
import { happeningText } from '../calendar/date-words.ts';
import type { DateRow } from '../calendar/date-row.ts';
import type { Happening } from '../calendar/latest.ts';
import { Tags } from '../../ui/card/card.tsx';
import type { Content, Markup } from '../../ui/markup.ts';
import { datesOf } from '../../ui/page-dates.ts';
import type { PageRequest } from '../../ui/page.ts';
import { formatNumber } from '../../ui/text/format.ts';
import { Timeline, type TimelineItem } from '../../ui/timeline/timeline.tsx';

interface AsideProps {
  readonly request: PageRequest;
  readonly happened: readonly Happening[];
  readonly due: readonly DateRow[];
  readonly overdue: readonly DateRow[];
  readonly sectors: readonly { sector: string; count: number }[];
}

const EFFECTS = new Map([
  ['entry-into-force', 'agreements.step.in-force'],
  ['effect', 'agreements.step.in-force'],
  ['withdrawal', 'agreements.due.withdrawal'],
  ['ending', 'agreements.due.ending'],
]);

/** What was done under an agreement, or what happened by its own law. */
function agreementText({ text }: PageRequest, { what, kind }: Happening): string {
  const effect = EFFECTS.get(what);
  if (effect !== undefined) return text(effect);
  const instrument = text(`agreements.instrument.${kind ?? ''}`);
  return instrument.startsWith('agreements.') ? text(`agreements.event.${kind ?? ''}`) : instrument;
}

function whatOf(request: PageRequest, one: Happening): string {
  const { text } = request;
  if (one.practice === 'agreements') return agreementText(request, one);
  if (one.practice === 'notices') return text(`notices.precedence.${one.what}`);
  return one.what === 'session' ? text('calendar.kind.session') : text(`meetings.${one.what}`);
}

function happenedItem(request: PageRequest, one: Happening): TimelineItem {
  const known = datesOf(request);
  const link: Content = (
    <a href={`${one.href}${known}`} dir="auto">
      {one.title}
    </a>
  );
  const what = whatOf(request, one);
  if (one.name === null) return { on: one.on, title: link, detail: what };
  // Under an agreement, where the actor stands towards it has a page of its own.
  const isStanding = one.practice === 'agreements';
  const who = isStanding ? <a href={`${one.href}/${one.actor}${known}`}>{one.name}</a> : one.name;
  const detail = (
    <>
      {`${what} · `}
      {link}
    </>
  );
  return { on: one.on, title: who, detail };
}

function dueItem(request: PageRequest, row: DateRow): TimelineItem {
  const { text } = request;
  return {
    on: row.on,
    title: <a href={`${row.href}${datesOf(request)}`}>{happeningText(text, row)}</a>,
    detail: <span dir="auto">{row.title}</span>,
    ...(row.isOverdue && { weight: 'late' as const, remark: text('calendar.overdue') }),
  };
}

function Dates({ request, rows }: { request: PageRequest; rows: readonly DateRow[] }): Markup {
  return <Timeline text={request.text} items={rows.map((row) => dueItem(request, row))} plain />;
}

function Due({ request, due, overdue }: Omit<AsideProps, 'happened' | 'sectors'>): Markup {
  const { text } = request;
  return (
    <section>
      {overdue.length === 0 ? null : (
        <>
          <h2>{text('front.overdue')}</h2>
          <Dates request={request} rows={overdue} />
        </>
      )}
      <h2>{text('front.due')}</h2>
      {due.length === 0 ? (
        <p>{text('agreements.due.nothing')}</p>
      ) : (
        <Dates request={request} rows={due} />
      )}
      <p>
        <a href={`/calendar${datesOf(request)}`}>{text('front.due.all')}</a>
        {' · '}
        <a href={`/calendar.ics?lang=${request.locale}`}>{text('agreements.due.calendar')}</a>
      </p>
    </section>
  );
}

export function FrontAside({ request, happened, due, overdue, sectors }: AsideProps): Markup {
  const { text } = request;
  return (
    <>
      <section>
        <h2>{text('host.front.latest')}</h2>
        <Timeline text={text} items={happened.map((one) => happenedItem(request, one))} plain />
        <p>
          <a href="/record">{text('host.front.latest.all')}</a>
        </p>
      </section>
      <Due request={request} due={due} overdue={overdue} />
      <section>
        <h2>{text('host.front.sectors')}</h2>
        <Tags
          tags={sectors.map(({ sector, count }) => ({
            href: `/agreements?sector=${sector}`,
            label: `${text(`agreements.sector.${sector}`)} ${formatNumber(text.locale, count)}`,
          }))}
        />
      </section>
    </>
  );
}
