import type { Markup } from '../markup.ts';

/** From one to the other: it points the way that is read, which no arrow of a text does. */
export function Arrow(): Markup {
  return <span class="arrow">→</span>;
}
