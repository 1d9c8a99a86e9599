/** The parts of a ministry's desk: what is on its way, what is due, what others did. */
import { daysBetween } from '../../../../kernel/dates.ts';
import { own } from '../../../../kernel/own.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { StageTrack, type TrackStage } from '../../../../ui/stage-track/stage-track.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import { Timeline } from '../../../../ui/timeline/timeline.tsx';
import type { Desk, DeskRow, Due, News } from '../answers.ts';
import { agreementHref, statusHref } from '../links.ts';
import { StandingChip } from '../standing-chip.tsx';

/** So many tell what the table holds, and leave what comes after it in reach. */
const ROWS_FIRST = 12;

const YEAR_DAYS = 365.25;

/** From signature to deposit, as one reads how far it is. */
const TRACK = ['signed', 'submitted', 'approved', 'instrument-made', 'deposited'] as const;

/** Stages that count as one of the track. */
const COUNTS_AS: Readonly<Record<string, (typeof TRACK)[number]>> = {
  'under-study': 'signed',
  promulgated: 'approved',
};

function reached(row: DeskRow): number {
  if (row.depositedOn !== null) return TRACK.length - 1;
  const named = TRACK.findIndex((stage) => stage === (COUNTS_AS[row.stage ?? ''] ?? row.stage));
  return Math.max(named, row.signedOn === null ? -1 : 0);
}

function trackOf(request: PageRequest, row: DeskRow): TrackStage[] {
  const { text } = request;
  const at = reached(row);
  const days: Readonly<Record<string, string | null>> = {
    [COUNTS_AS[row.stage ?? ''] ?? row.stage ?? '']: row.stageOn,
    signed: row.signedOn,
    deposited: row.depositedOn,
  };
  // What is deposited passed no stage that has no day: accession knows no signature.
  const isPassed = (stage: string): boolean =>
    row.depositedOn === null || Boolean(own(days, stage));
  return TRACK.filter(isPassed).map((stage) => {
    const place = TRACK.indexOf(stage);
    const on = place <= at ? days[stage] : null;
    return {
      label: text(`agreements.stage.${stage}`),
      state: place === at ? 'current' : place < at ? 'done' : 'ahead',
      ...(on ? { detail: <PlainDate text={text} on={on} style="short" /> } : {}),
    };
  });
}

function waitedFor(request: PageRequest, { signedOn }: DeskRow): string | null {
  if (signedOn === null) return null;
  const { text } = request;
  const days = daysBetween(signedOn, request.asOf);
  const since =
    days < YEAR_DAYS
      ? text('agreements.ministry.since-days', { count: days })
      : text('agreements.ministry.since-years', { count: Math.floor(days / YEAR_DAYS) });
  return `${text('agreements.stage.signed')} ${since}`;
}

/** What is deposited waits for the agreement, and for no further stage within the State. */
function stageLine(request: PageRequest, { name }: Desk, row: DeskRow, link: Content): Content {
  const { text } = request;
  if (row.depositedOn !== null) {
    const on = row.effectiveOn === null ? null : formatDate(text.locale, row.effectiveOn);
    return (
      <>
        <StandingChip text={text} standing={row.standing} />{' '}
        {on === null ? null : text('agreements.effect.bound-from', { name, on })}
      </>
    );
  }
  const isAside = row.stage === 'set-aside' || row.stage === 'under-study';
  const parts = [
    isAside ? text(`agreements.stage.${row.stage}`) : null,
    waitedFor(request, row),
    row.responsible === null ? null : <bdi>{row.responsible}</bdi>,
    link,
  ].filter((part) => part !== null);
  return parts.map((part, at) => (
    <>
      {at === 0 ? null : ' · '}
      {part}
    </>
  ));
}

