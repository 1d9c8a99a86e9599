/** How keys and mandates change within a batch, so that the next act is judged by them. */
import type { AdmittedAct } from '../kernel/define-area.ts';
import { keyIdOf } from '../kernel/key.ts';
import type { KeyState } from '../kernel/mandate.ts';
import type { RowChange } from '../kernel/table.ts';
import type { BatchState } from './batch-state.ts';
import { publicBytesOf } from '../kernel/authority-acts.ts';
import { REGISTRY, keyEndTable, keyTable } from './keys-area.ts';
import { isForeignRegistry } from '../kernel/taking.ts';
import { evolveElsewhere } from './elsewhere.ts';
import { mandateEndTable, mandateTable } from './mandates-area.ts';
import type { RecordTables } from './record-tables.ts';
import type { Presented, Work } from './work.ts';

/**
 * The key that the very first act brings: the operator's, signed with itself. Nobody could vouch
 * for it earlier, and once any key is known this way is closed.
 */
export function genesisKey(work: Work, presented: Presented): KeyState | null {
  const { header, payload } = presented.act;
  const { operator } = work.node;
  if (!work.state.keyless || presented.candidate.kind !== 'draft') return null;
  if (header.type !== 'keys.register' || header.register !== REGISTRY) return null;
  if (header.author !== operator || header.actor !== operator) return null;
  // The area's schema accepted the payload.
  const bytes = publicBytesOf((payload as { publicKey: string }).publicKey);
  const key = keyIdOf(bytes);
  if (key !== header.key) return null;
  return { key, actor: operator, publicKey: bytes, from: work.state.ledger + 1, until: null };
}

/** Carries what an act that was admitted, here or elsewhere, says of keys and mandates. */
export function recordAuthority(
  state: BatchState,
  act: AdmittedAct<unknown>,
  changes: readonly RowChange[],
): void {
  if (isForeignRegistry(act.admission.register)) evolveElsewhere(state, act, changes);
  else evolveAuthority(state, act, changes);
}

function evolveAuthority(
  state: BatchState,
  act: AdmittedAct<unknown>,
  changes: readonly RowChange[],
): void {
  const { ledger, register } = act.admission;
  if (register !== state.registry) return;
  for (const { table, put } of changes) {
    if (table === keyTable.name) {
      // Rows of the store's own tables are as their definitions say, here and below.
      const row = put as unknown as RecordTables['keys_key'];
      const publicKey = publicBytesOf(row.public_key);
      const { key, actor } = row;
      state.keys.set(key, { key, actor, publicKey, from: ledger, until: null });
      state.keyless = false;
    } else if (table === keyEndTable.name) {
      const { key } = put as unknown as RecordTables['keys_end'];
      const known = state.keys.get(key);
      if (known) state.keys.set(key, { ...known, until: ledger + 1 });
    } else if (table === mandateTable.name) {
      setMandate(state, put as unknown as RecordTables['mandates_mandate'], ledger);
    } else if (table === mandateEndTable.name) {
      const { mandate } = put as unknown as RecordTables['mandates_end'];
      const known = state.mandates.get(mandate);
      if (known) state.mandates.set(mandate, { ...known, until: ledger + 1 });
    }
  }
}

function setMandate(state: BatchState, row: RecordTables['mandates_mandate'], from: number): void {
  const { mandate, actor, holder, covers, registers, from_on: fromOn, to_on: toOn } = row;
  const named = { act: mandate, actor, holder, covers, registers, fromOn, toOn };
  state.mandates.set(mandate, { ...named, from, until: null });
}
