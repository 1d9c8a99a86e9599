import { own } from '../../kernel/own.ts';
import type { Content, Markup } from '../markup.ts';
import { type Quantity, drawnAt, percentOf } from '../quantity.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface BoardMember {
  /** What names it in forms. */
  value: string;
  name: string;
}

export interface BoardColumn {
  key: 'yes' | 'open' | 'no';
  label: string;
  members: readonly BoardMember[];
}

/** A condition against what it needs. */
export interface BoardMeter {
  label: Content;
  value: Quantity;
  threshold: Quantity;
  unit: 'count' | 'percent';
  met: boolean;
  /** Whether adoption is prevented where it is met. */
  prevents?: boolean;
}

export interface CoalitionBoardProps {
  text: Text;
  /** Names the board. */
  label: string;
  columns: readonly BoardColumn[];
  meters: readonly BoardMeter[];
  /** What it comes to, by the key of the outcome; the current one is shown. */
  outcomes: Readonly<Record<string, string>>;
  outcome: string;
  /** How one moves a member, for whoever can; shown with a script only. */
  hint: string;
  /** What a script needs to compute it anew. */
  data: unknown;
}

function Meter({ text, meter, at }: { text: Text; meter: BoardMeter; at: number }): Markup {
  const { label, value, threshold, unit, met, prevents = false } = meter;
  const format = unit === 'percent' ? formatPercent : formatNumber;
  const whole = unit === 'percent' ? 100 : Math.max(drawnAt(value), drawnAt(threshold), 1) * 1.15;
  const needed = percentOf(drawnAt(threshold), whole);
  return (
    <li data-leaf={at} data-prevents={prevents ? '' : undefined}>
      <p class="board-words">
        <span>{label}</span>
        <span>
          <b data-have="">{format(text.locale, value)}</b>{' '}
          <small data-need="">
            {text('ui.meter.needed', { value: format(text.locale, threshold) })}
          </small>{' '}
          <span data-met="" class={met === prevents ? 'board-open' : 'board-met'}>
            {text(met ? 'ui.meter.met' : 'ui.meter.not-met')}
          </span>
        </span>
      </p>
      <svg width="100%" height="16" aria-hidden="true" focusable="false">
        <rect class="board-track" y="4" width="100%" height="8" rx="4" />
        <rect
          class="board-fill"
          data-fill=""
          y="4"
          width={percentOf(drawnAt(value), whole)}
          height="8"
          rx="4"
        />
        <line class="board-need" data-line="" x1={needed} x2={needed} y1="0" y2="16" />
      </svg>
    </li>
  );
}

function Column({ text, column }: { text: Text; column: BoardColumn }): Markup {
  const { key, label, members } = column;
  return (
    <div class={`board-column board-of-${key}`} data-column={key}>
      <h3>
        {label} <span data-count="">{formatNumber(text.locale, members.length)}</span>
      </h3>
      <ul class="plain-list">
        {members.map(({ value, name }) => (
          <li data-member={value}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Who is for, who is against and who is neither, with the outcome. A script turns members into what
 * can be moved; without one it shows what the form below it has computed.
 */
export function CoalitionBoard(props: CoalitionBoardProps): Markup {
  const { text, label, columns, meters, outcomes, outcome, hint, data } = props;
  const words = {
    outcomes,
    met: text('ui.meter.met'),
    open: text('ui.meter.not-met'),
    needed: text('ui.meter.needed', { value: '#' }),
    locale: text.locale,
  };
  return (
    <div
      class="coalition-board"
      data-keep="coalition"
      data-rule={JSON.stringify({ words, board: data })}
      role="group"
      aria-label={label}
    >
      <p class="board-outcome" role="status">
        <b data-outcome={outcome}>{own(outcomes, outcome)}</b>
      </p>
      <ul class="plain-list board-meters">
        {meters.map((meter, at) => (
          <Meter text={text} meter={meter} at={at} />
        ))}
      </ul>
      <p class="board-hint" hidden>
        {hint}
      </p>
      <div class="board-columns">
        {columns.map((column) => (
          <Column text={text} column={column} />
        ))}
      </div>
    </div>
  );
}
