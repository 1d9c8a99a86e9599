/** Whether what changes an agreement over time may be admitted. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type {
  AmendmentRefusal,
  RefusalWithdrawal,
  Resumption,
  Suspension,
  TerritorialExtension,
  Termination,
} from '../../payloads/versions.ts';
import * as payloads from '../../payloads/versions.ts';
import type { Silence } from '../../clauses.ts';
import { silenceEnds, singlesOf, startOf } from '../conditions.ts';
import { refusalsOf, stands } from '../consents.ts';
import { isInForce } from './ending.ts';
import { type Case, type Check, check } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { VERSION_RULES } from './law-versions.ts';
import { dossiersOf, statusOn } from '../status.ts';
import { isSuspended, suspensionsOf } from './suspensions.ts';
import { sameTerritory, territoriesOn } from './territories.ts';

function silenceOf({ adoption }: Case<unknown>): Silence | null {
  const singles = singlesOf(adoption.finalClauses.entryIntoForce.when);
  const found = singles.find((single) => 'silence' in single);
  return found?.silence ?? null;
}

/** The first and the last day on which a refusal counts. */
function timeRefusal(one: Case<AmendmentRefusal>, silence: Silence): Refusal | null {
  const { on } = one.payload;
  const { scene } = one.dossier;
  const start = startOf(silence.from ?? 'adoption', scene);
  const end = silenceEnds(silence, scene);
  if (start === null || end === null) {
    return refuse(VERSION_RULES.silence, said('The time for refusing it has not begun.'), {
      remedy: said('Have the depositary record the event from which it runs.'),
    });
  }
  return on < start || on > end
    ? refuse(
        VERSION_RULES.silence,
        said('It may be refused from {$start} to {$end}.', { start, end }),
      )
    : null;
}

function refusalsBy(actor: string, one: Case<unknown>) {
  const { dossier } = one;
  return refusalsOf(dossier.eventsOf(actor), dossier.facts);
}

/** A refusal: in its time, once, by a party to the text that would be amended. VCLT Art. 40(2). */
function judgeRefusal(one: Case<AmendmentRefusal>): Refusal | null {
  const { on } = one.payload;
  const { actor } = one.act.header;
  const silence = silenceOf(one);
  if (silence === null) {
    return refuse(VERSION_RULES.silence, said('Silence accepts nothing here; consent does.'), {
      remedy: said('One that does not consent is not bound: nothing needs to be done.'),
    });
  }
  const { parent } = one.adoption;
  const isParty = parent !== undefined && one.dossier.facts.isPartyTo(parent, actor, on);
  if (!isParty) {
    return refuse(
      VERSION_RULES.silence,
      said('{$actor} is no party to the amended text on {$on}.', { actor, on }),
    );
  }
  const before = refusalsBy(actor, one).find((refusal) => stands(refusal, on));
  if (before)
    return refuse(
      RULES.once,
      said('Its refusal is recorded as {$act}.', { act: before.event.act }),
    );
  return timeRefusal(one, silence);
}

function judgeRefusalWithdrawal(one: Case<RefusalWithdrawal>): Refusal | null {
  const { on, refusal } = one.payload;
  const own = refusalsBy(one.act.header.actor, one);
  const standing = own.find(({ event }) => event.act === refusal);
  if (!standing)
    return refuse(VERSION_RULES.refusal, said('No such refusal of this actor is on record.'));
  return stands(standing, on)
    ? null
    : refuse(VERSION_RULES.refusal, said('It does not stand on {$on}.', { on }));
}

/** What is not in force, or no longer, is neither suspended nor terminated. */
function forceRefusal(one: Case<{ readonly on: PlainDateText }>): Refusal | null {
  const { on } = one.payload;
  const chronicle = one.dossier.chronicle();
  return chronicle !== null && isInForce(chronicle, on)
    ? null
    : refuse(VERSION_RULES.inForce, said('The agreement is not in force on {$on}.', { on }));
}

