/** Depositary notifications: all of the node, or those under one agreement with the acts' dates. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { datesOf, questionHref } from '../../../../ui/page-dates.ts';
import { acts } from '../../questions/acts.ts';
import { notifications } from '../../questions/notifications.ts';
import { show } from '../../questions/one.ts';
import { AgreementViews } from '../agreement-views.tsx';
import type { Act, AnswerTo } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { actWord } from './notification-text.ts';

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

type Row = AnswerTo<typeof notifications>['rows'][number];

interface ListProps {
  readonly request: PageRequest;
  readonly rows: readonly Row[];
  /** Of one agreement, whose name every row would repeat. */
  readonly agreement?: string;
}

function Number({ request, row }: { request: PageRequest; row: Row }): Content {
  const link = (
    <a href={`/notifications/${row.number}${datesOf(request)}`} translate="no" dir="ltr">
      {row.number}
    </a>
  );
  return row.struckOut ? <s>{link}</s> : link;
}

function aboutOf({ text }: PageRequest, row: Row): string {
  const kinds = row.kinds.map((kind) => actWord(text, { kind, instrument: null })).join(', ');
  return row.corrects === null
    ? kinds
    : `${text('agreements.notification.corrigendum', { number: row.corrects })}: ${kinds}`;
}

function List({ request, rows, agreement }: ListProps): Markup {
  const { text } = request;
  if (rows.length === 0) {
    return (
      <EmptyState title={text('agreements.notifications.none')}>
        <p>{text('agreements.notifications.teach')}</p>
        <p>
          <a href="/desk/depositary">{text('agreements.desk.title')}</a>
        </p>
      </EmptyState>
    );
  }
  const input: Record<string, string> = agreement === undefined ? {} : { agreement };
  const title = { key: 'title', label: text('agreements.desk.column.agreement') };
  return (
    <DataTable
      text={text}
      id="notifications"
      caption={text('agreements.notifications.title')}
      captionHidden
      columns={[
        { key: 'number', label: text('agreements.notifications.number') },
        { key: 'on', label: text('agreements.notifications.on'), kind: 'date' },
        ...(agreement === undefined ? [title] : []),
        { key: 'about', label: text('agreements.notifications.about') },
      ]}
      rows={rows.map((row) => ({
        cells: {
          number: <Number request={request} row={row} />,
          on: row.on,
          title: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          about: aboutOf(request, row),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.notifications', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

export const notificationsPage: Page = {
  path: '/notifications',
  section: 'agreements',
  examples: ['/notifications'],
  async render(request) {
    const { locale, text } = request;
    const found = await request.ask(notifications, { locale });
    if (isRefusal(found)) return found;
    const title = text('agreements.notifications.title');
    return {
      title,
      description: text('agreements.notifications.lead'),
      follows: {},
      alternates: [
        {
          href: `/notifications.atom?lang=${locale}`,
          label: title,
          type: 'application/atom+xml',
        },
      ],
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
      ],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('agreements.notifications.lead')}</p>
          </div>
          <List request={request} rows={found.rows} />
        </>
      ),
    };
  },
};

/** Every act with its four dates, side by side. */
function FourDates({ request, rows }: { request: PageRequest; rows: readonly Act[] }): Markup {
  const { text } = request;
  const columns = ['act', 'actor', 'made', 'received', 'circulated', 'effect'];
  return (
    <section>
      <h2>{text('agreements.dates.title')}</h2>
      <p>{text('agreements.dates.lead')}</p>
      <DataTable
        text={text}
        id="dates"
        rowsFirst={ROWS_FIRST}
        caption={text('agreements.dates.title')}
        captionHidden
        columns={columns.map((key, at) => ({
          key,
          label: text(`agreements.dates.${key}`),
          kind: at < 2 ? ('text' as const) : ('date' as const),
        }))}
        rows={rows.map((row) => ({
          cells: {
            act: <a href={`/acts/${row.act}`}>{actWord(text, row)}</a>,
            actor: row.name,
            made: row.madeOn,
            received: row.receivedOn,
            circulated: row.circulatedOn,
            effect: row.effectOn,
          },
        }))}
      />
    </section>
  );
}

const ACTS_SHOWN_MAX = 400;

export const agreementNotificationsPage: Page = {
  path: '/agreements/:agreement/notifications',
  section: 'agreements',
  examples: ['/agreements/paris-agreement/notifications?asOf=2016-05-01'],
  async render(request) {
    const { locale, params, text } = request;
    const agreement = params['agreement'] ?? '';
    const shown = await request.ask(show, { agreement, locale });
    if (isRefusal(shown)) return shown;
    const found = await request.ask(notifications, { agreement, locale });
    if (isRefusal(found)) return found;
    const done = await request.ask(acts, { agreement, locale });
    if (isRefusal(done)) return done;
    const told = done.rows.filter((row) => row.kind !== 'notify' && !row.struckOut);
    return {
      title: `${text('agreements.notifications.title')}: ${shown.row.title}`,
      follows: { register: `agreements/${agreement}` },
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: shown.row.title, href: agreementHref(agreement, request) },
      ],
      body: (
        <>
          <div class="title">
            <h1>{shown.row.title}</h1>
          </div>
          <AgreementViews request={request} agreement={agreement} current="notifications" />
          <section>
            <h2>{text('agreements.notifications.title')}</h2>
            <List request={request} rows={found.rows} agreement={agreement} />
          </section>
          <FourDates request={request} rows={told.slice(-ACTS_SHOWN_MAX).reverse()} />
        </>
      ),
    };
  },
};
