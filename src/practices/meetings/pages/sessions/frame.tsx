/** What every page of a session has in common: where one is, and where one can go from there. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { MarkingBanner } from '../../../../ui/marking-banner/marking-banner.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageContent, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import type { Question } from '../../../../kernel/define-area.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { SessionHead } from '../../questions/sessions/reading.ts';
import { registerOf } from '../../registers.ts';
import { bodyHref, sessionHref } from '../links.ts';
import { SESSION_VIEWS, type SessionView, viewHref } from './links.ts';

interface FrameProps {
  readonly request: PageRequest;
  readonly head: SessionHead;
  readonly view: SessionView | null;
  readonly children: Content;
}

function Views({ request, head, view }: Omit<FrameProps, 'children'>): Markup {
  const { text } = request;
  return (
    <ViewLinks
      label={text('meetings.session.views')}
      views={[
        {
          label: text('meetings.session'),
          href: sessionHref(head.session, request),
          current: view === null,
        },
        ...SESSION_VIEWS.map((one) => ({
          label: text(`meetings.session.${one}`),
          href: viewHref(head.session, one, request),
          current: view === one,
        })),
      ]}
    />
  );
}

/** A page of a session between its banners, below its title and the ways to the others. */
export function SessionFrame({ request, head, view, children }: FrameProps): Markup {
  const { text } = request;
  const { level, to } = head.marking;
  const banner =
    level === 'clear' ? null : (
      <MarkingBanner level={level}>
        {to.length === 0 ? undefined : text('meetings.session.released', { count: to.length })}
      </MarkingBanner>
    );
  return (
    <>
      {banner}
      <div class="title">
        <p class="kind">
          <a href={bodyHref(head.body, request)}>{head.bodyTitle}</a>
          {view === null ? null : (
            <>
              {' · '}
              <bdi>{head.title}</bdi>
            </>
          )}
        </p>
        <h1>
          <bdi>{view === null ? head.title : text(`meetings.session.${view}`)}</bdi>
        </h1>
      </div>
      <Views request={request} head={head} view={view} />
      {children}
      {banner}
    </>
  );
}

interface ViewPage<Answer extends { readonly head: SessionHead }> {
  readonly view: SessionView;
  readonly question: Question<never, Answer>;
  readonly Body: (props: { request: PageRequest; shown: Answer }) => Markup;
}

/** A page that shows one answer about a session, and follows its register. */
export function viewPage<Answer extends { readonly head: SessionHead }>({
  view,
  question,
  Body,
}: ViewPage<Answer>): Page {
  return {
    path: `/meetings/sessions/:session/${view}`,
    section: 'meetings',
    followsClock: true,
    examples: [`/meetings/sessions/first-session/${view}`],
    async render(request): Promise<PageContent | Refusal> {
      const { locale, params, text } = request;
      const session = params['session'] ?? '';
      const shown = await request.ask(question, { session, locale });
      if (isRefusal(shown)) return shown;
      return {
        title: `${text(`meetings.session.${view}`)} · ${shown.head.title}`,
        breadcrumb: [
          { label: 'Concord', href: '/' },
          { label: text('meetings.title'), href: '/meetings' },
          { label: shown.head.title, href: sessionHref(session, request) },
        ],
        follows: { register: registerOf('session', session) },
        alternates: (['csv', 'json'] as const).map((format) => ({
          href: questionHref(question.name, { session }, request, format),
          label: format.toUpperCase(),
          type: format === 'csv' ? 'text/csv' : 'application/json',
        })),
        body: (
          <SessionFrame request={request} head={shown.head} view={view}>
            <Body request={request} shown={shown} />
          </SessionFrame>
        ),
      };
    },
  };
}

/** The same rows for machines. */
export const downloadsOf = (question: string, session: string, request: PageRequest) =>
  (['csv', 'json'] as const).map((format) => ({
    href: questionHref(question, { session }, request, format),
    label: format.toUpperCase(),
  }));
