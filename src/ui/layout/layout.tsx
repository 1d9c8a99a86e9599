import { raw } from 'hono/html';
import type { Content, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import { type AsOf, AsOfBar } from './as-of-bar.tsx';
import { PageFooter, type PageFooterProps } from './page-footer.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';

/** A link by address and words. */
export interface Link {
  href: string;
  label: string;
}

/** Another form of this page: a feed, a table as CSV. */
export interface AlternateLink extends Link {
  /** Its media type, as `application/atom+xml`. */
  type: string;
}

export interface LayoutProps {
  text: Text;
  /** What the page is about; the site's name is added behind it. */
  title: string;
  siteName: string;
  /** Address of the style sheet, with its fingerprint. */
  styleSheetHref: string;
  header: Omit<PageHeaderProps, 'text' | 'siteName'>;
  /** Left out where no date applies, as on the page for signing in. */
  asOf?: AsOf;
  /** From the front page down, without the page itself. */
  breadcrumb?: readonly Link[];
  footer: Omit<PageFooterProps, 'text'>;
  alternates?: readonly AlternateLink[];
  children?: Content;
}

const doctype = raw('<!doctype html>');

/** A whole page: document, header, dates, content, footer; all of it works without script. */
export function Layout(props: LayoutProps): Markup {
  const { text, siteName } = props;
  const title = props.title === siteName ? siteName : `${props.title} – ${siteName}`;
  return (
    <>
      {doctype}
      <html lang={text.locale} dir={text.direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          <link rel="stylesheet" href={props.styleSheetHref} />
          {(props.alternates ?? []).map((link) => (
            <link rel="alternate" type={link.type} href={link.href} title={link.label} />
          ))}
        </head>
        <body>
          <a class="skip hidden-visually" href="#main">
            {text('ui.skip')}
          </a>
          <PageHeader text={text} siteName={siteName} {...props.header} />
          <AsOfBar text={text} breadcrumb={props.breadcrumb ?? []} asOf={props.asOf} />
          <main id="main" class="wrap" tabindex={-1}>
            {props.children}
          </main>
          <PageFooter text={text} {...props.footer} />
        </body>
      </html>
    </>
  );
}
