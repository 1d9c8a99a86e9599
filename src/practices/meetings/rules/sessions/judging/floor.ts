/** What keeps out acts on the floor. */
import { dayOf } from '../../../../../kernel/dates.ts';
import { refuse } from '../../../../../kernel/refusal.ts';
import { said } from '../../../../../kernel/said.ts';
import type { ObserverRight } from '../../../payloads/body.ts';
import type {
  FloorKind,
  GivenFloor,
  RequestedFloor,
  RuledOnPoint,
  WithdrawnRequest,
} from '../../../payloads/session-floor.ts';
import type { Judging } from '../../judging.ts';
import { openPoint, queueOf, repliesOn, speakerIn, waitingOf } from '../floor.ts';
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
  return refuse(RULES.listClosed, said('The list of speakers is closed.'), {
    remedy: said('A right of reply may still be asked for.'),
  });
};

const isKnownItem: Check<{ readonly item?: string | undefined }> = ({ payload, session }) =>
  payload.item === undefined || session.agenda.items.has(payload.item)
    ? null
    : refuse(RULES.item, said('Nobody proposed the item {$item}.', { item: payload.item }));

const waitsOnce: Check<RequestedFloor> = ({ actor, payload, session }) => {
  const waits = [...session.floor.requests.values()].some(
    (one) =>
      one.actor === actor &&
      one.standing === 'waiting' &&
      one.kind === payload.kind &&
      one.item === (payload.item ?? null),
  );
  return waits
    ? refuse(RULES.speakers, said('{$actor} is on this list already.', { actor }))
    : null;
};

const repliesFew: Check<RequestedFloor> = ({ actor, at, payload, session }) => {
  const { item = null, kind } = payload;
  if (kind !== 'right-of-reply') return null;
  return repliesOn(session.floor, { actor, item, day: dayOf(at) }) < REPLIES_MAX
    ? null
    : refuse(
        RULES.replies,
        said('{$actor} asked for {$repliesMax} replies on this item today.', {
          actor,
          repliesMax: REPLIES_MAX,
        }),
      );
};

const speaksForKnown: Check<{ readonly onBehalfOf: readonly string[] }> = (given) => {
  const { act, actor, archive, at, payload } = given;
  const day = act.header.effectiveOn ?? dayOf(at);
  for (const one of payload.onBehalfOf) {
    if (!archive.registry.exists(one, day)) {
      return refuse(
        RULES.onBehalf,
        said('{$one} is no actor of the registry on {$day}.', { one, day }),
      );
    }
    const members = archive.registry.membersOn(one, day);
    if (members.length > 0 && !members.includes(actor)) {
      return refuse(
        RULES.onBehalf,
        said('{$actor} is no member of {$one} on {$day}.', { actor, one, day }),
      );
    }
  }
  return null;
};

const ofOthers: Check<WithdrawnRequest> = (given) => {
  const { of = given.actor } = given.payload;
  return of === given.actor || presides(given) === null
    ? null
    : refuse(RULES.speakers, said('It is the request of {$of}.', { of }));
};

const toWithdraw: Check<WithdrawnRequest> = ({ actor, payload, session }) => {
  const { of = actor } = payload;
  return waitingOf(session.floor, of, payload) === null
    ? refuse(RULES.speakers, said('{$of} does not wait for the floor so.', { of }))
    : null;
};

const isWaiting: Check<GivenFloor> = ({ payload, session }) =>
  waitingOf(session.floor, payload.to, payload) === null
    ? refuse(RULES.speakers, said('{$to} does not wait for the floor so.', { to: payload.to }))
    : null;

const pointComesFirst: Check<GivenFloor> = ({ payload, session }) => {
  const point = openPoint(session.floor);
  const called = waitingOf(session.floor, payload.to, payload);
  return point === null || point.act === called?.act
    ? null
    : refuse(
        RULES.pointOfOrder,
        said('{$actor} raised a point of order.', { actor: point.actor }),
        {
          remedy: said('Give it the floor and rule on its point.'),
        },
      );
};

const isInTurn: Check<GivenFloor> = ({ payload, session }) => {
  const [next] = queueOf(session.floor, session.agenda.current);
  const called = waitingOf(session.floor, payload.to, payload);
  return payload.reason !== undefined || next === undefined || next.act === called?.act
    ? null
    : refuse(RULES.speakers, said('{$actor} is next on the list.', { actor: next.actor }), {
        remedy: said('Say why another is called before.'),
      });
};

const somebodySpeaks: Check = ({ session }) =>
  speakerIn(session.floor) === null ? refuse(RULES.speakers, said('Nobody has the floor.')) : null;

const isOpenPoint: Check<RuledOnPoint> = ({ payload, session }) =>
  openPoint(session.floor)?.actor === payload.raisedBy
    ? null
    : refuse(
        RULES.pointOfOrder,
        said('{$raisedBy} raised no point that waits for a ruling.', {
          raisedBy: payload.raisedBy,
        }),
      );

const isNotClosed: Check<{ readonly item?: string | undefined }> = ({ payload, session }) =>
  session.floor.closed.has(payload.item ?? '')
    ? refuse(RULES.listClosed, said('The list of speakers is closed already.'))
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
  'meetings.withdraw-request': inSession('withdraw-request', ofOthers, toWithdraw),
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
