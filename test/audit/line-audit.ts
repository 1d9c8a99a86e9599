/** Every page over a slow line: when there is something to read, what moves, and what it weighs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visit, visitSlowly } from './slow-line.ts';
import { Tour } from './tour.ts';

const CONTENT_MILLISECONDS_MAX = 2500;
const SHIFT_MAX = 0.05;
const BYTES_MAX = 60 * 1024;
const SCRIPT_BYTES_MAX = 15 * 1024;
const WORST_SHOWN = 5;

let tour: Tour;
beforeAll(async () => {
  tour = await Tour.start();
});
afterAll(() => tour.stop());

type Visited = Visit & { readonly address: string };

const tooMuch = ({ address, ...visit }: Visited): string[] =>
  [
    [visit.contentMilliseconds > 0, 'no content'] as const,
    [visit.contentMilliseconds <= CONTENT_MILLISECONDS_MAX, `${visit.contentMilliseconds} ms`],
    [visit.shift < SHIFT_MAX, `moves by ${visit.shift}`] as const,
    [visit.bytes <= BYTES_MAX, `${visit.bytes} bytes`] as const,
    [visit.scriptBytes <= SCRIPT_BYTES_MAX, `${visit.scriptBytes} bytes of script`] as const,
  ].flatMap(([fits, words]) => (fits ? [] : [`${address}: ${words}`]));

/** The middle one and the worst, for the table of the documentation. */
function told(language: string, visits: readonly Visited[], name: keyof Visit): string {
  const sorted = visits.toSorted((one, other) => other[name] - one[name]);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted.slice(0, WORST_SHOWN).map((one) => `${one[name]} ${one.address}`);
  return `${language} ${name}: middle ${middle?.[name]}; most ${worst.join(', ')}\n`;
}

const MEASURED = ['contentMilliseconds', 'answerMilliseconds', 'shift', 'bytes', 'scriptBytes'];

describe('over 400 kbit/s with 400 ms', () => {
  // Cyrillic weighs most, and Arabic is laid out from the other side.
  it.each(['en', 'ar', 'ru'])(
    'every page is there in time, and stays where it is: %s',
    async (locale) => {
      const visits: Visited[] = [];
      for (const address of tour.open) {
        // The node has made the page before: the line is measured, not the first reader's wait.
        await fetch(tour.node.address + address, { headers: { 'accept-language': locale } });
        const phone = { viewport: { width: 360, height: 740 }, locale };
        const visit = await visitSlowly(tour.browser, tour.node.address + address, phone);
        visits.push({ address, ...visit });
      }
      for (const name of MEASURED) {
        // The names are those of the figures of a visit.
        process.stdout.write(told(locale, visits, name as keyof Visit));
      }
      expect(visits.flatMap(tooMuch)).toEqual([]);
    },
  );
});
