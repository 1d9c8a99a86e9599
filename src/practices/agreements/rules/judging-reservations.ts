/** Whether a reservation, an answer to one, or a declaration may be admitted. */
import { check, type Check } from './judging-check.ts';
import * as payloads from '../payloads/reservations.ts';

/** By type of act. */
export const RESERVATION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.reserve': check(payloads.Reservation, () => null),
  'agreements.confirm-reservation': check(payloads.ReservationConfirmation, () => null),
  'agreements.modify-reservation': check(payloads.ReservationModification, () => null),
  'agreements.withdraw-reservation': check(payloads.ReservationWithdrawal, () => null),
  'agreements.accept-reservation': check(payloads.ReservationAcceptance, () => null),
  'agreements.ask-clarification': check(payloads.ClarificationRequest, () => null),
  'agreements.clarify': check(payloads.Clarification, () => null),
  'agreements.object': check(payloads.Objection, () => null),
  'agreements.withdraw-objection': check(payloads.ObjectionWithdrawal, () => null),
  'agreements.declare': check(payloads.Declaration, () => null),
  'agreements.withdraw-declaration': check(payloads.DeclarationWithdrawal, () => null),
  'agreements.derogate': check(payloads.Derogation, () => null),
  'agreements.end-derogation': check(payloads.DerogationEnd, () => null),
};
