/** What two actors belong to together, and what only one of them does. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../../ui/filters/filters.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { datesIn } from '../../../ui/page-dates.ts';
import { search } from '../questions/list.ts';
import { compare } from '../questions/members.ts';
import type { Compared } from './answers.ts';
import { actorHref, breadcrumbOf, downloadsOf, nameIn } from './links.ts';
import { DayOrDash, StandingChip } from './standing-chip.tsx';

const COLUMNS = ['group', 'one', 'one-since', 'other', 'other-since'] as const;

interface TableProps {
  readonly request: PageRequest;
  readonly answer: Compared;
  readonly id: 'shared' | 'onlyOne' | 'onlyOther';
  readonly title: string;
}

function Rows({ request, answer, id, title }: TableProps): Markup | null {
  const { text } = request;
  const rows = answer[id];
  if (rows.length === 0) return null;
  const since = text('actors.column.since');
  const [one, other] = [nameIn(answer.one, request), nameIn(answer.other, request)];
  const labels = [text('actors.column.group'), one, since, other, since];
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        text={text}
        id={id}
        caption={title}
        captionHidden
        columns={COLUMNS.map((key, at) => ({ key, label: labels[at] ?? key }))}
        rows={rows.map((row) => ({
          cells: {
            group: <a href={actorHref(row.group.id, request)}>{nameIn(row.group, request)}</a>,
            one: row.oneStatus ? <StandingChip text={text} status={row.oneStatus} /> : '–',
            'one-since': <DayOrDash text={text} on={row.oneSince} />,
            other: row.otherStatus ? <StandingChip text={text} status={row.otherStatus} /> : '–',
            'other-since': <DayOrDash text={text} on={row.otherSince} />,
          },
        }))}
        downloads={downloadsOf(
          'actors.compare',
          { one: answer.one.id, other: answer.other.id },
          request,
        )}
      />
    </section>
  );
}

function Answer({ request, answer }: { request: PageRequest; answer: Compared }): Markup {
  const { text } = request;
  const [one, other] = [nameIn(answer.one, request), nameIn(answer.other, request)];
  const props = { request, answer };
  return (
    <>
      <Rows {...props} id="shared" title={text('actors.compare.shared', { one, other })} />
      <Rows {...props} id="onlyOne" title={text('actors.compare.only', { actor: one })} />
      <Rows {...props} id="onlyOther" title={text('actors.compare.only', { actor: other })} />
    </>
  );
}

/** The actor whose id or name answers best; what nobody bears is left to be refused. */
async function idFor(request: PageRequest, given: string): Promise<string> {
  if (given === '') return given;
  const found = await request.ask(search, { text: given, limit: 1 });
  return isRefusal(found) ? given : (found.rows[0]?.item.id ?? given);
}

export const comparePage: Page = {
  path: '/memberships',
  examples: ['/memberships', '/memberships?one=KEN&other=NOR'],
  section: 'actors',
  async render(request) {
    const { text } = request;
    const given = (name: string) => request.search.get(name)?.trim() ?? '';
    const one = await idFor(request, given('one'));
    const other = await idFor(request, given('other'));
    const answer = one && other ? await request.ask(compare, { one, other }) : null;
    if (isRefusal(answer)) return answer;
    const title = text('actors.compare.title');
    const field = (name: string, value: string) =>
      ({ kind: 'search', name, label: text(`actors.compare.${name}`), value }) as const;
    return {
      title,
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('actors.compare.lead')}</p>
          </div>
          <Filters
            text={text}
            id="pair"
            label={title}
            action="/memberships"
            query={datesIn(request)}
            filters={[field('one', given('one')), field('other', given('other'))]}
          />
          {answer ? (
            <Answer request={request} answer={answer} />
          ) : (
            <EmptyState title={text('actors.compare.ask')}>
              <p>{text('actors.compare.teach')}</p>
            </EmptyState>
          )}
        </>
      ),
    };
  },
};
