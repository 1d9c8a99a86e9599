import type { Markup } from '../markup.ts';

export interface ViewLink {
  label: string;
  href: string;
  /** Whether it is the one that is shown. */
  current?: boolean;
  /** How much there is to see there. */
  count?: number;
}

export interface ViewLinksProps {
  /** What the views are of, for those who hear the page. */
  label: string;
  views: readonly ViewLink[];
}

/** The views of one thing, each a page of its own; on a narrow screen the row scrolls. */
export function ViewLinks({ label, views }: ViewLinksProps): Markup {
  return (
    <nav class="view-links" aria-label={label}>
      <ul class="plain-list">
        {views.map((view) => (
          <li>
            <a href={view.href} aria-current={view.current ? 'page' : undefined}>
              {view.label}
              {view.count === undefined ? null : <span class="count">{view.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
