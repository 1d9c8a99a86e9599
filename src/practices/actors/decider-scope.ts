/** What a batch of acts concerns, told from the acts alone. */
import type { ActOf } from '../../kernel/act.ts';
import { canonicalFault } from '../../kernel/canonical.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readCorrection, readFact } from './rules/held.ts';
import { type Held, concerned } from './rules/state.ts';

export interface Scope {
  readonly actors: Set<string>;
  readonly attributes: Set<string>;
  /** Digests of what the acts say. */
  readonly facts: Set<string>;
  /** Acts that are corrected. */
  readonly corrected: Set<string>;
}

/** Adds the actors and attributes that a fact concerns. */
export function widen(scope: Scope, held: Held): void {
  for (const actor of concerned(held)) scope.actors.add(actor);
  if (held.type === 'actors.measure') scope.attributes.add(held.row.attribute);
}

function include(scope: Scope, act: ActOf<unknown>): void {
  const { entry, held } = readFact(act);
  scope.facts.add(entry.fact);
  if (held) {
    if (!isRefusal(held)) widen(scope, held);
  } else {
    const correction = readCorrection(act.payload);
    if (!isRefusal(correction)) scope.corrected.add(correction.act);
  }
}

/** What the acts concern; those that cannot be read concern nothing. */
export function scopeOf(acts: readonly ActOf<unknown>[]): Scope {
  const scope: Scope = {
    actors: new Set(),
    attributes: new Set(),
    facts: new Set(),
    corrected: new Set(),
  };
  for (const act of acts) if (canonicalFault(act.payload) === null) include(scope, act);
  return scope;
}
