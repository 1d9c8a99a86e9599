import type { Markup } from '../markup.ts';
import {
  firstWeekday,
  formatDate,
  formatMonth,
  formatNumber,
  formatWeekday,
} from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { weeksOf } from './weeks.ts';

/** Something on one day, or from one day to another. */
export interface MonthEntry {
  on: string;
  until?: string | null;
  title: string;
  href: string;
  /** Its place in `kinds`: a colour, and a sign, since a colour alone would say nothing. */
  kind: number;
}

export interface MonthGridProps {
  text: Text;
  id: string;
  /** `2026-11` */
  month: string;
  /** Marked in the grid, where it lies in the month. */
  today: string;
  entries: readonly MonthEntry[];
  /** What each kind is called; at most six. */
  kinds: readonly string[];
}

/** A day shows so many by name; the list beside the grid has all. */
export const DAY_ENTRIES_MAX = 3;
const SIGNS = ['●', '▲', '◆', '■', '○', '▼'] as const;

interface DayProps extends Pick<MonthGridProps, 'text' | 'month' | 'today' | 'kinds'> {
  on: string;
  entries: readonly MonthEntry[];
}

function Sign({ kind }: { kind: number }): Markup {
  return (
    <span class={`month-sign month-${kind + 1}`} aria-hidden="true">
      {SIGNS[kind] ?? SIGNS[0]}
    </span>
  );
}

function Day({ text, month, today, kinds, on, entries }: DayProps): Markup {
  const isOther = !on.startsWith(month);
  const more = entries.length - DAY_ENTRIES_MAX;
  const classes = [isOther ? 'month-other' : '', on === today ? 'month-today' : ''];
  return (
    <td class={classes.filter((one) => one !== '').join(' ') || undefined}>
      <time datetime={on} aria-current={on === today ? 'date' : undefined}>
        <span aria-hidden="true">{formatNumber(text.locale, Number(on.slice(8)))}</span>
        <span class="hidden-visually">{formatDate(text.locale, on)}</span>
      </time>
      {entries.length === 0 ? null : (
        <ul class="plain-list">
          {entries.slice(0, DAY_ENTRIES_MAX).map(({ title, href, kind }) => (
            <li>
              <a href={href} title={`${kinds[kind] ?? ''}: ${title}`}>
                <Sign kind={kind} /> <span class="hidden-visually">{kinds[kind]}: </span>
                <span class="month-name">{title}</span>
              </a>
            </li>
          ))}
          {more > 0 ? <li class="month-more">{text('ui.month.more', { count: more })}</li> : null}
        </ul>
      )}
    </td>
  );
}

const isOn = ({ on, until }: MonthEntry, day: string): boolean => on <= day && day <= (until ?? on);

/** A month as weeks of seven days, with what is on each; on a phone the names give way to signs. */
export function MonthGrid(props: MonthGridProps): Markup {
  const { text, id, month, entries, kinds } = props;
  const { locale } = text;
  const weeks = weeksOf(month, firstWeekday(locale));
  return (
    <figure class="month-grid" id={id}>
      <table>
        <caption>{formatMonth(locale, month)}</caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th scope="col">
                <abbr title={formatWeekday(locale, day, 'long')}>
                  <span class="month-wide">{formatWeekday(locale, day, 'short')}</span>
                  <span class="month-narrow">{formatWeekday(locale, day, 'narrow')}</span>
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((on) => (
                <Day {...props} on={on} entries={entries.filter((entry) => isOn(entry, on))} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        <ul class="plain-list month-key">
          {kinds.map((name, kind) => (
            <li>
              <Sign kind={kind} /> {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
