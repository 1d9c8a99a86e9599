/** Records the roll calls that ship with the node, in the way in which an import does. */
import { join } from 'node:path';
import type { Progress } from '../kernel/submission.ts';
import {
  type RollCallReport,
  type RollCallStore,
  recordRollCalls,
} from '../practices/meetings/import/import-roll-calls.ts';
import { worldDigest } from './load.ts';
import { readWorldRollCalls } from './roll-calls.ts';

/** Where their tables lie below the folder of the world. */
const FOLDER = join('meetings', 'roll-calls');
const MARK = 'world.roll-calls';

/** Whose members vote in the bodies of the tables. */
const GROUP = 'un';
const SOURCE =
  'Roll calls of the United Nations General Assembly, collection dgrtwo/unvotes (E. Voeten)';

/** A store that remembers which tables it was given. */
interface MarkedStore extends Pick<RollCallStore, 'submit' | 'read'> {
  readonly operator: string;
  mark(key: string): Promise<string | null>;
  setMark(key: string, value: string): Promise<void>;
}

/** Records the shipped roll calls once: again only where their tables have changed. */
export async function loadRollCallsOnce(
  store: MarkedStore,
  folder: string,
  report?: (progress: Progress) => void,
): Promise<readonly RollCallReport[]> {
  const own = join(folder, FOLDER);
  const digest = worldDigest(own);
  if ((await store.mark(MARK)) === digest) return [];
  const telling: RollCallStore = {
    submit: (drafts) => store.submit(drafts),
    read: (viewer, reading) => store.read(viewer, reading),
    // A node that starts has no readers yet, to whom progress would have to be written down.
    tell: (progress) => Promise.resolve(report?.(progress)),
  };
  const reports: RollCallReport[] = [];
  for (const { body, given } of readWorldRollCalls(own)) {
    const options = { body, source: SOURCE, custodian: store.operator, group: GROUP };
    reports.push(await recordRollCalls(telling, given, options));
  }
  await store.setMark(MARK, digest);
  return reports;
}
