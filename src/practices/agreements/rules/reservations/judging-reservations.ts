/**
 * Whether a reservation, an answer to one, or a declaration may be admitted. One that the text does
 * not allow, or that comes late, is admitted and waits: the depositary does not decide. VCLT 77(2).
 */
import { isDeepStrictEqual } from 'node:util';
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import * as payloads from '../../payloads/reservations.ts';
import { isWithinProvision } from '../../provision.ts';
import type { AgreementEvent } from '../history.ts';
import { type Case, type Check, check } from '../judging/judging-check.ts';
import { DECLARATION_CHECKS } from './judging-declarations.ts';
import { OBJECTION_CHECKS } from './judging-objections.ts';
import { RULES } from '../law.ts';
import { RESERVATION_RULES as LAW } from './reservation-law.ts';
import { isNarrower, saidIn } from './reservation-said.ts';
import {
  type Target,
  eventsAbout,
  isWholeWithdrawal,
  makersTarget,
  namedReservation,
} from './reservation-target.ts';

/** A reservation: of an agreement among several, and not the same twice. VCLT Art. 19. */
function judgeReservation(one: Case<payloads.Reservation>): Refusal | null {
  if (one.adoption.kind === 'bilateral') {
    return refuse(LAW.multilateral, said('This agreement is between two.'), {
      remedy: said('Propose to the other to amend it.'),
    });
  }
  const { on: _on, ...stated } = one.payload;
  const same = one.dossier
    .eventsOf(one.act.header.actor)
    .filter((event) => event.kind === 'reserve' && event.on === one.payload.on)
    .find((event) => sameMatter(stated, saidIn('reserve', event)));
  return same
    ? refuse(RULES.once, said('This reservation is recorded as {$act}.', { act: same.act }))
    : null;
}

/** Whether two say the same of the same provisions, whatever else stands beside it. */
function sameMatter(
  one: Omit<payloads.Reservation, 'on'>,
  other: Omit<payloads.Reservation, 'on'>,
): boolean {
  return (
    one.effect === other.effect &&
    isDeepStrictEqual(one.provisions, other.provisions) &&
    isDeepStrictEqual(one.text, other.text)
  );
}

function judgeConfirmation(one: Case<payloads.ReservationConfirmation>): Refusal | null {
  const target = makersTarget(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  const { moment } = saidIn('reserve', target.event);
  if (moment !== 'signature') {
    return refuse(LAW.atSignature, said('It was made with the {$moment}.', { moment }));
  }
  const same = target.acts.find((event) => event.kind === 'confirm-reservation');
  return same ? refuse(RULES.once, said('It is confirmed by {$act}.', { act: same.act })) : null;
}

/** What the maker's acts up to a day have left of a reservation. */
function scopeOn({ event, acts }: Target, on: string) {
  let { provisions, effect } = saidIn('reserve', event);
  for (const act of acts.filter((one) => one.on <= on)) {
    if (act.kind === 'modify-reservation') {
      ({ provisions, effect } = saidIn('modify-reservation', act));
    } else if (act.kind === 'withdraw-reservation') {
      const some = saidIn('withdraw-reservation', act).provisions ?? [];
      provisions = provisions.filter(
        (one) => !some.some((withdrawn) => isWithinProvision(one, withdrawn)),
      );
    }
  }
  return { provisions, effect };
}

function judgeModification(one: Case<payloads.ReservationModification>): Refusal | null {
  const target = makersTarget(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  return isNarrower(one.payload, scopeOn(target, one.payload.on))
    ? null
    : refuse(LAW.narrower, said('It reaches further than the reservation that it modifies.'), {
        remedy: said(
          'Formulate a late reservation: the others may oppose it within twelve months.',
        ),
      });
}

function judgeReservationWithdrawal(one: Case<payloads.ReservationWithdrawal>): Refusal | null {
  const target = makersTarget(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  const before = target.acts.find(isWholeWithdrawal);
  if (before)
    return refuse(
      LAW.withdrawn,
      said('It was withdrawn on {$on}, by {$act}.', { on: before.on, act: before.act }),
    );
  const { provisions: left } = scopeOn(target, one.payload.on);
  const { provisions: withdrawn = [] } = one.payload;
  const stranger = withdrawn.find(
    (provision) => !left.some((reserved) => isWithinProvision(reserved, provision)),
  );
  return stranger === undefined
    ? null
    : refuse(
        LAW.withdrawn,
        said('{$stranger} is not among what it reserves on that day.', { stranger }),
        {
          remedy: said('Modify the reservation, to narrow it within a provision.'),
        },
      );
}

const isOpen = (request: AgreementEvent, acts: readonly AgreementEvent[]): boolean =>
  request.kind === 'ask-clarification' && !acts.some((event) => event.kind === 'clarify');

/** The desk asks what is meant, once. VCLT Art. 77(1)(d). */
function judgeRequest(one: Case<payloads.ClarificationRequest>): Refusal | null {
  const target = namedReservation(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  const about = eventsAbout(target.event.act, one.dossier);
  const open = about.find((event) => isOpen(event, about));
  return open
    ? refuse(RULES.once, said('It is asked already by {$act}.', { act: open.act }))
    : null;
}

/** Its maker answers, once; it may do so unasked. */
function judgeClarification(one: Case<payloads.Clarification>): Refusal | null {
  const target = makersTarget(one, one.payload.reservation);
  if (isRefusal(target)) return target;
  const same = target.acts.find((event) => event.kind === 'clarify');
  return same
    ? refuse(RULES.once, said('It is clarified by {$act}.', { act: same.act }), {
        remedy: said('Withdraw the reservation, or modify it.'),
      })
    : null;
}

/** By type of act. */
export const RESERVATION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.reserve': check(payloads.Reservation, judgeReservation),
  'agreements.confirm-reservation': check(payloads.ReservationConfirmation, judgeConfirmation),
  'agreements.modify-reservation': check(payloads.ReservationModification, judgeModification),
  'agreements.withdraw-reservation': check(
    payloads.ReservationWithdrawal,
    judgeReservationWithdrawal,
  ),
  'agreements.ask-clarification': check(payloads.ClarificationRequest, judgeRequest),
  'agreements.clarify': check(payloads.Clarification, judgeClarification),
  ...OBJECTION_CHECKS,
  ...DECLARATION_CHECKS,
};
