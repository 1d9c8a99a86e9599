import type { Content, Markup } from '../markup.ts';

/** Levels of the Traffic Light Protocol 2.0, whose names stand in capitals in every language. */
export type MarkingLevel = 'clear' | 'green' | 'amber' | 'amber+strict' | 'red';

export interface MarkingBannerProps {
  level: MarkingLevel;
  /** To whom it is released, in words; left out where it is for all. */
  children?: Content;
}

const classOf = (level: MarkingLevel): string => level.replace('+', '-');

/**
 * The marking of what a page shows, above it and below. The name says the level; the colours are
 * those of FIRST, and the frame grows with the level, for print and for eyes that see no colour.
 */
export function MarkingBanner({ level, children }: MarkingBannerProps): Markup {
  return (
    <p class={`marking marking-${classOf(level)}`}>
      <b class="marking-level" dir="ltr" translate="no">
        TLP:{level.toUpperCase()}
      </b>
      {children === undefined ? null : <span class="marking-to"> {children}</span>}
    </p>
  );
}

/** The same, small, beside a line of a table. */
export function MarkingTag({ level }: { level: MarkingLevel }): Markup {
  return (
    <span class={`marking-tag marking-${classOf(level)}`} dir="ltr" translate="no">
      <b class="marking-level">TLP:{level.toUpperCase()}</b>
    </span>
  );
}
