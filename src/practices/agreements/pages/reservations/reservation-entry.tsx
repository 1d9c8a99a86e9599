/** One reservation: its words, its structure, what others answered, and why it stands so. */
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import { Wording } from '../../../../ui/wording/wording.tsx';
import type { LifeState } from '../../rules/reservations/life-finding.ts';
import type { ReservationRow } from '../answers.ts';
import { statusHref } from '../links.ts';

const WAITING: ReadonlySet<LifeState> = new Set([
  'not-settled',
  'awaiting-all',
  'awaiting-organ',
  'awaiting-clarification',
  'disputed',
  'formulated',
]);
const WITHOUT_EFFECT: ReadonlySet<LifeState> = new Set([
  'refused',
  'opposed',
  'not-confirmed',
  'interpretative',
  'withdrawn',
  'lapsed',
]);

const toneOf = (state: LifeState): 'yes' | 'no' | 'open' =>
  WAITING.has(state) ? 'open' : WITHOUT_EFFECT.has(state) ? 'no' : 'yes';

const CHIPS = { yes: 'in-force', no: 'terminated', open: 'pending' } as const;

/** Where a reservation stands, as a word with its sign. */
export function LifeChip({ request, state }: { request: PageRequest; state: LifeState }): Markup {
  const { text } = request;
  const label = text(`agreements.life.${state}`);
  return <StatusChip text={text} status={CHIPS[toneOf(state)]} label={label} />;
}

type Answer = ReservationRow['answers'][number];

function AnswerItem({ request, answer }: { request: PageRequest; answer: Answer }): Markup {
  const { text } = request;
  const kind = answer.kind === 'objection' && answer.definite ? 'definite' : answer.kind;
  return (
    <li>
      <p>
        <b>{answer.name}</b> –{' '}
        <a href={`/acts/${answer.act}`}>{text(`agreements.answer.${kind}`)}</a>,{' '}
        <PlainDate text={text} on={answer.on} style="short" />
        {answer.withdrawnOn === null ? null : (
          <>
            {' · '}
            {text('agreements.answer.withdrawn')}{' '}
            <PlainDate text={text} on={answer.withdrawnOn} style="short" />
          </>
        )}
        {answer.counts ? null : ` · ${text('agreements.answer.without-effect')}`}
      </p>
      {answer.text === null ? null : (
        <details>
          <summary>{text('agreements.wording')}</summary>
          <Wording text={text} wording={answer.text} />
        </details>
      )}
    </li>
  );
}

/** What is reserved, as it is cited; the whole where no provision is named. */
export function Reserved({ request, row }: { request: PageRequest; row: ReservationRow }): Content {
  return row.provisions.length === 0 ? (
    request.text('agreements.reservation.whole')
  ) : (
    <bdi lang="en">{row.reserved}</bdi>
  );
}

function definitionsOf(request: PageRequest, row: ReservationRow) {
  const { text } = request;
  const day = (on: string | null) => (on === null ? null : <PlainDate text={text} on={on} />);
  const moment = text(`agreements.reservation.moment.${row.moment}`);
  const all: readonly (readonly [string, Content])[] = [
    ['provisions', <Reserved request={request} row={row} />],
    ['effect', text(`agreements.reservation.effect.${row.effect}`)],
    ['summary', row.summary === null ? null : <bdi dir="auto">{row.summary}</bdi>],
    [
      'made',
      <>
        {day(row.on)} ({moment})
      </>,
    ],
    ['kept-from', row.keptFrom],
    ['circulated', day(row.circulatedOn)],
    ['period-ends', day(row.silenceEndsOn)],
    ['withdrawn', day(row.withdrawnOn)],
    ['source', row.source === null ? null : <bdi lang="en">{row.source}</bdi>],
    ['note', row.note === null ? null : <bdi dir="auto">{row.note}</bdi>],
  ];
  return all.flatMap(([key, content]) =>
    content === null ? [] : [{ term: text(`agreements.reservation.${key}`), content }],
  );
}

/** The finding with its question and answer in the reader's language. */
function Why({ request, row }: { request: PageRequest; row: ReservationRow }): Markup {
  const { text, locale } = request;
  const since = row.since === null ? '' : ` (${formatDate(locale, row.since)})`;
  const finding = {
    ...row.finding,
    question: text('agreements.reservation.why'),
    text: `${text(`agreements.life.${row.state}`)}${since}`,
  };
  return (
    <details>
      <summary>{text('agreements.reservation.why')}</summary>
      <FindingView
        text={text}
        finding={finding}
        id={`why-${idOf(row)}`}
        about={`of-${idOf(row)}`}
        level={4}
        tone={toneOf(row.state)}
      />
    </details>
  );
}

/** An id on the page: an act may stand twice, where successors keep it. */
export const idOf = (row: ReservationRow): string => `${row.act.slice(0, 12)}-${row.actor}`;

interface EntryProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly row: ReservationRow;
}

const ANSWERS = ['object', 'accept-reservation', 'withdraw-reservation'] as const;

/** What one who is signed in may say to it: forms that name it already. */
function Doing({ request, agreement, row }: EntryProps): Markup | null {
  const { signedIn, text, today } = request;
  if (!signedIn || row.state === 'withdrawn') return null;
  const formOf = (verb: string): string => {
    const fields = {
      type: `agreements.${verb}`,
      register: `agreements/${agreement}`,
      'payload.reservation': row.act,
      'payload.on': today,
      ...(verb === 'withdraw-reservation' && { actor: row.actor }),
    };
    return `/acts/new?${new URLSearchParams(fields).toString()}`;
  };
  return (
    <p class="small">
      {ANSWERS.map((verb, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={formOf(verb)}>{text(`agreements.reservation.do.${verb}`)}</a>
        </>
      ))}
    </p>
  );
}

/** A reservation with its words beside its structure. */
export function ReservationEntry({ request, agreement, row }: EntryProps): Markup {
  const { text } = request;
  return (
    <article class="statement" id={`r-${idOf(row)}`}>
      <h3 id={`of-${idOf(row)}`}>
        <a href={statusHref(agreement, row.actor, request)}>{row.name}</a> –{' '}
        <Reserved request={request} row={row} />
      </h3>
      <p class="standing">
        <LifeChip request={request} state={row.state} /> ·{' '}
        <a href={`/acts/${row.act}`}>{text('agreements.event.reserve')}</a>
      </p>
      <Wording text={text} wording={row.text} />
      <DefinitionList items={definitionsOf(request, row)} />
      {row.answers.length === 0 ? null : (
        <details open={row.answers.length <= 3}>
          <summary>{text('agreements.reservation.answers', { count: row.answers.length })}</summary>
          <ul class="plain-list">
            {row.answers.map((answer) => (
              <AnswerItem request={request} answer={answer} />
            ))}
          </ul>
        </details>
      )}
      <Why request={request} row={row} />
      <Doing request={request} agreement={agreement} row={row} />
    </article>
  );
}
