/** How keys and mandates change within a batch, so that the next act is judged by them. */
import type { ActOf } from '../kernel/act.ts';
import type { AdmittedAct } from '../kernel/define-area.ts';
import { keyIdOf } from '../kernel/key.ts';
import { isKeyAct, recoveringKey, settleKeyAct } from '../kernel/key-book.ts';
import type { KeyState } from '../kernel/mandate.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { RowChange } from '../kernel/table.ts';
import type { BatchState } from './batch-state.ts';
import { type KeyPayload, publicBytesOf } from '../kernel/authority-acts.ts';
import { REGISTRY } from './keys-area.ts';
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

/**
 * The key that an act of recovery brings and is signed with; the refusal where recovery keys do not
 * vouch for it. Judged before the act gets a place in its author's stream: else anybody could put
 * an act there.
 */
export function keyRecovered(
  state: BatchState,
  act: ActOf<unknown>,
  isSound: boolean,
): KeyState | Refusal | null {
  if (!isSound || act.header.type !== 'keys.recover') return null;
  // The area's schema accepted the payload: it is sound.
  return recoveringKey(state, act as ActOf<KeyPayload>, state.ledger + 1);
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
  if (isKeyAct(act.header.type)) {
    // The area's schema accepted the payload.
    settleKeyAct(state, act as AdmittedAct<KeyPayload>, ledger);
    introduce(state, act as AdmittedAct<KeyPayload>);
    state.keyless = false;
    return;
  }
  for (const { table, put } of changes) {
    if (table === mandateTable.name) {
      // Rows of the store's own tables are as their definitions say, here and below.
      setMandate(state, put as unknown as RecordTables['mandates_mandate'], ledger);
    } else if (table === mandateEndTable.name) {
      const { mandate } = put as unknown as RecordTables['mandates_end'];
      const known = state.mandates.get(mandate);
      if (known) state.mandates.set(mandate, { ...known, until: ledger + 1 });
    }
  }
}

/** An actor who was not met before is met here. */
function introduce({ elsewhere, registry }: BatchState, act: AdmittedAct<KeyPayload>): void {
  const { actor } = act.header;
  if (act.payload.publicKey === undefined || elsewhere.introduced.has(actor)) return;
  elsewhere.introduced.set(actor, registry);
}

function setMandate(state: BatchState, row: RecordTables['mandates_mandate'], from: number): void {
  const { mandate, actor, holder, covers, registers, from_on: fromOn, to_on: toOn, under } = row;
  const named = { act: mandate, actor, holder, covers, registers, fromOn, toOn, under };
  state.mandates.set(mandate, { ...named, from, until: null });
}
