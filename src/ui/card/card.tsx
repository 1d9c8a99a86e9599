import { Heading } from '../heading/heading.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';

/** A number that answers "how many?" and leads to which. */
export interface Figure {
  value: Content;
  label: string;
  href?: string;
  /** Something that ought not to be, as reports overdue. */
  warning?: boolean;
}

/** Figures side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }): Markup {
  return (
    <ul class="figures plain-list">
      {figures.map((figure) => (
        <li class={figure.warning ? 'card figure figure-warning' : 'card figure'}>
          <b>{figure.value}</b>
          {figure.href === undefined ? (
            <span>{figure.label}</span>
          ) : (
            <a class="card-link" href={figure.href}>
              {figure.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface CardProps {
  title: string;
  href?: string;
  /** What kind of thing it is, above the title. */
  kind?: Content;
  level?: HeadingLevel;
  children?: Content;
}

/** One thing among several: what it is, its name, a few words. The whole card is its link. */
export function Card({ title, href, kind, level = 3, children }: CardProps): Markup {
  return (
    <article class="card">
      {kind === undefined ? null : <p class="card-kind">{kind}</p>}
      <Heading level={level}>
        {href === undefined ? (
          title
        ) : (
          <a class="card-link" href={href}>
            {title}
          </a>
        )}
      </Heading>
      {children}
    </article>
  );
}

/** Cards in as many columns as there is room for; `wide` ones want more of it. */
export function Cards({ wide, children }: { wide?: true; children?: Content }): Markup {
  return <div class={wide ? 'cards cards-wide' : 'cards'}>{children}</div>;
}

/** Short links in a row, as the sectors or the groups of an actor. */
export function Tags({ tags }: { tags: readonly { href: string; label: string }[] }): Markup {
  return (
    <ul class="tags plain-list">
      {tags.map((tag) => (
        <li>
          <a href={tag.href}>{tag.label}</a>
        </li>
      ))}
    </ul>
  );
}
