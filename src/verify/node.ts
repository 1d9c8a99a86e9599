/** A node of its own for the run: an embedded database, the world's actors, and nothing else. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKey } from '../kernel/key.ts';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import type { FinalClauses } from '../practices/agreements/clauses.ts';
import { type ActorFacts, actors, loadActorFacts } from '../practices/actors/area.ts';
import { agreements } from '../practices/agreements/area.ts';
import { meetings } from '../practices/meetings/area.ts';
import { registerOf } from '../practices/agreements/acts/event.ts';
import { entryIntoForce, parties } from '../practices/agreements/questions/one.ts';
import type { DraftAct, Receipt } from '../kernel/submission.ts';
import type { Store } from '../store/contract.ts';
import { startEmbedded } from '../store/embedded-postgres.ts';
import { makeTestFolder } from '../store/embedded/test-folder.ts';
import { openStore } from '../store/open-store.ts';
import { readWorldActors } from '../world/actors.ts';
import { loadActors } from '../world/load-actors.ts';
import type { z } from 'zod';

const OPERATOR = 'un-secretary-general';

export interface Adopted {
  readonly agreement: string;
  readonly title: string;
  readonly adoptedOn: string;
  readonly finalClauses: z.input<typeof FinalClauses>;
}

/** A figure of an actor that a clause weighs. */
export interface Weight {
  readonly actor: string;
  readonly attribute: string;
  readonly value: string;
  readonly source: string;
}

export interface VerifyNode {
  readonly store: Store;
  /** Who keeps its registers. */
  readonly operator: string;
  /** The registry when the node was made. */
  readonly facts: ActorFacts;
  adopt(adopted: Adopted): Promise<Refusal | null>;
  weigh(weights: readonly Weight[]): Promise<readonly Receipt[]>;
  submit(drafts: readonly DraftAct[]): Promise<readonly Receipt[]>;
  /** The day of entry into force as known today, null for not in force, and what is missing. */
  entryIntoForce(
    agreement: string,
  ): Promise<{ on: string | null; missing: readonly string[] } | Refusal>;
  /** The days from which each actor is bound, in whatever standing. */
  effects(agreement: string): Promise<ReadonlyMap<string, string | null> | Refusal>;
  close(): Promise<void>;
}

function adoptionOf({ agreement, title, adoptedOn, finalClauses }: Adopted): DraftAct {
  return {
    type: 'agreements.adopt',
    register: registerOf(agreement),
    actor: OPERATOR,
    payload: {
      title: { en: title },
      kind: 'multilateral',
      sectors: ['diplomacy'],
      adoptedOn,
      finalClauses,
    },
    basis: { kind: 'recorded', source: 'Parameters of the case to be verified' },
  };
}

function measureOf({ actor, attribute, value, source }: Weight): DraftAct {
  return {
    type: 'actors.measure',
    register: 'actors/registry',
    actor,
    payload: { actor, attribute, value, unit: 'percent', from: null, to: null },
    basis: { kind: 'recorded', source },
  };
}

function asking(store: Store, today: string) {
  const at = { viewer: { actors: [] }, asOf: today, knownAt: null };
  return {
    async entryIntoForce(agreement: string) {
      const answer = await store.ask(entryIntoForce, { agreement }, at);
      return isRefusal(answer) ? answer : { on: answer.on, missing: answer.finding.missing };
    },
    async effects(agreement: string) {
      const answer = await store.ask(parties, { agreement }, at);
      if (isRefusal(answer)) return answer;
      return new Map(answer.rows.map((row) => [row.actor, row.effectiveOn]));
    },
  };
}

/** Starts the node and loads the registry of actors. `checkout` holds the folder `world`. */
export async function openVerifyNode(checkout: string, today: string): Promise<VerifyNode> {
  const dataDir = await makeTestFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  const key = generateKey();
  const store = await openStore({
    connection: server.connection,
    secret: 'a database that ends with this run',
    operator: OPERATOR,
    network: 'verify',
    keys: { keyFor: (actor) => (actor === OPERATOR ? key : null) },
    areas: [actors, agreements, meetings],
  });
  const loaded = await loadActors(store, readWorldActors(join(checkout, 'world', 'actors')));
  const refused = loaded.refused[0];
  if (refused) throw new Error(`the world’s actors are not all admitted: ${refused.reason}`);
  const facts = await store.read({ actors: [] }, (query) =>
    loadActorFacts(query, { asKnownAt: null }),
  );
  return {
    store,
    operator: OPERATOR,
    facts,
    ...asking(store, today),
    submit: (drafts) => store.submit(drafts),
    adopt: async (adopted) => {
      const [receipt] = await store.submit([adoptionOf(adopted)]);
      return receipt !== undefined && isRefusal(receipt) ? receipt : null;
    },
    weigh: (weights) => store.submit(weights.map(measureOf)),
    close: async () => {
      await store.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
