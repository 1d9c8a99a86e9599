/** The two times that an address carries: as of, and as known at. */
import { type InstantText, type PlainDateText, InstantText as Instant } from '../kernel/dates.ts';
import { isPlainDate } from '../kernel/dates.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { DATE_RULE } from './host-rules.ts';

export interface Times {
  readonly asOf: PlainDateText;
  /** Null: as known now. */
  readonly knownAt: InstantText | null;
}

const LAST_MILLISECOND = 'T23:59:59.999Z';

function badDate(name: string, text: string): Refusal {
  return refuse(
    DATE_RULE,
    said('“{$text}” ({$name}) is not a day of the calendar.', { text: text.slice(0, 40), name }),
    {
      remedy: said('Write the day as YYYY-MM-DD, such as 2016-11-04.'),
      values: { name, text: text.slice(0, 40) },
    },
  );
}

/** The instant meant by a day (its end, UTC) or by an instant; null where it is not yet over. */
function knownAtOf(text: string, today: PlainDateText): InstantText | null | Refusal {
  if (isPlainDate(text)) return text >= today ? null : `${text}${LAST_MILLISECOND}`;
  const instant = Instant.safeParse(text.replace(/(:\d\d)Z$/, '$1.000Z'));
  return instant.success ? instant.data : badDate('knownAt', text);
}

/** Reads both times; what is absent or empty is today and now. */
export function readTimes(search: URLSearchParams, today: PlainDateText): Times | Refusal {
  const asOf = search.get('asOf')?.trim() || today;
  if (!isPlainDate(asOf)) return badDate('asOf', asOf);
  const known = search.get('knownAt')?.trim();
  const knownAt = known ? knownAtOf(known, today) : null;
  if (knownAt !== null && typeof knownAt !== 'string') return knownAt;
  return { asOf, knownAt };
}

/** The parameters of an address that shows two days of a page. */
export const COMPARE = { asOf: 'compare', knownAt: 'compareKnownAt' } as const;

/** The other times that an address asks to compare with; null where it asks for none. */
export function readCompared(
  search: URLSearchParams,
  today: PlainDateText,
): Times | null | Refusal {
  const own = readTimes(search, today);
  if (isRefusal(own)) return own;
  const asOf = search.get(COMPARE.asOf)?.trim();
  const known = search.get(COMPARE.knownAt)?.trim();
  if (!asOf && !known) return null;
  if (asOf && !isPlainDate(asOf)) return badDate(COMPARE.asOf, asOf);
  const knownAt = known ? knownAtOf(known, today) : own.knownAt;
  if (isRefusal(knownAt)) return badDate(COMPARE.knownAt, known ?? '');
  return { asOf: asOf || own.asOf, knownAt };
}
