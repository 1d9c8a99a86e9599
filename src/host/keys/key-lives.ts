/** Keys from the act that brought each to the act that ended it. */
import { own } from '../../kernel/own.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { RecordedKey } from '../../store/key-questions.ts';
import type { doubtfulActs } from '../../store/doubtful-acts.ts';
import type { RecoveryAnswer } from '../../store/recovery-questions.ts';

/** How a key can come to its end. */
export type KeyEnd = 'rotate' | 'recover' | 'revoke';

interface Turn {
  readonly act: string;
  readonly type: string;
  readonly on: string;
}

/** One key, by which act and on which day it came, and how it ended; null while it counts. */
export interface KeyLife {
  readonly key: string;
  readonly came: Turn;
  readonly ended: (Turn & { readonly how: KeyEnd }) | null;
}

/** What the page of an actor's keys is made of. */
export interface KeysShown {
  readonly actor: string;
  readonly name: string;
  readonly lives: readonly KeyLife[];
  readonly recovery: RecoveryAnswer;
  readonly doubtful: Exclude<Awaited<ReturnType<typeof doubtfulActs.answer>>, Refusal>;
}

/** The plain date of an instant. */
export const dayOf = (at: string): string => at.slice(0, 'YYYY-MM-DD'.length);

const HOW: Readonly<Record<string, KeyEnd>> = {
  'keys.rotate': 'rotate',
  'keys.recover': 'recover',
};

/** Keys with the kinds of the acts that brought and ended them, in the order of the record. */
export function readLives(
  keys: readonly RecordedKey[],
  steps: RecoveryAnswer['rows'],
): readonly KeyLife[] {
  const types = new Map<string, string>(steps.map(({ act, type }) => [act, type]));
  const turn = (act: string, at: string, otherwise: string): Turn => {
    return { act, type: types.get(act) ?? otherwise, on: dayOf(at) };
  };
  return keys.map(({ key, registeredBy, recordedAt, endedBy, endedAt }) => {
    const came = turn(registeredBy, recordedAt, 'keys.register');
    if (endedBy === null || endedAt === null) return { key, came, ended: null };
    const end = turn(endedBy, endedAt, 'keys.revoke');
    return { key, came, ended: { ...end, how: own(HOW, end.type) ?? 'revoke' } };
  });
}
