/** Proofs of forks on the wire: a frame of acts, two by two. */
import type { SignedAct } from '../kernel/act.ts';
import type { Fork } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { placeOf } from './page-fault.ts';
import { FORK_RULE } from './rules.ts';
import { decodeActs, encodeActs } from './wire.ts';

export const FORKS_MAX = 100;
/** Acts that resolve forks, in one answer. */
export const RULINGS_MAX = 100;

/** The frame of as many forks as one answer holds. */
export function encodeForks(forks: readonly Fork[]): Uint8Array {
  return encodeActs(forks.slice(0, FORKS_MAX).flatMap(({ acts }) => acts));
}

function forkOf(one: SignedAct | undefined, other: SignedAct | undefined): Fork | null {
  if (!one || !other) return null;
  const [first, second] = [placeOf(one), placeOf(other)];
  const isOne = first !== null && first.stream === second?.stream && first.seq === second.seq;
  return isOne ? { stream: first.stream, seq: first.seq, acts: [one, other] } : null;
}

/** The forks of a frame; whether they prove anything is for `takeFork` to say. */
export function decodeForks(frame: Uint8Array): readonly Fork[] | Refusal {
  const acts = decodeActs(frame, 2 * FORKS_MAX);
  if (isRefusal(acts)) return acts;
  const forks: Fork[] = [];
  for (let at = 0; at < acts.length; at += 2) {
    const fork = forkOf(acts[at], acts[at + 1]);
    if (!fork)
      return refuse(FORK_RULE, said('What was sent as a fork is not two acts of one place.'));
    forks.push(fork);
  }
  return forks;
}
