import type { Markup } from '../markup.ts';

/** Lines drawn on a square of 16; every one is told from the others by shape alone. */
const shapes = {
  alert: 'M8 2 15 14H1ZM8 6.5v3.6M8 12v.4',
  calendar: 'M2 4h12v10H2ZM2 7.2h12M5 2v3M11 2v3',
  check: 'm2.5 8.5 3.6 3.6 7.4-8',
  clock: 'M8 1.6a6.4 6.4 0 1 0 0 12.8A6.4 6.4 0 0 0 8 1.6M8 4.4V8l2.6 1.8',
  cross: 'm3 3 10 10M13 3 3 13',
  dash: 'M3 8h10',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  download: 'M8 1.8v8.4m-3.6-3.4L8 10.4l3.6-3.6M2 14h12',
  globe: 'M8 1.6a6.4 6.4 0 1 0 0 12.8A6.4 6.4 0 0 0 8 1.6M2 8h12M8 1.6q-5 6.4 0 12.8 5-6.4 0-12.8',
  menu: 'M2 4h12M2 8h12M2 12h12',
  pause: 'M5 3v10M11 3v10',
  pen: 'M2 14c2-5 5-9 11-12-1 5-4 8-9 9M2 14l2-3',
  search: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2m3.6 8.6 3.8 3.8',
  seal: 'M8 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M5.6 10 4.5 15 8 13l3.5 2-1.1-5',
} as const;

export type IconName = keyof typeof shapes;

/** All icons there are, for the gallery. */
// The keys of a constant object are exactly its names.
export const iconNames = Object.keys(shapes) as IconName[];

/** A small picture beside a word; it never stands for the word, so it is hidden from ears. */
export function Icon({ name }: { name: IconName }): Markup {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
