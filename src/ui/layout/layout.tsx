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
  /** The line on which the page hears of changes, and the script that listens. */
  live?: { address: string; scriptHref: string };
  /** The page's own script. */
  scriptHref?: string;
  /** What stands above every page of its kind, as that it belongs to a practice. */
  band?: Content;
  children?: Content;
}

const doctype = raw('<!doctype html>');

/** What the listening script reads off the page: where to listen, and what to say then. */
function liveData(text: Text, live: LayoutProps['live']): Readonly<Record<string, string>> {
  if (live === undefined) return {};
  return {
    'data-live': live.address,
    'data-live-changed': text('ui.live.changed'),
    'data-live-waiting': text('ui.live.waiting'),
  };
}

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
          {props.live === undefined ? null : <script type="module" src={props.live.scriptHref} />}
          {props.scriptHref === undefined ? null : <script type="module" src={props.scriptHref} />}
        </head>
        <body>
          <a class="skip hidden-visually" href="#main">
            {text('ui.skip')}
          </a>
          {props.band}
          <PageHeader text={text} siteName={siteName} {...props.header} />
          <AsOfBar text={text} breadcrumb={props.breadcrumb ?? []} asOf={props.asOf} />
          <main id="main" class="wrap" tabindex={-1} {...liveData(text, props.live)}>
            {props.children}
          </main>
          {props.live === undefined ? null : (
            <p id="live-status" class="live-status" role="status"></p>
          )}
          <PageFooter text={text} {...props.footer} />
        </body>
      </html>
    </>
  );
}
