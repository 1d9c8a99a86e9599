/** Decides a draft without recording it. */
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import type { RowChange } from '../kernel/table.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { draftCandidate } from './draft-candidate.ts';
import { type Recorder, beginWork } from './record-batch.ts';

/** The refusal, or the rows that would follow. Judging writes nothing for a single draft. */
export async function previewDraft(
  recorder: Recorder,
  draft: DraftAct,
): Promise<Refusal | readonly RowChange[]> {
  const candidate = draftCandidate(recorder.catalog, recorder.node.operator, draft);
  if (isRefusal(candidate)) return candidate;
  const { verdicts } = await recorder.writer
    .transaction()
    .setAccessMode('read only')
    .execute((db) => beginWork(recorder, db, [candidate]));
  const [verdict] = verdicts;
  if (verdict?.verdict === 'accepted') return verdict.changes;
  if (verdict?.verdict === 'refused') return verdict.refusal;
  throw new Error('a draft was not judged');
}
