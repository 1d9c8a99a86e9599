/**
 * Who may see it: a level of the Traffic Light Protocol 2.0 (FIRST) and the actors to whom it is
 * releasable. What is clear is for all; otherwise an empty release set means nobody.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ActorId } from './actor-id.ts';
import { canonicalText } from './canonical.ts';

export const LEVELS = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export const RELEASED_TO_MAX = 200;

const sortedOnce = (actors: readonly string[]): boolean =>
  actors.every((actor, at) => at === 0 || (actors[at - 1] ?? '') < actor);

export const Marking = z
  .strictObject({
    level: z.enum(LEVELS),
    /** Actors to whom it is releasable, sorted and each once: one audience has one form. */
    to: z.array(ActorId).max(RELEASED_TO_MAX).refine(sortedOnce, 'not sorted, or named twice'),
  })
  .refine((marking) => marking.level !== 'clear' || marking.to.length === 0, {
    message: 'what is clear is for all and names nobody',
  });
export type Marking = z.infer<typeof Marking>;

export const CLEAR: Marking = { level: 'clear', to: [] };

/** A marking for the actors, in its one form: sorted by code units, each once. */
export function markedFor(
  level: Exclude<Marking['level'], 'clear'>,
  to: Iterable<string>,
): Marking {
  return { level, to: [...new Set(to)].sort() };
}

/** The name of an audience: `clear`, or a digest of its level and release set. */
export function audienceOf(marking: Marking): string {
  if (marking.level === 'clear') return 'clear';
  return createHash('sha256').update(canonicalText(marking)).digest('hex').slice(0, 32);
}

/** Whether whoever may see the inner may see the outer too, at a level that is no looser. */
export function isWithin(inner: Marking, outer: Marking): boolean {
  if (LEVELS.indexOf(inner.level) < LEVELS.indexOf(outer.level)) return false;
  return outer.level === 'clear' || inner.to.every((actor) => outer.to.includes(actor));
}

/** Whether a viewer who acts for the actors may see what is so marked. */
export function mayView(marking: Marking, actors: readonly string[]): boolean {
  return marking.level === 'clear' || marking.to.some((actor) => actors.includes(actor));
}
