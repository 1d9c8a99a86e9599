/** What stands around every page: head, navigation, dates, footer. */
import { Layout } from '../../ui/layout/layout.tsx';
import type { Theme } from '../../ui/layout/theme.ts';
import type { PageContent } from '../../ui/page.ts';
import { PracticeBand } from '../../ui/practice-band/practice-band.tsx';
import { classesIn } from '../../ui/style-sheet.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { destinationsOf, footerColumns, linkTo } from '../destinations/destinations.ts';
import { withHelp } from '../guide/help.ts';
import { withPictureLinks } from '../pictures/picture-links.ts';
import { PREVIEW_PATH, asksPage, previewHref } from '../previews/preview-address.ts';
import { totalOf } from '../position.ts';
import { searchIn } from '../search/area.ts';
import { NEXT_PATH, castName } from '../practice/inside.ts';
import type { Services } from '../services.ts';
import { COMPARE } from '../times.ts';
import { SHORTCUTS_PATH, THEME_PATH } from './paths.ts';

export interface Framed {
  readonly content: PageContent;
  readonly section: string;
  /** The island of the page, where it has one. */
  readonly island?: string | undefined;
  readonly text: Text;
  /** Path and query of the page. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly today: string;
  readonly session: Session | null;
  /** What the reader chose; absent or null: as the system has it. */
  readonly theme?: Theme | null;
  /** How many acts the reader may see in each register. */
  readonly counts?: ReadonlyMap<string, number>;
  /** Left out where no date applies. */
  readonly dates?: {
    readonly asOf: string;
    readonly knownAt: string;
    /** The other day of a page that shows two, as far as its address names it. */
    readonly other?: { readonly asOf?: string; readonly knownAt?: string };
  };
  /** Whether it shows two days: then its pictures are those of the pages of each. */
  readonly isCompared?: boolean;
}

/** Where those work who act for a depositary or a ministry; of use to whoever is signed in. */
const DESK = { section: 'desk', href: '/desk/depositary', page: '/desk/depositary' } as const;
const DUTY = { section: 'duty', href: '/duty', page: '/duty' } as const;
const STATE = /^[A-Z]{3}$/;

/** Whoever reads for one State is led to its desk, others to the choice of one. */
function ownDesks(session: Session | null) {
  if (session === null) return [];
  const states = (session.reads ?? session.person.actors).filter((id) => STATE.test(id));
  const href = states.length === 1 ? `/ministry/${states[0]}` : '/ministry';
  return [DESK, { section: 'ministry', href, page: '/ministry' }, DUTY] as const;
}

/** Desks of whoever is signed in, then what one reads; what machines read is in the footer. */
function navigation({ serves }: Services, framed: Framed) {
  const { text, section: here } = framed;
  const desks = ownDesks(framed.session)
    .filter(({ page }) => serves(page))
    .map(({ section, href }) => ({ section, href, label: text(`host.section.${section}`) }));
  const places = destinationsOf(serves)
    .filter(({ isMain }) => isMain)
    .map((place) => ({ section: place.path.slice(1), ...linkTo(place, text) }));
  return [...desks, ...places].map(({ section, ...link }) => ({
    ...link,
    ...(section === here ? { current: true } : {}),
  }));
}

/** From the front page down: it is named alike on every page, and comes first on all but itself. */
function breadcrumb({ content, text, path }: Framed) {
  const below = content.breadcrumb.filter(({ href }) => href !== '/');
  return path === '/' ? [] : [{ href: '/', label: text('host.front') }, ...below];
}

