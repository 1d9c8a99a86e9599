/** The floor: who asked for it, who has it, for how long, and what was said. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type {
  DeliveredStatement,
  FloorKind,
  RequestedFloor,
  RuledOnPoint,
  TimeLimit,
} from '../../payloads/session-floor.ts';
import type { Fact } from '../facts.ts';
import { does } from './said.ts';

export const REQUEST_STANDINGS = ['waiting', 'speaking', 'spoken', 'withdrawn'] as const;

export interface FloorRequest {
  readonly act: string;
  readonly fact: Fact<RequestedFloor>;
  readonly actor: string;
  readonly kind: FloorKind;
  readonly item: string | null;
  readonly standing: (typeof REQUEST_STANDINGS)[number];
  readonly givenAt: InstantText | null;
  readonly endedAt: InstantText | null;
  /** The limit that held when the floor was given; null: none. */
  readonly limitSeconds: number | null;
  /** Why it was called out of turn. */
  readonly outOfTurn: string | null;
  readonly ruling: Fact<RuledOnPoint> | null;
}

export interface FloorState {
  readonly requests: ReadonlyMap<string, FloorRequest>;
  /** Items whose list is closed; the empty name is that of the session's own list. */
  readonly closed: ReadonlyMap<string, string>;
  readonly limits: readonly Fact<TimeLimit>[];
  readonly statements: readonly Fact<DeliveredStatement>[];
}

interface Growing {
  readonly requests: Map<string, FloorRequest>;
  readonly closed: Map<string, string>;
  readonly limits: Fact<TimeLimit>[];
  readonly statements: Fact<DeliveredStatement>[];
}

/** Who has the floor; null: nobody. */
export function speakerIn({ requests }: Pick<FloorState, 'requests'>): FloorRequest | null {
  return [...requests.values()].find(({ standing }) => standing === 'speaking') ?? null;
}

const isFor = (
  { kind, item, forGroups }: TimeLimit,
  request: Pick<FloorRequest, 'kind' | 'item' | 'fact'>,
): boolean =>
  (kind === undefined || kind === request.kind) &&
  (item === undefined || item === request.item) &&
  (!forGroups || request.fact.payload.onBehalfOf.length > 0);

/** How much a limit says of what it is for; the one that says most counts, of equals the last. */
const precision = ({ kind, item, forGroups }: TimeLimit): number =>
  Number(kind !== undefined) + Number(item !== undefined) + Number(forGroups);

/** The limit that holds for a speech, in seconds; null where none was set. */
export function limitFor(
  limits: readonly Fact<TimeLimit>[],
  request: Pick<FloorRequest, 'kind' | 'item' | 'fact'>,
): number | null {
  const fitting = limits.map(({ payload }) => payload).filter((one) => isFor(one, request));
  const most = Math.max(...fitting.map(precision));
  return fitting.findLast((one) => precision(one) === most)?.seconds ?? null;
}

function change(state: Growing, act: string, changes: Partial<FloorRequest>): void {
  const known = state.requests.get(act);
  if (known !== undefined) state.requests.set(act, { ...known, ...changes });
}

function endSpeech(state: Growing, at: InstantText): void {
  const speaker = speakerIn(state);
  if (speaker !== null) change(state, speaker.act, { standing: 'spoken', endedAt: at });
}

function ask(state: Growing, fact: Fact<RequestedFloor>): void {
  const { act, actor, payload } = fact;
  state.requests.set(act, {
    act,
    fact,
    actor,
    kind: payload.kind,
    item: payload.item ?? null,
    standing: 'waiting',
    givenAt: null,
    endedAt: null,
    limitSeconds: null,
    outOfTurn: null,
    ruling: null,
  });
}

function give(state: Growing, act: string, at: InstantText, reason: string | null): void {
  endSpeech(state, at);
  const request = state.requests.get(act);
  if (request === undefined) return;
  const limitSeconds = limitFor(state.limits, request);
  change(state, act, { standing: 'speaking', givenAt: at, limitSeconds, outOfTurn: reason });
}

function take(state: Growing, fact: Fact): void {
  const { act, recordedAt: at } = fact;
  if (does(fact, 'request-floor')) ask(state, fact);
  else if (does(fact, 'give-floor')) {
    give(state, fact.payload.request, at, fact.payload.reason ?? null);
  } else if (does(fact, 'end-speech') || does(fact, 'close-sitting')) endSpeech(state, at);
  else if (does(fact, 'close-list')) state.closed.set(fact.payload.item ?? '', act);
  else takeRest(state, fact);
}

function takeRest(state: Growing, fact: Fact): void {
  if (does(fact, 'set-time-limit')) state.limits.push(fact);
  else if (does(fact, 'deliver-statement')) state.statements.push(fact);
  else if (does(fact, 'rule-on-point')) change(state, fact.payload.request, { ruling: fact });
  else if (does(fact, 'withdraw-request')) {
    change(state, fact.payload.request, { standing: 'withdrawn' });
  }
}

/** Folds the acts of a session. Whoever is given the floor ends the speech before. */
export function foldFloor(facts: readonly Fact[]): FloorState {
  const state: Growing = { requests: new Map(), closed: new Map(), limits: [], statements: [] };
  for (const fact of facts) take(state, fact);
  return state;
}

/** Points of order go before all else, replies come after the list (UNGA rules 71 and 73). */
const PRECEDENCE: readonly FloorKind[] = ['point-of-order', 'statement', 'right-of-reply'];

/** Who waits for the floor, in the order in which they are called (UNGA rule 68). */
export function queueOf(
  { requests }: Pick<FloorState, 'requests'>,
  item: string | null,
): readonly FloorRequest[] {
  return [...requests.values()]
    .filter(({ standing }) => standing === 'waiting')
    .toSorted(
      (one, other) =>
        Number(one.item !== item && one.item !== null) -
          Number(other.item !== item && other.item !== null) ||
        PRECEDENCE.indexOf(one.kind) - PRECEDENCE.indexOf(other.kind),
    );
}

/** A point of order that was raised and not ruled on; null: there is none. */
export function openPoint({ requests }: Pick<FloorState, 'requests'>): FloorRequest | null {
  const points = [...requests.values()].filter(({ kind }) => kind === 'point-of-order');
  return points.find(({ ruling, standing }) => ruling === null && standing !== 'withdrawn') ?? null;
}

const SECOND_MILLISECONDS = 1000;

/** Seconds that a speech took, or has taken by an instant, and by how many it is over its limit. */
export function secondsOf(
  { givenAt, endedAt, limitSeconds }: FloorRequest,
  now: InstantText,
): { readonly used: number; readonly over: number } {
  if (givenAt === null) return { used: 0, over: 0 };
  const until = endedAt ?? now;
  const used = Math.floor((Date.parse(until) - Date.parse(givenAt)) / SECOND_MILLISECONDS);
  const whole = Math.max(0, used);
  return { used: whole, over: limitSeconds === null ? 0 : Math.max(0, whole - limitSeconds) };
}

/** Replies that an actor made on an item on a day: two are allowed (decision 34/401). */
export function repliesOn(
  { requests }: Pick<FloorState, 'requests'>,
  given: { readonly actor: string; readonly item: string | null; readonly day: string },
): number {
  return [...requests.values()].filter(
    ({ actor, item, kind, standing, fact }) =>
      kind === 'right-of-reply' &&
      standing !== 'withdrawn' &&
      actor === given.actor &&
      item === given.item &&
      dayOf(fact.recordedAt) === given.day,
  ).length;
}
