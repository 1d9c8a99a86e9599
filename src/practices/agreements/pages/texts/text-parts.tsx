/** What the pages of a text share: its title, the languages at hand, other forms of it. */
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { type AgreementView, AgreementViews } from '../agreement-views.tsx';
import { agreementHref } from '../links.ts';

/** The name of a language in the page’s; a code that is no language stays as it is. */
export function languageName(request: PageRequest, tag: string): string {
  try {
    return new Intl.DisplayNames(request.locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The address of this page with some of its query changed; null takes a part away. */
export function withQuery(
  request: PageRequest,
  changed: Readonly<Record<string, string | null>>,
  path = request.path,
): string {
  const query = new URLSearchParams(request.search);
  query.delete('lang');
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** The way to the pages of one text. */
export const textBreadcrumb = (request: PageRequest, agreement: string, title: string) => [
  { label: 'Concord', href: '/' },
  { label: request.text('agreements.title'), href: '/agreements' },
  { label: title, href: agreementHref(agreement, request) },
];

interface TitleProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly title: string;
  readonly isDraft: boolean;
  /** What the page shows of it. */
  readonly what: string;
  readonly view?: AgreementView;
}

/** What is read, and whether it is adopted. */
export function TextTitle(props: TitleProps): Markup {
  const { agreement, isDraft, request, title, view, what } = props;
  const { text } = request;
  return (
    <>
      <div class="title">
        <p class="kind">{what}</p>
        <h1>{title}</h1>
        {isDraft ? (
          <p class="standing">
            <StatusChip text={text} status="pending" label={text('agreements.text.draft')} large />
          </p>
        ) : null}
      </div>
      {view === undefined ? null : (
        <AgreementViews request={request} agreement={agreement} current={view} />
      )}
    </>
  );
}

/** Where no text is on record: why, and how one is put there. */
export function NoText({ request, agreement }: { request: PageRequest; agreement: string }) {
  const { text } = request;
  return (
    <EmptyState title={text('agreements.text.none')}>
      <p>{text('agreements.text.none.why')}</p>
      <p>
        <a href={`/agreements/${agreement}/text/new`}>{text('agreements.text.put-down')}</a>
      </p>
    </EmptyState>
  );
}
