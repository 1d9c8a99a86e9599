/** A register on paper, for tests: acts are judged and taken in as the store would do it. */
import type { ActOf, Header } from '../../kernel/act.ts';
import { CLEAR } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { registerOf } from './acts/event.ts';
import { judgeBy } from './decider.ts';
import type { FinalClauses } from './clauses.ts';
import { Docket } from './rules/docket.ts';
import type { z } from 'zod';
import { type Given, factsFrom } from './rules/facts-for-tests.ts';

/** An act as a test tells it. */
export interface Told {
  /** Without its area: `sign`. */
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor?: string;
  /** Absent: recorded from `a source`; null: signed. */
  readonly source?: string | null;
  readonly agreement?: string;
  /** Where it does not stand in the register of an agreement. */
  readonly register?: string;
  readonly effectiveOn?: string;
  readonly issuedAt?: string;
}

let acts = 0;

/** The act with a header and an id of its own. */
export function actOf(told: Told): ActOf<unknown> {
  acts += 1;
  const { source = 'a source', actor = 'AAA', agreement = 'convention' } = told;
  const header: Header = {
    network: 'paper',
    type: `agreements.${told.type}`,
    author: source === null ? actor : 'depositary',
    actor,
    key: '0'.repeat(32),
    mandate: null,
    basis: source === null ? { kind: 'signed' } : { kind: 'recorded', source },
    stream: 'depositary/clear',
    seq: acts,
    prev: null,
    parents: [],
    register: told.register ?? registerOf(agreement),
    effectiveOn: told.effectiveOn ?? null,
    issuedAt: told.issuedAt ?? '2026-01-01T00:00:00.000Z',
    marking: CLEAR,
    parts: [{ digest: '0'.repeat(64) }],
  };
  return { id: `${acts}`.padStart(64, '0'), header, payload: told.payload };
}

type Clauses = Partial<z.input<typeof FinalClauses>>;

/** A payload of adoption on 2000-01-01, in force at once with the second consent. */
export function adoption(clauses: Clauses = {}, more: object = {}): Record<string, unknown> {
  return {
    title: { en: 'Convention' },
    kind: 'multilateral',
    sectors: ['environment'],
    adoptedOn: '2000-01-01',
    finalClauses: {
      entryIntoForce: {
        when: { count: 2, of: { any: true } },
        delay: { days: 0 },
        citation: 'Article 1',
      },
      ...clauses,
    },
    ...more,
  };
}

/** Registers on paper, and who refused what. */
export class PaperRegisters {
  readonly docket: Docket;
  readonly #judge: ReturnType<typeof judgeBy>;

  constructor(given: Given = {}) {
    this.docket = new Docket(new Map(), factsFrom(given));
    this.#judge = judgeBy(this.docket);
  }

  /** The id of the rule that refuses the act, or null; nothing is taken in. */
  ask(told: Told): string | null {
    const refusal = this.#judge.decide(actOf(told));
    return isRefusal(refusal) ? refusal.rule.id.replace('agreements.', '') : null;
  }

  /** The act's id, or the id of the rule that refused it, in front of which stands `refused:`. */
  put(told: Told): string {
    const act = actOf(told);
    const refusal = this.#judge.decide(act);
    if (isRefusal(refusal)) return `refused: ${refusal.rule.id}`;
    this.#judge.evolve(act);
    return act.id;
  }

  /** Takes in what is expected to be accepted; its id. */
  take(told: Told): string {
    const id = this.put(told);
    if (id.startsWith('refused')) throw new Error(`${told.type}: ${id}`);
    return id;
  }
}
