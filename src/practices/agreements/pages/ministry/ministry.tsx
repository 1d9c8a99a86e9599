/** The ministry's desk: one State's agreements, stages, deadlines, and what others did. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { formatDate } from '../../../../ui/text/format.ts';
import { deadlines } from '../../questions/deadlines.ts';
import { ministry, news } from '../../questions/ministry.ts';
import type { Desk } from '../answers.ts';
import { actorHref } from '../links.ts';
import { CompareForm, breadcrumbOf } from './ministry-compare.tsx';
import { Bound, DueList, NewsTable, OnTheWay } from './ministry-rows.tsx';

const ON_THE_WAY: readonly string[] = ['signatory', 'contracting', 'provisional', 'none'];

/** What is signed or prepared and does not bind yet, the longest waiting first. */
function waiting(desk: Desk): Desk['rows'] {
  return desk.rows
    .filter((row) => ON_THE_WAY.includes(row.standing))
    .toSorted((one, other) => ((one.signedOn ?? '~') < (other.signedOn ?? '~') ? -1 : 1));
}

interface TitleProps {
  readonly request: PageRequest;
  readonly desk: Desk;
  readonly due: number;
}

/** What one is asked for by noon stands first: how much binds, how much waits, how much is due. */
function Title({ request, desk, due }: TitleProps): Markup {
  const { text } = request;
  const bound = desk.rows.filter((row) => row.standing === 'party').length;
  const ahead = waiting(desk).length;
  return (
    <div class="title">
      <p class="kind">{text('agreements.ministry')}</p>
      <h1>{text('agreements.ministry.title', { name: desk.name })}</h1>
      <p>
        <a href={actorHref(desk.actor, request)}>{desk.name}</a> ·{' '}
        {text('agreements.ministry.private')}
      </p>
      <p class="standing">
        <a href="#in-force">{text('agreements.ministry.count.bound', { count: bound })}</a>
        {' · '}
        <a href="#on-the-way">{text('agreements.ministry.count.ahead', { count: ahead })}</a>
        {' · '}
        <a href="#due">{text('agreements.ministry.count.due', { count: due })}</a>
      </p>
    </div>
  );
}

/** What is due, for a calendar that follows it. */
const calendarHref = (actor: string, { locale }: PageRequest): string =>
  `/ministry/${actor}/deadlines.ics?lang=${locale}`;

async function askAll(request: PageRequest) {
  const { locale, params, search } = request;
  const since = search.get('since');
  const desk = await request.ask(ministry, { actor: params['actor'], locale });
  if (isRefusal(desk)) return desk;
  const due = await request.ask(deadlines, { actor: desk.actor, locale });
  if (isRefusal(due)) return due;
  const others = await request.ask(news, { actor: desk.actor, locale, ...(since && { since }) });
  if (isRefusal(others)) return others;
  return { desk, due: due.rows, others };
}

function SinceForm({ request, since }: { request: PageRequest; since: string }): Markup {
  const { text, path } = request;
  return (
    <form method="get" action={path} class="filters">
      <label>
        {text('agreements.ministry.since')}{' '}
        <input type="date" name="since" value={since} required />
      </label>{' '}
      <button type="submit" class="button-plain">
        {text('ui.filters.apply')}
      </button>
    </form>
  );
}

export const deskPage: Page = {
  path: '/ministry/:actor',
  section: 'ministry',
  isDesk: true,
  examples: ['/ministry/KEN', '/ministry/NOR?since=2016-01-01&asOf=2017-01-01'],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { desk, due, others } = asked;
    const { text } = request;
    const ahead = waiting(desk);
    const since = formatDate(request.locale, others.since);
    return {
      title: text('agreements.ministry.title', { name: desk.name }),
      follows: {},
      alternates: [
        {
          href: calendarHref(desk.actor, request),
          label: text('agreements.due'),
          type: 'text/calendar',
        },
      ],
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <Title request={request} desk={desk} due={due.length} />
          <div class="columns">
            <div>
              <section id="on-the-way">
                <h2>{text('agreements.ministry.on-the-way')}</h2>
                {ahead.length === 0 ? (
                  <p>{text('agreements.ministry.on-the-way.none')}</p>
                ) : (
                  <ul class="plain-list spaced">
                    {ahead.map((row) => (
                      <OnTheWay request={request} desk={desk} row={row} />
                    ))}
                  </ul>
                )}
              </section>
              {request.beside}
              <section>
                <h2>{text('agreements.ministry.news', { on: since })}</h2>
                <SinceForm request={request} since={others.since} />
                <NewsTable request={request} actor={desk.actor} news={others} />
              </section>
              <section id="in-force">
                <h2>{text('agreements.ministry.bound')}</h2>
                <Bound request={request} desk={desk} />
              </section>
            </div>
            <aside>
              <section id="due">
                <h2>{text('agreements.due')}</h2>
                <DueList request={request} rows={due} />
                <p>
                  <a href={calendarHref(desk.actor, request)}>{text('agreements.due.calendar')}</a>
                </p>
              </section>
              <section>
                <h2>{text('agreements.ministry.compare')}</h2>
                <CompareForm request={request} actor={desk.actor} />
              </section>
            </aside>
          </div>
        </>
      ),
    };
  },
};

export const desksPage: Page = {
  path: '/ministry',
  section: 'ministry',
  examples: ['/ministry'],
  async render(request) {
    const { text, search } = request;
    const name = search.get('name')?.trim() ?? '';
    const found = name === '' ? null : await request.ask(ministry, { actor: name });
    if (isRefusal(found)) return found;
    return {
      title: text('agreements.ministry'),
      breadcrumb: breadcrumbOf(request),
      body: (
        <>
          <div class="title">
            <h1>{text('agreements.ministry')}</h1>
            <p>{text('agreements.ministry.lead')}</p>
          </div>
          <Filters
            text={text}
            id="state"
            label={text('agreements.ministry')}
            action="/ministry"
            query={{}}
            filters={[
              {
                kind: 'search',
                name: 'name',
                label: text('agreements.ministry.state'),
                value: name,
              },
            ]}
          />
          {found === null ? (
            <EmptyState title={text('agreements.ministry.ask')}>
              <p>{text('agreements.ministry.teach')}</p>
              <p>
                <a href="/actors">{text('agreements.ministry.all-actors')}</a>
              </p>
            </EmptyState>
          ) : (
            <p>
              <a href={`/ministry/${found.actor}`}>
                {text('agreements.ministry.title', { name: found.name })}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
};
