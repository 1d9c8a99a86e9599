/** What each condition has, needs, and would have with the first set. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { Meter } from '../../../../ui/meter/meter.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { formatNumber, formatPercent } from '../../../../ui/text/format.ts';
import type { Takes } from '../answers.ts';

interface Props {
  readonly request: PageRequest;
  readonly takes: Takes;
}

type Condition = Takes['conditions'][number];

const METERS_MAX = 8;
const isDrawn = ({ kind }: Condition): boolean => !['event', 'on', 'silence'].includes(kind);

/** The thresholds, with what is there and what the first set shown would add. */
export function Picture({ request, takes }: Props): Markup | null {
  const { text } = request;
  const drawn = takes.conditions.filter(isDrawn).slice(0, METERS_MAX);
  if (drawn.length === 0) return null;
  return (
    <section aria-labelledby="takes-picture">
      <h2 id="takes-picture">{text('agreements.takes.picture')}</h2>
      <div class="meters">
        {drawn.map((one) => (
          <Meter
            text={text}
            label={one.label}
            value={one.have}
            reachable={one.withSet}
            threshold={one.need}
            unit={one.unit}
            met={one.enough}
            series={one.kind === 'weight' ? 2 : 1}
          />
        ))}
      </div>
    </section>
  );
}

function aloneText({ text, locale }: PageRequest, one: Condition): string {
  if (!isDrawn(one)) return one.enough ? '–' : text('agreements.takes.alone.outside');
  return one.alone === null ? text('agreements.takes.alone.none') : formatNumber(locale, one.alone);
}

function bindsText({ text }: PageRequest, { binds }: Condition): string {
  const key = binds === null ? 'untold' : binds ? 'yes' : 'no';
  return text(`agreements.takes.binds.${key}`);
}

/** The same as a table, with what each would take alone. */
export function Conditions({ request, takes }: Props): Markup {
  const { text, locale } = request;
  const amount = (one: Condition, value: string): string =>
    one.unit === 'percent' ? formatPercent(locale, value) : formatNumber(locale, value);
  const columns = ['condition', 'have', 'with', 'need', 'alone', 'binds'];
  return (
    <section>
      <h2>{text('agreements.takes.conditions')}</h2>
      <DataTable
        text={text}
        id="conditions"
        caption={text('agreements.takes.conditions')}
        captionHidden
        columns={columns.map((key) => ({ key, label: text(`agreements.takes.column.${key}`) }))}
        rows={takes.conditions.map((one) => ({
          cells: {
            condition: (
              <span lang="en" dir="auto">
                {one.label}
              </span>
            ),
            have: amount(one, one.have),
            with: amount(one, one.withSet),
            need: amount(one, one.need),
            alone: aloneText(request, one),
            binds: bindsText(request, one),
          },
        }))}
      />
      {takes.heldFixed.length === 0 ? null : (
        <p>
          {text('agreements.takes.fixed')}:{' '}
          <span lang="en" dir="auto">
            {takes.heldFixed.join('; ')}
          </span>
        </p>
      )}
    </section>
  );
}
