import type { Content, Markup } from '../markup.ts';

export interface OfficialPaperProps {
  /** What kind of paper it is, above its title. */
  kind: string;
  /** The number under which it is cited, read from left to right in every language. */
  reference?: string;
  /** To whom it goes. */
  addressee?: string;
  title: string;
  /** Below the title: where and when the thing was made that it is about. */
  subtitle?: Content;
  children?: Content;
  /** Who answers for it, and of which day. */
  signature?: Content;
}

/** A paper that an office issues: read on a screen, and printed without what stands around it. */
export function OfficialPaper(props: OfficialPaperProps): Markup {
  const { kind, reference, addressee, title, subtitle, children, signature } = props;
  return (
    <article class="paper">
      <header>
        <p class="paper-kind">{kind}</p>
        {reference === undefined ? null : (
          <p class="paper-reference" dir="ltr" translate="no">
            {reference}
          </p>
        )}
        {addressee === undefined ? null : <p class="paper-addressee">{addressee}</p>}
        <h1>{title}</h1>
        {subtitle === undefined ? null : <p class="paper-subtitle">{subtitle}</p>}
      </header>
      {children}
      {signature === undefined ? null : <footer class="paper-signature">{signature}</footer>}
    </article>
  );
}
