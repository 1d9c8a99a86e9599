/** Loads the world that ships with the node, once: its actors, then its agreements. */
import { join } from 'node:path';
import type { Progress, Store } from '../store/contract.ts';
import { readWorldActors } from './actors.ts';
import { readWorldAgreements } from './agreements.ts';
import { type Loaded, loadActors } from './load-actors.ts';
import { loadAgreements } from './load-agreements.ts';

export interface WorldLoaded {
  readonly actors: Loaded;
  readonly agreements: Loaded;
}

/** Records the world from its folder. What cannot be recorded is in the result, with its reason. */
export async function loadWorld(
  store: Pick<Store, 'submit' | 'operator'>,
  folder: string,
  report?: (progress: Progress) => void,
): Promise<WorldLoaded> {
  const world = readWorldActors(join(folder, 'actors'));
  const known = new Set(world.actors.map((actor) => actor.id));
  const agreements = readWorldAgreements(join(folder, 'agreements'), { actors: known });
  return {
    actors: await loadActors(store, world, report),
    agreements: await loadAgreements(store, agreements, report),
  };
}
