import { Icon } from '../icon/icon.tsx';
import type { Markup } from '../markup.ts';
import { type Locale, localeNames } from '../text/locale.ts';
import type { Text } from '../text/text.ts';
import type { Link } from './layout.tsx';
import { THEMES, type Theme } from './theme.ts';

/** Who reads: anyone, or someone signed in, who leaves by a form with its token against forgery. */
export type Reader =
  | { signInHref: string }
  | { name: string; href: string; signOutAction: string; token: string };

export interface NavigationLink extends Link {
  current?: boolean;
  /** The keys that lead there, as `g a`. */
  keys?: string;
}

export interface PageHeaderProps {
  text: Text;
  siteName: string;
  homeHref: string;
  searchAction: string;
  /** Parameters that a search carries on, as the dates of the page. */
  searchQuery?: Readonly<Record<string, string>>;
  /** What was searched for last, so that it can be changed. */
  searched?: string;
  navigation: readonly NavigationLink[];
  /** Where a choice of light or dark is sent, and the page to come back to. */
  appearance?: { action: string; back: string };
  theme?: Theme | undefined;
  /** This page in each language. */
  languages: readonly { locale: Locale; href: string }[];
  reader: Reader;
}

const menuId = 'site-menu';

/**
 * The head of every page. On a narrow screen navigation and tools fold into a popover, which the
 * browser itself opens, closes and announces; one that knows no popovers shows them all.
 */
export function PageHeader(props: PageHeaderProps): Markup {
  const { text, siteName } = props;
  return (
    <header class="site-header">
      <div class="wrap site-header-row">
        <a
          class="brand"
          href={props.homeHref}
          aria-label={text('ui.brand.home', { name: siteName })}
        >
          <svg viewBox="0 0 28 20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="8.2" />
            <circle cx="18" cy="10" r="8.2" />
          </svg>
          {siteName}
        </a>
        <form class="site-search" role="search" action={props.searchAction} method="get">
          {Object.entries(props.searchQuery ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label class="hidden-visually" for="site-search">
            {text('ui.search')}
          </label>
          <input
            id="site-search"
            type="search"
            name="q"
            value={props.searched}
            placeholder={text('ui.search.placeholder')}
            autocomplete="off"
            enterkeyhint="search"
            maxlength={200}
          />
          <button type="submit" aria-label={text('ui.search')}>
            <Icon name="search" />
          </button>
        </form>
        <button class="menu-button" type="button" popovertarget={menuId}>
          <Icon name="menu" /> {text('ui.menu')}
        </button>
        <div class="site-menu" id={menuId} popover="auto">
          <nav aria-label={text('ui.main')}>
            <ul class="plain-list">
              {props.navigation.map((link) => (
                <li>
                  <a
                    href={link.href}
                    aria-current={link.current ? 'page' : undefined}
                    data-keys={link.keys}
                  >
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="site-tools">
            <Preferences {...props} />
            <Session text={text} reader={props.reader} />
          </div>
        </div>
      </div>
    </header>
  );
}

function Preferences({ text, languages, appearance, theme }: PageHeaderProps): Markup {
  return (
    <details class="language" name="site-tools">
      <summary>
        <Icon name="globe" />
        <span class="hidden-visually">{text('ui.language')}: </span>
        {localeNames[text.locale]}
      </summary>
      <div class="language-panel">
        <ul class="plain-list">
          {languages.map(({ locale, href }) => (
            <li>
              <a
                href={href}
                lang={locale}
                hreflang={locale}
                aria-current={locale === text.locale ? 'true' : undefined}
              >
                {localeNames[locale]}
              </a>
            </li>
          ))}
        </ul>
        {appearance === undefined ? null : <Appearance text={text} theme={theme} {...appearance} />}
      </div>
    </details>
  );
}

interface AppearanceProps {
  text: Text;
  theme: Theme | undefined;
  action: string;
  back: string;
}

/** Light, dark, or as the system has it: three buttons of a form, of which one is pressed. */
function Appearance({ text, theme, action, back }: AppearanceProps): Markup {
  return (
    <form class="appearance" action={action} method="post">
      <input type="hidden" name="to" value={back} />
      <p id="appearance">{text('ui.appearance')}</p>
      <div role="group" aria-labelledby="appearance">
        {(['system', ...THEMES] as const).map((one) => (
          <button
            type="submit"
            name="theme"
            value={one}
            aria-pressed={one === (theme ?? 'system') ? 'true' : 'false'}
          >
            {text(`ui.appearance.${one}`)}
          </button>
        ))}
      </div>
    </form>
  );
}

function Session({ text, reader }: Pick<PageHeaderProps, 'text' | 'reader'>): Markup {
  if ('signInHref' in reader) return <a href={reader.signInHref}>{text('ui.sign-in')}</a>;
  return (
    <form class="session" action={reader.signOutAction} method="post">
      <a href={reader.href}>
        <bdi>{reader.name}</bdi>
      </a>
      <input type="hidden" name="token" value={reader.token} />
      <button class="button-plain" type="submit">
        {text('ui.sign-out')}
      </button>
    </form>
  );
}
