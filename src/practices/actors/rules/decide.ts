/** The judge of acts of the registry: pure, one act after another over what was loaded. */
import type { ActOf } from '../../../kernel/act.ts';
import { canonicalFault } from '../../../kernel/canonical.ts';
import type { Judge } from '../../../kernel/define-area.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { REGISTRY } from '../acts/definitions.ts';
import type { CorrectPayload } from '../acts/payloads.ts';
import { readCorrection, readFact, readHeld } from './held.ts';
import { judgeFact } from './judge-fact.ts';
import { CONTENT_RULE, CORRECTION_RULE, ONCE_RULE, OWN_NAME_RULE, REGISTER_RULE } from './law.ts';
import { type Held, type RegistryState, concerned } from './state.ts';

const CORRECTION = 'actors.correct';

function judgeName(act: ActOf<unknown>, held: Held): Refusal | null {
  const { actor, basis } = act.header;
  if (basis.kind === 'recorded' || concerned(held).includes(actor)) return null;
  return refuse(
    OWN_NAME_RULE,
    said('{$actor} signs for what concerns {$concerned}.', { actor, concerned: concerned(held) }),
    {
      remedy: said(
        'Sign in the name of one of them, or have the custodian record it from a source.',
      ),
      values: { actor },
    },
  );
}

function judgeRepetition(state: RegistryState, act: ActOf<unknown>): Refusal | null {
  if (!state.facts.has(readFact(act).entry.fact)) return null;
  return refuse(ONCE_RULE, said('The same was recorded from the same source before.'), {
    remedy: said('Nothing is to be done; where the earlier act was wrong, correct it.'),
  });
}

/** Whom and what a fact is about: a correction keeps it. */
function identityOf({ type, row }: Held): string {
  switch (type) {
    case 'actors.succeed':
      return `${row.predecessor} ${row.successor}`;
    case 'actors.join':
    case 'actors.leave':
      return `${row.group_id} ${row.member}`;
    case 'actors.measure':
      return `${row.actor} ${row.attribute}`;
    case 'actors.hold-office':
      return row.office;
    default:
      return row.actor;
  }
}

/** What would stand in place of the corrected fact; null where it is voided. */
function replaced(target: Held, correction: CorrectPayload): Held | Refusal | null {
  if (!('replacement' in correction)) return null;
  const next = readHeld(target.type, target.row, correction.replacement);
  if (isRefusal(next) || identityOf(next) === identityOf(target)) return next;
  return refuse(CORRECTION_RULE, said('The replacement is about something else.'), {
    remedy: said('Void the act, and record the other fact on its own.'),
  });
}

/** The act that is corrected, as it says now or said before it was voided. */
function targetOf(state: RegistryState, correction: CorrectPayload): Held | Refusal {
  const { act } = correction;
  const stands = state.held(act);
  const target = stands ?? state.voided(act);
  if (!target) {
    return refuse(CORRECTION_RULE, said('Act {$act} says nothing in this registry.', { act }), {
      remedy: said('Name the act that first said it, not a correction of it.'),
    });
  }
  if (stands || 'replacement' in correction) return target;
  return refuse(CORRECTION_RULE, said('Act {$act} is void already.', { act }));
}

/** Nothing else may rest on an actor whose entry is voided. */
function judgeVoiding(state: RegistryState, target: Held): Refusal | null {
  if (target.type !== 'actors.enter' || !state.isMentioned(target.row.actor)) return null;
  return refuse(
    CORRECTION_RULE,
    said('Other acts concern {$actor}.', { actor: target.row.actor }),
    {
      remedy: said('Void them first.'),
    },
  );
}

function judgeCorrection(state: RegistryState, act: ActOf<unknown>): Refusal | null {
  const correction = readCorrection(act.payload);
  if (isRefusal(correction)) return correction;
  const target = targetOf(state, correction);
  if (isRefusal(target)) return target;
  const next = replaced(target, correction);
  if (isRefusal(next)) return next;
  const refusal = judgeName(act, target);
  if (refusal) return refusal;
  return next ? judgedWithout(state, target, next) : judgeVoiding(state, target);
}

/** Judges the replacement as if what it replaces were not there. */
function judgedWithout(state: RegistryState, target: Held, next: Held): Refusal | null {
  const stands = state.held(target.row.entry) !== null;
  state.remove(target);
  const refusal = judgeFact(state, next);
  if (stands) state.add(target);
  return refusal;
}

/** Whether the registry takes the act; null where it does. */
export function decide(state: RegistryState, act: ActOf<unknown>): Refusal | null {
  const { type, register } = act.header;
  if (register !== REGISTRY) {
    return refuse(
      REGISTER_RULE,
      register === null
        ? said('Nothing is not the registry of actors.')
        : said('{$register} is not the registry of actors.', { register }),
      {
        remedy: said('Put the act to {$register}.', { register: REGISTRY }),
      },
    );
  }
  const fault = canonicalFault(act.payload);
  if (fault !== null)
    return refuse(CONTENT_RULE, said('The content cannot be read: {$fault}.', { fault }));
  if (type === CORRECTION) return judgeRepetition(state, act) ?? judgeCorrection(state, act);
  const { held } = readFact(act);
  if (!held)
    return refuse(CONTENT_RULE, said('The registry has no acts of type {$type}.', { type }));
  if (isRefusal(held)) return held;
  return judgeRepetition(state, act) ?? judgeName(act, held) ?? judgeFact(state, held);
}

/** Takes an accepted act into the state. */
export function evolve(state: RegistryState, act: ActOf<unknown>): void {
  if (act.header.type === CORRECTION) return evolveCorrection(state, act);
  const { held } = readFact(act);
  if (held && !isRefusal(held)) state.add(held);
}

function evolveCorrection(state: RegistryState, act: ActOf<unknown>): void {
  const correction = readCorrection(act.payload);
  if (isRefusal(correction)) return;
  state.facts.add(readFact(act).entry.fact);
  const target = state.held(correction.act) ?? state.voided(correction.act);
  if (!target) return;
  const next = replaced(target, correction);
  state.remove(target);
  if (next && !isRefusal(next)) state.add(next);
}

/** A judge over the state. */
export function judgeOf(state: RegistryState): Judge {
  return { decide: (act) => decide(state, act), evolve: (act) => evolve(state, act) };
}
