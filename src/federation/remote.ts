/** Another node, or what came from one on a stick, as far as pulling is concerned. */
import type { ActId, SignedAct } from '../kernel/act.ts';
import type { Fork, StreamEnd } from '../kernel/exchange.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** What it answers is believed by nobody: `pull` checks each answer. */
export interface Remote {
  /** The streams that it offers to us. */
  heads(): Promise<readonly StreamEnd[] | Refusal>;
  /** Acts of a stream from a sequence number on, within the bounds of a page. */
  page(stream: string, from: number): Promise<readonly SignedAct[] | Refusal>;
  /** The forks that it knows of. */
  forks(): Promise<readonly Fork[] | Refusal>;
  /** Acts by which authors resolved forks of their own streams. */
  rulings?(): Promise<readonly SignedAct[] | Refusal>;
  /** Those of these acts that it has, and may give to us. */
  acts?(ids: readonly ActId[]): Promise<readonly SignedAct[] | Refusal>;
}
