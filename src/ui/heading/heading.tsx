import type { Content, HeadingLevel, Markup } from '../markup.ts';

const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const;

export interface HeadingProps {
  level: HeadingLevel;
  id?: string | undefined;
  children?: Content;
}

/** A heading whose depth its place on the page decides. */
export function Heading({ level, id, children }: HeadingProps): Markup {
  const Tag = tags[level];
  return <Tag id={id}>{children}</Tag>;
}
