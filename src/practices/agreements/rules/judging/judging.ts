/**
 * Whether an act of this practice may be admitted. The depositary circulates and does not
 * adjudicate (VCLT Art. 77(2)): what is refused is what cannot stand on the face of the record.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ActOf } from '../../../../kernel/act.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { own } from '../../../../kernel/own.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { agreementOf, registerOf } from '../../acts/event.ts';
import { nationalRegisterOf } from '../../acts/national.ts';
import type { Adoption } from '../../payloads/agreement.ts';
import * as payloads from '../../payloads/agreement.ts';
import type { Dossier } from '../dossier.ts';
import { type Check, type Others, check } from './judging-check.ts';
import {
  judgeDeposit,
  judgeHappening,
  judgeProvisional,
  judgeRevocation,
  judgeSignature,
  judgeWithdrawal,
} from './judging-consent.ts';
import { judgeCorrection } from './judging-correction.ts';
import {
  DEPOSITARY_CHECKS,
  GENERAL_POWERS,
  representationRefusal,
} from '../depositary/judging-depositary.ts';
import { fullPowersRegisterOf } from '../depositary/full-powers.ts';
import { judgeDelivery } from '../depositary/judging-instrument.ts';
import { judgeStage } from './judging-national.ts';
import { RESERVATION_CHECKS } from '../reservations/judging-reservations.ts';
import { BEFORE_ADOPTION, judgeDrafting } from '../depositary/judging-drafting.ts';
import { TEXT_CHECKS } from '../texts/judging-texts.ts';
import { VERSION_CHECKS } from '../versions/judging-versions.ts';
import { RULES } from '../law.ts';
import { agreementsNamedIn } from '../reading.ts';

/** Who says again what is said already is told so; another text is another matter. */
function adoptedRefusal(payload: Adoption, dossier: Dossier): Refusal {
  const by = dossier.adoptedBy ?? 'another act';
  return isDeepStrictEqual(payload, dossier.adoptionSaid)
    ? refuse(RULES.once, said('This adoption is recorded as {$by}.', { by }))
    : refuse(RULES.adoptedOnce, said('Another text is adopted by {$by}.', { by }));
}

/** The registers that an act of a kind may stand in, but for that of an agreement. */
function isOwnRegister(act: ActOf<unknown>): boolean {
  const { actor, register, type } = act.header;
  if (type === 'agreements.reach-stage') return register === nationalRegisterOf(actor);
  return GENERAL_POWERS.has(type) && register === fullPowersRegisterOf(actor);
}

function registerRefusal(act: ActOf<unknown>): Refusal | null {
  const { register } = act.header;
  const agreement = agreementOf(act.header);
  if (isOwnRegister(act)) return null;
  const isNational = act.header.type === 'agreements.reach-stage';
  if (!isNational && register === registerOf(agreement) && payloads.AGREEMENT_ID.test(agreement))
    return null;
  return refuse(
    RULES.register,
    register === null
      ? said('Nothing is no register of an agreement.')
      : said('{$register} is no register of an agreement.', { register }),
    {
      remedy: said(
        'Name it agreements/ and the agreement in small letters, as agreements/common-river.',
      ),
    },
  );
}

function judgeAdoption(act: ActOf<unknown>, dossier: Dossier, others: Others): Refusal | null {
  const payload = payloads.Adoption.parse(act.payload);
  if (dossier.adoptionSaid) return adoptedRefusal(payload, dossier);
  if (payload.mirrored === true && act.header.basis.kind !== 'recorded') {
    return refuse(RULES.custodian, said('It is signed in the name of one side only.'), {
      remedy: said(
        'Let each side record the adoption in the copy that it keeps, naming the source.',
      ),
    });
  }
  if (payload.adoptedOn > dayOf(act.header.issuedAt)) {
    return refuse(
      RULES.notLater,
      said('{$adoptedOn} lies ahead.', { adoptedOn: payload.adoptedOn }),
    );
  }
  const { parent, finalClauses } = payload;
  const named = [...(parent === undefined ? [] : [parent]), ...agreementsNamedIn(finalClauses)];
  const unknown = named.find((agreement) => !others.has(agreement));
  return unknown === undefined
    ? null
    : refuse(RULES.parent, said('This node has no agreement {$unknown}.', { unknown }), {
        remedy: said('Adopt that one first.'),
      });
}

