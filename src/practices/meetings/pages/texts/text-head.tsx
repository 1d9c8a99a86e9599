/** What the pages of a text have in common: its name, where it stands, its views and files. */
import type { Locale } from '../../../../ui/text/locale.ts';
import { formatList } from '../../../../ui/text/format.ts';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { ViewLinks } from '../../../../ui/view-links/view-links.tsx';
import { sessionHref } from '../links.ts';
import type { TextShown } from './text-answers.ts';
import { viewHref } from './text-links.ts';

export type TextView = 'room' | 'clean' | 'actor' | 'compare';
export type TextHead = Omit<
  TextShown,
  'provisions' | 'issues' | 'withdrawn' | 'comments' | 'articlesOverTime' | 'overTime' | 'unplaced'
>;

interface Props {
  readonly request: PageRequest;
  readonly head: TextHead;
  readonly view: TextView;
}

/** The way to the pages of a text. */
export const textBreadcrumb = (request: PageRequest, head: TextHead) => [
  { label: 'Concord', href: '/' },
  { label: request.text('meetings.title'), href: '/meetings' },
  { label: head.sessionTitle ?? head.session, href: sessionHref(head.session, request) },
];

const facilitatorNames = (locale: Locale, { actors, facilitators }: TextHead): string =>
  formatList(
    locale,
    facilitators.map((one) => actors.find(({ actor }) => actor === one)?.name ?? one),
  );

function Stand({ request, head }: Omit<Props, 'view'>): Markup {
  const { text } = request;
  const last = head.versions.at(-1);
  return (
    <p class="standing">
      <StatusChip
        text={text}
        status={head.open === 0 ? 'in-force' : 'pending'}
        label={text(head.isFinal ? 'meetings.text.final' : 'meetings.text.open', {
          count: head.open,
        })}
        large
      />{' '}
      {last === undefined ? null : (
        <span>
          {text('meetings.text.version')} <bdi>{last.symbol}</bdi>,{' '}
          <PlainDate text={text} on={last.on} style="short" />
        </span>
      )}
      {head.facilitators.length === 0 ? null : (
        <span>
          {' '}
          {text('meetings.text.facilitators')} <bdi>{facilitatorNames(text.locale, head)}</bdi>
        </span>
      )}
    </p>
  );
}

/** Its name, where it stands, and the ways of reading it. */
export function TextHeading({ request, head, view }: Props): Markup {
  const { text } = request;
  const { text: name } = head;
  const views = [
    { view: 'room', href: viewHref(name, request) },
    { view: 'clean', href: viewHref(name, request, { view: 'clean' }) },
    { view: 'actor', href: viewHref(name, request, { view: 'actor' }) },
    { view: 'compare', href: viewHref(name, request, {}, '/compare') },
  ];
  return (
    <>
      <div class="title">
        <p class="kind">
          {text('meetings.text.kind')}
          {head.symbol === null ? null : (
            <>
              {' '}
              <bdi>{head.symbol}</bdi>
            </>
          )}
        </p>
        <h1>{head.title}</h1>
        <Stand request={request} head={head} />
      </div>
      <ViewLinks
        label={text('meetings.text.views')}
        views={views.map((one) => ({
          label: text(`meetings.text.view.${one.view}`),
          href: one.href,
          current: one.view === view,
        }))}
      />
    </>
  );
}
