/**
 * Whether a correction may be admitted: by the depositary, of what stands on record, to what could
 * have stood there. VCLT Art. 79.
 */
import type { ActOf } from '../../../../kernel/act.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Correction } from '../../payloads/agreement.ts';
import { actorRefusal, dayRefusal } from '../capacity.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import { BEFORE_ADOPTION } from '../depositary/judging-drafting.ts';
import { RULES } from '../law.ts';

type Change = NonNullable<Correction['change']>;

/** Members of a change that only one kind of event has. */
const ONLY_IN = { instrument: 'deposit', form: 'sign' } as const;

function memberRefusal(event: AgreementEvent, change: Change): Refusal | null {
  for (const member of ['instrument', 'form'] as const) {
    if (change[member] !== undefined && event.kind !== ONLY_IN[member]) {
      return refuse(
        RULES.target,
        said('An act of the kind {$kind} has no {$member}.', { kind: event.kind, member }),
      );
    }
  }
  return null;
}

/** Notice does not take effect before it is given. */
function effectRefusal({ kind, on, effectiveOn }: AgreementEvent): Refusal | null {
  if (kind !== 'withdraw' || effectiveOn === null || effectiveOn >= on) return null;
  return refuse(
    RULES.effect,
    said('Notice of {$on} cannot have taken effect on {$effectiveOn}.', { on, effectiveOn }),
  );
}

function changeRefusal(
  act: ActOf<unknown>,
  dossier: Dossier,
  event: AgreementEvent,
  change: Change,
): Refusal | null {
  // JSON knows no undefined: a member is there with its value, or it is not.
  const next = { ...event, ...(change as Partial<AgreementEvent>) };
  const ofMembers = memberRefusal(event, change);
  // The days on which an agreement is open for signature may lie ahead.
  if (ofMembers || event.kind === 'open-for-signature') return ofMembers;
  const ofDay = dayRefusal(next.on, act.header.issuedAt, dossier.adoption?.adoptedOn ?? next.on);
  if (ofDay || event.kind === 'record-event') return ofDay;
  return actorRefusal(next.actor, next.on, dossier.facts) ?? effectRefusal(next);
}

/** Of an adoption only the day is corrected: everything else rests on its text. */
function ofAdoption(
  act: ActOf<unknown>,
  dossier: Dossier,
  change: Change | undefined,
): Refusal | null {
  if (change?.on === undefined || Object.keys(change).length > 1) {
    return refuse(RULES.target, said('Of an adoption only the day can be corrected.'));
  }
  if (change.on > dayOf(act.header.issuedAt)) {
    return refuse(RULES.notLater, said('{$on} lies ahead.', { on: change.on }));
  }
  const { on } = change;
  // Drafts, initials and full powers come before an adoption as a matter of course.
  const earlier = [...dossier.events()].find(
    (event) => event.on < on && !BEFORE_ADOPTION.has(`agreements.${event.kind}`),
  );
  return earlier
    ? refuse(
        RULES.notBefore,
        said('Act {$act} of {$on} is before {$correctedOn}.', {
          act: earlier.act,
          on: earlier.on,
          correctedOn: on,
        }),
      )
    : null;
}

function ofCorrection(dossier: Dossier, correction: Correction): Refusal | null {
  const target = dossier.correction(correction.act);
  if (!target) {
    return refuse(
      RULES.target,
      said('{$act} is no act of this register.', { act: correction.act }),
    );
  }
  if (!target.stands)
    return refuse(RULES.target, said('{$act} is struck out already.', { act: correction.act }));
  return correction.void
    ? null
    : refuse(
        RULES.target,
        said('A correction is struck out, or what it corrects is corrected again.'),
      );
}

/** Judges a correction by the register that it corrects. */
export function judgeCorrection(
  act: ActOf<unknown>,
  correction: Correction,
  dossier: Dossier,
): Refusal | null {
  const { act: target, change } = correction;
  if (target === dossier.adoptedBy) return ofAdoption(act, dossier, change);
  const event = dossier.event(target);
  if (event) return change ? changeRefusal(act, dossier, event, change) : null;
  if (dossier.wasEvent(target)) {
    return refuse(RULES.target, said('{$target} is struck out already.', { target }), {
      remedy: said('Strike out the correction that did so.'),
    });
  }
  return ofCorrection(dossier, correction);
}
