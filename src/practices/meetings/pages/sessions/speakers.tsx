/** The list of speakers: who has the floor, who waits, who spoke how long, what was said. */
import { formatList } from '../../../../ui/text/format.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { Paragraphs } from '../../../../ui/thread/thread.tsx';
import { type SpeakerRow, speakers } from '../../questions/sessions/speakers.ts';
import { actorHref } from '../links.ts';
import { Instant } from '../decisions/instant.tsx';
import { downloadsOf, viewPage } from './frame.tsx';
import { doHref } from './links.ts';
import { TimeBar, TimeUsed } from './seconds.tsx';

type Shown = Exclude<Awaited<ReturnType<(typeof speakers)['answer']>>, Refusal>;
interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

function Who({ request, row }: { request: PageRequest; row: SpeakerRow }): Markup {
  const { text } = request;
  return (
    <>
      <a href={actorHref(row.actor, request)}>{row.name}</a>
      {row.speaker === null ? null : (
        <>
          , <bdi>{row.speaker}</bdi>
        </>
      )}
      {row.onBehalfOf.length === 0 ? null : (
        <>
          <br />
          <small>
            {text('meetings.speakers.for', { names: formatList(text.locale, row.onBehalfOf) })}
          </small>
        </>
      )}
    </>
  );
}

function Current({ request, shown }: Props): Markup {
  const { text } = request;
  const row = shown.rows.find(({ standing }) => standing === 'speaking');
  return (
    <section class="card" aria-labelledby="speaking">
      <h2 id="speaking">{text('meetings.session.speaker')}</h2>
      {row === undefined ? (
        <p>{text('meetings.session.nobody-speaks')}</p>
      ) : (
        <>
          <p>
            <b>
              <Who request={request} row={row} />
            </b>{' '}
            · {text(`meetings.floor.${row.kind}`)}
          </p>
          <p>
            <TimeUsed text={text} row={row} /> <TimeBar row={row} />
          </p>
          <p>
            {text('meetings.session.since')} <Instant text={text} at={row.givenAt} exact />
          </p>
        </>
      )}
    </section>
  );
}

const WAITING = ['place', 'speaker', 'kind', 'item', 'asked'] as const;

function Waiting({ request, shown }: Props): Markup {
  const { text } = request;
  const rows = shown.rows.filter(({ standing }) => standing === 'waiting');
  if (rows.length === 0) {
    return (
      <EmptyState title={text('meetings.speakers.none')}>
        <p>{text('meetings.speakers.none.next')}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      text={text}
      id="waiting"
      caption={text('meetings.speakers.waiting')}
      captionHidden
      columns={WAITING.map((key) => ({ key, label: text(`meetings.session.column.${key}`) }))}
      rows={rows.map((row) => ({
        cells: {
          place: row.place,
          speaker: <Who request={request} row={row} />,
          kind: text(`meetings.floor.${row.kind}`),
          item: row.itemTitle,
          asked: <Instant text={text} at={row.askedAt} />,
        },
      }))}
      downloads={downloadsOf('meetings.speakers', shown.head.session, request)}
    />
  );
}

function Ruling({ request, row }: { request: PageRequest; row: SpeakerRow }): Markup {
  const { text } = request;
  const reason = row.rulingReason ?? row.outOfTurn;
  return (
    <>
      {text(`meetings.floor.${row.kind}`)}
      {row.ruling === null ? null : <>: {text(`meetings.ruling.${row.ruling}`)}</>}
      {reason === null ? null : (
        <>
          <br />
          <small dir="auto">{reason}</small>
        </>
      )}
    </>
  );
}

const SPOKEN = ['speaker', 'kind', 'item', 'given', 'time'] as const;

function Spoken({ request, shown }: Props): Markup | null {
  const { text } = request;
  const rows = shown.rows.filter(({ standing }) => standing === 'spoken');
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.speakers.spoken')}</h2>
      <DataTable
        text={text}
        id="spoken"
        caption={text('meetings.speakers.spoken')}
        captionHidden
        columns={SPOKEN.map((key) => ({ key, label: text(`meetings.session.column.${key}`) }))}
        rows={rows.map((row) => ({
          cells: {
            speaker: <Who request={request} row={row} />,
            kind: <Ruling request={request} row={row} />,
            item: row.itemTitle,
            given: <Instant text={text} at={row.givenAt} />,
            time: (
              <>
                <TimeUsed text={text} row={row} /> <TimeBar row={row} />
              </>
            ),
          },
        }))}
      />
    </section>
  );
}

function Statements({ request, shown }: Props): Markup | null {
  const { text } = request;
  if (shown.statements.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.speakers.statements')}</h2>
      {shown.statements.map((one) => (
        <article class="card">
          <h3>
            <a href={actorHref(one.actor, request)}>{one.name}</a>
            {one.onBehalfOf.length === 0 ? null : (
              <>
                {' '}
                {text('meetings.speakers.for', { names: formatList(text.locale, one.onBehalfOf) })}
              </>
            )}
          </h3>
          {one.words === null ? null : <Paragraphs words={one.words} language={one.language} />}
          <p>
            {one.digest === null ? null : (
              <>
                <a href={`/attachments/${one.digest}`}>{text('meetings.documents.file')}</a>
                {' · '}
              </>
            )}
            <a href={`/acts/${one.act}`}>
              <Instant text={text} at={one.at} />
            </a>
          </p>
        </article>
      ))}
    </section>
  );
}

function Body({ request, shown }: Props): Markup {
  const { signedIn, text } = request;
  return (
    <>
      <Current request={request} shown={shown} />
      <h2>{text('meetings.speakers.waiting')}</h2>
      {shown.closed.length === 0 ? null : <p>{text('meetings.speakers.closed')}</p>}
      {signedIn ? (
        <p>
          <a class="button" href={doHref(shown.head.session, 'request-floor')}>
            {text('meetings.session.do.request-floor')}
          </a>
        </p>
      ) : null}
      <Waiting request={request} shown={shown} />
      <Spoken request={request} shown={shown} />
      <Statements request={request} shown={shown} />
    </>
  );
}

export const speakersPage = viewPage({ view: 'speakers', question: speakers, Body });
