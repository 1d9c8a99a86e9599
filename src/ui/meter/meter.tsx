import { Icon } from '../icon/icon.tsx';
import type { Markup } from '../markup.ts';
import { drawnAt, percentOf, type Quantity } from '../quantity.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface MeterProps {
  text: Text;
  label: string;
  value: Quantity;
  /** What is needed. */
  threshold: Quantity;
  /** Whether more than the threshold is needed, and as much is not enough. */
  more?: boolean;
  /** What could be reached at most; left out, the scale ends a little beyond the two. */
  max?: Quantity;
  /** `percent`: shares of one hundred. */
  unit?: 'count' | 'percent';
  /**
   * Whether the threshold is met, where the rule says so otherwise than by reaching it. Exact
   * quantities are compared where the finding is made, not here.
   */
  met: boolean;
  /** What there would be with something added that is not there yet, as the value counts it. */
  reachable?: Quantity;
  /** Which line of the curve it belongs to. */
  series?: 1 | 2;
}

/** A value against what is needed, in words first and as a bar. */
export function Meter(props: MeterProps): Markup {
  const { text, label, value, threshold, more = false, reachable, unit, met } = props;
  const format = unit === 'percent' ? formatPercent : formatNumber;
  const needed = format(text.locale, threshold);
  return (
    <div class="meter">
      <p class="meter-words">
        <bdi>{label}</bdi>
        <span>
          <span class={met ? 'meter-met' : 'meter-open'}>
            <Icon name={met ? 'check' : 'clock'} />
            <span class="hidden-visually">{text(met ? 'ui.meter.met' : 'ui.meter.not-met')}</span>
          </span>{' '}
          <b>{format(text.locale, value)}</b>{' '}
          {reachable === undefined || reachable === value ? null : (
            <span class="meter-then">→ {format(text.locale, reachable)} </span>
          )}
          <small>
            {text('ui.meter.needed', {
              value: more ? text('ui.meter.more-than', { value: needed }) : needed,
            })}
          </small>
        </span>
      </p>
      <Bar {...props} />
    </div>
  );
}

function Bar({ value, threshold, reachable = value, max, series = 1 }: MeterProps): Markup {
  const [reached, needed, then] = [drawnAt(value), drawnAt(threshold), drawnAt(reachable)];
  const whole = max === undefined ? Math.max(reached, needed, then) * 1.15 : drawnAt(max);
  const fill = (width: number, more = '') => (
    <rect
      class={`meter-fill-${series}${more}`}
      y="5"
      width={percentOf(width, whole)}
      height="10"
      rx="5"
    />
  );
  return (
    <svg class="meter-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect class="meter-track" y="5" width="100%" height="10" rx="5" />
      {then > reached ? fill(then, ' meter-reachable') : null}
      {fill(reached)}
      <line
        class="meter-need"
        x1={percentOf(needed, whole)}
        x2={percentOf(needed, whole)}
        y1="0"
        y2="20"
      />
    </svg>
  );
}

/** Several meters beside each other, as the conditions of one clause. */
export function Meters({ meters }: { meters: readonly MeterProps[] }): Markup {
  return (
    <div class="meters">
      {meters.map((meter) => (
        <Meter {...meter} />
      ))}
    </div>
  );
}
