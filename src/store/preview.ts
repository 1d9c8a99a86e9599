/** Decides a draft without recording it. */
import type { AdmittedAct, Area } from '../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import type { RowChange } from '../kernel/table.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { draftCandidate } from './draft-candidate.ts';
import { type Recorder, beginWork } from './record-batch.ts';

/** A draft that would be admitted: as the act that it would be, and the rows that would follow. */
export interface Admissible {
  readonly area: Area;
  readonly act: AdmittedAct<unknown>;
  readonly changes: readonly RowChange[];
}

/** The refusal, or what would be admitted. Judging writes nothing for a single draft. */
export async function previewDraft(
  recorder: Recorder,
  draft: DraftAct,
): Promise<Refusal | Admissible> {
  const candidate = draftCandidate(recorder.catalog, recorder.node.operator, draft);
  if (isRefusal(candidate)) return candidate;
  const silent = await recorder.gate.refusal();
  if (silent) return silent;
  const { verdicts } = await recorder.writer
    .transaction()
    .setAccessMode('read only')
    .execute((db) => beginWork(recorder, db, [candidate]));
  const [verdict] = verdicts;
  if (verdict?.verdict === 'accepted' || verdict?.verdict === 'sent') {
    const { act, changes } = verdict;
    return { area: candidate.found.area, act, changes };
  }
  if (verdict?.verdict === 'refused') return verdict.refusal;
  throw new Error('a draft was not judged');
}
