import type { Example } from '../example.ts';
import { locales } from '../text/locale.ts';
import type { Text } from '../text/text.ts';
import { Palette } from './palette.tsx';
import { Layout, type LayoutProps } from './layout.tsx';

/** What every example page shares; tests and the gallery put their own content into it. */
export function exampleLayout(text: Text, title: string): LayoutProps {
  return {
    text,
    title,
    siteName: 'Concord',
    styleSheetHref: '/concord.css',
    header: {
      homeHref: '/',
      searchAction: '/search',
      navigation: [
        { href: '/agreements', label: 'Agreements', current: true },
        { href: '/meetings', label: 'Meetings', keys: 'g m' },
        { href: '/actors', label: 'Actors' },
      ],
      appearance: { action: '/theme', back: '/agreements/paris-agreement' },
      languages: locales.map((locale) => ({ locale, href: `?lang=${locale}` })),
      reader: { signInHref: '/sign-in' },
    },
    asOf: {
      asOf: '2026-11-22',
      knownAt: '2026-11-22',
      today: '2026-11-22',
      action: '/agreements/paris-agreement',
      query: {},
    },
    breadcrumb: [
      { href: '/', label: 'Concord' },
      { href: '/agreements', label: 'Agreements' },
    ],
    footer: {
      nodeName: 'world.example',
      position: 31204,
      columns: [
        {
          label: 'Explore',
          links: [
            { href: '/', label: 'Front page' },
            { href: '/calendar', label: 'Calendar', keys: 'g c' },
          ],
        },
        { label: 'For machines', links: [{ href: '/api', label: 'API' }] },
      ],
    },
  };
}

const DARK = { theme: 'dark', description: 'What a page looks like at night.' } as const;

const past = {
  asOf: '2016-10-05',
  knownAt: '2026-11-01',
  today: '2026-11-22',
  action: '/agreements/paris-agreement',
  query: { status: 'party', asOf: '2016-10-05' },
  other: { asOf: '2021-03-01' },
};

export const layoutExamples: readonly Example[] = [
  {
    name: 'visitor',
    document: true,
    render: (text) => (
      <Layout {...exampleLayout(text, 'Visitor')}>
        <h1>Visitor</h1>
      </Layout>
    ),
  },
  {
    name: 'another day, signed in',
    document: true,
    render: (text) => {
      const layout = exampleLayout(text, 'Another day');
      const header = {
        ...layout.header,
        reader: { name: 'Amina Otieno', href: '/me', signOutAction: '/sign-out', token: 't' },
      };
      return (
        <Layout {...layout} header={header} asOf={past}>
          <h1>Another day</h1>
        </Layout>
      );
    },
  },
  {
    name: 'the list of places, closed',
    render: (text) => <Palette text={text} suggestHref="/search/suggest" helpHref="/shortcuts" />,
  },
  {
    name: 'dark, by choice',
    document: true,
    render: (text) => (
      <Layout {...exampleLayout(text, 'Dark')} {...DARK}>
        <h1>Dark</h1>
      </Layout>
    ),
  },
];
