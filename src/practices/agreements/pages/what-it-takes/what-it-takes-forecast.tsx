/** When a number would be reached at the recent rate, or why that cannot be told. */
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import type { Takes } from '../answers.ts';

type Told = NonNullable<Takes['forecast']>;

function Days({ request, forecast }: { request: PageRequest; forecast: Told }): Markup {
  const { text } = request;
  const { expectedOn, earliestOn, latestOn, seen, coveredPercent } = forecast;
  if (expectedOn === null) {
    return <p>{text(`agreements.takes.forecast.${seen === 0 ? 'no-rate' : 'too-far'}`)}</p>;
  }
  const day = (on: string | null): Content =>
    on === null ? text('agreements.takes.forecast.open') : <PlainDate text={text} on={on} />;
  const percent = `${coveredPercent}`;
  return (
    <DefinitionList
      items={[
        { term: text('agreements.takes.forecast.expected'), content: day(expectedOn) },
        { term: text('agreements.takes.forecast.earliest', { percent }), content: day(earliestOn) },
        { term: text('agreements.takes.forecast.latest'), content: day(latestOn) },
      ]}
    />
  );
}

function Basis({ request, forecast }: { request: PageRequest; forecast: Told }): Markup {
  const { text, locale } = request;
  const { label, seen, needed, whole, from, to } = forecast;
  return (
    <>
      {whole ? null : (
        <p>
          {text('agreements.takes.forecast.part')}{' '}
          <b lang="en" dir="auto">
            {label}
          </b>
        </p>
      )}
      <p>
        {text('agreements.takes.forecast.seen', {
          seen,
          needed,
          from: formatDate(locale, from),
          to: formatDate(locale, to),
        })}
      </p>
    </>
  );
}

/** The expected day with its interval; nothing where the condition is met. */
export function Forecast({
  request,
  takes,
}: {
  request: PageRequest;
  takes: Takes;
}): Markup | null {
  const { text } = request;
  const { forecast } = takes;
  if (takes.state === 'met') return null;
  return (
    <section aria-labelledby="forecast-title">
      <h2 id="forecast-title">{text('agreements.takes.forecast.title')}</h2>
      {forecast === null ? (
        <p>{text('agreements.takes.forecast.none')}</p>
      ) : (
        <>
          <Days request={request} forecast={forecast} />
          <Basis request={request} forecast={forecast} />
          <p>
            <small>{text('agreements.takes.forecast.method')}</small>
          </p>
        </>
      )}
    </section>
  );
}
