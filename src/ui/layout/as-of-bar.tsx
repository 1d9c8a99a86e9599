import { addMonths, isPlainDate } from '../../kernel/dates.ts';
import { Icon } from '../icon/icon.tsx';
import type { Markup } from '../markup.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { formatDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import type { Link } from './layout.tsx';

/** The two times of a page. All dates are plain dates, YYYY-MM-DD. */
export interface AsOf {
  /** What has effect on this day is shown. */
  asOf: string;
  /** Only what was recorded by this day is known. */
  knownAt: string;
  /** The reader's today: what the page shows when no date is asked for. */
  today: string;
  /** Address of this page without its query. */
  action: string;
  /** The page's other query parameters, which the form carries on. */
  query: Readonly<Record<string, string>>;
  /** The day beside it, on a page that shows two. */
  other?: { asOf?: string; knownAt?: string };
}

interface AsOfBarProps {
  text: Text;
  breadcrumb: readonly Link[];
  asOf: AsOf | undefined;
}

/**
 * Where one is and which day the page speaks of. The day is written in the reader's own way, which
 * a date input does not do; the inputs are behind it.
 */
export function AsOfBar({ text, breadcrumb, asOf }: AsOfBarProps): Markup {
  return (
    <div class="as-of-bar">
      <div class="wrap as-of-row">
        {breadcrumb.length === 0 ? (
          <span />
        ) : (
          <nav class="breadcrumb" aria-label={text('ui.breadcrumb')}>
            <ol class="plain-list">
              {breadcrumb.map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {asOf === undefined ? null : <AsOfControl text={text} asOf={asOf} />}
      </div>
    </div>
  );
}

const knownOn = (text: Text, { today }: AsOf, day: string): string =>
  day === today
    ? text('ui.as-of.known-now')
    : text('ui.as-of.known', { on: formatDate(text.locale, day) });

function AsOfControl({ text, asOf }: { text: Text; asOf: AsOf }): Markup {
  const past = asOf.asOf !== asOf.today || asOf.knownAt !== asOf.today || isCompared(asOf);
  const { knownAt, other = {} } = asOf;
  const known = ` · ${knownOn(text, asOf, knownAt)}`;
  const differs = other.knownAt !== undefined && other.knownAt !== knownAt;
  return (
    <details class={past ? 'as-of as-of-other' : 'as-of'}>
      <summary>
        <Icon name="calendar" />
        <span>
          {isCompared(asOf) ? text('ui.as-of.compared') : text('ui.as-of')}{' '}
          <b>
            <PlainDate text={text} on={asOf.asOf} />
          </b>
          {differs ? known : null}
          <Other text={text} asOf={asOf} />
          {differs ? null : known}
        </span>
        <Icon name="down" />
      </summary>
      <AsOfForm text={text} asOf={asOf} past={past} />
      <CompareForm text={text} asOf={asOf} />
    </details>
  );
}

interface AsOfFormProps {
  text: Text;
  asOf: AsOf;
  past: boolean;
}

function AsOfForm({ text, asOf, past }: AsOfFormProps): Markup {
  const kept = keptOf(asOf);
  const today = new URLSearchParams(kept).toString();
  return (
    <form action={asOf.action} method="get" aria-label={text('ui.as-of.label')}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {text('ui.as-of.effect')}
        <input type="date" name="asOf" value={asOf.asOf} />
      </label>
      <label>
        {text('ui.as-of.record')}
        <input type="date" name="knownAt" value={asOf.knownAt} />
      </label>
      <button type="submit">{text('ui.as-of.show')}</button>
      {past ? (
        <a href={today === '' ? asOf.action : `${asOf.action}?${today}`}>
          {text('ui.as-of.today')}
        </a>
      ) : null}
    </form>
  );
}

const keptOf = ({ query }: AsOf) =>
  Object.entries(query).filter(([name]) => name !== 'asOf' && name !== 'knownAt');

const isCompared = ({ other = {} }: AsOf): boolean => Boolean(other.asOf ?? other.knownAt);

/** The other of two days, and what was known of it where that differs. */
function Other({ text, asOf }: { text: Text; asOf: AsOf }): Markup | null {
  if (!isCompared(asOf)) return null;
  const { asOf: on = asOf.asOf, knownAt = asOf.knownAt } = asOf.other ?? {};
  return (
    <>
      {' – '}
      <b>
        <PlainDate text={text} on={on} />
      </b>
      {knownAt === asOf.knownAt ? null : ` · ${knownOn(text, asOf, knownAt)}`}
    </>
  );
}

const YEAR_MONTHS = 12;

const YEAR_FIRST = '0002';

/** A year before, where there is such a day: what most compare a day with. */
const yearBefore = (day: string): string =>
  isPlainDate(day) && day >= YEAR_FIRST ? addMonths(day, -YEAR_MONTHS) : '';

/** Another day to compare with, and what was known of it when. */
function CompareForm({ text, asOf }: { text: Text; asOf: AsOf }): Markup {
  const { other = {} } = asOf;
  const kept = [
    ...keptOf(asOf).filter(([name]) => name !== 'format'),
    ['asOf', asOf.asOf] as const,
    ...(asOf.knownAt === asOf.today ? [] : [['knownAt', asOf.knownAt] as const]),
  ];
  const one = new URLSearchParams(Object.fromEntries(kept)).toString();
  return (
    <form action={asOf.action} method="get" aria-label={text('ui.as-of.compare-label')}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {text('ui.as-of.compare-effect')}
        <input type="date" name="compare" value={other.asOf ?? yearBefore(asOf.asOf)} />
      </label>
      <label>
        {text('ui.as-of.record')}
        <input type="date" name="compareKnownAt" value={other.knownAt ?? ''} />
      </label>
      <button type="submit">{text('ui.as-of.compare')}</button>
      {isCompared(asOf) ? (
        <a href={`${asOf.action}?${one}`}>{text('ui.as-of.compare-end')}</a>
      ) : null}
    </form>
  );
}
