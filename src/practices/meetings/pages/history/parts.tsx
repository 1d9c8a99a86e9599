/** What the pages on votes of the past share: their addresses, their views, their words. */
import { isPlainDate } from '../../../../kernel/dates.ts';
import type { FilterOption } from '../../../../ui/filters/filters.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { datesIn } from '../../../../ui/page-dates.ts';
import type { PageContent, PageRequest } from '../../../../ui/page.ts';
import { formatPercent } from '../../../../ui/text/format.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import { bodyHref } from '../links.ts';

export const VIEWS = ['list', 'agreement', 'drift', 'blocs'] as const;
export type View = (typeof VIEWS)[number];

type Dated = Pick<PageRequest, 'search'>;

/** An address below a body's votes, with what it asks for and the dates of the page. */
export function votesHref(
  body: string,
  below: string,
  asked: Readonly<Record<string, string>>,
  request: Dated,
): string {
  const query = new URLSearchParams({ ...asked, ...datesIn(request) });
  const path = `/meetings/votes/${body}${below === '' ? '' : `/${encodeURIComponent(below)}`}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** The page of one roll call. */
export const rollCallHref = (body: string, number: string, request: Dated): string =>
  votesHref(body, number, {}, request);

/** What of these the address asks for, as a question takes it. */
export function askedIn(search: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** A day of the address; absent where it is none, as a form half filled in has it. */
export const dayIn = (search: URLSearchParams, name: string): Record<string, string> => {
  const value = search.get(name) ?? '';
  return isPlainDate(value) ? { [name]: value } : {};
};

/** Thousandths as a percentage in the reader's language; a dash where there is nothing. */
export function shareText(locale: Locale, perMille: number | null): string {
  if (perMille === null) return '–';
  return formatPercent(locale, (perMille / 10).toFixed(1));
}

/** Heads each page on a body's votes: what it is, and the other views. */
export function VotesHead(props: {
  request: PageRequest;
  body: string;
  title: string;
  view: View | null;
  lead?: string;
}): Markup {
  const { request, body, title, view, lead } = props;
  const { text } = request;
  const views = VIEWS.map((one) => ({
    label: text(`meetings.votes.view.${one}`),
    href: votesHref(body, one === 'list' ? '' : one, {}, request),
    current: one === view,
  }));
  return (
    <>
      <div class="title">
        <h1>{title}</h1>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      <ViewLinks label={text('meetings.votes.views')} views={views} />
    </>
  );
}

/** The way to a page below a body's votes. */
export function breadcrumbOf(
  request: PageRequest,
  body: { name: string; title: string },
  isBelow: boolean,
): PageContent['breadcrumb'] {
  const { text } = request;
  const own = { label: text('meetings.votes.short'), href: votesHref(body.name, '', {}, request) };
  return [
    { label: 'Concord', href: '/' },
    { label: text('meetings.title'), href: '/meetings' },
    // A body that nobody established here has votes, and no page.
    ...(body.title === body.name
      ? []
      : [{ label: body.title, href: bodyHref(body.name, request) }]),
    ...(isBelow ? [own] : []),
  ];
}

/** Those who voted, as options of a form; the first chooses nobody. */
export const voterOptions = (
  rows: readonly { actor: string; name: string }[],
  nobody: string,
): FilterOption[] => [
  { value: '', label: nobody },
  ...rows.map(({ actor, name }) => ({ value: actor, label: name })),
];
