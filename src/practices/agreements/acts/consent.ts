/** The acts by which agreements are made, joined, left and corrected, and the rows they leave. */
import { defineAct } from '../../../kernel/define-area.ts';
import { put } from '../../../kernel/table.ts';
import {
  Adoption,
  Correction,
  Deposit,
  Happening,
  Notice,
  OpenForSignature,
  ProvisionalApplication,
  Revocation,
  Signature,
} from '../payloads/agreement.ts';
import { agreementTable, correctionTable } from '../tables.ts';
import { agreementOf, detailedRow, eventRow } from './event.ts';

export const adopt = defineAct({
  type: 'agreements.adopt',
  title: 'Adopt the text',
  payload: Adoption,
  awaited: true,
  opens: true,
  example: {
    title: { en: 'Convention on the Common River' },
    kind: 'multilateral' as const,
    sectors: ['environment' as const],
    adoptedOn: '2024-05-02',
    finalClauses: {
      entryIntoForce: {
        when: { count: 3, of: { any: true as const } },
        delay: { days: 30 },
        citation: 'Article 12(1)',
      },
    },
  },
  apply: (act) => [
    put(agreementTable, {
      agreement: agreementOf(act.header),
      title: act.payload.title.en,
      kind: act.payload.kind,
      sectors: act.payload.sectors,
      adopted_on: act.payload.adoptedOn,
      parent: act.payload.parent ?? null,
      source: act.header.basis.kind === 'recorded' ? act.header.basis.source : null,
      adoption: act.payload,
    }),
  ],
});

export const openForSignature = defineAct({
  type: 'agreements.open-for-signature',
  title: 'Open for signature',
  payload: OpenForSignature,
  example: { from: '2024-06-01', to: '2025-05-31', at: 'Geneva' },
  apply: (act) =>
    eventRow(
      'open-for-signature',
      { ...act, payload: { on: act.payload.from } },
      { detail: act.payload },
    ),
});

export const sign = defineAct({
  type: 'agreements.sign',
  title: 'Sign',
  payload: Signature,
  example: { on: '2024-06-03' },
  apply: (act) => {
    const { on: _on, form, ...detail } = act.payload;
    return eventRow('sign', act, { form, detail });
  },
});

export const deposit = defineAct({
  type: 'agreements.deposit',
  title: 'Deposit an instrument',
  payload: Deposit,
  example: { instrument: 'ratification' as const, on: '2025-01-15' },
  apply: (act) => {
    const { on: _on, instrument, ...detail } = act.payload;
    return eventRow('deposit', act, { instrument, detail });
  },
});

export const applyProvisionally = defineAct({
  type: 'agreements.apply-provisionally',
  title: 'Declare provisional application',
  payload: ProvisionalApplication,
  example: { on: '2024-07-01' },
  apply: (act) => detailedRow('apply-provisionally', act),
});

export const endProvisionalApplication = defineAct({
  type: 'agreements.end-provisional-application',
  title: 'End provisional application',
  payload: ProvisionalApplication,
  example: { on: '2025-07-01' },
  apply: (act) => detailedRow('end-provisional-application', act),
});

export const withdraw = defineAct({
  type: 'agreements.withdraw',
  title: 'Withdraw',
  payload: Notice,
  example: { on: '2026-02-01' },
  apply: (act) => detailedRow('withdraw', act),
});

export const revokeWithdrawal = defineAct({
  type: 'agreements.revoke-withdrawal',
  title: 'Revoke a withdrawal before it takes effect',
  payload: Revocation,
  example: { withdrawal: '0'.repeat(64), on: '2026-05-01' },
  apply: (act) => detailedRow('revoke-withdrawal', act),
});

export const recordEvent = defineAct({
  type: 'agreements.record-event',
  title: 'Record an event on which the clauses depend',
  payload: Happening,
  example: { event: 'decision-of-the-council', on: '2025-03-01' },
  apply: (act) => detailedRow('record-event', act),
});

export const correct = defineAct({
  type: 'agreements.correct',
  title: 'Correct the record',
  payload: Correction,
  awaited: true,
  example: {
    act: '0'.repeat(64),
    change: { on: '2025-01-16' },
    reason: 'Date misread',
  },
  apply: (act) => [
    put(correctionTable, {
      entry: act.id,
      agreement: agreementOf(act.header),
      corrects: act.payload.act,
      is_void: act.payload.void,
      change: act.payload.change ?? null,
      reason: act.payload.reason,
    }),
  ],
});

export const consentActs = [
  adopt,
  openForSignature,
  sign,
  deposit,
  applyProvisionally,
  endProvisionalApplication,
  withdraw,
  revokeWithdrawal,
  recordEvent,
  correct,
];
