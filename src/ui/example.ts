import type { Markup } from './markup.ts';
import type { Text } from './text/text.ts';

/** A named rendering of a component: what tests open and a gallery shows. */
export interface Example {
  /** In a few words, what is special in this one. */
  name: string;
  render: (text: Text) => Markup;
  /** Says that `render` gives a whole document, not a part of one. */
  document?: true;
}
