/** Whether a depositary notification may be issued. VCLT Arts. 77(1)(e), (f), 78. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import { type Notification, readNotificationNumber } from '../../payloads/depositary.ts';
import type { Dossier } from '../dossier.ts';
import type { Case } from '../judging/judging-check.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';
import { noticesIn } from '../reservations/reservation-said.ts';

function numberRefusal(one: Case<Notification>): Refusal | null {
  const { number, on } = one.payload;
  const { reference, year } = readNotificationNumber(number);
  const no = (reason: Sentence): Refusal =>
    refuse(DEPOSITARY_RULES.number, reason, {
      remedy: said('The question agreements.next-notification gives the next free number.'),
    });
  if (String(year) !== on.slice(0, 4))
    return no(said('{$number} is of {$year}, the day is {$on}.', { number, year, on }));
  const filed = one.adoption.reference;
  if (filed !== undefined && filed !== reference) {
    return no(
      said('The agreement is filed under {$filed}, not under {$reference}.', { filed, reference }),
    );
  }
  return one.others.isNumberTaken(number)
    ? no(said('The serial of {$number} is taken.', { number }))
    : null;
}

const no = (reason: Sentence, remedy?: Sentence): Refusal =>
  refuse(DEPOSITARY_RULES.notified, reason, remedy === undefined ? {} : { remedy });

/** Days that may lie ahead of the notification: what is opened later can be told today. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set(['open-for-signature']);

function standingRefusal(act: string, one: Case<Notification>): Refusal | null {
  const { dossier, payload } = one;
  if (act === dossier.adoptedBy) return null;
  if (dossier.correction(act)?.stands === true) return null;
  const event = dossier.event(act);
  if (event === null) return no(said('{$act} is no act of this register that stands.', { act }));
  if (event.kind === 'notify') return no(said('{$act} is a notification itself.', { act }));
  return event.on > payload.on && !MAY_LIE_AHEAD.has(event.kind)
    ? no(said('{$act} is of {$on}, after the notification.', { act, on: event.on }))
    : null;
}

function corrigendumRefusal({ dossier, payload }: Case<Notification>): Refusal | null {
  const { corrects, on } = payload;
  if (corrects === undefined) return null;
  const corrected = dossier.event(corrects);
  if (corrected?.kind !== 'notify')
    return no(said('{$corrects} is no notification of this register.', { corrects }));
  return corrected.on > on
    ? no(said('It corrects a notification of {$on}, later.', { on: corrected.on }))
    : null;
}

/** One that only a notification which this one corrects has told of may be told again. */
function toldBefore(dossier: Dossier, { acts, corrects }: Notification): Refusal | null {
  const told = noticesIn({ events: [...dossier.events()] });
  for (const act of acts) {
    const [before] = told.get(act) ?? [];
    if (before === undefined || told.get(act)?.some((one) => one.act === corrects)) continue;
    const number = String(before.detail['number']);
    return no(
      said('{$act} was notified as {$number}.', { act, number }),
      said('Issue a corrigendum to {$number}.', { number }),
    );
  }
  return null;
}

/** A notification: numbered, of acts that stand, each told once but for corrigenda. */
export function judgeNotification(one: Case<Notification>): Refusal | null {
  const { acts } = one.payload;
  if (new Set(acts).size < acts.length) return no(said('It names an act twice.'));
  for (const act of acts) {
    const refusal = standingRefusal(act, one);
    if (refusal) return refusal;
  }
  return numberRefusal(one) ?? corrigendumRefusal(one) ?? toldBefore(one.dossier, one.payload);
}
