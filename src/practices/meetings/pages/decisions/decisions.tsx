/** What a session decides, the latest first. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import { decisions } from '../../questions/decisions/decisions.ts';
import { session as sessionQuestion } from '../../questions/sessions/session.ts';
import { registerOf } from '../../registers.ts';
import { decisionHref, sessionHref } from '../links.ts';
import { SessionFrame } from '../sessions/frame.tsx';
import type { DecisionRow } from './answers.ts';
import { ResultChip } from './chips.tsx';
import { Instant } from './instant.tsx';

const COLUMNS = ['title', 'outcome', 'votes', 'put', 'ends'] as const;

function votesOf({ text }: PageRequest, { yes, no, abstain }: DecisionRow): string {
  if (yes === null || no === null || abstain === null) return '–';
  return [yes, no, abstain].map((count) => formatNumber(text.locale, count)).join(' – ');
}

/** Decisions as a table, each with its outcome. */
export function DecisionTable({
  request,
  rows,
  session,
}: {
  request: PageRequest;
  rows: readonly DecisionRow[];
  session: string;
}): Markup {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id="decisions"
      caption={text('meetings.decisions')}
      captionHidden
      columns={COLUMNS.map((key) => ({ key, label: text(`meetings.decision.column.${key}`) }))}
      rows={rows.map((row) => ({
        cells: {
          title: (
            <>
              <a href={decisionHref(row.session, row.decision, request)}>
                <bdi>{row.title}</bdi>
              </a>{' '}
              <small>
                <bdi>{row.on}</bdi>
              </small>
            </>
          ),
          outcome: <ResultChip text={text} row={row} />,
          votes: <span dir="ltr">{votesOf(request, row)}</span>,
          put: <Instant text={text} at={row.putAt} />,
          ends: <Instant text={text} at={row.endedAt ?? row.deadlineAt} />,
        },
      }))}
      downloads={[
        { href: questionHref('meetings.decisions', { session }, request, 'csv'), label: 'CSV' },
        { href: questionHref('meetings.decisions', { session }, request, 'json'), label: 'JSON' },
      ]}
    />
  );
}

export const decisionsPage: Page = {
  path: '/meetings/sessions/:session/decisions',
  section: 'meetings',
  followsClock: true,
  examples: ['/meetings/sessions/first-session/decisions'],
  async render(request) {
    const { locale, params, text } = request;
    const { session = '' } = params;
    const shown = await request.ask(decisions, { session, locale });
    if (isRefusal(shown)) return shown;
    const of = await request.ask(sessionQuestion, { session, locale });
    if (isRefusal(of)) return of;
    const { rows } = shown;
    const label = of.head.title;
    return {
      title: `${text('meetings.decisions')} · ${label}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
        { label, href: sessionHref(session, request) },
      ],
      follows: { register: registerOf('session', session) },
      body: (
        <SessionFrame request={request} head={of.head} view="decisions">
          {rows.length === 0 ? (
            <EmptyState title={text('meetings.decisions.none')}>
              <p>{text('meetings.decisions.none.next')}</p>
            </EmptyState>
          ) : (
            <DecisionTable request={request} rows={rows} session={session} />
          )}
        </SessionFrame>
      ),
    };
  },
};
