/** Vectors of other projects: their JSON, and a verdict held against the one that they know. */
import type { Outcome, TruthFolder } from './family.ts';

/** The JSON of a file; throws where there is none, for then the folder is not what it says. */
export function jsonIn(folder: TruthFolder, path: string): unknown {
  const bytes = folder.read(path);
  if (bytes === null) throw new Error(`there is no file ${path}`);
  const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return value;
}

/** Whether what is bad was found out, and what is good was not. `fault` is null for none. */
export function judged(name: string, fault: string | null, isBad: boolean): Outcome {
  if ((fault !== null) === isBad) return { case: name, outcome: 'reproduced' };
  const reason =
    fault === null ? 'accepted, known to be bad' : `refused, known to be good: ${fault}`;
  return { case: name, outcome: 'missed', reason };
}
