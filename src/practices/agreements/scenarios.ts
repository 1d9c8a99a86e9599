/**
 * Scenarios of this practice: given final clauses and acts, when one asks on a day, then this is
 * the answer. They are tests and documentation at once. Cases from real agreements name their
 * source in the title; the actors stand for the n-th depositor, not for a State.
 */
import { BILATERAL } from './scenarios/bilateral.ts';
import { CONDITIONS } from './scenarios/conditions.ts';
import { LIVES, type LifeScenario } from './scenarios/life.ts';
import { DESK } from './scenarios/desk.ts';
import type { DeskScenario } from './scenarios/desk-scenario.ts';
import { NEEDS, type Need } from './scenarios/needs.ts';
import { READINGS } from './scenarios/reading.ts';
import type { ReadingScenario } from './scenarios/reading-scenario.ts';
import type { ReservationScenario } from './scenarios/reservation-scenario.ts';
import { RESERVATIONS } from './scenarios/reservations.ts';
import { SPECIAL_RESERVATIONS } from './scenarios/reservations-special.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { SHAPES } from './scenarios/shapes.ts';
import { TEXTS, type TextScenario } from './scenarios/texts.ts';
import { TIMES } from './scenarios/times.ts';

/** What users ask for, each need with the scenarios that tell it. */
export const needs: readonly Need[] = NEEDS;

export const scenarios: readonly Scenario[] = [...SHAPES, ...BILATERAL, ...CONDITIONS, ...TIMES];

/** What stands between two under a text and its reservations: given, when, then. */
export const reservationScenarios: readonly ReservationScenario[] = [
  ...RESERVATIONS,
  ...SPECIAL_RESERVATIONS,
];

/** Over time: what ends or suspends an agreement, what amends it, what falls due. */
export const lives: readonly LifeScenario[] = LIVES;

/** A page of declarations, read into proposals: given, when, then. */
export const readings: readonly ReadingScenario[] = READINGS;

/** The depositary's desk, step by step. */
export const desk: readonly DeskScenario[] = DESK;

/** What a text says on a day in a language, through its amendments: given, when, then. */
export const textScenarios: readonly TextScenario[] = TEXTS;
