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
  compareHref?: string;
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

function AsOfControl({ text, asOf }: { text: Text; asOf: AsOf }): Markup {
  const past = asOf.asOf !== asOf.today || asOf.knownAt !== asOf.today;
  const known =
    asOf.knownAt === asOf.today
      ? text('ui.as-of.known-now')
      : text('ui.as-of.known', { on: formatDate(text.locale, asOf.knownAt) });
  return (
    <details class={past ? 'as-of as-of-other' : 'as-of'}>
      <summary>
        <Icon name="calendar" />
        <span>
          {text('ui.as-of')}{' '}
          <b>
            <PlainDate text={text} on={asOf.asOf} />
          </b>{' '}
          · {known}
        </span>
        <Icon name="down" />
      </summary>
      <AsOfForm text={text} asOf={asOf} past={past} />
    </details>
  );
}

interface AsOfFormProps {
  text: Text;
  asOf: AsOf;
  past: boolean;
}

function AsOfForm({ text, asOf, past }: AsOfFormProps): Markup {
  const kept = Object.entries(asOf.query).filter(([name]) => name !== 'asOf' && name !== 'knownAt');
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
      {asOf.compareHref === undefined ? null : (
        <a href={asOf.compareHref}>{text('ui.as-of.compare')}</a>
      )}
    </form>
  );
}
