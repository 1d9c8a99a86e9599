/** Things by years, drawn: the picture above a list of them. */
import type { PlainDateText } from '../../kernel/dates.ts';
import type { Markup } from '../markup.ts';
import type { PageRequest } from '../page.ts';
import { YearChart } from './year-chart.tsx';

export interface YearsProps {
  readonly request: PageRequest;
  readonly id: string;
  readonly label: string;
  /** What they are. */
  readonly series: string;
  /** A day of each; one that has none is not drawn. */
  readonly days: readonly (string | null)[];
}

/** A picture of one or two bars tells less than the rows under it. */
const YEARS_MIN = 3;

/** The same page as it was at the end of a year; the year of the page leads to itself. */
function atEndOf(year: number, { path, search, asOf }: PageRequest): string {
  const end: PlainDateText = `${year}-12-31`;
  const query = new URLSearchParams(search);
  if (end < asOf) query.set('asOf', end);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** How many there are of each year, where years tell more than rows. */
export function Years({ request, id, label, series, days }: YearsProps): Markup | null {
  const dated = days.filter((day) => day !== null).map((day) => Number(day.slice(0, 4)));
  const counts = [...Map.groupBy(dated, (year) => year)].sort(([one], [other]) => one - other);
  if (counts.length < YEARS_MIN) return null;
  return (
    <YearChart
      text={request.text}
      id={id}
      label={label}
      kind="bars"
      series={[series]}
      years={counts.map(([year, all]) => ({
        year,
        href: atEndOf(year, request),
        values: [all.length],
      }))}
    />
  );
}
