/** Registers of agreements, and the row that one thing done under an agreement leaves. */
import type { Header } from '../../../kernel/act.ts';
import type { AdmittedAct } from '../../../kernel/define-area.ts';
import { put } from '../../../kernel/table.ts';
import type { Instrument } from '../payloads/agreement.ts';
import { eventTable } from '../tables.ts';

/** The agreement that a register is about. */
export function agreementOf(header: Pick<Header, 'register'>): string {
  return (header.register ?? '').replace(/^agreements\//, '');
}

/** The register of an agreement. */
export function registerOf(agreement: string): string {
  return `agreements/${agreement}`;
}

export const EVENT_KINDS = [
  'open-for-signature',
  'sign',
  'deposit',
  'apply-provisionally',
  'end-provisional-application',
  'withdraw',
  'revoke-withdrawal',
  'record-event',
  // The depositary's desk.
  'present-full-powers',
  'revoke-full-powers',
  'initial',
  'receive-instrument',
  'return-instrument',
  'notify',
  'propose-correction',
  'object-to-correction',
  'rectify',
  'register',
  // Reservations and what answers them.
  'reserve',
  'confirm-reservation',
  'modify-reservation',
  'withdraw-reservation',
  'accept-reservation',
  'ask-clarification',
  'clarify',
  'object',
  'withdraw-objection',
  'declare',
  'withdraw-declaration',
  'derogate',
  'end-derogation',
  // Versions of an agreement over time.
  'refuse-amendment',
  'withdraw-refusal',
  'suspend',
  'resume',
  'terminate',
  'extend-to-territories',
  'exclude-territories',
  // In a ministry's own register.
  'reach-stage',
  // Its text.
  'fix-text',
  'change-text',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

interface Detail {
  readonly instrument?: Instrument;
  readonly form?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One row for one thing that happened to an agreement. */
export function eventRow(kind: EventKind, act: AdmittedAct<{ on: string }>, given: Detail = {}) {
  const { header } = act;
  return [
    put(eventTable, {
      entry: act.id,
      agreement: agreementOf(header),
      actor: header.actor,
      kind,
      instrument: given.instrument ?? null,
      form: given.form ?? null,
      happened_on: act.payload.on,
      effective_on: header.effectiveOn,
      source: header.basis.kind === 'recorded' ? header.basis.source : null,
      detail: given.detail ?? {},
    }),
  ];
}

/** The row of an act that keeps its whole payload, but for the day, which has its own column. */
export function detailedRow(kind: EventKind, act: AdmittedAct<{ readonly on: string }>) {
  const { on: _on, ...detail } = act.payload;
  return eventRow(kind, act, { detail });
}