/** Those between whom it is suspended, who are parties: VCLT Arts. 58, 60(2). */
function betweenRefusal(one: Case<Suspension>): Refusal | null {
  const { between, on } = one.payload;
  const chronicle = one.dossier.chronicle();
  if (between === undefined || chronicle === null) return null;
  const dossiers = dossiersOf(chronicle);
  const other = between.find(
    (actor) => statusOn(actor, on, chronicle, dossiers).standing !== 'party',
  );
  return other === undefined
    ? null
    : refuse(VERSION_RULES.suspends, said('{$other} is no party on {$on}.', { other, on }));
}

function judgeSuspension(one: Case<Suspension>): Refusal | null {
  const { between, on, until } = one.payload;
  const { actor, basis } = one.act.header;
  const isOwn = basis.kind === 'recorded' || between?.includes(actor) === true;
  if (!isOwn) {
    return refuse(
      VERSION_RULES.suspends,
      said('{$actor} suspends it for others than itself.', { actor }),
      {
        remedy: said('Name those between whom it is suspended, itself among them.'),
      },
    );
  }
  if (until !== undefined && until <= on) {
    return refuse(
      VERSION_RULES.suspends,
      said('It would be resumed on {$until}, before it began.', { until }),
    );
  }
  return forceRefusal(one) ?? betweenRefusal(one);
}

function judgeResumption(one: Case<Resumption>): Refusal | null {
  const { on, suspension } = one.payload;
  const { actor, basis } = one.act.header;
  const found = suspensionsOf([...one.dossier.events()]).find(
    ({ event }) => event.act === suspension,
  );
  if (!found) return refuse(VERSION_RULES.resumes, said('No such suspension is on record.'));
  if (!isSuspended(found, on)) {
    return refuse(
      VERSION_RULES.resumes,
      said('The operation is not suspended by it on {$on}.', { on }),
    );
  }
  const isOwn = basis.kind === 'recorded' || found.between?.includes(actor) === true;
  return isOwn
    ? null
    : refuse(
        VERSION_RULES.suspends,
        said('{$actor} is not among those between whom it is suspended.', { actor }),
      );
}

const judgeTermination = (one: Case<Termination>): Refusal | null => forceRefusal(one);

/** One that is bound, or has consented, and says what was not so before. VCLT Art. 29. */
function judgeTerritories(one: Case<TerritorialExtension>): Refusal | null {
  const { on, territories } = one.payload;
  const { actor, type } = one.act.header;
  const isBound =
    one.dossier.consentsOf(actor).some((consent) => stands(consent, on)) ||
    one.dossier.eventsOf(actor).some((event) => event.kind === 'sign' && event.on <= on);
  if (!isBound)
    return refuse(
      VERSION_RULES.territory,
      said('{$actor} has not consented by {$on}.', { actor, on }),
    );
  const applies = type === 'agreements.extend-to-territories';
  const stated = territoriesOn(on, one.dossier.eventsOf(actor));
  const same = territories.find((wanted) => sameTerritory(wanted, stated)?.applies === applies);
  return same === undefined
    ? null
    : refuse(
        VERSION_RULES.territory,
        said('Of {$name} that is on record already.', { name: same.name }),
      );
}

/** By type of act. */
export const VERSION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.refuse-amendment': check(payloads.AmendmentRefusal, judgeRefusal),
  'agreements.withdraw-refusal': check(payloads.RefusalWithdrawal, judgeRefusalWithdrawal),
  'agreements.suspend': check(payloads.Suspension, judgeSuspension),
  'agreements.resume': check(payloads.Resumption, judgeResumption),
  'agreements.terminate': check(payloads.Termination, judgeTermination),
  'agreements.extend-to-territories': check(payloads.TerritorialExtension, judgeTerritories),
  'agreements.exclude-territories': check(payloads.TerritorialExtension, judgeTerritories),
};
