/** What an agreement says: to be read, in one language or in two, with what changed it. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import {
  LegalProvisionView,
  LegalText,
  directionOfText,
} from '../../../../ui/legal-text/legal-text.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { Page, PageContent, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { languagesBeside } from '../../questions/compare-texts.ts';
import { text as textQuestion } from '../../questions/texts.ts';
import { citationOf } from '../../provision.ts';
import type { TextRow, TextShown, TextsBeside } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { TextAside } from './text-aside.tsx';
import { NoText, TextTitle, languageName, textBreadcrumb } from './text-parts.tsx';
import { legalProvisions } from './text-provisions.ts';

/** What an amendment is called; its id where the asker may not know of it. */
function nameOf({ amendments }: TextShown, agreement: string): string {
  return amendments.find((one) => one.agreement === agreement)?.title ?? agreement;
}

/** What changed a provision, the latest last. */
function changesNote(
  request: PageRequest,
  shown: TextShown,
  { changes }: TextRow,
): Content | undefined {
  const { text } = request;
  if (changes.length === 0) return undefined;
  return changes.map(({ act, agreement, how, on }) => (
    <p>
      {text(`agreements.text.${how}`)} <PlainDate text={text} on={on} style="short" />
      {': '}
      <a href={how === 'rectified' ? `/acts/${act}` : agreementHref(agreement, request)}>
        {how === 'rectified' ? text('agreements.text.rectification') : nameOf(shown, agreement)}
      </a>
    </p>
  ));
}

/** Between whom the text is read, where it is not for all. */
function Between({ request, shown }: { request: PageRequest; shown: TextShown }): Markup | null {
  const [one, other] = shown.between ?? [];
  if (one === undefined || other === undefined) return null;
  return <p class="notice">{request.text('agreements.text.between', { one, other })}</p>;
}

/** What a reader has to know before relying on the text. */
function Cautions({ request, shown }: { request: PageRequest; shown: TextShown }): Markup | null {
  const { text } = request;
  const { lacking, unapplied } = shown;
  if (lacking.length === 0 && unapplied.length === 0) return null;
  return (
    <div class="notice">
      {lacking.length === 0 ? null : (
        <p>
          {text('agreements.text.lacking')}{' '}
          {lacking.map((agreement) => (
            <a href={agreementHref(agreement, request)}>{nameOf(shown, agreement)} </a>
          ))}
        </p>
      )}
      {unapplied.map(({ act, reason }) => (
        <p>
          <a href={`/acts/${act}`}>{text('agreements.text.unapplied')}</a>{' '}
          <span lang="en" dir="auto">
            {reason}
          </span>
        </p>
      ))}
    </div>
  );
}

function Repealed({ request, shown }: { request: PageRequest; shown: TextShown }): Markup | null {
  const { text } = request;
  if (shown.repealed.length === 0) return null;
  return (
    <section>
      <h2>{text('agreements.text.repealed')}</h2>
      <ul>
        {shown.repealed.map(({ agreement, on, provision }) => (
          <li>
            {citationOf(provision)} · <PlainDate text={text} on={on} style="short" /> ·{' '}
            <a href={agreementHref(agreement, request)}>{nameOf(shown, agreement)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Both languages, a row for each provision, so that they stay side by side however long. */
function Beside({ beside }: { beside: TextsBeside }): Markup {
  const side = (which: 'one' | 'other') => {
    const rows = beside.rows.flatMap((row) => row[which] ?? []);
    return new Map(legalProvisions(rows).map((provision) => [provision.id, provision]));
  };
  const [first, second] = [side('one'), side('other')];
  const isDivided = [...first.values()].some(({ role }) => role === 'division');
  const level = isDivided ? 3 : 2;
  const cell = (id: string, language: string, from: typeof first, anchored: boolean) => {
    const provision = from.get(id);
    return (
      <div class="legal-text" lang={language} dir={directionOfText(language)}>
        {provision === undefined ? (
          '–'
        ) : (
          <LegalProvisionView provision={provision} anchored={anchored} level={level} />
        )}
      </div>
    );
  };
  return (
    <>
      {beside.rows.map(({ id }) => (
        <div class="beside">
          {cell(id, beside.language, first, true)}
          {cell(id, beside.beside, second, false)}
        </div>
      ))}
    </>
  );
}

function Words({
  request,
  shown,
  beside,
}: {
  request: PageRequest;
  shown: TextShown;
  beside: TextsBeside | null;
}): Markup {
  if (shown.language === null) return <NoText request={request} agreement={shown.agreement} />;
  if (beside) return <Beside beside={beside} />;
  const { language, rows } = shown;
  const provisions = legalProvisions(rows, (row) => changesNote(request, shown, row));
  return <LegalText language={language} provisions={provisions} />;
}

/** The other language, where the address asks for one that is at hand. */
async function askBeside(
  request: PageRequest,
  shown: TextShown,
): Promise<TextsBeside | Refusal | null> {
  const { agreement, language } = shown;
  const wanted = request.search.get('beside');
  if (wanted === null || language === null) return null;
  const input = { agreement, language, beside: wanted, locale: request.locale };
  return request.ask(languagesBeside, input);
}

function subtitleOf(request: PageRequest, { authentic, language }: TextShown): string {
  const { text } = request;
  if (language === null) return text('agreements.view.text');
  const kind = text(`agreements.text.${authentic ? 'authentic' : 'translation'}`);
  return `${text('agreements.view.text')} · ${languageName(request, language)} · ${kind}`;
}

function contentOf(
  request: PageRequest,
  shown: TextShown,
  beside: TextsBeside | null,
): PageContent {
  const { agreement, isDraft, language, title } = shown;
  const given = { agreement, ...(language === null ? {} : { language }) };
  const told = (
    <>
      <Between request={request} shown={shown} />
      <Cautions request={request} shown={shown} />
      <Words request={request} shown={shown} beside={beside} />
      <Repealed request={request} shown={shown} />
    </>
  );
  return {
    title: `${request.text('agreements.view.text')} – ${title}`,
    breadcrumb: textBreadcrumb(request, agreement, title),
    alternates: (['csv', 'json'] as const).map((format) => ({
      href: questionHref('agreements.text', given, request, format),
      label: format.toUpperCase(),
      type: format === 'csv' ? 'text/csv' : 'application/json',
    })),
    body: (
      <>
        <TextTitle
          request={request}
          agreement={agreement}
          title={title}
          isDraft={isDraft}
          what={subtitleOf(request, shown)}
          view="text"
        />
        {language === null ? (
          told
        ) : (
          <div class="columns">
            <div>{told}</div>
            <aside>
              <TextAside request={request} shown={shown} />
            </aside>
          </div>
        )}
      </>
    ),
  };
}

export const textPage: Page = {
  path: '/agreements/:agreement/text',
  section: 'agreements',
  examples: ['/agreements/paris-agreement/text'],
  async render(request) {
    const shown = await request.ask(textQuestion, {
      agreement: request.params['agreement'],
      language: request.search.get('language') ?? undefined,
      one: request.search.get('one') || undefined,
      other: request.search.get('other') || undefined,
      locale: request.locale,
    });
    if (isRefusal(shown)) return shown;
    const beside = await askBeside(request, shown);
    return isRefusal(beside) ? beside : contentOf(request, shown, beside);
  },
};
