/** A session: what it is, where it stands now, the order of the day, and what it has brought. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { Thing } from '../../../../ui/thing/thing.tsx';
import { session } from '../../questions/sessions/session.ts';
import { order } from '../../questions/decisions/order.ts';
import type { OrderShape } from '../../questions/decisions/order-rows.ts';
import { agenda } from '../../questions/sessions/agenda.ts';
import { registerOf } from '../../registers.ts';
import { actorHref } from '../links.ts';
import { Instant } from '../decisions/instant.tsx';
import { OrderOfVotes } from '../decisions/order.tsx';
import { AgendaTable, type AgendaShown } from './agenda-table.tsx';
import type { Props } from './answers.ts';
import { Decisions, Texts, broughtBy, type Brought } from './brought.tsx';
import { SessionChip } from './chips.tsx';
import { SessionFrame, downloadsOf } from './frame.tsx';
import { viewHref } from './links.ts';
import { Now } from './now.tsx';
import { Ways, readerDirects } from './ways.tsx';

function OrderOfDay({ request, shown }: Props): Markup {
  const { text } = request;
  const { order } = shown;
  if (order === null) {
    return (
      <EmptyState title={text('meetings.order.none')}>
        <p>{text('meetings.order.none.next')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        <PlainDate text={text} on={order.on} /> ·{' '}
        <a href={viewHref(shown.head.session, 'order', request)}>{text('meetings.order.print')}</a>
      </p>
      <ol class="plain-list spaced">
        {order.rows.map((row) => (
          <li aria-current={row.isNow ? 'true' : undefined}>
            {row.at === null ? null : (
              <>
                <Instant text={text} at={row.at} /> ·{' '}
              </>
            )}
            <b dir="auto">
              {row.number === null ? '' : `${row.number}. `}
              {row.title}
            </b>{' '}
            <SessionChip text={text} of="item" state={row.standing} />
            {row.note === null ? null : (
              <>
                <br />
                <small dir="auto">{row.note}</small>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Sittings({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.sittings.length === 0) return null;
  const columns = ['sitting', 'standing', 'opened', 'closed', 'present'] as const;
  return (
    <section>
      <h2>{text('meetings.session.sittings')}</h2>
      <DataTable
        text={text}
        id="sittings"
        caption={text('meetings.session.sittings')}
        captionHidden
        columns={columns.map((key) => ({
          key,
          label: text(`meetings.session.column.${key}`),
          ...(key === 'present' ? { kind: 'number' as const } : {}),
        }))}
        rows={shown.sittings.map((row) => ({
          cells: {
            sitting: <a href={`/acts/${row.act}`}>{row.number}</a>,
            standing: <SessionChip text={text} of="sitting" state={row.standing} />,
            opened: <Instant text={text} at={row.openedAt} />,
            closed: <Instant text={text} at={row.closedAt} />,
            present: row.present,
          },
        }))}
      />
    </section>
  );
}

function About({ request, shown }: Props): Markup {
  const { text } = request;
  const { counts, head } = shown;
  return (
    <section>
      <h2>{text('meetings.session.about')}</h2>
      {shown.note === null ? null : (
        <p>
          <bdi>{shown.note}</bdi>
        </p>
      )}
      <DefinitionList
        narrow
        items={[
          {
            term: text('meetings.session.dates'),
            content: (
              <>
                <PlainDate text={text} on={head.opensOn} /> –{' '}
                <PlainDate text={text} on={head.closesOn} />
              </>
            ),
          },
          { term: text('meetings.session.place'), content: head.place ?? '–' },
          {
            term: text('meetings.session.convened-by'),
            content: <a href={actorHref(shown.convenedBy, request)}>{shown.convenedByName}</a>,
          },
          {
            term: text('meetings.session.credentials'),
            content: text(`meetings.needed.${shown.credentialsNeeded}`),
          },
          {
            term: text('meetings.session.documents'),
            content: <a href={viewHref(head.session, 'documents', request)}>{counts.documents}</a>,
          },
          {
            term: text('meetings.session.inputs'),
            content: (
              <a href={viewHref(head.session, 'inputs', request)}>
                {text('meetings.inputs.count', {
                  count: counts.inputs,
                  open: counts.unanswered,
                })}
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}

interface BodyProps extends Props, Brought {
  readonly items: AgendaShown;
  readonly votes: OrderShape;
  readonly directs: boolean;
}

function Why({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.sitting === null) return null;
  return (
    <FindingView
      text={text}
      id="quorum"
      finding={{
        ...shown.quorum,
        question: text('meetings.session.quorum'),
        text: text('meetings.session.quorum.says', shown.present),
      }}
    />
  );
}

/** The register that holds every act of the session. */
function Record({ request, shown }: Props): Markup {
  const register = registerOf('session', shown.head.session);
  return (
    <section>
      <h2>{request.text('meetings.session.record')}</h2>
      <p>
        <a href={`/record?${new URLSearchParams({ register }).toString()}`}>
          <code>{register}</code>
        </a>
      </p>
    </section>
  );
}

