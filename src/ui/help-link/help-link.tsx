import type { Markup } from '../markup.ts';

export interface HelpLinkProps {
  readonly href: string;
  /** What the task is called, for who hears the page and who waits over the sign. */
  readonly label: string;
}

/** The sign beside a heading that leads to the task of the guide. */
export function HelpLink({ href, label }: HelpLinkProps): Markup {
  return (
    <a class="help-link" href={href} aria-label={label} title={label}>
      ?
    </a>
  );
}
