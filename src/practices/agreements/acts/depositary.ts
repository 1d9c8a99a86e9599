/** The depositary's own work: full powers, instruments received, notices, corrections. */
import { defineAct } from '../../../kernel/define-area.ts';
import {
  CorrectionObjection,
  CorrectionProposal,
  FullPowers,
  FullPowersRevocation,
  Initialling,
  Notification,
  ReceivedInstrument,
  Rectification,
  Registration,
  ReturnedInstrument,
  readNotificationNumber,
} from '../payloads/depositary.ts';
import { put } from '../../../kernel/table.ts';
import { notificationTable } from '../tables.ts';
import { agreementOf, detailedRow, eventRow } from './event.ts';

const NO_ACT = '0'.repeat(64);

export const presentFullPowers = defineAct({
  type: 'agreements.present-full-powers',
  title: 'Present full powers',
  payload: FullPowers,
  // Of an actor's general full powers only: an agreement's register begins with its text.
  opens: true,
  example: {
    on: '2024-05-20',
    holder: { name: 'A. Amara', office: 'other' as const },
    powers: ['sign' as const],
    issuedBy: { name: 'B. Biko', office: 'minister-for-foreign-affairs' as const },
  },
  apply: (act) => detailedRow('present-full-powers', act),
});

export const revokeFullPowers = defineAct({
  type: 'agreements.revoke-full-powers',
  title: 'Revoke full powers',
  payload: FullPowersRevocation,
  example: { on: '2024-06-20', fullPowers: NO_ACT },
  apply: (act) => detailedRow('revoke-full-powers', act),
});

export const initial = defineAct({
  type: 'agreements.initial',
  title: 'Initial the text',
  payload: Initialling,
  example: { on: '2024-04-30' },
  apply: (act) => detailedRow('initial', act),
});

export const receiveInstrument = defineAct({
  type: 'agreements.receive-instrument',
  title: 'Receive an instrument for examination',
  payload: ReceivedInstrument,
  example: { instrument: 'ratification' as const, on: '2025-01-13', dated: '2024-12-20' },
  apply: (act) => {
    const { on: _on, instrument, ...detail } = act.payload;
    return eventRow('receive-instrument', act, { instrument, detail });
  },
});

export const returnInstrument = defineAct({
  type: 'agreements.return-instrument',
  title: 'Return an instrument that is not in due form',
  payload: ReturnedInstrument,
  example: { on: '2025-01-14', received: NO_ACT, reasons: 'It is not signed.' },
  apply: (act) => detailedRow('return-instrument', act),
});

export const notify = defineAct({
  type: 'agreements.notify',
  title: 'Issue a depositary notification',
  payload: Notification,
  example: { number: 'C.N.12.2026.TREATIES-IV.4', on: '2026-01-16', acts: [NO_ACT] },
  apply: (act) => {
    const { number, on } = act.payload;
    const { serial, year } = readNotificationNumber(number);
    const agreement = agreementOf(act.header);
    const row = { entry: act.id, agreement, number, year, serial, issued_on: on };
    return [...detailedRow('notify', act), put(notificationTable, row)];
  },
});

export const proposeCorrection = defineAct({
  type: 'agreements.propose-correction',
  title: 'Propose to correct an error in the text',
  payload: CorrectionProposal,
  example: {
    on: '2025-02-01',
    passages: [{ provision: 'art_3', language: 'fr', wrong: 'douze', right: 'deux' }],
    reason: 'The French text differs from the others.',
  },
  apply: (act) => detailedRow('propose-correction', act),
});

export const objectToCorrection = defineAct({
  type: 'agreements.object-to-correction',
  title: 'Object to a proposed correction',
  payload: CorrectionObjection,
  example: { on: '2025-03-01', proposal: NO_ACT, reason: 'The text was meant so.' },
  apply: (act) => detailedRow('object-to-correction', act),
});

export const rectify = defineAct({
  type: 'agreements.rectify',
  title: 'Record the rectification of the text',
  payload: Rectification,
  awaited: true,
  example: { on: '2025-05-05', proposal: NO_ACT },
  apply: (act) => detailedRow('rectify', act),
});

export const register = defineAct({
  type: 'agreements.register',
  title: 'Record the registration under Article 102',
  payload: Registration,
  example: { on: '2026-03-01', number: '58000' },
  apply: (act) => detailedRow('register', act),
});

export const depositaryActs = [
  presentFullPowers,
  revokeFullPowers,
  initial,
  receiveInstrument,
  returnInstrument,
  notify,
  proposeCorrection,
  objectToCorrection,
  rectify,
  register,
];
