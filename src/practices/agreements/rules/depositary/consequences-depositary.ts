/** What follows from acts of the depositary's desk: seldom a change in law, and it says so. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Consequence } from '../../../../kernel/define-area.ts';
import type { EventKind } from '../../acts/event.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { objectionLimit } from './judging-text-correction.ts';
import { concerned, dossiersOf, statusOn } from '../status.ts';

type Values = Consequence['values'];

/** Whom a notification tells, by where they stand. VCLT Art. 77(1)(e). */
export function reachOf(chronicle: Chronicle, day: PlainDateText) {
  const dossiers = dossiersOf(chronicle);
  const standings = concerned(chronicle, day).map(
    (actor) => statusOn(actor, day, chronicle, dossiers).standing,
  );
  const count = (...wanted: string[]): number =>
    standings.filter((one) => wanted.includes(one)).length;
  return {
    parties: count('party'),
    contracting: count('contracting'),
    signatories: count('signatory', 'provisional'),
  };
}

function holderOf({ detail }: AgreementEvent): string {
  const { holder } = detail;
  const named = typeof holder === 'object' && holder !== null && 'name' in holder;
  return named && typeof holder.name === 'string' ? holder.name : '';
}

const SAID: Readonly<Partial<Record<EventKind, string>>> = {
  'receive-instrument': 'received',
  'return-instrument': 'returned',
  'propose-correction': 'proposed',
  'object-to-correction': 'objected',
  rectify: 'rectified',
  register: 'registered',
  'present-full-powers': 'empowered',
  'revoke-full-powers': 'disempowered',
  initial: 'initialled',
};

/** Whether an act is the depositary's work, of which nobody's standing can change. */
export const isOfTheDesk = (kind: EventKind): boolean => kind === 'notify' || kind in SAID;

/** What an act of the desk brings about, in one sentence; null for any other act. */
export function deskConsequence(
  event: AgreementEvent,
  nameOf: (event: AgreementEvent) => string,
): Consequence | null {
  const key = SAID[event.kind];
  if (key === undefined) return null;
  const on = event.kind === 'propose-correction' ? objectionLimit(event) : event.on;
  const values: Values = { name: nameOf(event), holder: holderOf(event), on };
  return { key: `agreements.effect.${key}`, values };
}

/** Whom a notification reaches. */
export function noticeConsequence(event: AgreementEvent, chronicle: Chronicle): Consequence {
  return { key: 'agreements.effect.reaches', values: reachOf(chronicle, event.on) };
}
