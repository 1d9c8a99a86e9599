/**
 * Four dates that are kept apart: of the act, of its receipt by the depositary, of its circulation,
 * and of its effect. VCLT Arts. 16, 24, 78, 79(4).
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { EventKind } from '../../acts/event.ts';
import { type Chronicle, effectOf } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { withdrawalEffect } from '../versions/leaving.ts';

export interface FourDates {
  /** The day it was done, or its instrument made; null where the record does not say. */
  readonly madeOn: PlainDateText | null;
  /** Null for what is done before the depositary, or by it. */
  readonly receivedOn: PlainDateText | null;
  /** The day of the first notification of it. */
  readonly circulatedOn: PlainDateText | null;
  readonly effectOn: PlainDateText | null;
}

/** What comes to the depositary in writing: its day on record is that of receipt. */
const IN_WRITING: ReadonlySet<EventKind> = new Set<EventKind>([
  'deposit',
  'apply-provisionally',
  'end-provisional-application',
  'withdraw',
  'revoke-withdrawal',
  'present-full-powers',
  'revoke-full-powers',
  'receive-instrument',
  'object-to-correction',
  'reserve',
  'confirm-reservation',
  'modify-reservation',
  'withdraw-reservation',
  'accept-reservation',
  'clarify',
  'object',
  'withdraw-objection',
  'declare',
  'withdraw-declaration',
  'derogate',
  'end-derogation',
  'refuse-amendment',
  'extend-to-territories',
  'exclude-territories',
]);

/** The day of effect, as far as it is known on a day. */
function effectDay(
  event: AgreementEvent,
  chronicle: Chronicle,
  day: PlainDateText,
): PlainDateText | null {
  const { decision, history } = chronicle;
  if (event.kind === 'withdraw') {
    const { facts } = chronicle.scene;
    return withdrawalEffect(event, { history, facts, inForceOn: decision.on });
  }
  // VCLT Art. 79(4): the corrected text replaces the other from the beginning.
  if (event.kind === 'rectify') return history.adoption.adoptedOn;
  const consent = chronicle.consents.find((one) => one.event.act === event.act);
  if (!consent) return event.effectiveOn;
  const isForeseen = decision.fulfilledOn !== null && decision.fulfilledOn <= day;
  return isForeseen ? effectOf(consent, chronicle).on : null;
}

/** Which notifications have communicated which acts. */
export type Told = ReadonlyMap<string, readonly AgreementEvent[]>;

/** The day of the first notification of an act, where it was issued by a day. */
export function circulatedOn(act: string, told: Told, day: PlainDateText): PlainDateText | null {
  const [first] = told.get(act) ?? [];
  return first === undefined || first.on > day ? null : first.on;
}

/** The day on which an instrument was made, where the record says so. */
export function datedOn({ detail }: AgreementEvent): PlainDateText | null {
  const { dated } = detail;
  return typeof dated === 'string' ? dated : null;
}

/** The four dates of an act, as far as they are known on a day. */
export function fourDatesOf(
  event: AgreementEvent,
  chronicle: Chronicle,
  told: Told,
  day: PlainDateText,
): FourDates {
  const inWriting = IN_WRITING.has(event.kind);
  return {
    madeOn: inWriting ? datedOn(event) : event.on,
    receivedOn: inWriting ? event.on : null,
    circulatedOn: circulatedOn(event.act, told, day),
    effectOn: effectDay(event, chronicle, day),
  };
}
