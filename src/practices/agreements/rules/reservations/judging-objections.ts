/** Whether an acceptance of a reservation, an objection or its withdrawal may be admitted. */
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import * as payloads from '../../payloads/reservations.ts';
import type { AgreementEvent } from '../history.ts';
import { type Case, type Check, check } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { RESERVATION_RULES as LAW } from './reservation-law.ts';
import { saidIn } from './reservation-said.ts';
import { eventsAbout, namedEvent, namedReservation } from './reservation-target.ts';

type Answer = payloads.ReservationAcceptance;

/** What an actor answered to a reservation so far, where the reservation is another's. */
function answersSoFar(one: Case<Answer>): readonly AgreementEvent[] | Refusal {
  const target = namedReservation(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  const { facts } = one.dossier;
  const person = facts.personOf(one.act.header.actor);
  if (facts.personOf(target.event.actor) === person) {
    return refuse(
      LAW.notOwn,
      said('{$actor} made this reservation itself.', { actor: one.act.header.actor }),
      {
        remedy: said('Withdraw it instead.'),
      },
    );
  }
  const about = eventsAbout(target.event.act, one.dossier);
  return about.filter((event) => facts.personOf(event.actor) === person);
}

/** VCLT Art. 20(4)(a). One that objected before thereby gives up its objection. */
function judgeAcceptance(one: Case<payloads.ReservationAcceptance>): Refusal | null {
  const answers = answersSoFar(one);
  if (isRefusal(answers)) return answers;
  const same = answers.find((event) => event.kind === 'accept-reservation');
  return same ? refuse(RULES.once, said('It is accepted by {$act}.', { act: same.act })) : null;
}

/** An objection beside an earlier one: the same again, or one that reaches further. */
function againstEarlier(definite: boolean, earlier: AgreementEvent): Refusal | null {
  const before = saidIn('object', earlier).definite;
  if (before === definite)
    return refuse(RULES.once, said('This objection is recorded as {$act}.', { act: earlier.act }));
  return definite
    ? refuse(
        LAW.objectionNarrowed,
        said('{$act} objects without that intention.', { act: earlier.act }),
      )
    : null;
}

/**
 * An objection: by another, to what stands, once. By one that has not consented it is admitted and
 * has no effect until it consents; so has one that comes late. VCLT Arts. 20(5), 23(1); ILC Guide
 * 2.6.3, 2.6.13.
 */
function judgeObjection(one: Case<payloads.Objection>): Refusal | null {
  const answers = answersSoFar(one);
  if (isRefusal(answers)) return answers;
  const { on, definite } = one.payload;
  const accepted = answers.find((event) => event.kind === 'accept-reservation' && event.on <= on);
  if (accepted)
    return refuse(LAW.final, said('It accepted the reservation on {$on}.', { on: accepted.on }));
  for (const earlier of answers.filter((event) => event.kind === 'object')) {
    const given = eventsAbout(earlier.act, one.dossier);
    const withdrawal = given.find((event) => event.kind === 'withdraw-objection');
    if (withdrawal) {
      const isAnew = boundAnew(one, earlier, withdrawal);
      if (!isAnew)
        return refuse(
          LAW.final,
          said('It withdrew its objection on {$on}.', { on: withdrawal.on }),
        );
      continue;
    }
    const refusal = boundAnew(one, earlier, null) ? null : againstEarlier(definite, earlier);
    if (refusal) return refusal;
  }
  return null;
}

/** Whether the actor's earlier consent ended after it objected, so that it begins afresh. */
function boundAnew(
  one: Case<payloads.Objection>,
  earlier: AgreementEvent,
  withdrawal: AgreementEvent | null,
): boolean {
  const from = withdrawal?.on ?? earlier.on;
  return one.dossier
    .consentsOf(one.act.header.actor)
    .some(({ until }) => until !== null && until >= from && until <= one.payload.on);
}

/** VCLT Art. 22(2): at any time, by its maker, once. */
function judgeObjectionWithdrawal(one: Case<payloads.ObjectionWithdrawal>): Refusal | null {
  const event = namedEvent(one, one.payload.objection, 'object', LAW.objection);
  if (isRefusal(event)) return event;
  const { facts } = one.dossier;
  const { actor } = one.act.header;
  if (facts.personOf(event.actor) !== facts.personOf(actor)) {
    return refuse(
      LAW.maker,
      said('It was made by {$maker}, not by {$actor}.', { maker: event.actor, actor }),
    );
  }
  const [same] = eventsAbout(event.act, one.dossier);
  return same ? refuse(RULES.once, said('It is withdrawn by {$act}.', { act: same.act })) : null;
}

/** By type of act. */
export const OBJECTION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.accept-reservation': check(payloads.ReservationAcceptance, judgeAcceptance),
  'agreements.object': check(payloads.Objection, judgeObjection),
  'agreements.withdraw-objection': check(payloads.ObjectionWithdrawal, judgeObjectionWithdrawal),
};
