import { raw } from 'hono/html';
import type { Content, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import { type AsOf, AsOfBar } from './as-of-bar.tsx';
import { PageFooter, type PageFooterProps } from './page-footer.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';
import { Palette } from './palette.tsx';
import type { Theme } from './theme.ts';
import { PreviewTags, type PreviewTagsProps } from './preview-tags.tsx';

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
  /** What tells a browser how to search here. */
  searchDescriptionHref?: string;
  header: Omit<PageHeaderProps, 'text' | 'siteName' | 'theme'>;
  /** Left out where no date applies, as on the page for signing in. */
  asOf?: AsOf;
  /** From the front page down, without the page itself. */
  breadcrumb?: readonly Link[];
  footer: Omit<PageFooterProps, 'text'>;
  alternates?: readonly AlternateLink[];
  /** What other sites show of it. */
  preview?: PreviewTagsProps;
  /** The line on which the page hears of changes, and the script that listens. */
  live?: { address: string; scriptHref: string };
  /** The page's own script. */
  scriptHref?: string;
  /** What stands above every page of its kind, as that it belongs to a practice. */
  band?: Content;
  /** The script of the keyboard, which the page does without, and what it works with. */
  keys?: { scriptHref: string; suggestHref: string; helpHref: string };
  /** In a sentence, for whoever lists this page elsewhere. */
  description?: string;
  /** The picture beside the page's name in a browser. */
  iconHref?: string;
  /** Absent: as the system has it. */
  theme?: Theme;
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

/** The card's colours, in which browsers paint what is around the page. */
const AROUND = { light: '#fff', dark: '#181f27' } as const;

/** Which colours the page can be shown in, before its style sheet is there. */
function ColourMeta({ theme }: { theme: Theme | undefined }): Markup {
  const themes = theme === undefined ? (['light', 'dark'] as const) : ([theme] as const);
  return (
    <>
      <meta name="color-scheme" content={themes.join(' ')} />
      {themes.map((one) => (
        <meta
          name="theme-color"
          content={AROUND[one]}
          media={theme === undefined ? `(prefers-color-scheme: ${one})` : undefined}
        />
      ))}
    </>
  );
}

/** What the document says of itself: its title, its colours, its style, its scripts. */
function Head(props: LayoutProps): Markup {
  const { siteName, description, iconHref, searchDescriptionHref } = props;
  const title = props.title === siteName ? siteName : `${props.title} – ${siteName}`;
  const scripts = [props.live?.scriptHref, props.scriptHref, props.keys?.scriptHref];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <ColourMeta theme={props.theme} />
      <title>{title}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {iconHref === undefined ? null : <link rel="icon" type="image/svg+xml" href={iconHref} />}
      {props.preview === undefined ? null : <PreviewTags {...props.preview} />}
      <link rel="stylesheet" href={props.styleSheetHref} />
      {searchDescriptionHref === undefined ? null : (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={siteName}
          href={searchDescriptionHref}
        />
      )}
      {(props.alternates ?? []).map((link) => (
        <link rel="alternate" type={link.type} href={link.href} title={link.label} />
      ))}
      {scripts.map((href) => (href === undefined ? null : <script type="module" src={href} />))}
    </head>
  );
}

/** A whole page: document, header, dates, content, footer; all of it works without script. */
export function Layout(props: LayoutProps): Markup {
  const { text, siteName } = props;
  return (
    <>
      {doctype}
      <html lang={text.locale} dir={text.direction} data-theme={props.theme}>
        <Head {...props} />
        <body>
          <a class="skip hidden-visually" href="#main">
            {text('ui.skip')}
          </a>
          {props.band}
          <PageHeader text={text} siteName={siteName} theme={props.theme} {...props.header} />
          <AsOfBar text={text} breadcrumb={props.breadcrumb ?? []} asOf={props.asOf} />
          <main id="main" class="wrap" tabindex={-1} {...liveData(text, props.live)}>
            {props.children}
          </main>
          {props.live === undefined ? null : (
            <p id="live-status" class="live-status" role="status"></p>
          )}
          <PageFooter text={text} {...props.footer} />
          {props.keys === undefined ? null : <Palette text={text} {...props.keys} />}
        </body>
      </html>
    </>
  );
}
