/** Beside the map: what happened last, what is due, and the fields of cooperation. */
import { agreementHref, statusHref } from '../../practices/agreements/pages/links.ts';
import type { latest } from '../../practices/agreements/questions/acts.ts';
import { Tags } from '../../ui/card/card.tsx';
import type { Content, Markup } from '../../ui/markup.ts';
import type { PageRequest } from '../../ui/page.ts';
import { formatNumber } from '../../ui/text/format.ts';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import type { AnswerTo } from './answers.ts';

type Happening = AnswerTo<typeof latest>['rows'][number];

interface AsideProps {
  readonly request: PageRequest;
  readonly happened: readonly Happening[];
  readonly due: readonly Happening[];
  readonly sectors: readonly { sector: string; count: number }[];
}

/** What was done, or what happens by the law of the agreement itself. */
function whatOf({ text }: PageRequest, one: Happening): string {
  if (one.what === 'entry-into-force') return text('agreements.step.in-force');
  if (one.what === 'withdrawal') return text('agreements.due.withdrawal');
  if (one.what === 'effect') return text('agreements.step.in-force');
  if (one.what === 'ending') return text('agreements.due.ending');
  const instrument = text(`agreements.instrument.${one.kind}`);
  return instrument.startsWith('agreements.') ? text(`agreements.event.${one.kind}`) : instrument;
}

function titleOf(request: PageRequest, one: Happening): Content {
  if (one.actor === null || one.name === null) {
    return <a href={agreementHref(one.agreement, request)}>{one.title}</a>;
  }
  return <a href={statusHref(one.agreement, one.actor, request)}>{one.name}</a>;
}

function detailOf(request: PageRequest, one: Happening): Content {
  const what = whatOf(request, one);
  if (one.actor === null) return what;
  return (
    <>
      {what} · <a href={agreementHref(one.agreement, request)}>{one.title}</a>
    </>
  );
}

function itemsOf(request: PageRequest, happenings: readonly Happening[]) {
  return happenings.map((one) => ({
    on: one.on,
    title: titleOf(request, one),
    detail: detailOf(request, one),
  }));
}

export function FrontAside({ request, happened, due, sectors }: AsideProps): Markup {
  const { text } = request;
  return (
    <>
      <section>
        <h2>{text('host.front.latest')}</h2>
        <Timeline text={text} items={itemsOf(request, happened)} plain />
        <p>
          <a href="/record">{text('host.front.latest.all')}</a>
        </p>
      </section>
      <section>
        <h2>{text('agreements.due')}</h2>
        {due.length === 0 ? (
          <p>{text('agreements.due.nothing')}</p>
        ) : (
          <Timeline text={text} items={itemsOf(request, due)} plain />
        )}
        <p>
          <a href={`/deadlines.ics?lang=${request.locale}`}>{text('agreements.due.calendar')}</a>
        </p>
      </section>
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
