/**
 * A silence procedure: a decision that stands when its deadline has passed and nobody objected, or
 * too few did. Pure over what the custodian received, in the order in which it was admitted.
 */
import type { InstantText } from '../../../../kernel/dates.ts';
import { laterInstant } from './hours.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { decide } from './decide.ts';
import type { Outcome, Poll } from './poll.ts';
import { rollOf } from './roll.ts';

interface Received {
  /** When the custodian received it. */
  readonly at: InstantText;
  readonly act: string;
}
export type SilenceEvent = Received &
  (
    | { readonly kind: 'open' | 'extend' | 'resume'; readonly deadlineAt: InstantText }
    | { readonly kind: 'object'; readonly actor: string; readonly reason?: string }
    | { readonly kind: 'withdraw-objection'; readonly actor: string }
    | { readonly kind: 'close' | 'withdraw' }
  );

/** Who is asked to keep silence, under which rule. */
export type SilencePoll = Omit<Poll, 'votes' | 'acts' | 'ballots'>;

export interface Objection extends Received {
  readonly actor: string;
  readonly reason?: string;
}

export interface SilenceState {
  readonly openedAt: InstantText;
  /** When the procedure, or what it was resumed as, began: the least hours run from here. */
  readonly roundOpenedAt: InstantText;
  readonly round: number;
  readonly deadlineAt: InstantText;
  readonly status: 'running' | 'broken' | 'closed' | 'withdrawn';
  /** When it was broken, closed early or withdrawn; null: it runs to its deadline. */
  readonly endedAt: InstantText | null;
  /** Those of this round that were not withdrawn. */
  readonly objections: readonly Objection[];
  /** Received after it had ended: on record, without effect. */
  readonly late: readonly Objection[];
  readonly extensions: readonly (Received & { readonly deadlineAt: InstantText })[];
  /** Objections of the rounds before it was resumed. */
  readonly earlier: readonly Objection[];
}

/** The poll as it stands by these objections, each a no. */
function pollBy(poll: SilencePoll, objections: readonly Objection[]): Poll {
  return {
    ...poll,
    votes: new Map(objections.map(({ actor }) => [actor, 'no' as const])),
    acts: new Map(objections.map(({ actor, act }) => [actor, act])),
  };
}

/** Whether these objections break it. What cannot be weighed is told at the end. */
function isBrokenBy(poll: SilencePoll, objections: readonly Objection[]): boolean {
  const outcome = decide(pollBy(poll, objections));
  return !isRefusal(outcome) && outcome.outcome === 'blocked';
}

/** At the very instant of the deadline it still runs. */
const runsAt = (state: SilenceState, at: InstantText): boolean =>
  state.status === 'running' && at <= state.deadlineAt;

function opened(event: Received & { deadlineAt: InstantText }): SilenceState {
  return {
    openedAt: event.at,
    roundOpenedAt: event.at,
    round: 1,
    deadlineAt: event.deadlineAt,
    status: 'running',
    endedAt: null,
    objections: [],
    late: [],
    extensions: [],
    earlier: [],
  };
}

function withObjection(state: SilenceState, poll: SilencePoll, one: Objection): SilenceState {
  const isInTime =
    one.at <= state.deadlineAt && (state.status === 'running' || state.status === 'broken');
  if (!isInTime) return { ...state, late: [...state.late, one] };
  const others = state.objections.filter(({ actor }) => actor !== one.actor);
  const objections = [...others, one];
  if (state.status === 'broken') return { ...state, objections };
  return isBrokenBy(poll, objections)
    ? { ...state, objections, status: 'broken', endedAt: one.at }
    : { ...state, objections };
}

/** The state after one more event; what came too late to matter leaves it as it was. */
export function afterEvent(
  state: SilenceState,
  event: SilenceEvent,
  poll: SilencePoll,
): SilenceState {
  if (event.kind === 'object') return withObjection(state, poll, event);
  if (event.kind === 'resume') {
    if (state.status !== 'broken') return state;
    const { openedAt, round, earlier, objections, late, extensions } = state;
    return {
      ...opened(event),
      openedAt,
      round: round + 1,
      earlier: [...earlier, ...objections],
      late,
      extensions,
    };
  }
  if (!runsAt(state, event.at)) return state;
  switch (event.kind) {
    case 'extend': {
      const { at, act, deadlineAt } = event;
      if (deadlineAt <= state.deadlineAt) return state;
      return { ...state, deadlineAt, extensions: [...state.extensions, { at, act, deadlineAt }] };
    }
    case 'withdraw-objection': {
      const objections = state.objections.filter(({ actor }) => actor !== event.actor);
      return { ...state, objections };
    }
    case 'close':
      return { ...state, status: 'closed', endedAt: event.at };
    case 'withdraw':
      return { ...state, status: 'withdrawn', endedAt: event.at };
    default:
      return state;
  }
}

/**
 * The state that events make; null where none opens it. Time does not run backwards: what was
 * admitted after something was not received before it, whatever a clock that was set back says.
 */
export function foldSilence(
  events: readonly SilenceEvent[],
  poll: SilencePoll,
): SilenceState | null {
  let state: SilenceState | null = null;
  let now: InstantText = '';
  for (const event of events) {
    now = laterInstant(now, event.at);
    const given = { ...event, at: now };
    if (state === null) state = given.kind === 'open' ? opened(given) : null;
    else state = afterEvent(state, given, poll);
  }
  return state;
}

/** What a silence procedure came to, and what its certificate states. */
export interface SilenceResult {
  readonly status: 'running' | 'broken' | 'adopted' | 'withdrawn';
  readonly state: SilenceState;
  /** When it ended: by an objection, early, or at its deadline; null while it runs. */
  readonly endedAt: InstantText | null;
  /** Null while it runs, and where it was withdrawn. */
  readonly outcome: Outcome | null;
  /** Members that were asked, and those of them that kept silent. */
  readonly asked: readonly string[];
  readonly silent: readonly string[];
}

function statusAt(state: SilenceState, at: InstantText): SilenceResult['status'] {
  if (state.status === 'broken' || state.status === 'withdrawn') return state.status;
  return runsAt(state, at) ? 'running' : 'adopted';
}

/** The result at an instant: adopted only once the deadline itself has passed. */
export function silenceAt(
  events: readonly SilenceEvent[],
  poll: SilencePoll,
  at: InstantText,
): SilenceResult | Refusal | null {
  const state = foldSilence(
    events.filter((event) => event.at <= at),
    poll,
  );
  if (state === null) return null;
  const status = statusAt(state, at);
  const hasEnded = status === 'adopted' || status === 'broken';
  const outcome = hasEnded ? decide(pollBy(poll, state.objections)) : null;
  if (isRefusal(outcome)) return outcome;
  const asked = rollOf(pollBy(poll, [])).eligible.map(({ actor }) => actor);
  const spoke = new Set(state.objections.map(({ actor }) => actor));
  return {
    status,
    state,
    endedAt: status === 'running' ? null : (state.endedAt ?? state.deadlineAt),
    outcome,
    asked,
    silent: asked.filter((actor) => !spoke.has(actor)),
  };
}
