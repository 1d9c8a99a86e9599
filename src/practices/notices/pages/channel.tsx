/** One channel: what was issued in it, and by which rules it is kept. */
import { isRefusal } from '../../../kernel/refusal.ts';
import { DefinitionList } from '../../../ui/definition-list/definition-list.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { MarkingBanner } from '../../../ui/marking-banner/marking-banner.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { questionHref } from '../../../ui/page-dates.ts';
import { Thing } from '../../../ui/thing/thing.tsx';
import { registerOf } from '../acts/rows.ts';
import { PRECEDENCES } from '../payloads/parts.ts';
import { channel } from '../questions/channels.ts';
import type { ChannelShown } from './answers.ts';
import { actHref, actorHref } from './links.ts';
import { NoticeTable } from './notice-table.tsx';

interface Props {
  readonly request: PageRequest;
  readonly shown: ChannelShown;
}

/** Hours to acknowledge by precedence, of those that the channel names. */
function hoursOf({ request, shown }: Props): string {
  const { text } = request;
  const named = PRECEDENCES.flatMap((precedence) => {
    const hours = shown.acknowledgeWithinHours[precedence];
    if (hours === undefined) return [];
    const within = text('notices.hours', { count: hours });
    return [`${text(`notices.precedence.${precedence}`)}: ${within}`];
  });
  return named.join(' · ') || '–';
}

function Escalation({ request, shown }: Props): Markup {
  const { text } = request;
  if (shown.escalation.length === 0) return <>–</>;
  return (
    <ol>
      {shown.escalation.map(({ afterHours, offices, addressee }) => (
        <li>
          {text('notices.hours.late', { count: afterHours })}: {offices.join(', ')}
          {addressee === undefined ? null : ` (${addressee})`}
        </li>
      ))}
    </ol>
  );
}

function issuersOf({ request, shown }: Props): string {
  const { issuers } = shown;
  if (issuers === null) return request.text('notices.issuers.all');
  return [...issuers.actors, ...issuers.groups].join(', ');
}

function Kept({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('notices.channel.kept')}</h2>
      <DefinitionList
        narrow
        items={[
          {
            term: text('notices.column.custodian'),
            content: <a href={actorHref(shown.custodian, request)}>{shown.custodianName}</a>,
          },
          { term: text('notices.channel.issuers'), content: issuersOf({ request, shown }) },
          { term: text('notices.channel.hours'), content: hoursOf({ request, shown }) },
          {
            term: text('notices.channel.escalation'),
            content: <Escalation request={request} shown={shown} />,
          },
          { term: text('notices.register'), content: registerOf(shown.channel), code: true },
          {
            term: text('notices.act.open-channel'),
            content: <a href={`/acts/${shown.act}`}>{shown.act.slice(0, 16)}…</a>,
            code: true,
          },
        ]}
      />
    </section>
  );
}

/** Numbers that are missing, told to who gave the others. */
function Missing({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.missing.length === 0) return null;
  return (
    <ul>
      {shown.missing.map(({ sender, year, serials }) => (
        <li>
          {text('notices.missing', {
            sender,
            numbers: serials.map((serial) => `${serial}/${year}`).join(', '),
          })}
        </li>
      ))}
    </ul>
  );
}

function Title({ request, shown }: Props): Markup {
  const { signedIn, text } = request;
  return (
    <div class="title">
      <p class="kind">{text(`notices.kind.${shown.kind}`)}</p>
      <h1>{shown.title}</h1>
      {shown.note === null ? null : <p dir="auto">{shown.note}</p>}
      <p>
        {text('notices.count', { count: shown.notices })}
        {shown.overdue === 0 ? null : (
          <>
            {' · '}
            <b>{text('notices.count.overdue', { count: shown.overdue })}</b>
          </>
        )}
      </p>
      {signedIn ? (
        <p>
          <a href={actHref({ verb: 'issue', channel: shown.channel })}>{text('notices.issue')}</a>
          {' · '}
          <a href={`/notices/${shown.channel}/alert-file`}>{text('notices.alert-file.title')}</a>
        </p>
      ) : null}
    </div>
  );
}

function Issued({ request, shown }: Props): Markup {
  const { text } = request;
  if (shown.rows.length === 0) {
    return <EmptyState title={text('notices.none')}>{text('notices.none.teach')}</EmptyState>;
  }
  return (
    <NoticeTable
      request={request}
      id="notices"
      caption={text('notices.issued')}
      rows={shown.rows}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('notices.channel', { channel: shown.channel }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

/** What was issued in it, and what is missing. */
function Standing({ request, shown }: Props): Markup {
  return (
    <section>
      <h2>{request.text('notices.issued')}</h2>
      <Missing request={request} shown={shown} />
      <Issued request={request} shown={shown} />
    </section>
  );
}

export const channelPage: Page = {
  path: '/notices/:channel',
  section: 'notices',
  followsClock: true,
  examples: ['/notices/outbreak-alerts'],
  async render(request) {
    const { locale, params, text } = request;
    const shown = await request.ask(channel, { channel: params['channel'], locale });
    if (isRefusal(shown)) return shown;
    const { marking } = shown;
    const banner = (
      <MarkingBanner level={marking.level}>
        {marking.to.length === 0
          ? undefined
          : text('notices.released', { count: marking.to.length })}
      </MarkingBanner>
    );
    return {
      title: shown.title,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('notices.title'), href: '/notices' },
      ],
      follows: { register: registerOf(shown.channel) },
      alternates: [
        {
          href: `/notices/${shown.channel}/notices.atom?lang=${locale}`,
          label: shown.title,
          type: 'application/atom+xml',
        },
        {
          href: `/notices/${shown.channel}/deadlines.ics?lang=${locale}`,
          label: shown.title,
          type: 'text/calendar',
        },
      ],
      body: (
        <>
          {marking.level === 'clear' ? null : banner}
          <Title request={request} shown={shown} />
          <Thing
            text={text}
            parts={{
              standing: <Standing request={request} shown={shown} />,
              record: <Kept request={request} shown={shown} />,
            }}
          />
          {marking.level === 'clear' ? null : banner}
        </>
      ),
    };
  },
};
