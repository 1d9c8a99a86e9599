/** Whether a signature, an instrument or a notice of withdrawal may be admitted. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type {
  Deposit,
  Happening,
  Notice,
  Revocation,
  Signature,
} from '../../payloads/agreement.ts';
import { actorRefusal } from '../capacity.ts';
import { belongs } from '../classes.ts';
import { type Consent, stands } from '../consents.ts';
import { after } from '../delays.ts';
import { effectOf } from '../entry-into-force.ts';
import type { Case } from './judging-check.ts';
import { type Leaving, effectByClause, windowOn, withdrawalEffect } from '../versions/leaving.ts';
import { RULES } from '../law.ts';
import { termsRefusal } from '../mirrored/mirrored.ts';
import { describeOpenings, isOpen } from '../openings.ts';

function openRefusal(one: Case<{ on: PlainDateText }>): Refusal | null {
  const { openTo } = one.adoption.finalClauses;
  const { actor } = one.act.header;
  if (openTo === undefined || belongs(openTo, actor, one.payload.on, one.dossier.scene))
    return null;
  return refuse(
    RULES.open,
    said('The agreement is not open to {$actor} on {$on}.', { actor, on: one.payload.on }),
  );
}

/** A signature: once, in its time, by one to whom the agreement is open. VCLT Art. 12. */
export function judgeSignature(one: Case<Signature>): Refusal | null {
  const { on } = one.payload;
  const own = one.dossier.eventsOf(one.act.header.actor);
  const same = own.find((event) => event.kind === 'sign' && event.on === on);
  const stillHolds = same !== undefined && !one.dossier.isVoided(same);
  if (stillHolds)
    return refuse(RULES.once, said('This signature is recorded as {$act}.', { act: same.act }));
  const openings = one.dossier.openings();
  if (openings.length > 0 && !openings.some((opening) => isOpen(opening, on))) {
    return refuse(
      RULES.window,
      said('Open for signature {$openings}.', {
        openings: describeOpenings(openings),
      }),
    );
  }
  const { definitiveSignature } = one.adoption.finalClauses.entryIntoForce;
  const binds = definitiveSignature && one.payload.form === 'definitive';
  const refusal = openRefusal(one) ?? termsRefusal(one);
  return refusal ?? (binds ? (boundRefusal(one) ?? haste(one)) : null);
}

/** The day from which one is bound that joins by itself, where the clause alone decides. */
function haste(one: Case<{ on: PlainDateText }>): Refusal | null {
  const { basis, effectiveOn } = one.act.header;
  if (basis.kind === 'recorded' || effectiveOn === null) return null;
  const { laterJoiners, delay } = one.adoption.finalClauses.entryIntoForce;
  const first = after(one.payload.on, laterJoiners ?? delay);
  return effectiveOn < first
    ? refuse(
        RULES.effect,
        said('By the clause it takes effect on {$first}, not on {$effectiveOn}.', {
          first,
          effectiveOn,
        }),
        {
          remedy: said('Leave the day of effect open: the clause decides it.'),
        },
      )
    : null;
}

/** Whether it is the same consent, deposited with another depositary as well. VCLT Art. 76(1). */
function isElsewhere({ event, notice }: Consent, whom: string | undefined): boolean {
  const before = event.detail['with'];
  return whom !== undefined && before !== undefined && before !== whom && notice === null;
}

/**
 * Whether a consent of a day would stand when one that is on record began: recorded out of order it
 * stands in that one's way unless a notice of withdrawal ended it before.
 */
function reaches(on: PlainDateText, later: Consent, { dossier }: Case<unknown>): boolean {
  const chronicle = later.on <= on ? null : dossier.chronicle();
  if (!chronicle) return false;
  const own = dossier.eventsOf(later.actor);
  const revoked = new Set(own.map(({ detail }) => detail['withdrawal']));
  const { history, decision } = chronicle;
  const leaving = { history, facts: dossier.facts, inForceOn: decision.on };
  const ended = own.some(
    (event) =>
      event.kind === 'withdraw' &&
      event.on >= on &&
      !revoked.has(event.act) &&
      (withdrawalEffect(event, leaving) ?? '9999-12-31') <= later.on,
  );
  return !ended;
}

