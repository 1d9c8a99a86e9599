/** The floor: who asked for it, who has it, for how long, and what was said. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { SpeakingLimit } from '../../payloads/body.ts';
import type {
  DeliveredStatement,
  FloorKind,
  GivenFloor,
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
  /** The session's own limit when the floor was given; null: none was set. */
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

function give(state: Growing, { payload, recordedAt: at }: Fact<GivenFloor>): void {
  const request = waitingOf(state, payload.to, payload);
  endSpeech(state, at);
  if (request === null) return;
  change(state, request.act, {
    standing: 'speaking',
    givenAt: at,
    limitSeconds: limitFor(state.limits, request),
    outOfTurn: payload.reason ?? null,
  });
}

function take(state: Growing, fact: Fact): void {
  const { act, recordedAt: at } = fact;
  if (does(fact, 'request-floor')) ask(state, fact);
  else if (does(fact, 'give-floor')) give(state, fact);
  else if (does(fact, 'end-speech') || does(fact, 'close-sitting')) endSpeech(state, at);
  else if (does(fact, 'close-list')) state.closed.set(fact.payload.item ?? '', act);
  else takeRest(state, fact);
}

function takeRest(state: Growing, fact: Fact): void {
  if (does(fact, 'set-time-limit')) state.limits.push(fact);
  else if (does(fact, 'deliver-statement')) state.statements.push(fact);
  else if (does(fact, 'rule-on-point')) {
    const point = openPoint(state);
    if (point !== null) change(state, point.act, { ruling: fact });
  } else if (does(fact, 'withdraw-request')) {
    const request = waitingOf(state, fact.payload.of ?? fact.actor, fact.payload);
    if (request !== null) change(state, request.act, { standing: 'withdrawn' });
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

/** Of the requests of an actor that wait, the one that is called first; null: none is so. */
export function waitingOf(
  floor: Pick<FloorState, 'requests'>,
  actor: string,
  { kind, item }: { readonly kind?: FloorKind | undefined; readonly item?: string | undefined },
): FloorRequest | null {
  const found = queueOf(floor, item ?? null).find(
    (one) =>
      one.actor === actor &&
      (kind === undefined || one.kind === kind) &&
      (item === undefined || one.item === item),
  );
  return found ?? null;
}

/** A point of order that was raised and not ruled on; null: there is none. */
export function openPoint({ requests }: Pick<FloorState, 'requests'>): FloorRequest | null {
  const points = [...requests.values()].filter(({ kind }) => kind === 'point-of-order');
  return points.find(({ ruling, standing }) => ruling === null && standing !== 'withdrawn') ?? null;
}

const SECOND_MILLISECONDS = 1000;
const MINUTE_SECONDS = 60;

/** How the rules of a body call a kind of speech. */
function interventionOf({ kind, fact }: FloorRequest, isObserver: boolean): string {
  if (kind !== 'statement') return kind;
  if (isObserver) return 'observer-statement';
  return fact.payload.onBehalfOf.length > 0 ? 'group-statement' : 'statement';
}

/**
 * The limit of a speech in seconds: that of the session when the floor was given, else that of the
 * body's rules; null: none. `isLater`: the actor spoke so on the item before.
 */
export function limitOf(
  request: FloorRequest,
  rules: readonly SpeakingLimit[],
  { isLater, isObserver }: { readonly isLater: boolean; readonly isObserver: boolean },
): number | null {
  if (request.limitSeconds !== null) return request.limitSeconds;
  const named = interventionOf(request, isObserver);
  const found = rules.find(({ kind }) => kind === named);
  if (found === undefined) return null;
  const { laterMinutesMax, minutesMax } = found;
  return MINUTE_SECONDS * (isLater ? (laterMinutesMax ?? minutesMax) : minutesMax);
}

/** Seconds that a speech took, or has taken by an instant, and by how many it is over a limit. */
export function secondsOf(
  { givenAt, endedAt }: Pick<FloorRequest, 'givenAt' | 'endedAt'>,
  limitSeconds: number | null,
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
