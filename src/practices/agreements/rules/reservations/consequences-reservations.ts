/** What follows from a reservation, or from what answers one, before it is recorded. */
import { laterOf, type PlainDateText } from '../../../../kernel/dates.ts';
import type { Consequence } from '../../../../kernel/define-area.ts';
import type { EventKind } from '../../acts/event.ts';
import { citationOf } from '../../provision.ts';
import type { Change } from '../consequences.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { nameOf } from '../findings.ts';
import type { AgreementEvent } from '../history.ts';
import { dossiersOf } from '../status.ts';
import { TERM_EFFECTS } from './reservation-effects.ts';
import { type ReservationLife, formOn } from './reservation-life.ts';
import { reservationsOf } from './reservations.ts';
import { verdictsTowards } from './relations.ts';
import type { Verdict } from './verdicts.ts';

const say = (key: string, values: Consequence['values'] = {}): Consequence => ({
  key: `agreements.effect.${key}`,
  values,
});

const MAKING: ReadonlySet<EventKind> = new Set([
  'reserve',
  'confirm-reservation',
  'modify-reservation',
  'clarify',
]);
const ANSWERING: ReadonlySet<EventKind> = new Set([
  'object',
  'withdraw-objection',
  'accept-reservation',
]);

/** Whether an act is about reservations, of which nobody's standing changes by itself. */
export const isOfReservations = (kind: EventKind): boolean =>
  MAKING.has(kind) || ANSWERING.has(kind) || kind === 'withdraw-reservation';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The reservation that an act makes, or that it is about. */
function lifeOf(event: AgreementEvent, chronicle: Chronicle): ReservationLife | null {
  const { objection, reservation } = event.detail;
  const answered = chronicle.history.events.find(({ act }) => act === objection);
  const about = textOf(reservation ?? answered?.detail['reservation']) || event.act;
  const lives = reservationsOf(chronicle).filter((one) => one.event.act === about);
  return lives.find((one) => !one.inherited) ?? lives[0] ?? null;
}

/** What is reserved, as values of a sentence: none is the agreement in some respect. */
function reservedIn(life: ReservationLife, day: PlainDateText): Consequence['values'] {
  const { provisions } = formOn(life, day);
  return { count: provisions.length, provisions: provisions.map(citationOf).join(', ') };
}

/** Verdicts of one kind, with how many there are and until when they may change. */
function tallied(verdicts: readonly Verdict[]): Consequence[] {
  const alike = Map.groupBy(verdicts, ({ state, deadline }) =>
    JSON.stringify([TERM_EFFECTS[state], deadline]),
  );
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const effect = TERM_EFFECTS[first.state];
    const { deadline } = first;
    const until = deadline === null ? {} : { on: deadline };
    const key = deadline === null ? effect : `${effect}-until`;
    return [say(`reserved.${key}`, { count: all.length, ...until })];
  });
}

/** How a reservation stands towards the others, once this act is done. VCLT Arts. 20, 21. */
function ofMaking(event: AgreementEvent, { after, day }: Change): Consequence[] {
  const life = lifeOf(event, after);
  if (life === null) return [];
  if (life.madeOn === null) return [say('reserved.waits', { name: nameOf(event.actor, after) })];
  const at = [event.on, life.madeOn].reduce(laterOf, day);
  const verdicts = verdictsTowards(life, at, { chronicle: after, dossiers: dossiersOf(after) });
  const all = [...verdicts.values()];
  return all.length === 0 ? [say('reserved.nobody')] : tallied(all);
}

/** What stands between the one that answers and the reserving one, once this act is done. */
function ofAnswer(event: AgreementEvent, { after, day }: Change): Consequence[] {
  const life = lifeOf(event, after);
  if (life === null) return [];
  const at = laterOf(day, event.on);
  const { facts } = after.scene;
  const verdicts = verdictsTowards(life, at, { chronicle: after, dossiers: dossiersOf(after) });
  const own = verdicts.get(facts.personOf(event.actor));
  const names = { one: nameOf(event.actor, after), other: nameOf(life.actor, after) };
  if (own === undefined) return [say('between.waits', names)];
  const { deadline, state } = own;
  const until = deadline === null ? '' : deadline;
  return [say(`between.${TERM_EFFECTS[state]}`, { ...names, ...reservedIn(life, at), until })];
}

function ofWithdrawal(event: AgreementEvent, { after, day }: Change): Consequence[] {
  const life = lifeOf(event, after);
  if (life === null) return [];
  const name = nameOf(event.actor, after);
  const { endedOn } = life;
  if (endedOn !== null) return [say('reserved.withdrawn', { name, on: endedOn })];
  return [say('reserved.narrowed', { name, ...reservedIn(life, laterOf(day, event.on)) })];
}

function ofEvent(event: AgreementEvent, change: Change): Consequence[] {
  if (MAKING.has(event.kind)) return ofMaking(event, change);
  if (ANSWERING.has(event.kind)) return ofAnswer(event, change);
  return event.kind === 'withdraw-reservation' ? ofWithdrawal(event, change) : [];
}

/** The consequences of acts about reservations that are added; none for others. */
export function reservationConsequences(change: Change): Consequence[] {
  const known = new Set(change.before.history.events.map(({ act }) => act));
  return change.touched
    .filter(({ act }) => !known.has(act))
    .flatMap((event) => ofEvent(event, change));
}
