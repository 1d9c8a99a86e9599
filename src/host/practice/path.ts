/** The guided path: its steps in their order, and how far somebody has come. */
import { type Recorded, doneIn } from './done.ts';
import { type Prepared, type Script, needsOf } from './script.ts';

/** Kept with the record when the file was taken to be verified, since no act says so. */
export const VERIFIED_MARK = 'practice.verified';

/** The step in which nothing is done, but what was done is taken away and verified. */
export const VERIFY = 'verify';

export interface Step {
  readonly key: string;
  readonly acts: readonly Prepared[];
  readonly isDone: boolean;
}

export interface Progressed {
  readonly steps: readonly Step[];
  /** The acts by which what is prepared was done, by key. */
  readonly done: ReadonlyMap<string, string>;
  /** How many acts the practice holds of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
}

/** How far a practice has come, by its record. */
export function progressOf(
  script: Script,
  recorded: readonly Recorded[],
  given: { readonly now: Date; readonly isVerified: boolean },
): Progressed {
  const done = doneIn(script, recorded, given.now);
  const byStep = Map.groupBy(script.path, ({ step = '' }) => step);
  const steps = [...byStep].map(([key, acts]) => {
    return { key, acts, isDone: acts.every((act) => done.has(act.key)) };
  });
  const kinds = new Map<string, number>();
  for (const { type } of recorded) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  const last = { key: VERIFY, acts: [], isDone: given.isVerified };
  return { steps: [...steps, last], done, kinds };
}

/** The first step that is not done; null where all are. */
export function nextStep({ steps }: Progressed): Step | null {
  return steps.find(({ isDone }) => !isDone) ?? null;
}

/** Whether what an act needs is there. */
export function isPossible(prepared: Prepared, { done }: Pick<Progressed, 'done'>): boolean {
  return needsOf(prepared).every((key) => done.has(key));
}