/** One agreement on its way, with how far it is. */
export function OnTheWay(props: { request: PageRequest; desk: Desk; row: DeskRow }): Markup {
  const { request, desk, row } = props;
  const { actor } = desk;
  const { text, signedIn } = request;
  const form = new URLSearchParams({
    type: 'agreements.reach-stage',
    register: `national/${actor}`,
    actor,
    'payload.agreement': row.agreement,
    'payload.on': request.today,
  });
  const link = signedIn ? (
    <a href={`/acts/new?${form.toString()}`}>{text('agreements.ministry.record-stage')}</a>
  ) : null;
  return (
    <li>
      <h3>
        <a href={statusHref(row.agreement, actor, request)}>{row.title}</a>
      </h3>
      <StageTrack stages={trackOf(request, row)} />
      <p class="small">{stageLine(request, desk, row, link)}</p>
    </li>
  );
}

/** What falls due, soonest first. */
export function DueList({ request, rows }: { request: PageRequest; rows: readonly Due[] }) {
  const { text } = request;
  if (rows.length === 0) return <p>{text('agreements.due.nothing')}</p>;
  return (
    <Timeline
      text={text}
      plain
      items={rows.map((row) => ({
        on: row.on,
        title: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
        detail: (
          <>
            {text(`agreements.deadline.${row.kind}`, { name: row.name ?? '' })} ·{' '}
            <span lang="en">{row.citation}</span>
          </>
        ),
        ...(row.on < request.asOf
          ? { weight: 'late' as const, remark: text('agreements.deadline.overdue') }
          : { weight: 'coming' as const }),
      }))}
    />
  );
}

/** What others did, latest first. */
export function NewsTable({ request, actor, news }: NewsProps): Markup {
  const { text } = request;
  if (news.rows.length === 0) return <p>{text('agreements.ministry.news.none')}</p>;
  const columns = ['on', 'agreement', 'name', 'what'] as const;
  const labels = {
    on: text('agreements.column.when'),
    agreement: text('agreements.column.agreement'),
    name: text('agreements.column.actor'),
    what: text('agreements.column.act'),
  };
  const input = { actor, since: news.since };
  return (
    <DataTable
      text={text}
      id="news"
      rowsFirst={ROWS_FIRST}
      caption={text('agreements.ministry.news', { on: formatDate(text.locale, news.since) })}
      captionHidden
      columns={columns.map((key) => ({ key, label: labels[key] }))}
      rows={news.rows.map((row) => ({
        cells: {
          on: <PlainDate text={text} on={row.on} style="short" />,
          agreement: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          name: <bdi>{row.name}</bdi>,
          what: (
            <a href={`/acts/${row.act}`}>
              {text(
                row.instrument === null || row.kind !== 'deposit'
                  ? `agreements.event.${row.kind}`
                  : `agreements.instrument.${row.instrument}`,
              )}
            </a>
          ),
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.news', input, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}

interface NewsProps {
  readonly request: PageRequest;
  readonly actor: string;
  readonly news: News;
}

/** Everything in force for the State. */
export function Bound({ request, desk }: { request: PageRequest; desk: Desk }): Markup {
  const { text } = request;
  const day = (on: string | null): Content =>
    on === null ? '–' : <PlainDate text={text} on={on} style="short" />;
  const columns = ['agreement', 'standing', 'signed', 'deposited', 'effective'] as const;
  return (
    <DataTable
      text={text}
      id="bound"
      rowsFirst={ROWS_FIRST}
      caption={text('agreements.ministry.bound')}
      captionHidden
      columns={columns.map((key) => ({ key, label: text(`agreements.party.${key}`) }))}
      rows={desk.rows
        .filter((row) => row.standing === 'party')
        .map((row) => ({
          cells: {
            agreement: <a href={statusHref(row.agreement, desk.actor, request)}>{row.title}</a>,
            standing: <StandingChip text={text} standing={row.standing} />,
            signed: day(row.signedOn),
            deposited: day(row.depositedOn),
            effective: day(row.since),
          },
        }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref('agreements.ministry', { actor: desk.actor }, request, format),
        label: format.toUpperCase(),
      }))}
    />
  );
}
