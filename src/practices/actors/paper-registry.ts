/** A registry without a database, for scenarios and tests: the same rules, the rows in arrays. */
import { createHash } from 'node:crypto';
import type { ActOf, Header } from '../../kernel/act.ts';
import type {
  ActDefinition,
  Asked,
  MemoryKind,
  Query,
  Question,
} from '../../kernel/define-area.ts';
import { CLEAR } from '../../kernel/marking.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { REGISTRY, actorActs } from './acts/definitions.ts';
import { type Registry, type SaidRows, registryFrom } from './registry.ts';
import { judgeOf } from './rules/decide.ts';
import { RegistryState } from './rules/state.ts';
import type { ActorTables } from './tables.ts';

/** An act as a scenario tells it. */
export interface Told {
  readonly type: string;
  readonly payload: unknown;
  /** Absent: recorded from `a test`. Null: signed. */
  readonly source?: string | null;
  /** In whose name; absent: the registry's own. */
  readonly actor?: string;
}

const AUTHOR = 'registry';
const FIRST_DAY_MS = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

function headerOf(told: Told, issuedAt: string): Header {
  const source = told.source === undefined ? 'a test' : told.source;
  return {
    network: 'paper',
    type: told.type,
    author: AUTHOR,
    actor: told.actor ?? AUTHOR,
    key: '0'.repeat(32),
    mandate: null,
    basis: source === null ? { kind: 'signed' } : { kind: 'recorded', source },
    stream: `${AUTHOR}/clear`,
    seq: 1,
    prev: null,
    parents: [],
    register: REGISTRY,
    effectiveOn: null,
    issuedAt,
    marking: CLEAR,
    parts: [{ digest: '0'.repeat(64) }],
  };
}

const DEFINITIONS = new Map<string, ActDefinition>(actorActs.map((one) => [one.type, one]));

export class PaperRegistry {
  readonly #judge = judgeOf(new RegistryState());
  readonly #rows: { table: string; row: Record<string, unknown> }[] = [];
  #position = 0;

  /** The instant of the n-th accepted act, from 1: one each day from the first of January 2026. */
  static instant(position: number): string {
    return new Date(FIRST_DAY_MS + (position - 1) * DAY_MS).toISOString();
  }

  /** Judges and applies an act: its id, or why not. */
  tell(told: Told): string | Refusal {
    const recordedAt = PaperRegistry.instant(this.#position + 1);
    const id = createHash('sha256')
      .update(`${this.#position + 1}`)
      .digest('hex');
    const act: ActOf<unknown> = {
      id,
      header: headerOf(told, recordedAt),
      payload: told.payload,
    };
    const refusal = this.#judge.decide(act);
    if (refusal) return refusal;
    this.#judge.evolve(act);
    this.#position += 1;
    const where = { register: REGISTRY, position: this.#position, ledger: this.#position };
    const changes = DEFINITIONS.get(told.type)?.apply({
      ...act,
      admission: { ...where, recordedAt },
      // The judge parsed the payload by the schema of its type.
    } as never);
    for (const { table, put } of changes ?? []) {
      const added = { act: id, ...where, recorded_at: recordedAt, audience: 0 };
      this.#rows.push({ table, row: { ...put, ...added } });
    }
    return id;
  }

  #said(): SaidRows {
    const read = <Name extends keyof ActorTables>(name: Name) => {
      const rows = this.#rows.filter(({ table }) => table === name);
      // `apply` made the rows for the tables of these names.
      return rows.map(({ row }) => row) as unknown as ActorTables[Name][];
    };
    return {
      actors: read('actors_actor'),
      names: read('actors_name'),
      successions: read('actors_succession'),
      memberships: read('actors_membership_event'),
      attributes: read('actors_attribute'),
      offices: read('actors_office'),
      corrections: read('actors_correction'),
    };
  }

  /** The registry as it stands. */
  registry(): Registry {
    return registryFrom(this.#said());
  }

  /** Answers a question as of a day, as known at an instant. */
  async ask<Input, Output>(
    question: Question<Input, Output>,
    input: Input,
    at: { asOf: string; knownAt?: string },
  ): Promise<Output | Refusal> {
    const said = this.#said();
    // What was read of the tables is remembered, so that no question goes to a database.
    const present: unknown = { said, registry: registryFrom(said), lastAt: '9999' };
    const asked: Asked = {
      query: {} as Query,
      viewer: { actors: [] },
      asOf: at.asOf,
      knownAt: at.knownAt ?? null,
      now: `${at.asOf}T12:00:00.000Z`,
      memory: {
        recall: <Value>(kind: MemoryKind<Value>) =>
          kind.name === 'actors.present' ? (present as Value) : undefined,
        latest: () => undefined,
        keep: () => undefined,
      },
    };
    return question.answer(asked, input);
  }
}
