import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What a component returns: HTML or SVG, escaped. */
export type Markup = JSX.Element;

/** What a component takes inside: text or the markup of other components. */
export type Content = Child | Markup;

/** The depth of a heading. Components start at 2, since a page has one title. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
