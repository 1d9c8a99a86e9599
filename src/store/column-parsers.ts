/**
 * How PostgreSQL's values become ours, in one place. The driver's defaults would give whole numbers
 * as text, and dates as local midnights.
 */
import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;

const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/;

const asText = (text: string): string => text;

/** A whole number. Throws RangeError beyond what a number holds exactly. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${text}`);
  return value;
}

/** An instant in UTC to the millisecond. Sessions run in UTC; throws RangeError otherwise. */
function instant(text: string): string {
  const match = INSTANT.exec(text);
  if (!match) throw new RangeError(`not an instant in UTC: ${text}`);
  const [, day, time, fraction = ''] = match;
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

/** The parsers of one pool: numeric and dates stay text, instants become ISO text in UTC. */
export function columnParsers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, wholeNumber);
  types.setTypeParser(NUMERIC, asText);
  types.setTypeParser(DATE, asText);
  types.setTypeParser(TIMESTAMPTZ, instant);
  // An array of dates arrives as `{2026-01-17,NULL}`; no date holds a comma or a brace.
  types.setTypeParser(DATE_ARRAY, (text: string) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((day) => (day === 'NULL' ? null : day)),
  );
  return types;
}
