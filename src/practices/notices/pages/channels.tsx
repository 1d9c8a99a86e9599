/** All channels that one may see, and what was issued last. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { MarkingTag } from '../../../ui/marking-banner/marking-banner.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { channels, latest } from '../questions/channels.ts';
import type { ChannelRow } from './answers.ts';
import { Instant } from './instant.tsx';
import { actorHref, channelHref } from './links.ts';
import { NoticeTable } from './notice-table.tsx';

const COLUMNS = ['channel', 'kind', 'custodian', 'notices', 'latest', 'overdue'] as const;
const NUMBERS: readonly string[] = ['notices', 'overdue'];

function Channels({ request, rows }: { request: PageRequest; rows: readonly ChannelRow[] }) {
  const { text } = request;
  if (rows.length === 0) {
    return (
      <EmptyState title={text('notices.channels.none')}>
        <p>{text('notices.channels.teach')}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      text={text}
      id="channels"
      caption={text('notices.channels')}
      captionHidden
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`notices.column.${key}`),
        ...(NUMBERS.includes(key) ? { kind: 'number' as const } : {}),
      }))}
      rows={rows.map((row) => ({
        cells: {
          channel: (
            <>
              <a href={channelHref(row.channel, request)}>{row.title}</a>{' '}
              <MarkingTag level={row.level} />
            </>
          ),
          kind: text(`notices.kind.${row.kind}`),
          custodian: <a href={actorHref(row.custodian, request)}>{row.custodianName}</a>,
          notices: row.notices,
          latest: <Instant text={text} at={row.latestAt} />,
          overdue: row.overdue,
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('notices.channels', {}, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

function Ways({ request }: { request: PageRequest }): Markup {
  const { signedIn, text } = request;
  return (
    <p>
      <a href="/duty">{text('notices.duty.title')}</a>
      {' · '}
      {signedIn ? (
        <a href="/acts/new?type=notices.open-channel">{text('notices.channel.open')}</a>
      ) : (
        <a href="/sign-in?to=/notices">{text('notices.sign-in')}</a>
      )}
    </p>
  );
}

export const channelsPage: Page = {
  path: '/notices',
  section: 'notices',
  followsClock: true,
  examples: ['/notices', '/notices?asOf=2020-01-01'],
  async render(request) {
    const { locale, text } = request;
    const found = await request.ask(channels, { locale });
    if (isRefusal(found)) return found;
    const issued = await request.ask(latest, { locale });
    if (isRefusal(issued)) return issued;
    return {
      title: text('notices.title'),
      description: text('notices.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      follows: {},
      alternates: [
        {
          href: questionHref('notices.latest', {}, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{text('notices.title')}</h1>
            <p>{text('notices.lead')}</p>
            <Ways request={request} />
          </div>
          <h2>{text('notices.channels')}</h2>
          <Channels request={request} rows={found.rows} />
          {issued.rows.length === 0 ? null : (
            <>
              <h2>{text('notices.latest')}</h2>
              <NoticeTable
                request={request}
                id="latest"
                caption={text('notices.latest')}
                rows={issued.rows}
              />
            </>
          )}
        </>
      ),
    };
  },
};