function Standing({ request, shown, directs }: BodyProps): Markup {
  return (
    <>
      <Now request={request} shown={shown} />
      <Ways request={request} shown={shown} directs={directs} />
      <section>
        <h2>{request.text('meetings.order')}</h2>
        <OrderOfDay request={request} shown={shown} />
      </section>
    </>
  );
}

function Due({ request, shown, items, votes }: BodyProps): Markup {
  const { session } = shown.head;
  return (
    <>
      <section>
        <h2>{request.text('meetings.agenda')}</h2>
        <AgendaTable
          request={request}
          shown={items}
          downloads={downloadsOf('meetings.agenda', session, request)}
        />
      </section>
      <OrderOfVotes request={request} session={session} order={votes} />
    </>
  );
}

function Body(props: BodyProps): Markup {
  const { request, shown, decided, tabled } = props;
  return (
    <Thing
      text={request.text}
      beside={['record']}
      about={<About request={request} shown={shown} />}
      parts={{
        standing: <Standing {...props} />,
        why: Why({ request, shown }),
        timeline: Sittings({ request, shown }),
        due: <Due {...props} />,
        documents: (
          <>
            <Decisions request={request} rows={decided} />
            <Texts request={request} session={shown.head.session} rows={tabled} />
          </>
        ),
        record: <Record request={request} shown={shown} />,
      }}
    />
  );
}

export const sessionPage: Page = {
  path: '/meetings/sessions/:session',
  section: 'meetings',
  followsClock: true,
  examples: ['/meetings/sessions/first-session', '/meetings/sessions/bureau-meeting'],
  async render(request) {
    const { locale, params, text } = request;
    const name = params['session'] ?? '';
    const shown = await request.ask(session, { session: name, locale });
    if (isRefusal(shown)) return shown;
    const items = await request.ask(agenda, { session: name, locale });
    if (isRefusal(items)) return items;
    const votes = await request.ask(order, { session: name, locale });
    // A session whose body is not shown has its agenda, and no votes to show.
    const known = isRefusal(votes) ? { matters: [], rows: [] } : votes;
    const { head } = shown;
    const brought = await broughtBy(request, name);
    if (isRefusal(brought)) return brought;
    const directs = await readerDirects(request, shown);
    return {
      title: head.title,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('meetings.title'), href: '/meetings' },
      ],
      follows: { register: registerOf('session', name) },
      alternates: [
        {
          href: `/meetings/sessions/${name}/documents.atom?lang=${locale}`,
          label: text('meetings.session.documents'),
          type: 'application/atom+xml',
        },
        {
          href: `/meetings/sessions/${name}/order.ics?lang=${locale}`,
          label: text('meetings.order'),
          type: 'text/calendar',
        },
      ],
      body: (
        <SessionFrame request={request} head={head} view={null}>
          <Body
            request={request}
            shown={shown}
            items={items}
            votes={known}
            directs={directs}
            {...brought}
          />
        </SessionFrame>
      ),
    };
  },
};
