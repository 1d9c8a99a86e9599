/** Loads the world that ships with the node, once: actors, agreements, bodies. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, Recorder } from '../kernel/submission.ts';
import { readWorldActors } from './actors.ts';
import { readWorldAgreements } from './agreements.ts';
import { type Loaded, loadActors } from './load-actors.ts';
import { loadAgreements } from './load-agreements.ts';
import { loadMeetings } from './load-meetings.ts';
import { readWorldMeetings } from './meetings.ts';

export interface WorldLoaded {
  readonly actors: Loaded;
  readonly agreements: Loaded;
  readonly meetings: Loaded;
}

const MARK = 'world';
const ACTORS_MARK = 'world.actors';

/** A recorder that remembers which world it was given. */
interface MarkedRecorder extends Recorder {
  mark(key: string): Promise<string | null>;
  setMark(key: string, value: string): Promise<void>;
}

/** A digest of every file of the world, so that a changed world is loaded again. */
export function worldDigest(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Records the world once: again only where its files are others than those that were loaded. */
export async function loadWorldOnce(
  store: MarkedRecorder,
  folder: string,
  report?: (progress: Progress) => void,
): Promise<WorldLoaded | null> {
  const digest = worldDigest(folder);
  if ((await store.mark(MARK)) === digest) return null;
  const loaded = await loadWorld(store, folder, report);
  await store.setMark(MARK, digest);
  return loaded;
}

/** Records the actors of the world once, and none of its agreements. */
export async function loadWorldActorsOnce(
  store: MarkedRecorder,
  folder: string,
  report?: (progress: Progress) => void,
): Promise<Loaded | null> {
  const actors = join(folder, 'actors');
  const digest = worldDigest(actors);
  if ((await store.mark(ACTORS_MARK)) === digest) return null;
  const loaded = await loadActors(store, readWorldActors(actors), report);
  await store.setMark(ACTORS_MARK, digest);
  return loaded;
}

/** Records the world from its folder. What cannot be recorded is in the result, with its reason. */
export async function loadWorld(
  store: Recorder,
  folder: string,
  report?: (progress: Progress) => void,
): Promise<WorldLoaded> {
  const world = readWorldActors(join(folder, 'actors'));
  const known = new Set(world.actors.map((actor) => actor.id));
  const agreements = readWorldAgreements(join(folder, 'agreements'), { actors: known });
  const meetings = readWorldMeetings(join(folder, 'meetings'));
  return {
    actors: await loadActors(store, world, report),
    agreements: await loadAgreements(store, agreements, report),
    meetings: await loadMeetings(store, meetings, report),
  };
}
