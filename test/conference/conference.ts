/** A small conference, for tests that open every page and ask every question. */
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Store } from '../../src/store/contract.ts';
import { amendmentActs } from './amendments.ts';
import { recordBallots } from './ballots.ts';
import { bodyActs } from './bodies.ts';
import { decisionActs } from './decisions.ts';
import { drafting } from './drafting.ts';
import { positionActs } from './positions.ts';
import { powerActs } from './power.ts';
import { sessionActs } from './sessions.ts';
import { textActs } from './texts.ts';
import { voteActs } from './votes.ts';

/** Every act of it, in the order in which they are recorded. */
export function conferenceActs(operator: string): readonly DraftAct[] {
  const draft = drafting(operator);
  return [
    bodyActs,
    powerActs,
    sessionActs,
    textActs,
    decisionActs,
    amendmentActs,
    voteActs,
    positionActs,
  ].flatMap((acts) => acts(draft));
}

/** Records it; one after another, since an act may rest on the one before it. */
export async function recordConference(store: Store): Promise<void> {
  for (const draft of conferenceActs(store.operator)) {
    const [receipt] = await store.submit([draft]);
    if (isRefusal(receipt)) throw new Error(`${draft.type}: ${receipt.reason}`);
  }
  await recordBallots(store);
}
