/** What stands around every page: head, navigation, dates, footer. */
import { Layout } from '../../ui/layout/layout.tsx';
import type { PageContent } from '../../ui/page.ts';
import { PracticeBand } from '../../ui/practice-band/practice-band.tsx';
import { classesIn } from '../../ui/style-sheet.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { totalOf } from '../position.ts';
import { NEXT_PATH, castName } from '../practice/inside.ts';
import type { Services } from '../services.ts';

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
  /** How many acts the reader may see in each register. */
  readonly counts?: ReadonlyMap<string, number>;
  /** Left out where no date applies. */
  readonly dates?: { readonly asOf: string; readonly knownAt: string };
}

/** Sections of the navigation in their order; one without a page is left out. */
const SECTIONS = ['agreements', 'meetings', 'notices', 'actors', 'record', 'api'] as const;

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

function navigation(services: Services, framed: Framed) {
  const paths = new Set(services.pages.map((page) => page.path));
  const sections = SECTIONS.map((section) => {
    return { section, href: `/${section}`, page: `/${section}` };
  });
  return [...ownDesks(framed.session), ...sections]
    .filter(({ section, page }) => section === 'api' || paths.has(page))
    .map(({ section, href }) => ({
      href,
      label: framed.text(`host.section.${section}`),
      ...(section === framed.section ? { current: true } : {}),
    }));
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

/** The way to the practice, where there is one. */
function practiceLink({ practice, practices }: Services, { text }: Framed) {
  const isThere = practice !== undefined || practices !== undefined;
  return isThere ? [{ href: '/practice', label: text('practice.title') }] : [];
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

function dates(framed: Framed) {
  if (framed.dates === undefined) return {};
  const query = Object.fromEntries(
    [...framed.search].filter(([name]) => !['asOf', 'knownAt', 'lang'].includes(name)),
  );
  return { asOf: { ...framed.dates, today: framed.today, action: framed.path, query } };
}

/** A page follows the record where it shows it as it is today. */
function live(services: Services, framed: Framed) {
  const { content, counts, search } = framed;
  const script = services.assets.live;
  const isPast = search.has('knownAt') || (search.get('asOf') ?? framed.today) !== framed.today;
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
      header={{
        homeHref: '/',
        searchAction: '/search',
        searched: framed.search.get('q') ?? '',
        navigation: navigation(services, framed),
        languages: languages(framed),
        reader: reader(services, framed),
      }}
      breadcrumb={content.breadcrumb}
      footer={{
        nodeName: name,
        links: [
          ...practiceLink(services, framed),
          { href: '/api', label: text('host.section.api') },
        ],
        ...(framed.counts === undefined ? {} : { position: totalOf(framed.counts) }),
      }}
      alternates={[...(content.alternates ?? [])]}
      {...dates(framed)}
      {...live(services, framed)}
      {...practiceBand(services, framed)}
      {...island(services, framed)}
    >
      {content.body}
    </Layout>
  );
  // A component may be asynchronous; then the page is there only after waiting.
  return withSheets(services, (await page).toString());
}

/** With links to the style sheets of those components that are on the page. */
function withSheets(services: Services, html: string): string {
  const classes = classesIn(html);
  const needed = (services.assets.sheetsApart ?? []).filter((sheet) => sheet.isOn(classes));
  const links = needed.map(({ href }) => `<link rel="stylesheet" href="${href}"/>`);
  return links.length === 0 ? html : html.replace('</head>', () => `${links.join('')}</head>`);
}
