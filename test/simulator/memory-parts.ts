/** Parts and refusals that come late, over a record in memory: what follows when they come. */
import { type Act, type ActId, type SignedAct, readAct } from '../../src/kernel/act.ts';
import { audienceOf } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { RefusePayload } from '../../src/kernel/register.ts';
import { addPlaced, membersOfParts, placedIn } from '../../src/store/apply-act.ts';
import { audienceId } from '../../src/store/batch-state.ts';
import type { Catalog } from '../../src/store/catalog.ts';
import { partsForUs } from '../../src/store/holdings/lacking.ts';
import type { NodeIdentity, Work } from '../../src/store/work.ts';
import type { HeldAct, MemoryRecord, Row } from './memory-record.ts';
import { MemoryRows } from './memory-rows.ts';

/** Whether a part of the act that is for the node is not at hand. */
export function isLacking(node: NodeIdentity, { act, signed }: HeldAct): boolean {
  return partsForUs(node, act.header).some((at) => signed.parts[at] === null);
}

/** The act with the parts that came for it; null where none did that it lacked. */
export function withParts(work: Work, held: HeldAct, came: SignedAct): HeldAct | null {
  const { header } = held.act;
  const fresh = came.parts.flatMap((part, at) => (part && !held.signed.parts[at] ? [at] : []));
  if (fresh.length === 0) return null;
  for (const at of fresh) {
    const audience = audienceId(work.state, header.parts[at]?.marking ?? header.marking);
    work.state.usedAudiences.add(audience);
  }
  const parts = held.signed.parts.map((part, at) => part ?? came.parts[at] ?? null);
  const signed = { ...held.signed, parts };
  const act = readAct(signed);
  if (isRefusal(act)) throw new Error(`act ${held.act.id} cannot be read any more: ${act.reason}`);
  return { act, signed };
}

/** Refusals on record of an act that has not come yet. */
export function refusalsIn({ acts }: MemoryRecord, id: ActId): readonly Act[] {
  const refusing = [...acts.values()].filter(({ act }) => act.header.type === 'registers.refuse');
  return refusing
    .map(({ act }) => act)
    .filter(({ payload }) => RefusePayload.safeParse(payload).data?.act === id);
}

/** Makes the rows of all fields anew, in the order of the ledger, from the parts at hand. */
export function rowsAnew(record: MemoryRecord, catalog: Catalog): void {
  const rows = new MemoryRows(catalog);
  const inOrder = [...record.admissions.values()].sort((one, other) => one.ledger - other.ledger);
  for (const { act: id, audience, register, position, ledger } of inOrder) {
    const held = record.acts.get(id);
    const found = held && catalog.find(held.act.header.type);
    if (!held || !found) continue;
    const { header } = held.act;
    const recordedAt = record.recordedAt ?? '';
    const admission = { register, position, ledger, recordedAt };
    const act = { id, header, payload: null, admission };
    const placed = placedIn(catalog, found.definition, act, membersOfParts(held.signed.parts));
    addPlaced(rows, placed, act, (part) => {
      const marking = part === null ? undefined : header.parts[part]?.marking;
      const known = marking && record.standing.audiences.get(audienceOf(marking));
      return known ?? audience;
    });
  }
  record.rows.clear();
  for (const { table, key, row } of rows.gathered) {
    const known = record.rows.get(table) ?? new Map<string, Row>();
    record.rows.set(table, known.set(key, row));
  }
}
