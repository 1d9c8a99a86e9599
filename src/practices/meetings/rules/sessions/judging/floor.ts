/** What keeps out acts on the floor. */
import { dayOf } from '../../../../../kernel/dates.ts';
import { refuse } from '../../../../../kernel/refusal.ts';
import type {
  FloorKind,
  GivenFloor,
  RequestedFloor,
  RuledOnPoint,
} from '../../../payloads/session-floor.ts';
import type { Judging } from '../../judging.ts';
import type { ObserverRight } from '../body-view.ts';
import { openPoint, queueOf, repliesOn, speakerIn } from '../floor.ts';
import { RULES } from '../law.ts';
import { type Check, inSession, presides, takesPart, whileSitting } from './checks.ts';

/** UNGA decision 34/401, para. 8. */
export const REPLIES_MAX = 2;

const RIGHT_TO: Readonly<Record<FloorKind, ObserverRight>> = {
  statement: 'speak',
  'right-of-reply': 'reply',
  'point-of-order': 'point-of-order',
};
const maySpeakSo: Check<RequestedFloor> = (given) => takesPart(RIGHT_TO[given.payload.kind])(given);

const listIsOpen: Check<RequestedFloor> = ({ payload, session }) => {
  const { item = '', kind } = payload;
  if (kind !== 'statement' || !session.floor.closed.has(item)) return null;
  return refuse(RULES.listClosed, 'The list of speakers is closed.', {
    remedy: 'A right of reply may still be asked for.',
  });
};

const isKnownItem: Check<{ readonly item?: string | undefined }> = ({ payload, session }) =>
  payload.item === undefined || session.agenda.items.has(payload.item)
    ? null
    : refuse(RULES.item, `Nobody proposed the item ${payload.item}.`);

const waitsOnce: Check<RequestedFloor> = ({ actor, payload, session }) => {
  const waits = [...session.floor.requests.values()].some(
    (one) =>
      one.actor === actor &&
      one.standing === 'waiting' &&
      one.kind === payload.kind &&
      one.item === (payload.item ?? null),
  );
  return waits ? refuse(RULES.speakers, `${actor} is on this list already.`) : null;
};

const repliesFew: Check<RequestedFloor> = ({ actor, at, payload, session }) => {
  const { item = null, kind } = payload;
  if (kind !== 'right-of-reply') return null;
  return repliesOn(session.floor, { actor, item, day: dayOf(at) }) < REPLIES_MAX
    ? null
    : refuse(RULES.replies, `${actor} asked for ${REPLIES_MAX} replies on this item today.`);
};

const speaksForKnown: Check<{ readonly onBehalfOf: readonly string[] }> = (given) => {
  const { act, actor, archive, at, payload } = given;
  const day = act.header.effectiveOn ?? dayOf(at);
  for (const one of payload.onBehalfOf) {
    if (!archive.registry.exists(one, day)) {
      return refuse(RULES.onBehalf, `${one} is no actor of the registry on ${day}.`);
    }
    const members = archive.registry.membersOn(one, day);
    if (members.length > 0 && !members.includes(actor)) {
      return refuse(RULES.onBehalf, `${actor} is no member of ${one} on ${day}.`);
    }
  }
  return null;
};

type OnRequest = Check<{ readonly request: string }>;

const isWaiting: OnRequest = ({ payload, session }) => {
  const request = session.floor.requests.get(payload.request);
  if (request === undefined) return refuse(RULES.speakers, 'There is no such request.');
  return request.standing === 'waiting'
    ? null
    : refuse(RULES.speakers, `The request of ${request.actor} is ${request.standing}.`);
};

const isOwn: OnRequest = (given) => {
  const { actor, payload, session } = given;
  const owner = session.floor.requests.get(payload.request)?.actor;
  return owner === actor || presides(given) === null
    ? null
    : refuse(RULES.speakers, `It is the request of ${owner ?? 'another'}.`);
};

const pointComesFirst: Check<GivenFloor> = ({ payload, session }) => {
  const point = openPoint(session.floor);
  return point === null || point.act === payload.request
    ? null
    : refuse(RULES.pointOfOrder, `${point.actor} raised a point of order.`, {
        remedy: 'Give it the floor and rule on its point.',
      });
};

const isInTurn: Check<GivenFloor> = ({ payload, session }) => {
  const [next] = queueOf(session.floor, session.agenda.current);
  return payload.reason !== undefined || next === undefined || next.act === payload.request
    ? null
    : refuse(RULES.speakers, `${next.actor} is next on the list.`, {
        remedy: 'Say why another is called before.',
      });
};

const somebodySpeaks: Check = ({ session }) =>
  speakerIn(session.floor) === null ? refuse(RULES.speakers, 'Nobody has the floor.') : null;

const isOpenPoint: Check<RuledOnPoint> = ({ payload, session }) => {
  const request = session.floor.requests.get(payload.request);
  const isOpen =
    request?.kind === 'point-of-order' &&
    request.ruling === null &&
    request.standing !== 'withdrawn';
  return isOpen
    ? null
    : refuse(RULES.pointOfOrder, 'There is no such point of order, or it was ruled on.');
};

const isNotClosed: Check<{ readonly item?: string | undefined }> = ({ payload, session }) =>
  session.floor.closed.has(payload.item ?? '')
    ? refuse(RULES.listClosed, 'The list of speakers is closed already.')
    : null;

export const FLOOR_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.request-floor': inSession(
    'request-floor',
    maySpeakSo,
    isKnownItem,
    listIsOpen,
    waitsOnce,
    repliesFew,
    speaksForKnown,
  ),
  'meetings.withdraw-request': inSession('withdraw-request', isWaiting, isOwn),
  'meetings.give-floor': inSession(
    'give-floor',
    presides,
    whileSitting,
    isWaiting,
    pointComesFirst,
    isInTurn,
  ),
  'meetings.end-speech': inSession('end-speech', presides, somebodySpeaks),
  'meetings.close-list': inSession('close-list', presides, isKnownItem, isNotClosed),
  'meetings.set-time-limit': inSession('set-time-limit', presides, isKnownItem),
  'meetings.rule-on-point': inSession('rule-on-point', presides, isOpenPoint),
  'meetings.deliver-statement': inSession(
    'deliver-statement',
    takesPart('speak'),
    isKnownItem,
    speaksForKnown,
  ),
};
