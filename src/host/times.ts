/** The two times that an address carries: as of, and as known at. */
import { type InstantText, type PlainDateText, InstantText as Instant } from '../kernel/dates.ts';
import { isPlainDate } from '../kernel/dates.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
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
function knownAtOf(name: string, text: string, today: PlainDateText) {
  if (isPlainDate(text)) return text >= today ? null : `${text}${LAST_MILLISECOND}`;
  const instant = Instant.safeParse(text.replace(/(:\d\d)Z$/, '$1.000Z'));
  return instant.success ? instant.data : badDate(name, text);
}

/** The parameters of an address that carry its times, and those of a second day beside them. */
const OWN = { asOf: 'asOf', knownAt: 'knownAt' } as const;
export const COMPARE = { asOf: 'compare', knownAt: 'compareKnownAt' } as const;

/** Reads both times; what is absent or empty is today and now. */
export function readTimes(
  search: URLSearchParams,
  today: PlainDateText,
  names: typeof OWN | typeof COMPARE = OWN,
): Times | Refusal {
  const read = (name: string) => search.get(name)?.trim();
  const asOf = read(names.asOf) || read(OWN.asOf) || today;
  if (!isPlainDate(asOf)) return badDate(names.asOf, asOf);
  const known = read(names.knownAt) || read(OWN.knownAt);
  const knownAt = known ? knownAtOf(names.knownAt, known, today) : null;
  if (knownAt !== null && typeof knownAt !== 'string') return knownAt;
  return { asOf, knownAt };
}

/** The other times that an address asks to compare with; null where it asks for none. */
export function readCompared(
  search: URLSearchParams,
  today: PlainDateText,
): Times | null | Refusal {
  const asks = Object.values(COMPARE).some((name) => search.get(name)?.trim());
  return asks ? readTimes(search, today, COMPARE) : null;
}
