/**
 * Headers of the form that nearly all have, read in a quarter of the time: clear for all, one part,
 * no parents, no text that would be escaped. Canonical form fixes the order of members, so that one
 * pattern over the bytes says all that parsing, comparing and the schema say. Whatever does not fit
 * it is for those to judge; what fits they would accept, as `plain-header.test.ts` holds it to.
 */
import type { Header } from './act.ts';
import { isPlainDate } from './dates.ts';

const orNull = (pattern: string): string => `(?:null|"${pattern}")`;

const ACTOR = '(?:[A-Z]{3}|[a-z][a-z0-9-]{1,62})';
const DIGEST = '[0-9a-f]{64}';
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const INSTANT = String.raw`${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z`;
/** What JSON writes as it is: of ASCII, without quote, backslash and control characters. */
const SOURCE = String.raw`[ !#-\[\]-~]{1,400}`;
const BASIS = `(?:{"kind":"recorded","source":"${SOURCE}"}|{"kind":"signed"})`;
const REGISTER = '[a-z][a-z-]{1,40}/[A-Za-z0-9][A-Za-z0-9._-]{0,119}';

const MEMBERS = [
  `"actor":"${ACTOR}"`,
  `"author":"${ACTOR}"`,
  `"basis":${BASIS}`,
  `"effectiveOn":${orNull(DAY)}`,
  `"issuedAt":"${INSTANT}"`,
  '"key":"[0-9a-f]{32}"',
  `"mandate":${orNull(DIGEST)}`,
  String.raw`"marking":{"level":"clear","to":\[\]}`,
  '"network":"[a-z][a-z0-9-]{1,62}"',
  String.raw`"parents":\[\]`,
  String.raw`"parts":\[{"digest":"${DIGEST}"}\]`,
  `"prev":${orNull(DIGEST)}`,
  `"register":${orNull(REGISTER)}`,
  // Whole, from 1, and short enough to be exact.
  String.raw`"seq":[1-9]\d{0,14}`,
  '"stream":"[A-Za-z0-9/-]{1,110}"',
  String.raw`"type":"[a-z][a-z-]{1,40}\.[a-z][a-z-]{1,60}"`,
];
const PLAIN = new RegExp(`^{${MEMBERS.join(',')}}$`);

/** The header where its bytes have that form; null where others must judge. */
export function plainHeader(bytes: Uint8Array): Header | null {
  // The pattern admits ASCII alone, which is the same in both.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!PLAIN.test(text)) return null;
  // The pattern is narrower than the schema of headers, but for the calendar.
  const header = JSON.parse(text) as Header;
  const { effectiveOn, issuedAt } = header;
  const hasDays = isPlainDate(issuedAt.slice(0, 10)) && isPlainDate(effectiveOn ?? '2000-01-01');
  return hasDays ? header : null;
}
