/** Instruments on their way: received, examined, returned, or deposited. VCLT Arts. 16, 76, 77. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Deposit } from '../../payloads/agreement.ts';
import type { ReceivedInstrument, ReturnedInstrument } from '../../payloads/depositary.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import type { Case } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';

/** What became of an instrument that was received: its return or its deposit; null: pending. */
export function outcomeOf(
  received: string,
  events: Iterable<AgreementEvent>,
): AgreementEvent | null {
  for (const event of events) {
    const ends = event.kind === 'return-instrument' || event.kind === 'deposit';
    if (ends && event.detail['received'] === received) return event;
  }
  return null;
}

function datedRefusal(dated: PlainDateText | undefined, on: PlainDateText): Refusal | null {
  return dated !== undefined && dated > on
    ? refuse(
        DEPOSITARY_RULES.dated,
        said('It is dated {$dated} and was received on {$on}.', { dated, on }),
      )
    : null;
}

/** The receipt that an act names, while nothing came of it; else why it cannot be named. */
function pending(act: string, on: PlainDateText, dossier: Dossier): AgreementEvent | Refusal {
  const receipt = dossier.event(act);
  if (receipt?.kind !== 'receive-instrument') {
    return refuse(
      DEPOSITARY_RULES.received,
      said('{$act} is no receipt of an instrument here.', { act }),
    );
  }
  const outcome = outcomeOf(act, dossier.events());
  if (outcome) {
    const { on: then } = outcome;
    return outcome.kind === 'deposit'
      ? refuse(DEPOSITARY_RULES.received, said('It was deposited on {$on}.', { on: then }))
      : refuse(DEPOSITARY_RULES.received, said('It was returned on {$on}.', { on: then }), {
          remedy: said('Receive it anew when it is in due form.'),
        });
  }
  return on < receipt.on
    ? refuse(DEPOSITARY_RULES.received, said('It was received on {$on} only.', { on: receipt.on }))
    : receipt;
}

/** An instrument comes in: nothing is judged of it but that it was made before, and comes once. */
export function judgeReceipt(one: Case<ReceivedInstrument>): Refusal | null {
  const { dated, instrument, on } = one.payload;
  const { dossier } = one;
  const same = dossier
    .eventsOf(one.act.header.actor)
    .find(
      (event) =>
        event.kind === 'receive-instrument' &&
        event.instrument === instrument &&
        event.on === on &&
        outcomeOf(event.act, dossier.events()) === null,
    );
  if (same)
    return refuse(RULES.once, said('This receipt is recorded as {$act}.', { act: same.act }));
  return datedRefusal(dated, on);
}

/** An instrument goes back, while it is pending. VCLT Art. 77(1)(d). */
export function judgeReturn(one: Case<ReturnedInstrument>): Refusal | null {
  const receipt = pending(one.payload.received, one.payload.on, one.dossier);
  return 'refused' in receipt ? receipt : null;
}

function ofReceipt({ act, dossier, payload }: Case<Deposit>): Refusal | null {
  if (payload.received === undefined) return datedRefusal(payload.dated, payload.on);
  const receipt = pending(payload.received, payload.on, dossier);
  if ('refused' in receipt) return receipt;
  const { facts } = dossier;
  const isOwn = facts.personOf(receipt.actor) === facts.personOf(act.header.actor);
  if (!isOwn || receipt.instrument !== payload.instrument) {
    return refuse(
      DEPOSITARY_RULES.received,
      said('What was received is the {$instrument} of {$actor}.', {
        instrument: receipt.instrument ?? 'instrument',
        actor: receipt.actor,
      }),
    );
  }
  return datedRefusal(payload.dated, receipt.on);
}

/** A deposit of what was received, with a depositary of the agreement. VCLT Arts. 16(b), 76(1). */
export function judgeDelivery(one: Case<Deposit>): Refusal | null {
  const { depositary } = one.adoption;
  const { with: whom } = one.payload;
  if (whom !== undefined && !depositary.includes(whom)) {
    const named = depositary.length === 0 ? 'none' : depositary.join(', ');
    return refuse(
      DEPOSITARY_RULES.depositaryNamed,
      said('The agreement names {$named}, not {$whom}.', { named, whom }),
    );
  }
  return ofReceipt(one);
}
