/**
 * Whether an act of this practice may be admitted. The depositary circulates and does not
 * adjudicate (VCLT Art. 77(2)): what is refused is what cannot stand on the face of the record.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ActOf } from '../../../kernel/act.ts';
import { dayOf } from '../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { agreementOf, registerOf } from '../acts.ts';
import type { Adoption } from '../payloads.ts';
import * as payloads from '../payloads.ts';
import { actorRefusal, dayRefusal } from './capacity.ts';
import type { Dossier } from './dossier.ts';
import {
  type Case,
  judgeDeposit,
  judgeHappening,
  judgeProvisional,
  judgeRevocation,
  judgeSignature,
  judgeWithdrawal,
} from './judging-consent.ts';
import { judgeCorrection } from './judging-correction.ts';
import { RULES } from './law.ts';
import { agreementsNamedIn } from './reading.ts';

/** Who says again what is said already is told so; another text is another matter. */
function adoptedRefusal(payload: Adoption, dossier: Dossier): Refusal {
  const by = dossier.adoptedBy ?? 'another act';
  return isDeepStrictEqual(payload, dossier.adoptionSaid)
    ? refuse(RULES.once, `This adoption is recorded as ${by}.`)
    : refuse(RULES.adoptedOnce, `Another text is adopted by ${by}.`);
}

/** A source that is read again says nothing new, whatever was corrected since. */
function saidBefore(act: ActOf<unknown>, said: Said, dossier: Dossier): Refusal | null {
  const { actor, basis, type } = act.header;
  if (basis.kind !== 'recorded') return null;
  const before = dossier.saidBefore({ ...said, actor, type, source: basis.source });
  return before === null
    ? null
    : refuse(RULES.once, `The same source said so in ${before}.`, {
        remedy: 'Where a correction changed or struck it out wrongly, strike that out.',
      });
}

/** What holds of every act of an actor on a day, and of an event recorded of the agreement. */
function judgeDated(given: Omit<Case<unknown>, 'payload'>, said: Said): Refusal | null {
  const { act, dossier, adoption } = given;
  const { actor, issuedAt, type } = act.header;
  const ofDay = dayRefusal(said.on, issuedAt, adoption.adoptedOn);
  if (ofDay) return ofDay;
  const ofActor =
    type === 'agreements.record-event' ? null : actorRefusal(actor, said.on, dossier.facts);
  return ofActor ?? saidBefore(act, said, dossier);
}

function registerRefusal(act: ActOf<unknown>): Refusal | null {
  const { register } = act.header;
  const agreement = agreementOf(act.header);
  if (register === registerOf(agreement) && payloads.AGREEMENT_ID.test(agreement)) return null;
  return refuse(RULES.register, `${register ?? 'Nothing'} is no register of an agreement.`, {
    remedy: 'Name it agreements/ and the agreement in small letters, as agreements/common-river.',
  });
}

function judgeAdoption(
  act: ActOf<unknown>,
  dossier: Dossier,
  known: (agreement: string) => boolean,
): Refusal | null {
  const payload = payloads.Adoption.parse(act.payload);
  if (dossier.adoptionSaid) return adoptedRefusal(payload, dossier);
  if (payload.adoptedOn > dayOf(act.header.issuedAt)) {
    return refuse(RULES.notLater, `${payload.adoptedOn} lies ahead.`);
  }
  const { parent, finalClauses } = payload;
  const named = [...(parent === undefined ? [] : [parent]), ...agreementsNamedIn(finalClauses)];
  const unknown = named.find((agreement) => !known(agreement));
  return unknown === undefined
    ? null
    : refuse(RULES.parent, `This node has no agreement ${unknown}.`, {
        remedy: 'Adopt that one first.',
      });
}

/** What tells one act of an actor from another: the day, and what it is about. */
interface Said {
  readonly on: string;
  readonly instrument?: string | undefined;
  readonly event?: string | undefined;
  readonly withdrawal?: string | undefined;
}

/** A judge of one kind of dated act, with the payload as its schema reads it. */
type Check = (given: Omit<Case<unknown>, 'payload'>) => Refusal | null;

function check<Payload extends Said>(
  schema: { parse(payload: unknown): Payload },
  judgeCase: (one: Case<Payload>) => Refusal | null,
): Check {
  return (given) => {
    const payload = schema.parse(given.act.payload);
    return judgeDated(given, payload) ?? judgeCase({ ...given, payload });
  };
}

const CHECKS: Readonly<Record<string, Check>> = {
  'agreements.sign': check(payloads.Signature, judgeSignature),
  'agreements.deposit': check(payloads.Deposit, judgeDeposit),
  'agreements.withdraw': check(payloads.Notice, judgeWithdrawal),
  'agreements.revoke-withdrawal': check(payloads.Revocation, judgeRevocation),
  'agreements.apply-provisionally': check(payloads.ProvisionalApplication, judgeProvisional),
  'agreements.end-provisional-application': check(
    payloads.ProvisionalApplication,
    judgeProvisional,
  ),
  'agreements.record-event': check(payloads.Happening, judgeHappening),
};

/** Acts on the agreement as a whole, or on its record: its custodian's, whoever it is. */
const OF_THE_CUSTODIAN: ReadonlySet<string> = new Set([
  'agreements.open-for-signature',
  'agreements.record-event',
  'agreements.correct',
]);

function custodianRefusal({ type, basis }: ActOf<unknown>['header']): Refusal | null {
  if (!OF_THE_CUSTODIAN.has(type) || basis.kind === 'recorded') return null;
  return refuse(RULES.custodian, 'It is signed in the name of one actor only.', {
    remedy: 'Have the depositary record it, naming the source.',
  });
}

function judgeOpening(act: ActOf<unknown>, dossier: Dossier, adoption: Adoption): Refusal | null {
  const { from, to } = payloads.OpenForSignature.parse(act.payload);
  if (from < adoption.adoptedOn) {
    return refuse(RULES.notBefore, `${from} is before the adoption on ${adoption.adoptedOn}.`);
  }
  const same = dossier
    .openings()
    .find((opening) => opening.from === from && opening.to === (to ?? null));
  return same ? refuse(RULES.once, `It is open for signature from ${from} already.`) : null;
}

/** Judges an act by its agreement's dossier. `known` tells which agreements the node has. */
export function judge(
  act: ActOf<unknown>,
  dossier: Dossier,
  known: (agreement: string) => boolean,
): Refusal | null {
  const { type } = act.header;
  const elsewhere = registerRefusal(act);
  if (elsewhere) return elsewhere;
  if (type === 'agreements.adopt') return judgeAdoption(act, dossier, known);
  const { adoption } = dossier;
  if (!adoption) {
    return refuse(RULES.adopted, `No text of ${agreementOf(act.header)} is adopted here.`);
  }
  const refusal = custodianRefusal(act.header);
  if (refusal) return refusal;
  if (type === 'agreements.correct') {
    return judgeCorrection(act, payloads.Correction.parse(act.payload), dossier);
  }
  const ofOneActor = CHECKS[type];
  return ofOneActor ? ofOneActor({ act, dossier, adoption }) : judgeOpening(act, dossier, adoption);
}
