/** A text as a paper: its symbol, session and day, its lines counted, whose words in notes. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Attribution } from '../../../../standards/bracketed-text/bracketed-text.ts';
import { NumberedLines } from '../../../../ui/numbered-lines/numbered-lines.tsx';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { formatList } from '../../../../ui/text/format.ts';
import { textDraft } from '../../questions/texts/text-draft.ts';
import { textView } from '../../questions/texts/text-view.ts';
import { printedDraft } from './printed-words.ts';
import type { DraftShown, ViewShown } from './text-answers.ts';
import { textBreadcrumb } from './text-head.tsx';
import { viewHref } from './text-links.ts';

interface Props {
  readonly request: PageRequest;
  readonly head: ViewShown;
  readonly draft: DraftShown;
}

const SAID = [
  ['by', 'ui.negotiated.by'],
  ['supportedBy', 'ui.negotiated.supported'],
  ['opposedBy', 'ui.negotiated.opposed'],
] as const;

function Notes({ head, notes, request }: Props & { notes: readonly Attribution[] }): Markup | null {
  const { text } = request;
  if (notes.length === 0) return null;
  const names = new Map(head.actors.map(({ actor, name }) => [actor, name]));
  const named = (actors: readonly string[]): string =>
    formatList(
      text.locale,
      actors.map((actor) => names.get(actor) ?? actor),
    );
  return (
    <section>
      <h2>{text('meetings.text.notes')}</h2>
      <ol>
        {notes.map((people) => (
          <li>
            {SAID.flatMap(([which, key]) => {
              const actors = people[which] ?? [];
              return actors.length === 0 ? [] : [text(key, { actors: named(actors) })];
            }).join('; ')}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Of a version, the day on which it was issued; else the day that is asked about. */
function dayOf({ head, request }: Props): string {
  const { search } = request;
  return head.versions.find(({ symbol }) => symbol === search.get('version'))?.on ?? request.asOf;
}

/** A symbol is that of the words as they were issued, not of what was said since. */
function symbolOf({ draft, head, request }: Props): { reference?: string; since: string | null } {
  if (draft.symbol === '') return { since: null };
  const isIssued = request.search.get('version') === draft.symbol || head.isFinal;
  return isIssued ? { reference: draft.symbol, since: null } : { since: draft.symbol };
}

function Paper(props: Props): Markup {
  const { draft, head, request } = props;
  const { text } = request;
  const { notes, paragraphs } = printedDraft(draft.provisions);
  const { since, ...reference } = symbolOf(props);
  return (
    <OfficialPaper
      kind={text('meetings.text.kind')}
      {...reference}
      addressee={head.sessionTitle ?? head.session}
      title={head.title}
      subtitle={
        <>
          {text('meetings.text.as-of')} <PlainDate text={text} on={dayOf(props)} />
          {since === null ? '' : ` (${text('meetings.text.since', { symbol: since })})`} ·{' '}
          {text('meetings.text.lines')}
        </>
      }
    >
      <NumberedLines language={draft.language} paragraphs={paragraphs} />
      <Notes {...props} notes={notes} />
    </OfficialPaper>
  );
}

export const textPrintPage: Page = {
  path: '/meetings/texts/:text/print',
  section: 'meetings',
  examples: [
    '/meetings/texts/draft-declaration/print',
    '/meetings/texts/draft-declaration/print?version=GC/1/L.1/Rev.1',
  ],
  async render(request) {
    const { locale, params, search } = request;
    const given = (name: string): string | undefined => search.get(name) || undefined;
    const view = search.get('view') === 'clean' ? 'clean' : 'room';
    const input = { text: params['text'], view, version: given('version') };
    const draft = await request.ask(textDraft, input);
    if (isRefusal(draft)) return draft;
    const head = await request.ask(textView, { ...input, locale });
    if (isRefusal(head)) return head;
    return {
      title: `${request.text('meetings.text.file.print')} – ${head.title}`,
      breadcrumb: [
        ...textBreadcrumb(request, head),
        { label: head.title, href: viewHref(head.text, request) },
      ],
      body: <Paper request={request} head={head} draft={draft} />,
    };
  },
};
