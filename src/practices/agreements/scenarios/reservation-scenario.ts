/** What a scenario of reservations is: given a text and acts in their order, then what stands. */
import type { z } from 'zod';
import type { FinalClauses } from '../clauses.ts';
import type { Given } from '../rules/facts-for-tests.ts';
import type { Outcome, ProvisionRow } from '../rules/reservations/relations.ts';
import type { TermState } from '../rules/reservations/reservation-effects.ts';

/** An act as it comes in. `about` and `acts` name earlier ones by their `as`. */
export interface Step {
  readonly as?: string;
  readonly type: string;
  readonly actor?: string;
  readonly on: string;
  readonly about?: string;
  readonly acts?: readonly string[];
  readonly payload?: Readonly<Record<string, unknown>>;
  /** The rule that refuses it. */
  readonly refused?: string;
}

/** What is asked of two on a day, and what the answer is. */
export interface Answer {
  readonly between: readonly [string, string];
  readonly on: string;
  readonly outcome: Outcome;
  /** The states of reservations, by the name of each. */
  readonly terms?: Readonly<Record<string, TermState>>;
  /** The end of the period that runs. */
  readonly deadline?: string;
  /** What becomes of provisions. */
  readonly provisions?: Readonly<Record<string, ProvisionRow['state']>>;
}

export interface ReservationScenario {
  readonly title: string;
  readonly given?: Given;
  readonly clauses?: Partial<z.input<typeof FinalClauses>>;
  readonly kind?: 'multilateral' | 'bilateral' | 'constituent';
  /** Acts in the order in which they are admitted. */
  readonly when: readonly Step[];
  readonly answers: readonly Answer[];
}

/** A deposit of ratification. */
export const ratifies = (actor: string, on: string, as = `${actor} consents`): Step => ({
  as,
  type: 'deposit',
  actor,
  on,
  payload: { instrument: 'ratification' },
});

const words = [{ language: 'en', text: 'It does not consider itself bound by it.' }];

/** A reservation, to article 22 unless it says otherwise, named `reservation`. */
export const reserves = (
  actor: string,
  on: string,
  payload: Readonly<Record<string, unknown>> = {},
  as = 'reservation',
): Step => ({
  as,
  type: 'reserve',
  actor,
  on,
  payload: { provisions: ['art_22'], effect: 'excludes', text: words, ...payload },
});

/** An act about one that was named before. */
export const about = (
  type: string,
  actor: string,
  on: string,
  payload: Readonly<Record<string, unknown>> = {},
  target = 'reservation',
): Step => ({ type, actor, on, about: target, payload });

/** An objection to `reservation`, named by its maker. */
export const objects = (
  actor: string,
  on: string,
  payload: Readonly<Record<string, unknown>> = {},
): Step => ({
  as: `objection of ${actor}`,
  type: 'object',
  actor,
  on,
  about: 'reservation',
  payload: { text: [{ language: 'en', text: 'It objects.' }], ...payload },
});

/** Three parties from 2010-01-10; AAA reserves article 22 with its instrument. */
export const reserving: readonly Step[] = [
  ratifies('BBB', '2009-06-01'),
  ratifies('CCC', '2009-06-01'),
  ratifies('AAA', '2010-01-10'),
  reserves('AAA', '2010-01-10'),
];
