/** What a scenario is: given clauses and acts, when one asks on a day, then this is the answer. */
import type { EntryIntoForce } from '../clauses.ts';
import { EntryIntoForce as Clause } from '../clauses.ts';
import type { Given } from '../rules/facts-for-tests.ts';

export interface ScenarioAct {
  readonly kind: 'sign' | 'deposit' | 'withdraw' | 'apply-provisionally' | 'record-event';
  readonly actor: string;
  readonly on: string;
  readonly instrument?:
    | 'ratification'
    | 'accession'
    | 'succession'
    | 'acceptance'
    | 'notification'
    | 'note';
  readonly effectiveOn?: string;
  readonly form?: 'definitive';
  readonly event?: string;
}

export interface Scenario {
  readonly title: string;
  readonly facts?: Given;
  readonly adoptedOn: string;
  readonly clause: EntryIntoForce;
  readonly acts: readonly ScenarioAct[];
  /** Entry into force of the agreement; null for not in force. */
  readonly entersOn: string | null;
  /** Standings asked for: actor, day, standing, and since when. */
  readonly standings?: readonly (readonly [string, string, string, string | null])[];
  /** Actors whose instruments are not counted, in order. */
  readonly excluded?: readonly string[];
}

/** `count` deposits on consecutive days that end on the day given. */
export function deposits(count: number, lastOn: string): ScenarioAct[] {
  const last = Date.parse(`${lastOn}T00:00:00Z`);
  return Array.from({ length: count }, (_, at): ScenarioAct => {
    const day = new Date(last - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10);
    const letters = [Math.floor(at / 676), Math.floor(at / 26) % 26, at % 26];
    const actor = String.fromCharCode(...letters.map((letter) => 65 + letter));
    return { kind: 'deposit', actor, on: day, instrument: 'ratification' };
  });
}

/** A clause on entry into force, parsed by the grammar. */
export const clause = (given: Readonly<Record<string, unknown>>): EntryIntoForce =>
  Clause.parse({ citation: 'the final clauses', ...given });

export const counted = (count: number, delay: object, more: object = {}): EntryIntoForce =>
  clause({ when: { count, of: { any: true } }, delay, ...more });

/** A deposit, of a ratification unless it says otherwise. */
export function deposit(
  actor: string,
  on: string,
  instrument: NonNullable<ScenarioAct['instrument']> = 'ratification',
): ScenarioAct {
  return { kind: 'deposit', actor, on, instrument };
}

export const two = [deposit('AAA', '2001-03-01'), deposit('BBB', '2001-05-01')] as const;
