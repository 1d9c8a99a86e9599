/** The act that another one names: of this register, standing, and by whom it may be changed. */
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Rule } from '../../../../kernel/law.ts';
import type { Dossier } from '../dossier.ts';
import type { Facts } from '../facts.ts';
import type { AgreementEvent } from '../history.ts';
import type { Case } from '../judging/judging-check.ts';
import { RESERVATION_RULES as LAW } from './reservation-law.ts';
import { saidIn, targetOf } from './reservation-said.ts';

/** A reservation that is named, with the acts of its maker on it. */
export interface Target {
  readonly event: AgreementEvent;
  readonly acts: readonly AgreementEvent[];
}

type Dated = { readonly on: string };

/** Events that name an act, in order of date. */
export function eventsAbout(act: string, dossier: Dossier): AgreementEvent[] {
  return [...dossier.events()]
    .filter((event) => targetOf(event) === act)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The event of a kind that is named and no later than what names it, or why it cannot be. */
export function namedEvent(
  one: Case<Dated>,
  act: string,
  kind: AgreementEvent['kind'],
  law: Rule,
): AgreementEvent | Refusal {
  const event = one.dossier.event(act);
  if (event?.kind !== kind) {
    const reason = one.dossier.wasEvent(act)
      ? said('{$act} is struck out, or is another kind of act.', { act })
      : said('{$act} is no act of this register.', { act });
    return refuse(law, reason, { remedy: said('Look it up in the record of this agreement.') });
  }
  return event.on <= one.payload.on
    ? event
    : refuse(
        LAW.order,
        said('{$act} is of {$on}, after {$payloadOn}.', {
          act,
          on: event.on,
          payloadOn: one.payload.on,
        }),
      );
}

const LINE_MAX = 8;

/** Whether an actor is the maker, or came in the place of the maker. VCST Art. 20(1). */
export function isMakerOrHeir(actor: string, maker: string, facts: Facts, depth = 0): boolean {
  if (facts.personOf(actor) === facts.personOf(maker)) return true;
  if (depth >= LINE_MAX) return false;
  return facts
    .predecessorsOf(actor)
    .some((one) => isMakerOrHeir(one.actor, maker, facts, depth + 1));
}

/** Whether an event withdraws all that a reservation reserves. */
export function isWholeWithdrawal(event: AgreementEvent): boolean {
  const { kind } = event;
  return kind === 'withdraw-reservation' && saidIn(kind, event).provisions === undefined;
}

/** Whether a reservation was withdrawn as a whole by an act of before a day. */
function endedBefore(acts: readonly AgreementEvent[], on: string): AgreementEvent | undefined {
  return acts.find((event) => isWholeWithdrawal(event) && event.on < on);
}

/**
 * The reservation that an act names. An act of the very day of its withdrawal is taken, so that it
 * does not matter which of two actors' acts of a day was admitted first.
 */
export function namedReservation(one: Case<Dated>, act: string): Target | Refusal {
  const event = namedEvent(one, act, 'reserve', LAW.reservation);
  if (isRefusal(event)) return event;
  const { facts } = one.dossier;
  const acts = eventsAbout(act, one.dossier);
  const makers = acts.filter(
    (other) => facts.personOf(other.actor) === facts.personOf(event.actor),
  );
  const ended = endedBefore(makers, one.payload.on);
  return ended
    ? refuse(
        LAW.withdrawn,
        said('It was withdrawn on {$on}, by {$act}.', { on: ended.on, act: ended.act }),
      )
    : { event, acts: makers };
}

/** The reservation that an act of its maker names, or of the successor that keeps it. */
export function makersTarget(one: Case<Dated>, act: string): Target | Refusal {
  const event = namedEvent(one, act, 'reserve', LAW.reservation);
  if (isRefusal(event)) return event;
  const { actor } = one.act.header;
  const { facts } = one.dossier;
  if (!isMakerOrHeir(actor, event.actor, facts)) {
    return refuse(
      LAW.maker,
      said('It was made by {$maker}, not by {$actor}.', { maker: event.actor, actor }),
    );
  }
  const acts = eventsAbout(act, one.dossier).filter(
    (other) => facts.personOf(other.actor) === facts.personOf(actor),
  );
  const ended = endedBefore(acts, one.payload.on);
  return ended
    ? refuse(
        LAW.withdrawn,
        said('It was withdrawn on {$on}, by {$act}.', { on: ended.on, act: ended.act }),
        {
          remedy: said('Strike out that act, if it is wrong.'),
        },
      )
    : { event, acts };
}