/** The page's address as it was asked for. */
function addressOf({ path, search }: Framed): string {
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** The same address with one parameter changed. */
function addressWith(framed: Framed, name: string, value: string): string {
  const search = new URLSearchParams(framed.search);
  search.set(name, value);
  return `${framed.path}?${search.toString()}`;
}

function languages(framed: Framed): { locale: Locale; href: string }[] {
  return locales.map((locale) => ({ locale, href: addressWith(framed, 'lang', locale) }));
}

/** In a practice everybody is whom they act for, in the language of the page. */
function nameOf({ practice }: Services, { text }: Framed, { person }: Session): string {
  return practice ? castName(practice.script, person.id, text.locale) : person.name;
}

/** What stands above every page of a practice; nothing elsewhere. */
function practiceBand({ practice }: Services, { text }: Framed) {
  if (practice === undefined) return {};
  const links = [
    { href: NEXT_PATH, label: text('practice.go-on') },
    { href: '/practice#roles', label: text('practice.roles') },
    { href: `${practice.home()}/practice`, label: text('practice.leave') },
  ];
  return { band: <PracticeBand text={text} links={links} /> };
}

function reader(services: Services, framed: Framed) {
  const { session } = framed;
  if (session === null) {
    const back = framed.path === '/sign-in' ? '' : `?to=${encodeURIComponent(framed.path)}`;
    return { signInHref: `/sign-in${back}` };
  }
  return {
    name: nameOf(services, framed, session),
    href: services.practice ? '/practice' : '/account',
    signOutAction: '/sign-out',
    token: session.formToken,
  };
}

/** What the forms of the dates ask themselves; the language is remembered. */
const DATED: readonly string[] = ['asOf', 'knownAt', 'lang', 'picture', ...Object.values(COMPARE)];

function dates(framed: Framed) {
  if (framed.dates === undefined) return {};
  const query = Object.fromEntries([...framed.search].filter(([name]) => !DATED.includes(name)));
  return { asOf: { ...framed.dates, today: framed.today, action: framed.path, query } };
}

/** A page follows the record where it shows it as it is today. */
function live(services: Services, framed: Framed) {
  const { content, counts, search } = framed;
  const script = services.assets.live;
  const isPast =
    framed.isCompared ||
    search.has('knownAt') ||
    (search.get('asOf') ?? framed.today) !== framed.today;
  if (!content.follows || !script || counts === undefined || isPast) return {};
  const { register } = content.follows;
  const since = register === undefined ? totalOf(counts) : (counts.get(register) ?? 0);
  const query = new URLSearchParams({ ...(register && { register }), since: String(since) });
  return { live: { address: `/live?${query.toString()}`, scriptHref: script.href } };
}

/** The page's own script, where it has one and the node serves it. */
function island(services: Services, { island: name }: Framed) {
  const asset = name === undefined ? undefined : services.assets.islands?.get(name);
  return asset === undefined ? {} : { scriptHref: asset.href };
}

/** What the keyboard's script works with; where nothing suggests, it has the page's own links. */
const KEYS = { suggestHref: '/search/suggest', helpHref: SHORTCUTS_PATH } as const;

/** What the head of the document says of the page. */
function said({ assets }: Services, { content, theme }: Framed) {
  return {
    ...(content.description === undefined ? {} : { description: content.description }),
    ...(assets.icon === undefined ? {} : { iconHref: assets.icon.href }),
    ...(assets.keys === undefined ? {} : { keys: { ...KEYS, scriptHref: assets.keys.href } }),
    ...(theme ? { theme } : {}),
  };
}

/** What other sites show of it; of what is no page of a practice, the card of the node itself. */
function preview(services: Services, { content, path, search, text }: Framed) {
  const { name } = services.config;
  const origin = services.origin();
  const own = asksPage(path, services.pages);
  const image = own ? previewHref(path, search, text.locale) : PREVIEW_PATH;
  const { title, description } = content;
  return {
    title,
    siteName: name,
    address: `${origin}${path}`,
    image: `${origin}${image}`,
    ...(description === undefined ? {} : { description }),
  };
}

/** A whole page as HTML text. */
export async function renderFrame(services: Services, framed: Framed): Promise<string> {
  const { content, text } = framed;
  // A practice is called so in every language.
  const name = services.practice ? text('practice.title') : services.config.name;
  const page = (
    <Layout
      text={text}
      title={content.title}
      siteName={name}
      styleSheetHref={services.assets.styleSheet.href}
      {...(searchIn(services.areas) && { searchDescriptionHref: '/search.xml' })}
      header={{
        homeHref: '/',
        searchAction: '/search',
        searched: framed.search.get('q') ?? '',
        navigation: navigation(services, framed),
        appearance: { action: THEME_PATH, back: addressOf(framed) },
        languages: languages(framed),
        reader: reader(services, framed),
      }}
      breadcrumb={breadcrumb(framed)}
      footer={{
        nodeName: name,
        columns: footerColumns(text, services.serves),
        ...(framed.counts === undefined ? {} : { position: totalOf(framed.counts) }),
      }}
      alternates={[...(content.alternates ?? [])]}
      {...said(services, framed)}
      preview={preview(services, framed)}
      {...dates(framed)}
      {...live(services, framed)}
      {...practiceBand(services, framed)}
      {...island(services, framed)}
    >
      {content.body}
    </Layout>
  );
  // A component may be asynchronous; then the page is there only after waiting.
  const html = (await page).toString();
  const pictured = framed.isCompared ? html : await withPictures(html, framed);
  return withSheets(services, await withHelp(pictured, { ...framed, serves: services.serves }));
}

/** With the ways to each picture as a file, and to its numbers. */
function withPictures(html: string, { content, path, search, text }: Framed): Promise<string> {
  const numbers = ['text/csv', 'application/json'];
  return withPictureLinks(html, {
    path,
    search,
    words: { picture: text('pictures.picture'), table: text('pictures.table') },
    downloads: (content.alternates ?? []).filter(({ type }) => numbers.includes(type)),
  });
}

/** With links to the style sheets of those components that are on the page. */
function withSheets(services: Services, html: string): string {
  const classes = classesIn(html);
  const needed = (services.assets.sheetsApart ?? []).filter((sheet) => sheet.isOn(classes));
  const links = needed.map(({ href }) => `<link rel="stylesheet" href="${href}"/>`);
  return links.length === 0 ? html : html.replace('</head>', () => `${links.join('')}</head>`);
}
