/**
 * Scenarios of this practice: given final clauses and acts, when one asks on a day, then this is
 * the answer. They are tests and documentation at once. Cases from real agreements name their
 * source in the title; the actors stand for the n-th depositor, not for a State.
 */
import { CONDITIONS } from './scenarios/conditions.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { SHAPES } from './scenarios/shapes.ts';
import { TIMES } from './scenarios/times.ts';

export const scenarios: readonly Scenario[] = [...SHAPES, ...CONDITIONS, ...TIMES];
