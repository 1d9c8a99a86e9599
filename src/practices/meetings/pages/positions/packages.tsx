/**
 * Which issues to give and take together. What each is worth to the reader is typed in here and
 * stays in the browser; the node never learns it.
 */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { type PositionRow, positions } from '../../questions/positions/positions.ts';
import { Begin } from './begin.tsx';
import { issueKey } from './position-matrix.tsx';

/** What the script reads: issues, and who stands where on them. Names are shown as they are. */
function dataOf({ text }: PageRequest, rows: readonly PositionRow[], holder: string) {
  const issues = [...Map.groupBy(rows, issueKey)].map(([key, own]) => ({
    key,
    title: own[0]?.title ?? key,
    stances: Object.fromEntries(
      own.filter(({ of }) => of !== holder).map(({ of, stance }) => [of, stance]),
    ),
  }));
  const others = rows.filter(({ of }) => of !== holder);
  return {
    holder,
    issues,
    names: Object.fromEntries(others.map(({ of, ofName }) => [of, ofName])),
    words: {
      none: text('meetings.packages.none'),
      worth: text('meetings.packages.worth'),
      balance: text('meetings.packages.balance'),
      unproven: text('meetings.packages.unproven'),
    },
  };
}

/** Text of JSON that no browser takes for markup. */
const inert = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function Worth({ at, issue }: { at: number; issue: string }): Markup {
  return (
    <input
      id={`worth-${at}`}
      data-issue={issue}
      type="number"
      min="-100"
      max="100"
      step="1"
      value="0"
      inputmode="numeric"
    />
  );
}

function Builder({ request, rows }: { request: PageRequest; rows: PositionRow[] }): Markup {
  const { text, params } = request;
  const data = dataOf(request, rows, params['holder'] ?? '');
  return (
    <>
      <noscript>
        <p>{text('meetings.packages.no-script')}</p>
      </noscript>
      <div id="packages" data-keep="packages" hidden>
        <DataTable
          text={text}
          id="packages-issues"
          caption={text('meetings.packages.weigh')}
          columns={[
            { key: 'issue', label: text('meetings.positions.issue') },
            { key: 'worth', label: text('meetings.packages.worth') },
          ]}
          rows={data.issues.map(({ key, title }, at) => ({
            cells: {
              issue: <label for={`worth-${at}`}>{title}</label>,
              worth: <Worth at={at} issue={key} />,
            },
          }))}
        />
        <section aria-live="polite">
          <h2>{text('meetings.packages.best')}</h2>
          <ol id="packages-best"></ol>
        </section>
      </div>
      <script
        type="application/json"
        id="packages-data"
        dangerouslySetInnerHTML={{ __html: inert(data) }}
      />
    </>
  );
}

export const packagesPage: Page = {
  path: '/meetings/positions/:holder/packages',
  section: 'meetings',
  island: 'packages',
  examples: ['/meetings/positions/KEN/packages'],
  async render(request) {
    const { locale, params, text } = request;
    const shown = await request.ask(positions, { holder: params['holder'], locale });
    if (isRefusal(shown)) return shown;
    const { rows } = shown;
    return {
      title: text('meetings.packages.title'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label: text('meetings.positions.title'), href: '/meetings/positions' },
      ],
      body: (
        <>
          <h1>{text('meetings.packages.title')}</h1>
          <p>{text('meetings.packages.teach')}</p>
          {rows.length === 0 ? (
            <EmptyState title={text('meetings.positions.none')}>
              <Begin request={request} />
            </EmptyState>
          ) : (
            <Builder request={request} rows={rows} />
          )}
        </>
      ),
    };
  },
};
