/** Where meetings begin: what is being held, which bodies there are, and what was put last. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Card, Cards } from '../../../../ui/card/card.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { Timeline } from '../../../../ui/timeline/timeline.tsx';
import { type StartAnswer, start } from '../../questions/start/start.ts';
import { bodyHref, decisionHref, sessionHref } from '../links.ts';

interface StartProps {
  readonly request: PageRequest;
  readonly shown: StartAnswer;
}
type SessionShown = StartAnswer['sessions'][number];

/** How many sessions that are over are shown. */
const OVER_MAX = 8;

function bodyTitle({ shown }: StartProps, name: string): string {
  return shown.bodies.find((body) => body.name === name)?.title ?? name;
}

/** Sessions as cards: whose they are, from when to when, and where. */
function SessionCards(props: StartProps & { sessions: readonly SessionShown[] }): Markup {
  const { request, sessions } = props;
  const { text } = request;
  return (
    <Cards wide>
      {sessions.map((session) => (
        <Card
          title={session.title}
          href={sessionHref(session.name, request)}
          kind={bodyTitle(props, session.body)}
        >
          <p>
            <PlainDate text={text} on={session.opensOn} /> –{' '}
            <PlainDate text={text} on={session.closesOn} />
            {session.place === null ? null : ` · ${session.place}`}
          </p>
        </Card>
      ))}
    </Cards>
  );
}

/** Where to go when nothing is being held. */
function LastOver({
  request,
  session,
}: {
  request: PageRequest;
  session: SessionShown | undefined;
}): Markup | null {
  if (session === undefined) return null;
  return (
    <p>
      <a href={sessionHref(session.name, request)}>
        {request.text('meetings.last-over', { title: session.title })}
      </a>
    </p>
  );
}

function Sessions(props: StartProps): Markup {
  const { request, shown } = props;
  const { text } = request;
  const of = (when: SessionShown['when']) => shown.sessions.filter((one) => one.when === when);
  const ahead = of('ahead').toReversed();
  const running = of('running');
  return (
    <>
      <h2>{text('meetings.running')}</h2>
      {running.length === 0 ? (
        <EmptyState title={text('meetings.running.none')}>
          <p>{text('meetings.running.teach')}</p>
          <LastOver request={request} session={of('over')[0]} />
        </EmptyState>
      ) : (
        <SessionCards {...props} sessions={running} />
      )}
      {ahead.length === 0 ? null : (
        <>
          <h2>{text('meetings.ahead')}</h2>
          <SessionCards {...props} sessions={ahead} />
        </>
      )}
    </>
  );
}

/** Bodies in the order of the organisations whose organs they are; those of none come last. */
function Bodies({ request, shown }: StartProps): Markup {
  const { text, locale } = request;
  if (shown.bodies.length === 0) {
    return (
      <EmptyState title={text('meetings.bodies.none')}>
        <p>{text('meetings.bodies.teach')}</p>
      </EmptyState>
    );
  }
  const { compare } = new Intl.Collator(locale);
  const rankOf = (name: string | null) => (name === null ? 1 : 0);
  const sorted = shown.bodies.toSorted(
    ({ organizationName: one, title: first }, { organizationName: other, title: second }) =>
      rankOf(one) - rankOf(other) || compare(one ?? '', other ?? '') || compare(first, second),
  );
  return (
    <Cards>
      {sorted.map((body) => (
        <Card
          title={body.title}
          href={bodyHref(body.name, request)}
          kind={[body.organizationName, text(`meetings.kind.${body.kind}`)]
            .filter((part) => part !== null)
            .join(' · ')}
        />
      ))}
    </Cards>
  );
}

function Latest({ request, shown }: StartProps): Markup | null {
  const { text } = request;
  if (shown.latest.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.latest')}</h2>
      <Timeline
        text={text}
        plain
        items={shown.latest.map((one) => ({
          on: one.putAt.slice(0, 10),
          title: <a href={decisionHref(one.session, one.decision, request)}>{one.title}</a>,
          detail: shown.sessions.find(({ name }) => name === one.session)?.title,
        }))}
      />
    </section>
  );
}

function Over({ request, shown }: StartProps): Markup | null {
  const { text } = request;
  const over = shown.sessions.filter(({ when }) => when === 'over').slice(0, OVER_MAX);
  if (over.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.over')}</h2>
      <Timeline
        text={text}
        plain
        items={over.map((session) => ({
          on: session.opensOn,
          title: <a href={sessionHref(session.name, request)}>{session.title}</a>,
          detail: bodyTitle({ request, shown }, session.body),
        }))}
      />
    </section>
  );
}

function Ways({ request }: { request: PageRequest }): Markup {
  const { signedIn, text } = request;
  return (
    <p>
      {signedIn ? (
        <>
          <a href="/acts/new?type=meetings.convene">{text('meetings.convene')}</a>
          {' · '}
          <a href="/acts/new?type=meetings.establish-body">{text('meetings.establish')}</a>
          {' · '}
          <a href="/meetings/table-text">{text('meetings.table-text')}</a>
          {' · '}
          <a href="/meetings/positions">{text('meetings.positions.title')}</a>
        </>
      ) : (
        <a href="/sign-in?to=/meetings">{text('meetings.sign-in')}</a>
      )}
    </p>
  );
}

/** Beside it what was; where nothing was, there is no empty column. */
function Held({ request, shown }: StartProps): Markup {
  const now = (
    <section>
      <Sessions request={request} shown={shown} />
      <h2>{request.text('meetings.bodies')}</h2>
      <Bodies request={request} shown={shown} />
    </section>
  );
  const [latest, over] = [Latest({ request, shown }), Over({ request, shown })];
  if (latest === null && over === null) return now;
  return (
    <div class="columns">
      <div>{now}</div>
      <aside>
        {latest}
        {over}
      </aside>
    </div>
  );
}

export const startPage: Page = {
  path: '/meetings',
  section: 'meetings',
  examples: ['/meetings', '/meetings?asOf=2026-03-03'],
  async render(request) {
    const { locale, text } = request;
    const shown = await request.ask(start, { locale });
    if (isRefusal(shown)) return shown;
    return {
      title: text('meetings.title'),
      description: text('meetings.lead'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      follows: {},
      alternates: [
        {
          href: questionHref('meetings.start', {}, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <div class="title">
            <h1>{text('meetings.title')}</h1>
            <p>{text('meetings.lead')}</p>
            <Ways request={request} />
          </div>
          <Held request={request} shown={shown} />
        </>
      ),
    };
  },
};
