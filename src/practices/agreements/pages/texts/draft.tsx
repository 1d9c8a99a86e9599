/** The page of what is being negotiated: its text, who put it down, who initialled it. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { LegalText } from '../../../../ui/legal-text/legal-text.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageContent, PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { drafts } from '../../questions/drafts.ts';
import { text as textQuestion } from '../../questions/texts.ts';
import type { Draft } from '../answers.ts';
import { actorHref } from '../links.ts';
import { TextAside } from './text-aside.tsx';
import { TextTitle } from './text-parts.tsx';
import { legalProvisions } from './text-provisions.ts';

function Initialled({ request, draft }: { request: PageRequest; draft: Draft }): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('agreements.text.initialled')}</h2>
      {draft.initialled.length === 0 ? (
        <p>{text('agreements.text.initialled.none')}</p>
      ) : (
        <ul class="plain-list">
          {draft.initialled.map(({ act, actor, name, on }) => (
            <li>
              <a href={actorHref(actor, request)}>{name}</a> ·{' '}
              <a href={`/acts/${act}`}>
                <PlainDate text={text} on={on} style="short" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {request.signedIn ? (
        <p>
          <a href={`/acts/new?register=agreements/${draft.agreement}`}>
            {text('agreements.new-act')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** The page of a draft, or null where nothing of that name is being negotiated. */
export async function draftContent(
  request: PageRequest,
  agreement: string,
): Promise<PageContent | Refusal | null> {
  const { locale, text } = request;
  const found = await request.ask(drafts, { agreement, locale });
  if (isRefusal(found)) return found;
  const [draft] = found.rows;
  if (!draft) return null;
  const shown = await request.ask(textQuestion, { agreement, locale });
  if (isRefusal(shown)) return shown;
  const provisions = legalProvisions(shown.rows);
  return {
    title: draft.title,
    breadcrumb: [
      { label: 'Concord', href: '/' },
      { label: text('agreements.title'), href: '/agreements' },
    ],
    body: (
      <>
        <TextTitle
          request={request}
          agreement={agreement}
          title={draft.title}
          isDraft
          what={text('agreements.text.versions', { count: draft.versions })}
          view="overview"
        />
        <div class="columns">
          <div>
            <LegalText language={shown.language ?? 'und'} provisions={provisions} />
          </div>
          <aside>
            <Initialled request={request} draft={draft} />
            <TextAside request={request} shown={shown} />
          </aside>
        </div>
      </>
    ),
  };
}
