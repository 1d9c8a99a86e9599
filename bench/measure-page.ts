/** How pages come to readers: fifty at once, each on a connection that stays open. */
import { addDays } from '../src/kernel/dates.ts';
import { locales } from '../src/ui/text/locale.ts';
import { READERS, type Reading } from './readers.ts';
import { type Seeded, seeded } from './seeded.ts';
import { inOwnProcess, whileServing } from './parts.ts';

export interface Pages {
  /** Pages that were asked for before, as nearly all are. */
  readonly known: Reading;
  /** Each with a day that nobody asked for before, all at once. */
  readonly fresh: Reading;
  /** The same, by one reader after another. */
  readonly freshAlone: Reading;
  /** As many bytes from a server that does nothing else: what readers and machine take. */
  readonly bare: Reading;
  readonly gzipBytesMax: number;
  readonly scriptBytes: number;
}

const KNOWN_PAGES = 300;
const KNOWN_READS = 9000;
const FRESH_READS = 1500;
const ALONE_READS = 300;

function pathOf(random: Seeded, agreements: readonly string[]): string {
  const day = addDays('1950-01-01', random.below(75 * 365));
  return `/agreements/${random.pick(agreements)}?asOf=${day}&lang=${random.pick(locales)}`;
}

/** Paths of which none stands twice. */
function distinctPaths(random: Seeded, agreements: readonly string[], count: number): string[] {
  const paths = new Set<string>();
  while (paths.size < count) paths.add(pathOf(random, agreements));
  return [...paths];
}

/** Bytes of script that a page brings: within it, and in the files that it names. */
async function scriptBytes(address: string, path: string): Promise<number> {
  const html = await (await fetch(`${address}${path}`)).text();
  let bytes = 0;
  for (const [, attributes = '', inside = ''] of html.matchAll(
    /<script([^>]*)>([\s\S]*?)<\/script>/g,
  )) {
    bytes += Buffer.byteLength(inside);
    const source = /\ssrc="([^"]+)"/.exec(attributes)?.[1];
    if (source) bytes += (await (await fetch(new URL(source, address))).arrayBuffer()).byteLength;
  }
  return bytes;
}

export async function measurePages(address: string, agreements: readonly string[]): Promise<Pages> {
  const random = seeded(7);
  const paths = distinctPaths(random, agreements, KNOWN_PAGES + FRESH_READS + ALONE_READS);
  const known = paths.slice(0, KNOWN_PAGES);
  const fresh = paths.slice(KNOWN_PAGES, KNOWN_PAGES + FRESH_READS);
  const alone = paths.slice(KNOWN_PAGES + FRESH_READS);
  const read = (asked: readonly string[], readers: number, from = address): Promise<Reading> =>
    inOwnProcess('read', { address: from, paths: asked, readers });
  const { bytesMax: sizeBytes } = await read(known, READERS);
  const again = Array.from({ length: KNOWN_READS }, () => random.pick(known));
  const [agreement = ''] = agreements;
  const readings = {
    known: await read(again, READERS),
    fresh: await read(fresh, READERS),
    freshAlone: await read(alone, 1),
  };
  const gzipBytesMax = Math.max(...Object.values(readings).map((one) => one.bytesMax));
  const bare = await whileServing('bare', { sizeBytes }, (other) => read(again, READERS, other));
  // Only what is read as of today goes on changing, and so carries a script.
  const script = await scriptBytes(address, `/agreements/${agreement}`);
  return { ...readings, bare, gzipBytesMax, scriptBytes: script };
}
