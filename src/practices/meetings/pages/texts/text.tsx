/** A text under negotiation: in the room, clean, or as one actor would have it. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageContent, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { text as textQuestion } from '../../questions/texts/text.ts';
import { registerOf } from '../../registers.ts';
import type { TextShown } from './text-answers.ts';
import { TextAside } from './text-aside.tsx';
import { Drafting } from './text-drafting.tsx';
import { TextHeading, textBreadcrumb } from './text-head.tsx';
import { TextIssues } from './text-issues.tsx';
import { TextRoom } from './text-room.tsx';

function Body({ request, shown }: { request: PageRequest; shown: TextShown }): Markup {
  const { text } = request;
  return (
    <>
      <TextHeading request={request} head={shown} view="room" />
      <div class="columns">
        <div>
          {shown.unplaced === 0 ? null : (
            <p class="notice">{text('meetings.text.unplaced', { count: shown.unplaced })}</p>
          )}
          {shown.isFinal ? null : <Drafting request={request} name={shown.text} />}
          <TextRoom request={request} shown={shown} />
          <section id="issues">
            <h2>{text('meetings.text.issues')}</h2>
            <TextIssues request={request} shown={shown} />
          </section>
        </div>
        <aside>
          <TextAside request={request} shown={shown} />
        </aside>
      </div>
    </>
  );
}

function contentOf(request: PageRequest, shown: TextShown): PageContent {
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
    body: <Body request={request} shown={shown} />,
  };
}

export const textPage: Page = {
  path: '/meetings/texts/:text',
  section: 'meetings',
  island: 'drafting',
  examples: ['/meetings/texts/draft-declaration'],
  async render(request) {
    const given = { text: request.params['text'], locale: request.locale };
    const shown = await request.ask(textQuestion, given);
    return isRefusal(shown) ? shown : contentOf(request, shown);
  },
};
