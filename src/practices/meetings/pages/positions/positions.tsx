/** Where delegations stand: each reader sees what is theirs, and what was shared with them. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';
import { type PositionRow, positions } from '../../questions/positions/positions.ts';
import { Begin } from './begin.tsx';
import { PositionMatrix } from './position-matrix.tsx';

function OfHolder({ request, rows }: { request: PageRequest; rows: PositionRow[] }): Markup {
  const { text } = request;
  const [first] = rows;
  if (first === undefined) return <></>;
  return (
    <section>
      <h2>{text('meetings.positions.by', { name: first.holderName })}</h2>
      <p>
        <a href={`/meetings/positions/${first.holder}/packages${datesOf(request)}`}>
          {text('meetings.packages.title')}
        </a>
      </p>
      <PositionMatrix request={request} rows={rows} />
    </section>
  );
}

export const positionsPage: Page = {
  path: '/meetings/positions',
  section: 'meetings',
  examples: ['/meetings/positions'],
  async render(request) {
    const { locale, text } = request;
    const named = request.search.get('text');
    const input = { locale, ...(named ? { text: named } : {}) };
    const shown = await request.ask(positions, input);
    if (isRefusal(shown)) return shown;
    const holders = Map.groupBy(shown.rows, ({ holder }) => holder);
    return {
      title: text('meetings.positions.title'),
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
      ],
      body: (
        <>
          <h1>{text('meetings.positions.title')}</h1>
          <p>{text('meetings.positions.teach')}</p>
          {request.signedIn ? (
            <p>
              <a href="/acts/new?type=meetings.hold-position">{text('meetings.positions.note')}</a>
            </p>
          ) : null}
          {holders.size === 0 ? (
            <EmptyState title={text('meetings.positions.none')}>
              <Begin request={request} />
            </EmptyState>
          ) : (
            [...holders.values()].map((rows) => <OfHolder request={request} rows={rows} />)
          )}
        </>
      ),
    };
  },
};
