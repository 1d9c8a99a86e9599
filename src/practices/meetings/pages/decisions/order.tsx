/** The order of votes as a list: what is next and why, and what falls by which rule. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { type Status, StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { type OrderedVote, VoteOrder } from '../../../../ui/vote-order/vote-order.tsx';
import { decisionHref } from '../links.ts';
import type { OrderRow, OrderShape } from '../../questions/decisions/order-rows.ts';
import type { Props } from './answers.ts';
import { ResultChip } from './chips.tsx';

interface OrderProps {
  readonly request: PageRequest;
  readonly session: string;
  readonly order: OrderShape;
}

const STATUS: Readonly<Record<OrderRow['status'], Status>> = {
  done: 'none',
  next: 'pending',
  later: 'none',
  'not-put': 'terminated',
};

const NAMES = 'meetings.order-of-votes';

/** What came of it, or where it stands in the order. */
export function VoteStanding({ request, row }: { request: PageRequest; row: OrderRow }): Markup {
  const { text } = request;
  const { outcome, phase, status } = row;
  if (status === 'done' || outcome !== null) {
    return <ResultChip text={text} row={{ phase: 'closed', result: outcome, method: 'vote' }} />;
  }
  const isNow = status === 'next' && phase === 'open';
  const label = text(`${NAMES}.status.${isNow ? 'now' : status}`);
  return <StatusChip text={text} status={STATUS[status]} label={label} />;
}

/** Why it is next, or not put at all; the rest needs no words. */
function Note({ request, row }: { request: PageRequest; row: OrderRow }): Markup {
  const { text } = request;
  const { byTitle, citation, kind, of, status, why } = row;
  const next = kind === 'amendment' && of !== null ? 'amendment-of' : kind;
  const words =
    why === null
      ? text(`${NAMES}.because.${next}`)
      : text(`${NAMES}.why.${why}`, { by: byTitle ?? '' });
  return status === 'next' || why !== null ? (
    <>
      <bdi>{words}</bdi> <cite>{citation}</cite>
    </>
  ) : (
    <cite>{citation}</cite>
  );
}

function voteOf({ request, session }: OrderProps, row: OrderRow, isAlone: boolean): OrderedVote {
  return {
    state: row.status,
    title: (
      <a href={decisionHref(session, row.decision, request)} dir="auto">
        {row.title}
      </a>
    ),
    kind: request.text(`${NAMES}.kind.${row.kind}`),
    standing: <VoteStanding request={request} row={row} />,
    ...(!isAlone && { note: <Note request={request} row={row} /> }),
    depth: row.of === null ? 0 : 1,
  };
}

/** Where a decision stands in the order of votes; null where it stands in none. */
export const rowOf = ({ decision, order }: Props['shown']): OrderRow | null =>
  order.rows.find((row) => row.decision === decision) ?? null;

/** Whether it fell by another decision; what was withdrawn says so itself. */
export const isNotPut = (shown: Props['shown']): boolean =>
  shown.phase !== 'withdrawn' && rowOf(shown)?.status === 'not-put';

/** That a question is not put to the vote, and by which rule; nothing where it is. */
export function NotPut({ request, shown }: Props): Markup | null {
  const row = rowOf(shown);
  if (row === null || !isNotPut(shown)) return null;
  return (
    <p>
      <Note request={request} row={row} />
    </p>
  );
}

/** The votes on each proposal; of several its title stands above. */
export function VotesInOrder(props: OrderProps): Markup {
  const { order, request } = props;
  const several = order.matters.length > 1;
  return (
    <>
      {order.matters.map(({ matter, title }) => {
        const rows = order.rows.filter((row) => row.matter === matter);
        return (
          <>
            {several && rows.length > 1 ? <h3 dir="auto">{title}</h3> : null}
            <VoteOrder
              label={`${request.text(NAMES)}: ${title}`}
              votes={rows.map((row) => voteOf(props, row, rows.length === 1))}
            />
          </>
        );
      })}
    </>
  );
}

/** The list with its heading and rows for machines; nothing where it is about one vote alone. */
export function OrderOfVotes(props: OrderProps & { decision?: string }): Markup | null {
  const { decision, order, request, session } = props;
  if (order.rows.length < (decision === undefined ? 1 : 2)) return null;
  const named = { session, ...(decision !== undefined && { decision }) };
  const link = (format: 'csv' | 'json') => (
    <a href={questionHref('meetings.order-of-votes', named, request, format)}>
      {format.toUpperCase()}
    </a>
  );
  return (
    <section id="order-of-votes">
      <h2>{request.text(NAMES)}</h2>
      <VotesInOrder {...props} />
      <p>
        <small>
          {link('csv')} · {link('json')}
        </small>
      </p>
    </section>
  );
}
