/** Whether an act of the depositary’s desk may be admitted. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import * as payloads from '../../payloads/depositary.ts';
import { powersRefusal } from './full-powers.ts';
import { type Case, type Check, check } from '../judging/judging-check.ts';
import { judgeDrafting } from './judging-drafting.ts';
import { judgeReceipt, judgeReturn } from './judging-instrument.ts';
import { judgeNotification } from './judging-notification.ts';
import { judgeObjection, judgeProposal, judgeRectification } from './judging-text-correction.ts';
import type { Power } from './full-powers.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';

type Represented = Pick<payloads.ReceivedInstrument, 'on' | 'by'>;

/** Whether the person named as acting may act so. VCLT Art. 7. */
export function representationRefusal(one: Case<Represented>, power: Power): Refusal | null {
  const { act, dossier, others, payload } = one;
  const { by, on } = payload;
  return powersRefusal({ actor: act.header.actor, on, by, dossier, others }, power);
}

/** Registration: once, when the agreement is in force. UN Charter Art. 102. */
function judgeRegistration(one: Case<payloads.Registration>): Refusal | null {
  const { adoption, dossier, payload } = one;
  const before = [...dossier.events()].find((event) => event.kind === 'register');
  const known = before ? String(before.detail['number']) : adoption.registration?.number;
  if (known !== undefined) {
    return refuse(DEPOSITARY_RULES.registration, said('It is registered as {$known}.', { known }));
  }
  const on = dossier.chronicle()?.decision.on ?? null;
  return on === null || payload.on < on
    ? refuse(
        DEPOSITARY_RULES.registration,
        on === null
          ? said('It has not entered into force.')
          : said('It enters into force on {$on}.', { on }),
      )
    : null;
}

/** By type of act. What comes before adoption is judged alike where it is recorded after it. */
export const DEPOSITARY_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.present-full-powers': (one) => judgeDrafting(one.act, one.dossier, one.others),
  'agreements.revoke-full-powers': (one) => judgeDrafting(one.act, one.dossier, one.others),
  'agreements.initial': (one) => judgeDrafting(one.act, one.dossier, one.others),
  'agreements.receive-instrument': check(
    payloads.ReceivedInstrument,
    (one) => judgeReceipt(one) ?? representationRefusal(one, 'deposit'),
  ),
  'agreements.return-instrument': check(payloads.ReturnedInstrument, judgeReturn),
  'agreements.notify': check(payloads.Notification, judgeNotification),
  'agreements.propose-correction': check(payloads.CorrectionProposal, judgeProposal),
  'agreements.object-to-correction': check(payloads.CorrectionObjection, judgeObjection),
  'agreements.rectify': check(payloads.Rectification, judgeRectification),
  'agreements.register': check(payloads.Registration, judgeRegistration),
};

/** Full powers for all agreements stand in a register of their own. */
export const GENERAL_POWERS: ReadonlySet<string> = new Set([
  'agreements.present-full-powers',
  'agreements.revoke-full-powers',
]);
