import type { Content, Markup } from '../markup.ts';

export interface OrderedVote {
  readonly state: 'done' | 'next' | 'later' | 'not-put';
  /** What is voted on, mostly a link. */
  readonly title: Content;
  /** What kind of vote it is. */
  readonly kind: string;
  /** Where it stands, as a word with its sign. */
  readonly standing: Content;
  /** Why it is next, or is not put. */
  readonly note?: Content;
  /** How deep it lies below the proposal: 0, or 1 for an amendment of an amendment. */
  readonly depth?: 0 | 1;
}

/** Votes in the order in which they are taken, one line of them from the first to the last. */
export function VoteOrder({ label, votes }: { label: string; votes: readonly OrderedVote[] }) {
  return (
    <ol class="vote-order plain-list" aria-label={label}>
      {votes.map((vote) => (
        <Vote vote={vote} />
      ))}
    </ol>
  );
}

function Vote({ vote }: { vote: OrderedVote }): Markup {
  const { depth = 0, kind, note, standing, state, title } = vote;
  return (
    <li
      class={`vote-order-${state}${depth === 1 ? ' vote-order-below' : ''}`}
      aria-current={state === 'next' ? 'step' : undefined}
    >
      <span class="vote-order-title">
        <b>{title}</b> <small>{kind}</small>
      </span>{' '}
      {standing}
      {note === undefined ? null : <small class="vote-order-note">{note}</small>}
    </li>
  );
}
