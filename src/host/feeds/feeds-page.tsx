/** `/feeds`: every feed and calendar with what it brings, and a form that makes an address. */
import type { Area } from '../../kernel/define-area.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { DateFeed } from '../../ui/date-feed.ts';
import type { Feed } from '../../ui/feed.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../ui/markup.ts';
import type { Page } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { recordFeed } from './record-feed.ts';

const NAME_CHARACTERS_MAX = 200;

/** `/agreements/:agreement/acts.atom` → `agreements.acts.atom`: by this its words are found. */
export function feedKey(path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && !step.startsWith(':'));
  return steps.join('.');
}

function fieldsOf(text: Text, areas: readonly Area[]): Field[] {
  const withActs = areas.filter(({ acts }) => acts.length > 0);
  const options = withActs.map(({ name }) => ({ value: name, label: name }));
  const typed = (name: string): Field => ({
    kind: 'text',
    name,
    label: text(`host.feeds.${name}`),
    hint: text(`host.feeds.${name}.hint`),
    lengthMax: NAME_CHARACTERS_MAX,
  });
  return [
    {
      kind: 'select',
      name: 'area',
      label: text('host.feeds.area'),
      options: [{ value: '', label: text('host.feeds.all') }, ...options],
    },
    typed('register'),
    typed('actor'),
  ];
}

interface Followed {
  readonly path: string;
  readonly examples: readonly string[];
}

function FeedTable(props: { text: Text; id: string; feeds: readonly Followed[] }): Markup {
  const { text, id, feeds } = props;
  return (
    <DataTable
      text={text}
      id={id}
      caption={text(`host.feeds.${id}`)}
      captionHidden
      columns={(['brings', 'address', 'example'] as const).map((key) => ({
        key,
        label: text(`host.feeds.${key}`),
      }))}
      rows={feeds.map(({ path, examples }) => ({
        cells: {
          brings: text(`host.feeds.of.${feedKey(path)}`),
          address: <code translate="no">{path}</code>,
          example: (
            <a href={examples[0] ?? path} translate="no">
              {examples[0] ?? path}
            </a>
          ),
        },
      }))}
    />
  );
}

/** The page over the feeds and calendars of the house. */
export function feedsPage(
  areas: readonly Area[],
  feeds: readonly Feed[],
  dates: readonly DateFeed[],
): Page {
  return {
    path: '/feeds',
    section: 'record',
    examples: ['/feeds'],
    async render({ text }) {
      const title = text('host.feeds');
      return {
        title,
        description: text('host.feeds.why'),
        breadcrumb: [{ href: '/', label: text('host.front') }],
        alternates: [
          {
            href: recordFeed.path,
            label: text('host.feeds.record'),
            type: 'application/atom+xml',
          },
        ],
        body: (
          <>
            <div class="title">
              <h1>{title}</h1>
              <p>{text('host.feeds.why')}</p>
            </div>
            <h2 id="make">{text('host.feeds.make')}</h2>
            <form method="get" action={recordFeed.path} class="form">
              <FormFields text={text} id="feed" fields={fieldsOf(text, areas)} />
              <button type="submit">{text('host.feeds.open')}</button>
            </form>
            <h2 id="feeds-atom">{text('host.feeds.atom')}</h2>
            <FeedTable text={text} id="atom" feeds={feeds} />
            <h2 id="feeds-calendars">{text('host.feeds.calendars')}</h2>
            <FeedTable text={text} id="calendars" feeds={dates} />
            <p>{text('host.feeds.token')}</p>
          </>
        ),
      };
    },
  };
}
