/** A text under negotiation: in the room, clean, or as one actor would have it. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageContent, PageRequest, ReaderStanding } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { Thing } from '../../../../ui/thing/thing.tsx';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import { text as textQuestion } from '../../questions/texts/text.ts';
import { textView } from '../../questions/texts/text-view.ts';
import { registerOf } from '../../registers.ts';
import type { TextShown } from './text-answers.ts';
import { ArticlesOverTime } from './text-articles.tsx';
import { TextAbout, TextDocuments, TextRecord } from './text-aside.tsx';
import { Drafting } from './text-drafting.tsx';
import { TextHeading, textBreadcrumb } from './text-head.tsx';
import { TextIssues } from './text-issues.tsx';
import { TextPart } from './text-parts.ts';
import { CommentsElsewhere, TextRoom } from './text-room.tsx';
import { TextView } from './text-view.tsx';
import { Withdrawn } from './text-withdrawn.tsx';

interface Props {
  readonly request: PageRequest;
  readonly shown: TextShown;
  readonly standing: ReaderStanding | null;
}

/** The text itself is where it stands, with what one can do to it. */
function Standing({ request, shown, standing, part }: Props & { part: TextPart }): Markup {
  const { text } = request;
  const label = text('meetings.text.parts');
  const parts = (own: string) =>
    part.count > 1 ? <ViewLinks label={own} views={part.views()} /> : null;
  return (
    <>
      {shown.unplaced === 0 ? null : (
        <p class="notice">{text('meetings.text.unplaced', { count: shown.unplaced })}</p>
      )}
      {parts(label)}
      <TextRoom request={request} shown={shown} part={part} />
      {parts(`${label} (${part.number}/${part.count})`)}
      {request.signedIn || shown.isFinal ? null : (
        <p>
          <a href={`/sign-in?to=/meetings/texts/${shown.text}`}>{text('meetings.text.sign-in')}</a>
        </p>
      )}
      {shown.isFinal ? null : <Drafting request={request} name={shown.text} standing={standing} />}
    </>
  );
}

/** What is still open, and what was said of words that stand no more. */
function Due({ request, shown, standing, part }: Props & { part: TextPart }): Markup {
  return (
    <>
      <section id="issues">
        <h2>{request.text('meetings.text.issues')}</h2>
        <TextIssues request={request} shown={shown} part={part} standing={standing} />
      </section>
      <ArticlesOverTime request={request} shown={shown} part={part} />
      <Withdrawn request={request} shown={shown} />
      <CommentsElsewhere request={request} shown={shown} />
    </>
  );
}

function Body(props: Props): Markup {
  const { request, shown } = props;
  const part = new TextPart(request, shown);
  const given = { request, shown };
  return (
    <>
      <TextHeading request={request} head={shown} view="room" />
      <Thing
        text={request.text}
        beside={['documents', 'record']}
        about={<TextAbout {...given} part={part} />}
        parts={{
          standing: <Standing {...props} part={part} />,
          due: <Due {...props} part={part} />,
          documents: <TextDocuments {...given} />,
          record: <TextRecord {...given} />,
        }}
      />
    </>
  );
}

function contentOf(props: Props): PageContent {
  const { request, shown } = props;
  const given = { text: shown.text };
  return {
    title: shown.title,
    breadcrumb: textBreadcrumb(request, shown),
    follows: { register: registerOf('text', shown.text) },
    alternates: [
      {
        href: questionHref('meetings.text', given, request, 'json'),
        label: 'JSON',
        type: 'application/json',
      },
      {
        href: questionHref('meetings.issues', given, request, 'csv'),
        label: 'CSV',
        type: 'text/csv',
      },
    ],
    body: <Body {...props} />,
  };
}

async function renderView(request: PageRequest, view: 'clean' | 'actor') {
  const { params, search } = request;
  const asked = (name: string): string | undefined => search.get(name) || undefined;
  const actor = view === 'actor' ? asked('actor') : undefined;
  const given = { text: params['text'], view, actor, version: asked('version') };
  const shown = await request.ask(textView, { ...given, locale: request.locale });
  if (isRefusal(shown)) return shown;
  return {
    title: `${request.text(`meetings.text.view.${view}`)} – ${shown.title}`,
    breadcrumb: textBreadcrumb(request, shown),
    body: <TextView request={request} shown={shown} view={view} />,
  };
}

export const textPage: Page = {
  path: '/meetings/texts/:text',
  section: 'meetings',
  island: 'drafting',
  examples: [
    '/meetings/texts/draft-declaration',
    '/meetings/texts/draft-declaration?view=clean',
    '/meetings/texts/draft-declaration?view=actor&actor=KEN',
  ],
  async render(request) {
    const given = { text: request.params['text'], locale: request.locale };
    const view = request.search.get('view');
    if (view === 'clean' || view === 'actor') return renderView(request, view);
    const shown = await request.ask(textQuestion, given);
    if (isRefusal(shown)) return shown;
    const standing = (await request.standing?.('meetings.propose-change')) ?? null;
    return contentOf({ request, shown, standing });
  },
};