const CHECKS: Readonly<Record<string, Check>> = {
  'agreements.sign': check(
    payloads.Signature,
    (one) => judgeSignature(one) ?? representationRefusal(one, 'sign'),
  ),
  'agreements.deposit': check(
    payloads.Deposit,
    (one) => judgeDelivery(one) ?? judgeDeposit(one) ?? representationRefusal(one, 'deposit'),
  ),
  'agreements.withdraw': check(
    payloads.Notice,
    (one) => judgeWithdrawal(one) ?? representationRefusal(one, 'withdraw'),
  ),
  'agreements.revoke-withdrawal': check(payloads.Revocation, judgeRevocation),
  'agreements.apply-provisionally': check(payloads.ProvisionalApplication, judgeProvisional),
  'agreements.end-provisional-application': check(
    payloads.ProvisionalApplication,
    judgeProvisional,
  ),
  'agreements.record-event': check(payloads.Happening, judgeHappening),
  ...DEPOSITARY_CHECKS,
  ...RESERVATION_CHECKS,
  ...VERSION_CHECKS,
  ...TEXT_CHECKS,
};

/** Acts on the agreement as a whole, or on its record: its custodian's, whoever it is. */
const OF_THE_CUSTODIAN: ReadonlySet<string> = new Set([
  'agreements.open-for-signature',
  'agreements.record-event',
  'agreements.correct',
  'agreements.return-instrument',
  'agreements.notify',
  'agreements.propose-correction',
  'agreements.rectify',
  'agreements.register',
  'agreements.ask-clarification',
  'agreements.terminate',
]);

function custodianRefusal({ type, basis }: ActOf<unknown>['header']): Refusal | null {
  if (!OF_THE_CUSTODIAN.has(type) || basis.kind === 'recorded') return null;
  return refuse(RULES.custodian, said('It is signed in the name of one actor only.'), {
    remedy: said('Have the depositary record it, naming the source.'),
  });
}

function judgeOpening(act: ActOf<unknown>, dossier: Dossier, adoption: Adoption): Refusal | null {
  const { from, to } = payloads.OpenForSignature.parse(act.payload);
  if (from < adoption.adoptedOn) {
    return refuse(
      RULES.notBefore,
      said('{$from} is before the adoption on {$adoptedOn}.', {
        from,
        adoptedOn: adoption.adoptedOn,
      }),
    );
  }
  const same = dossier
    .openings()
    .find((opening) => opening.from === from && opening.to === (to ?? null));
  return same
    ? refuse(RULES.once, said('It is open for signature from {$from} already.', { from }))
    : null;
}

/** Acts that stand in registers of their own, not in that of an agreement. */
function judgeElsewhere(act: ActOf<unknown>, dossier: Dossier, others: Others): Refusal | null {
  return act.header.type === 'agreements.reach-stage'
    ? judgeStage(act, dossier, others)
    : judgeDrafting(act, dossier, others);
}

/** Judges an act by its agreement's dossier. */
export function judge(act: ActOf<unknown>, dossier: Dossier, others: Others): Refusal | null {
  const { type } = act.header;
  const elsewhere = registerRefusal(act);
  if (elsewhere) return elsewhere;
  if (isOwnRegister(act)) return judgeElsewhere(act, dossier, others);
  if (type === 'agreements.adopt') return judgeAdoption(act, dossier, others);
  const { adoption } = dossier;
  if (!adoption) {
    return BEFORE_ADOPTION.has(type)
      ? judgeDrafting(act, dossier, others)
      : refuse(
          RULES.adopted,
          said('No text of {$agreement} is adopted here.', { agreement: agreementOf(act.header) }),
          {
            forNow: true,
          },
        );
  }
  const refusal = custodianRefusal(act.header);
  if (refusal) return refusal;
  if (type === 'agreements.correct') {
    return judgeCorrection(act, payloads.Correction.parse(act.payload), dossier);
  }
  const ofOneActor = own(CHECKS, type);
  return ofOneActor
    ? ofOneActor({ act, dossier, adoption, others })
    : judgeOpening(act, dossier, adoption);
}
