/**
 * Whether an act of this practice may be admitted. The depositary circulates and does not
 * adjudicate (VCLT Art. 77(2)): what is refused is what cannot stand on the face of the record.
 */
import type { ActOf } from '../../../kernel/act.ts';
import { type PlainDateText, dayOf } from '../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { agreementOf, registerOf } from '../acts.ts';
import * as payloads from '../payloads.ts';
import type { Dossier } from './dossier.ts';
import type { ActorFact, Facts } from './facts.ts';
import {
  type Case,
  judgeDeposit,
  judgeHappening,
  judgeProvisional,
  judgeRevocation,
  judgeSignature,
  judgeWithdrawal,
} from './judging-consent.ts';
import { RULES } from './law.ts';

const CAPABLE = ['state', 'historical-state', 'territory'];

function existenceRefusal(fact: ActorFact, day: PlainDateText, facts: Facts): Refusal | null {
  if (fact.to !== null && day > fact.to) {
    return refuse(RULES.exists, `${fact.name} ceased on ${fact.to}, before ${day}.`);
  }
  // A successor's line in a status table may carry the day of its predecessor's act.
  if (fact.from !== null && day < fact.from && !facts.hasPredecessor(fact.id)) {
    return refuse(RULES.exists, `${fact.name} began on ${fact.from}, after ${day}.`);
  }
  return null;
}

function actorRefusal(actor: string, day: PlainDateText, facts: Facts): Refusal | null {
  const fact = facts.actor(actor);
  if (!fact) return refuse(RULES.known, `${actor} is not in the registry of actors.`);
  if (!CAPABLE.includes(fact.kind) && !fact.treatyCapacity) {
    return refuse(RULES.capacity, `${fact.name} has no capacity to conclude treaties.`);
  }
  return existenceRefusal(fact, day, facts);
}

function dayRefusal(
  act: ActOf<unknown>,
  day: PlainDateText,
  adoptedOn: PlainDateText,
): Refusal | null {
  if (day < adoptedOn) {
    return refuse(RULES.notBefore, `${day} is before the adoption on ${adoptedOn}.`, {
      remedy: 'Check the date, or correct the adoption.',
    });
  }
  return day > dayOf(act.header.issuedAt)
    ? refuse(RULES.notLater, `${day} lies ahead.`, {
        remedy: 'Record it when it has happened.',
      })
    : null;
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
  const { parent, adoptedOn } = payloads.Adoption.parse(act.payload);
  if (dossier.adoption) {
    return refuse(RULES.adoptedOnce, `It is adopted by ${dossier.adoptedBy ?? 'another act'}.`);
  }
  if (adoptedOn > dayOf(act.header.issuedAt)) {
    return refuse(RULES.notLater, `${adoptedOn} lies ahead.`);
  }
  return parent === undefined || known(parent)
    ? null
    : refuse(RULES.parent, `This node has no agreement ${parent}.`);
}

/** A judge of one kind of dated act, with the payload as its schema reads it. */
type Check = (given: Omit<Case<unknown>, 'payload'>) => Refusal | null;

function check<Payload>(
  schema: { parse(payload: unknown): Payload },
  judgeCase: (one: Case<Payload>) => Refusal | null,
): Check {
  return (given) => judgeCase({ ...given, payload: schema.parse(given.act.payload) });
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

/** Acts that are not of one actor under the agreement, but of its custodian. */
function judgeOfRegister(act: ActOf<unknown>, dossier: Dossier): Refusal | null {
  if (act.header.type !== 'agreements.correct') return null;
  const { act: target } = payloads.Correction.parse(act.payload);
  return dossier.holds(target)
    ? null
    : refuse(RULES.target, `${target} is no act of ${act.header.register ?? 'this register'}.`);
}

const Dated = payloads.Notice.pick({ on: true }).loose();

/** Judges an act by its agreement's dossier. `known` tells which agreements the node has. */
export function judge(
  act: ActOf<unknown>,
  dossier: Dossier,
  known: (agreement: string) => boolean,
): Refusal | null {
  const { type, actor, basis } = act.header;
  const elsewhere = registerRefusal(act);
  if (elsewhere) return elsewhere;
  if (type === 'agreements.adopt') return judgeAdoption(act, dossier, known);
  const { adoption } = dossier;
  if (!adoption) {
    return refuse(RULES.adopted, `No text of ${agreementOf(act.header)} is adopted here.`);
  }
  const ofOneActor = CHECKS[type];
  if (!ofOneActor) return judgeOfRegister(act, dossier);
  const day = Dated.parse(act.payload).on;
  const ofDay = dayRefusal(act, day, adoption.adoptedOn);
  if (ofDay) return ofDay;
  const isHappening = type === 'agreements.record-event' && basis.kind === 'recorded';
  const ofActor = isHappening ? null : actorRefusal(actor, day, dossier.facts);
  return ofActor ?? ofOneActor({ act, dossier, adoption });
}
