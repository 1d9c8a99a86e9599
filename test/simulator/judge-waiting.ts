/**
 * Judges what stands in its author's stream for a register of this node, and was never decided on:
 * it came while the node could sign nothing, or its decision was lost with the disk.
 */
import type { ActId } from '../../src/kernel/act.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { signedCandidate } from '../../src/store/signed-candidate.ts';
import { isStripped } from '../../src/store/holdings/withheld.ts';
import { judgeOurs } from '../../src/store/judge-batch.ts';
import type { Verdict } from '../../src/store/work.ts';
import type { Batch } from './memory-batch.ts';
import type { HeldAct } from './memory-record.ts';

function isUndecided({ record, work }: Batch, { act, signed }: HeldAct): boolean {
  const { id, header } = act;
  if (header.register === null || header.type.startsWith('registers.')) return false;
  const custodian = work.state.registers.get(header.register)?.custodian;
  if (custodian === undefined || work.node.keys.keyFor(custodian) === null) return false;
  const isOurs = work.node.keys.keyFor(header.author) !== null;
  // Keys and mandates of another node are that node's to decide on.
  if (!isOurs && header.register.startsWith('actors/')) return false;
  // What came without the part that it is judged by waits for that.
  if (isStripped(work.node, { act, signed })) return false;
  return !record.admissions.has(id) && !record.refusals.has(id);
}

/** The verdicts, in the order in which the acts stand in their streams. */
export async function judgeWaiting(
  batch: Batch,
  among: readonly ActId[] | null = null,
): Promise<Verdict[]> {
  const { record, work } = batch;
  const verdicts: Verdict[] = [];
  const waiting = [...record.acts.values()].filter(
    (held) => (among?.includes(held.act.id) ?? true) && isUndecided(batch, held),
  );
  for (const { act, signed } of waiting) {
    const candidate = signedCandidate(work.catalog, work.node, signed);
    if (isRefusal(candidate)) continue;
    const head = work.state.streams.get(act.header.stream);
    const judge = await work.judgeOf(candidate.found.area, [act]);
    const { header, signature, parts } = signed;
    const verdict = judgeOurs(work, judge, candidate, { act, header, signature, parts, key: null });
    if (verdict) verdicts.push(verdict);
    // It stands where it stood: nothing follows it that did not before.
    if (head) work.state.streams.set(act.header.stream, head);
  }
  return verdicts;
}