function boundRefusal(one: Case<{ on: PlainDateText; with?: string | undefined }>): Refusal | null {
  const { actor } = one.act.header;
  const { on, with: whom } = one.payload;
  const standing = one.dossier
    .consentsOf(actor)
    .filter((consent) => consent.actor === actor)
    .filter((consent) => stands(consent, on) || reaches(on, consent, one))
    .find((consent) => !isElsewhere(consent, whom));
  return standing
    ? refuse(
        RULES.boundOnce,
        said('It consented on {$on}, act {$act}.', { on: standing.on, act: standing.event.act }),
        {
          remedy: said('Correct that act if its date or kind is wrong.'),
        },
      )
    : null;
}

function conflict(one: Case<Deposit>): Refusal | null {
  const { on, instrument } = one.payload;
  const own = one.dossier.consentsOf(one.act.header.actor);
  const same = own
    .filter((consent) => consent.on === on && consent.event.instrument === instrument)
    .find((consent) => !isElsewhere(consent, one.payload.with));
  if (same)
    return refuse(
      RULES.once,
      said('This instrument is recorded as {$act}.', { act: same.event.act }),
    );
  // A successor is bound from its beginning, which may be long before it says so.
  return boundRefusal(one) ?? (instrument === 'succession' ? null : haste(one));
}

const AFTER_SIGNATURE = ['ratification', 'acceptance', 'approval'];

/** An instrument: open to its maker, which is not bound already. VCLT Arts. 14-16. */
export function judgeDeposit(one: Case<Deposit>): Refusal | null {
  const refusal = openRefusal(one) ?? termsRefusal(one) ?? conflict(one);
  // A status table may omit signatures; one that acts in its own name has signed or has not.
  const isRecorded = one.act.header.basis.kind === 'recorded';
  if (refusal || isRecorded || one.dossier.openings().length === 0) return refusal;
  const { actor } = one.act.header;
  const signed = one.dossier
    .eventsOf(actor)
    .some((event) => event.kind === 'sign' && event.on <= one.payload.on);
  return AFTER_SIGNATURE.includes(one.payload.instrument) && !signed
    ? refuse(RULES.signedFirst, said('{$actor} has not signed.', { actor }), {
        remedy: said('Accede instead.'),
      })
    : null;
}

function lockRefusal(one: Case<Notice>, consent: Consent): Refusal | null {
  const lock = one.adoption.finalClauses.withdrawal?.lockedFor;
  const chronicle = lock ? one.dossier.chronicle() : null;
  if (lock === undefined || !chronicle) return null;
  const effect = effectOf(consent, chronicle);
  const from = lock.from === 'agreement' ? chronicle.decision.on : effect.on;
  if (from === null) return null;
  const first = after(from, lock.delay);
  return one.payload.on < first
    ? refuse(RULES.lock, said('Notice may be given from {$first} on.', { first }))
    : null;
}

/** Where notice is given while a window is open, and at no other time. */
function windowRefusal(one: Case<Notice>): Refusal | null {
  const windows = one.adoption.finalClauses.withdrawal?.windows;
  const inForceOn = windows ? (one.dossier.chronicle()?.decision.on ?? null) : null;
  if (windows === undefined || inForceOn === null) return null;
  const { on } = one.payload;
  const { from, to } = windowOn(on, windows, inForceOn);
  return on < from
    ? refuse(RULES.lock, said('Notice may be given from {$from} to {$to}.', { from, to }))
    : null;
}

/** What effects of notices under the agreement are read from. */
function leavingOf(one: Case<unknown>): Leaving {
  const chronicle = one.dossier.chronicle();
  const inForceOn = chronicle?.decision.on ?? null;
  const history = chronicle?.history ?? { adoption: one.adoption, events: [] };
  return { history, facts: one.dossier.facts, inForceOn };
}

