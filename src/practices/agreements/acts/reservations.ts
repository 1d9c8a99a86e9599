/** Reservations, what others answer, declarations and derogations. VCLT Arts. 19-23. */
import { defineAct } from '../../../kernel/define-area.ts';
import {
  Clarification,
  ClarificationRequest,
  Declaration,
  DeclarationWithdrawal,
  Derogation,
  DerogationEnd,
  Objection,
  ObjectionWithdrawal,
  Reservation,
  ReservationAcceptance,
  ReservationConfirmation,
  ReservationModification,
  ReservationWithdrawal,
} from '../payloads/reservations.ts';
import { detailedRow } from './event.ts';

const NO_ACT = '0'.repeat(64);
const text = [{ language: 'en', text: 'The Government does not consider itself bound by it.' }];
const concerning = { on: '2025-02-01', reservation: NO_ACT };

export const reserve = defineAct({
  type: 'agreements.reserve',
  title: 'Formulate a reservation',
  payload: Reservation,
  example: { on: '2025-01-15', provisions: ['art_22'], effect: 'excludes' as const, text },
  apply: (act) => detailedRow('reserve', act),
});

export const confirmReservation = defineAct({
  type: 'agreements.confirm-reservation',
  title: 'Confirm a reservation made at signature',
  payload: ReservationConfirmation,
  example: concerning,
  apply: (act) => detailedRow('confirm-reservation', act),
});

export const modifyReservation = defineAct({
  type: 'agreements.modify-reservation',
  title: 'Modify a reservation',
  payload: ReservationModification,
  example: { ...concerning, provisions: ['art_22__para_1'], effect: 'modifies' as const, text },
  apply: (act) => detailedRow('modify-reservation', act),
});

export const withdrawReservation = defineAct({
  type: 'agreements.withdraw-reservation',
  title: 'Withdraw a reservation',
  payload: ReservationWithdrawal,
  example: concerning,
  apply: (act) => detailedRow('withdraw-reservation', act),
});

export const acceptReservation = defineAct({
  type: 'agreements.accept-reservation',
  title: 'Accept a reservation',
  payload: ReservationAcceptance,
  example: concerning,
  apply: (act) => detailedRow('accept-reservation', act),
});

export const askClarification = defineAct({
  type: 'agreements.ask-clarification',
  title: 'Ask what is meant by a reservation',
  payload: ClarificationRequest,
  example: { ...concerning, reasons: 'Article 30 allows no reservations.' },
  apply: (act) => detailedRow('ask-clarification', act),
});

export const clarify = defineAct({
  type: 'agreements.clarify',
  title: 'Clarify what was meant by a reservation',
  payload: Clarification,
  example: { ...concerning, meant: 'interpretative-declaration' as const },
  apply: (act) => detailedRow('clarify', act),
});

export const object = defineAct({
  type: 'agreements.object',
  title: 'Object to a reservation',
  payload: Objection,
  example: { ...concerning, text },
  apply: (act) => detailedRow('object', act),
});

export const withdrawObjection = defineAct({
  type: 'agreements.withdraw-objection',
  title: 'Withdraw an objection',
  payload: ObjectionWithdrawal,
  example: { on: '2025-09-01', objection: NO_ACT },
  apply: (act) => detailedRow('withdraw-objection', act),
});

export const declare = defineAct({
  type: 'agreements.declare',
  title: 'Make a declaration',
  payload: Declaration,
  example: { on: '2025-01-15', kind: 'interpretative' as const, text },
  apply: (act) => detailedRow('declare', act),
});

export const withdrawDeclaration = defineAct({
  type: 'agreements.withdraw-declaration',
  title: 'Withdraw a declaration',
  payload: DeclarationWithdrawal,
  example: { on: '2026-01-15', declaration: NO_ACT },
  apply: (act) => detailedRow('withdraw-declaration', act),
});

export const derogate = defineAct({
  type: 'agreements.derogate',
  title: 'Give notice of a derogation',
  payload: Derogation,
  example: { on: '2025-04-01', from: '2025-03-28', provisions: ['art_9'], text },
  apply: (act) => detailedRow('derogate', act),
});

export const endDerogation = defineAct({
  type: 'agreements.end-derogation',
  title: 'End a derogation',
  payload: DerogationEnd,
  example: { on: '2025-10-01', derogation: NO_ACT },
  apply: (act) => detailedRow('end-derogation', act),
});

export const reservationActs = [
  reserve,
  confirmReservation,
  modifyReservation,
  withdrawReservation,
  acceptReservation,
  askClarification,
  clarify,
  object,
  withdrawObjection,
  declare,
  withdrawDeclaration,
  derogate,
  endDerogation,
];
