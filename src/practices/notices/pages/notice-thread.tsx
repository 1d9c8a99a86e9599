/** What was said in the thread of a notice, and what was done upon it. */
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { Paragraphs, type Said, ThreadList } from '../../../ui/thread/thread.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import type { Shown, Thread } from './answers.ts';
import { Instant } from './instant.tsx';
import { noticeHref } from './links.ts';

type Row = Thread['rows'][number];

/** The rows, which come each after what it answers or passes on, as a tree. */
export function nested<Row extends { readonly depth: number }>(
  rows: readonly Row[],
  contentOf: (row: Row) => Markup,
  depth = 0,
): readonly Said[] {
  const found: { row: Row; below: Row[] }[] = [];
  for (const row of rows) {
    if (row.depth === depth) found.push({ row, below: [] });
    else found.at(-1)?.below.push(row);
  }
  return found.map(({ row, below }) => ({
    content: contentOf(row),
    answers: nested(below, contentOf, depth + 1),
  }));
}

function Entry({ request, row, here }: { request: PageRequest; row: Row; here: string }): Markup {
  return (
    <article>
      <p>
        <b>{row.senderName}</b> · <Instant text={request.text} at={row.issuedAt} />
        {row.number === null ? null : (
          <>
            {' · '}
            <bdi dir="ltr">{row.number}</bdi>
          </>
        )}
      </p>
      <p lang={row.language} dir="auto">
        {row.notice === here ? (
          <b aria-current="page">{row.subject}</b>
        ) : (
          <a href={noticeHref(row, request)}>{row.subject}</a>
        )}
      </p>
      {row.notice === here ? null : <Paragraphs words={row.body} language={row.language} />}
    </article>
  );
}

interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
  readonly thread: Thread;
}

/** The thread, where there is more in it than the notice itself. */
export function ThreadView({ request, shown, thread }: Props): Markup | null {
  const { text } = request;
  if (thread.rows.length < 2) return null;
  return (
    <section id="thread">
      <h2>{text('notices.thread')}</h2>
      {thread.closedAt === null ? null : (
        <p>
          {text('notices.thread.closed')} <Instant text={text} at={thread.closedAt} />
        </p>
      )}
      <ThreadList
        said={nested(thread.rows, (row) => (
          <Entry request={request} row={row} here={shown.notice} />
        ))}
      />
    </section>
  );
}

/** What was done upon the notice, in order. */
export function Happened({ request, shown }: Omit<Props, 'thread'>): Markup {
  const { text } = request;
  const items = [
    { at: shown.issuedAt, act: shown.notice, key: 'issue', name: shown.senderName, says: '' },
    ...shown.events.map(({ act, at, kind, name, says }) => ({ at, act, key: kind, name, says })),
  ];
  return (
    <section id="timeline">
      <h2>{text('notices.timeline')}</h2>
      <Timeline
        text={text}
        plain
        items={items.map(({ at, act, key, name, says }) => ({
          on: at.slice(0, 10),
          title: (
            <>
              <a href={`/acts/${act}`}>{text(`notices.act.${key}`)}</a> – {name}
            </>
          ),
          detail: (
            <>
              <Instant text={text} at={at} />
              {says === '' ? null : <span dir="auto"> · {says}</span>}
            </>
          ),
        }))}
      />
    </section>
  );
}