/** Notice runs from when it is given; its own maker cannot make it shorter than the clause. */
function noticeRefusal(one: Case<Notice>): Refusal | null {
  const { actor, basis, effectiveOn } = one.act.header;
  if (effectiveOn === null) return null;
  const { on } = one.payload;
  const isRecorded = basis.kind === 'recorded';
  const first = isRecorded ? on : effectByClause({ actor, on }, leavingOf(one));
  if (first === null) {
    return refuse(
      RULES.effect,
      said('It takes effect once what the clause waits for is on record.'),
      {
        remedy: said('Leave the day of effect open: the clause decides it.'),
      },
    );
  }
  return effectiveOn < first
    ? refuse(
        RULES.effect,
        said('Notice of {$on} takes effect on {$first} at the earliest.', { on, first }),
      )
    : null;
}

/** A notice of withdrawal: permitted, by one that consented, not too early. VCLT Arts. 54, 56. */
export function judgeWithdrawal(one: Case<Notice>): Refusal | null {
  const { on } = one.payload;
  const { actor } = one.act.header;
  const own = one.dossier.eventsOf(actor);
  const same = own.find((event) => event.kind === 'withdraw' && event.on === on);
  if (same)
    return refuse(RULES.once, said('This notice is recorded as {$act}.', { act: same.act }));
  const { withdrawal } = one.adoption.finalClauses;
  if (withdrawal?.permitted === false) {
    return refuse(
      RULES.permitted,
      said('It does not allow withdrawal: {$citation}.', { citation: withdrawal.citation }),
    );
  }
  const consents = one.dossier.consentsOf(actor).filter((consent) => stands(consent, on));
  const consent = consents.find((standing) => standing.notice === null);
  return consent
    ? (lockRefusal(one, consent) ?? windowRefusal(one) ?? noticeRefusal(one))
    : refuse(RULES.party, said('{$actor} has no consent to withdraw on {$on}.', { actor, on }));
}

/** A revocation of a notice, before it takes effect. VCLT Art. 68. */
export function judgeRevocation(one: Case<Revocation>): Refusal | null {
  const notice = one.dossier
    .eventsOf(one.act.header.actor)
    .find((event) => event.act === one.payload.withdrawal && event.kind === 'withdraw');
  if (!notice) return refuse(RULES.revocable, said('No such notice of this actor is on record.'));
  const same = one.dossier
    .eventsOf(one.act.header.actor)
    .find((event) => event.detail['withdrawal'] === notice.act);
  if (same)
    return refuse(RULES.once, said('This revocation is recorded as {$act}.', { act: same.act }));
  if (one.payload.on < notice.on) {
    return refuse(RULES.revocable, said('The notice was given on {$on} only.', { on: notice.on }));
  }
  const effect = withdrawalEffect(notice, leavingOf(one));
  return effect === null || one.payload.on < effect
    ? null
    : refuse(RULES.revocable, said('The notice took effect on {$effect}.', { effect }));
}

/** Provisional application, begun or ended. VCLT Art. 25. */
export function judgeProvisional(one: Case<Notice>): Refusal | null {
  const kind = one.act.header.type.slice('agreements.'.length);
  const own = one.dossier
    .eventsOf(one.act.header.actor)
    .filter((event) => event.kind.includes('provisional'));
  const same = own.find((event) => event.kind === kind && event.on === one.payload.on);
  if (same) return refuse(RULES.once, said('This is recorded as {$act}.', { act: same.act }));
  const last = own.findLast((event) => event.on <= one.payload.on);
  return kind === 'end-provisional-application' && last?.kind !== 'apply-provisionally'
    ? refuse(
        RULES.applied,
        said('It does not apply the agreement provisionally on {$on}.', { on: one.payload.on }),
      )
    : null;
}

/**
 * An event that clauses may wait for: recorded once of the agreement, and once a day of each actor,
 * for which it may come again.
 */
export function judgeHappening(one: Case<Happening>): Refusal | null {
  const { event, of, on } = one.payload;
  if (of === undefined) {
    const same = one.dossier.happening(event);
    return same
      ? refuse(RULES.once, said('This event is recorded as {$act}.', { act: same.act }))
      : null;
  }
  const unknown = actorRefusal(of, on, one.dossier.facts);
  const same = one.dossier
    .recordedOf(of)
    .find((other) => other.detail['event'] === event && other.on === on);
  return (
    unknown ??
    (same ? refuse(RULES.once, said('It is recorded as {$act}.', { act: same.act })) : null)
  );
}
