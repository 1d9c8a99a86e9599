/** Requests to erase: those that wait for one’s own answer, and those that others owe one. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { unanswered } from '../../store/releases/questions.ts';
import { Figures } from '../../ui/card/card.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { MarkingTag } from '../../ui/marking-banner/marking-banner.tsx';
import type { Content } from '../../ui/markup.ts';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant, formatNumber } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';

type Answer = Exclude<Awaited<ReturnType<typeof unanswered.answer>>, Refusal>;
export type Waiting = Answer['rows'][number];

export interface WaitingShown {
  readonly text: Text;
  readonly rows: readonly Waiting[];
  /** For whom whoever is signed in reads. */
  readonly actors: readonly string[];
  readonly now: Date;
}

const DAY_MILLISECONDS = 86_400_000;

/** Whole days since it was asked. */
export const daysWaiting = ({ askedAt }: Pick<Waiting, 'askedAt'>, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(askedAt)) / DAY_MILLISECONDS));

/** The form of the answer, filled in with what it answers and for whom it is. */
export function answerHref({ act, request, actor, register, level, to }: Waiting): string {
  const query = new URLSearchParams({
    type: 'releases.confirm-erasure',
    register,
    actor,
    'payload.act': act,
    'payload.request': request,
    'marking.level': level,
    'marking.to': to.join(' '),
  });
  return `/acts/new?${query.toString()}`;
}

/** What waits for an answer of these actors, and what they wait for as originator or asker. */
export function waitingOf(rows: readonly Waiting[], actors: readonly string[]) {
  const oldestFirst = rows.toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1));
  return {
    toAnswer: oldestFirst.filter(({ actor }) => actors.includes(actor)),
    awaited: oldestFirst.filter(
      ({ actor, askedBy, originator }) =>
        !actors.includes(actor) && (actors.includes(askedBy) || actors.includes(originator)),
    ),
  };
}

const SHORT = 16;

function cellsOf({ text, now }: WaitingShown, row: Waiting): Record<string, Content> {
  const { act, actor, askedAt, askedBy, legalBasis, level, parts, reason } = row;
  return {
    act: (
      <>
        <a href={`/acts/${act}`}>{act.slice(0, SHORT)}…</a> <MarkingTag level={level} />
      </>
    ),
    parts: parts.join(', '),
    asker: <bdi translate="no">{askedBy}</bdi>,
    holder: <bdi translate="no">{actor}</bdi>,
    reason: <bdi>{reason}</bdi>,
    basis: legalBasis === null ? text('host.releases.waiting.originator') : <bdi>{legalBasis}</bdi>,
    since: formatInstant(text.locale, askedAt),
    days: String(daysWaiting(row, now)),
    answer: <a href={answerHref(row)}>{text('host.releases.say.confirm-erasure')}</a>,
  };
}

const COLUMNS = {
  'to-answer': ['act', 'parts', 'asker', 'reason', 'basis', 'holder', 'since', 'days', 'answer'],
  awaited: ['holder', 'act', 'parts', 'asker', 'basis', 'since', 'days'],
} as const;

interface PartProps {
  readonly shown: WaitingShown;
  readonly part: keyof typeof COLUMNS;
  readonly rows: readonly Waiting[];
}

function Part({ shown, part, rows }: PartProps) {
  const { text } = shown;
  const title = text(`host.releases.waiting.${part}`);
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={text(`host.releases.waiting.${part}.none`)}>
          <p>{text(`host.releases.waiting.${part}.teach`)}</p>
        </EmptyState>
      ) : (
        <DataTable
          text={text}
          id={part}
          caption={title}
          captionHidden
          columns={COLUMNS[part].map((key) => ({
            key,
            label: text(`host.releases.waiting.column.${key}`),
            ...(key === 'days' ? { kind: 'number' as const } : {}),
          }))}
          rows={rows.map((row) => ({ cells: cellsOf(shown, row) }))}
          downloads={(['csv', 'json'] as const).map((format) => ({
            href: `/api/releases/unanswered?format=${format}`,
            label: format.toUpperCase(),
          }))}
        />
      )}
    </section>
  );
}

function Sums({ shown, toAnswer, awaited }: { shown: WaitingShown } & Parted) {
  const { text, now } = shown;
  const number = (value: number): string => formatNumber(text.locale, value);
  const longest = Math.max(0, ...toAnswer.map((row) => daysWaiting(row, now)));
  const isWaiting = toAnswer.length > 0;
  return (
    <Figures
      figures={[
        {
          value: number(toAnswer.length),
          label: text('host.releases.waiting.to-answer'),
          warning: isWaiting,
        },
        { value: number(longest), label: text('host.releases.waiting.longest') },
        { value: number(awaited.length), label: text('host.releases.waiting.awaited') },
      ]}
    />
  );
}

type Parted = ReturnType<typeof waitingOf>;

/** The page of requests to erase that wait for an answer. */
export function waitingPage(shown: WaitingShown): PageContent {
  const { text, rows, actors } = shown;
  const { toAnswer, awaited } = waitingOf(rows, actors);
  const title = text('host.releases.waiting.title');
  return {
    title,
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/desk/depositary', label: text('agreements.desk.title') },
    ],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.releases.waiting.lead')}</p>
          <p translate="no">{actors.join(', ')}</p>
        </div>
        <Sums shown={shown} toAnswer={toAnswer} awaited={awaited} />
        <Part shown={shown} part="to-answer" rows={toAnswer} />
        <Part shown={shown} part="awaited" rows={awaited} />
      </>
    ),
  };
}
