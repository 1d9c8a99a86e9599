/** Cuts what is handed in into batches, and records one after another. */
import type { SignedAct } from '../kernel/act.ts';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import type { Candidate } from './candidate.ts';
import type { DraftAct, Progress, Receipt } from '../kernel/submission.ts';
import { draftCandidate } from './draft-candidate.ts';
import { decideAwaited } from './holdings/decide-kept.ts';
import { type Recorder, recordBatch } from './record-batch.ts';
import { signedCandidate } from './signed-candidate.ts';

export const BATCH_ACTS_MAX = 1000;
/** A batch is in memory at once, several times over. */
export const BATCH_SIZE_BYTES_MAX = 8 * 1024 * 1024;

/** How a submission is called where its progress is told. */
export const SUBMIT_TASK = 'submit';

/** Takes the next batch from what is left. */
function nextBatch<Given>(
  given: readonly Given[],
  from: number,
  prepare: (one: Given) => Candidate | Refusal,
): (Candidate | Refusal)[] {
  const batch: (Candidate | Refusal)[] = [];
  let sizeBytes = 0;
  for (let at = from; at < given.length && batch.length < BATCH_ACTS_MAX; at++) {
    const candidate = prepare(given[at] as Given);
    sizeBytes += isRefusal(candidate) ? 0 : candidate.sizeBytes;
    batch.push(candidate);
    if (sizeBytes >= BATCH_SIZE_BYTES_MAX) break;
  }
  return batch;
}

/** The registers in which something was admitted that acts may wait for. */
function awaitedIn(
  batch: readonly (Candidate | Refusal)[],
  receipts: readonly Receipt[],
): readonly string[] {
  const registers = batch.flatMap((one, at) => {
    const receipt = receipts[at];
    if (isRefusal(one) || !one.found.definition.awaited || !receipt) return [];
    return 'ledger' in receipt && !receipt.again ? [receipt.register] : [];
  });
  return [...new Set(registers)];
}

/** Records all in batches; while the database works on one, the next is made ready. */
async function inBatches<Given>(
  recorder: Recorder,
  given: readonly Given[],
  prepare: (one: Given) => Candidate | Refusal,
  report: (progress: Progress) => void,
): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let batch = nextBatch(given, 0, prepare);
  while (batch.length > 0) {
    const recording = recordBatch(recorder, batch);
    const next = nextBatch(given, receipts.length + batch.length, prepare);
    const received = await recording;
    receipts.push(...received);
    await decideAwaited(recorder, awaitedIn(batch, received));
    // What is done at once has no progress to tell.
    if (given.length > BATCH_ACTS_MAX) {
      report({ task: SUBMIT_TASK, done: receipts.length, total: given.length });
    }
    batch = next;
  }
  return receipts;
}

/** Records drafts; a receipt for each, in order. */
export async function submitDrafts(
  recorder: Recorder,
  drafts: readonly DraftAct[],
  report: (progress: Progress) => void,
): Promise<Receipt[]> {
  const { catalog, node } = recorder;
  return inBatches(
    recorder,
    drafts,
    (draft) => draftCandidate(catalog, node.operator, draft),
    report,
  );
}

/** Records signed acts from elsewhere; a receipt for each, in order. */
export async function receiveActs(
  recorder: Recorder,
  acts: readonly SignedAct[],
  report: (progress: Progress) => void,
): Promise<Receipt[]> {
  const { catalog, node } = recorder;
  return inBatches(recorder, acts, (signed) => signedCandidate(catalog, node, signed), report);
}
