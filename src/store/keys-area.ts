/**
 * Keys live in the record: an actor's key counts from the act that registers it to the act that
 * rotates or revokes it. The tables are two, so that no row need be known to write the other.
 */
import type { Kysely } from 'kysely';
import type { ActOf } from '../kernel/act.ts';
import {
  AUTHORITY_REGISTER,
  type KeyPayload,
  RecoverKeyPayload,
  RegisterKeyPayload,
  RevokeKeyPayload,
  RotateKeyPayload,
  SetRecoveryPayload,
  publicBytesOf,
} from '../kernel/authority-acts.ts';
import {
  type AdmittedAct,
  type Judge,
  type Query,
  defineAct,
  defineArea,
} from '../kernel/define-area.ts';
import { KEY_END_RULE, judgeKeyAct, settleKeyAct } from '../kernel/key-book.ts';
import { keyIdOf } from '../kernel/key.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { type RowChange, defineTable, put } from '../kernel/table.ts';
import { doubtfulActs } from './doubtful-acts.ts';
import { listKeys } from './key-questions.ts';
import { loadAuthors, loadKeyBook } from './load-keys.ts';
import type { RecordTables } from './record-tables.ts';
import { showRecovery } from './recovery-questions.ts';

/** The register of keys and mandates; its custodian is the operator who opened it. */
export const REGISTRY = AUTHORITY_REGISTER;

export const keyTable = defineTable({
  name: 'keys_key',
  columns: {
    /** The register of keys and mandates, this node's own or one beside it. */
    registry: { type: 'text' },
    key: { type: 'text' },
    actor: { type: 'text' },
    /** 32 bytes, base64url. */
    public_key: { type: 'text' },
  },
  key: ['registry', 'key'],
  indexes: [['key'], ['actor']],
});

/** Since when a key counts no more; the row's `ledger` is the last place at which it does. */
export const keyEndTable = defineTable({
  name: 'keys_end',
  columns: {
    registry: { type: 'text' },
    key: { type: 'text' },
    /** The last act that its owner stands by; what the key signed after it is in doubt. */
    effective_from: { type: 'text', nullable: true },
  },
  key: ['registry', 'key'],
});

/** Who may recover an actor's keys; of an actor's rows the last one says it. */
export const recoveryTable = defineTable({
  name: 'keys_recovery',
  columns: {
    registry: { type: 'text' },
    actor: { type: 'text' },
    /** 32 bytes each, base64url. */
    keys: { type: 'text[]' },
    threshold: { type: 'integer' },
    set_by: { type: 'text' },
  },
  key: ['registry', 'actor', 'set_by'],
});

/** Every act on an actor's keys, in order: the last is what approvals of recovery keys name. */
export const keyActTable = defineTable({
  name: 'keys_act',
  columns: {
    registry: { type: 'text' },
    actor: { type: 'text' },
    type: { type: 'text' },
    done_by: { type: 'text' },
  },
  key: ['registry', 'actor', 'done_by'],
});

const EXAMPLE_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const EXAMPLE_APPROVAL = { key: '0'.repeat(32), signature: 'A'.repeat(86) };

/** What every act on keys leaves, and the key that it brings. */
function keyRows({ id, admission, header, payload }: AdmittedAct<KeyPayload>): RowChange[] {
  const { register: registry } = admission;
  const { actor, type } = header;
  const done = put(keyActTable, { registry, actor, type, done_by: id });
  if (payload.publicKey === undefined) return [done];
  const key = keyIdOf(publicBytesOf(payload.publicKey));
  return [done, put(keyTable, { registry, key, actor, public_key: payload.publicKey })];
}

function endRows({ admission, payload }: AdmittedAct<KeyPayload>, keys: readonly string[]) {
  const { register: registry } = admission;
  const effective_from = payload.effectiveFrom ?? null;
  return keys.map((key) => put(keyEndTable, { registry, key, effective_from }));
}

const acts = [
  defineAct({
    type: 'keys.register',
    title: 'Register a key',
    payload: RegisterKeyPayload,
    example: { actor: 'un-secretary-general', publicKey: EXAMPLE_KEY },
    opens: true,
    apply: keyRows,
  }),
  defineAct({
    type: 'keys.rotate',
    title: 'Replace a key by another',
    payload: RotateKeyPayload,
    example: { key: '0'.repeat(32), publicKey: EXAMPLE_KEY },
    apply: (act) => [...endRows(act, [act.payload.key]), ...keyRows(act)],
  }),
  defineAct({
    type: 'keys.revoke',
    title: 'Revoke a key',
    payload: RevokeKeyPayload,
    example: { key: '0'.repeat(32) },
    apply: (act) => [...endRows(act, [act.payload.key]), ...keyRows(act)],
  }),
  defineAct({
    type: 'keys.set-recovery',
    title: 'Say who may recover keys',
    payload: SetRecoveryPayload,
    example: { keys: [EXAMPLE_KEY], threshold: 1 },
    apply: (act) => {
      const { keys, threshold } = act.payload;
      const said = { registry: act.admission.register, actor: act.header.actor, set_by: act.id };
      return [...keyRows(act), put(recoveryTable, { ...said, keys, threshold })];
    },
  }),
  defineAct({
    type: 'keys.recover',
    title: 'Recover keys that were lost or stolen',
    payload: RecoverKeyPayload,
    example: { keys: ['0'.repeat(32)], publicKey: EXAMPLE_KEY, approvals: [EXAMPLE_APPROVAL] },
    apply: (act) => [...endRows(act, act.payload.keys), ...keyRows(act)],
  }),
];

/** The last act that an owner stands by is its own, and one that everybody can see. */
function stoodByFault(act: ActOf<KeyPayload>, known: ReadonlyMap<string, string>): Refusal | null {
  const { effectiveFrom } = act.payload;
  const { actor } = act.header;
  if (effectiveFrom === undefined || known.get(effectiveFrom) === actor) return null;
  return refuse(
    KEY_END_RULE,
    said('{$effectiveFrom} is no act in the clear that {$actor} signed.', { effectiveFrom, actor }),
    {
      remedy: said(
        'Name the last act, open to all and admitted, that was signed by the key’s owner.',
      ),
    },
  );
}

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  // The store hands each area only acts that its own schemas accepted; and types its own tables.
  const acts = given as readonly ActOf<KeyPayload>[];
  const db = query as unknown as Kysely<RecordTables>;
  const book = await loadKeyBook(db, REGISTRY, acts);
  const stoodBy = await loadAuthors(
    db,
    acts.flatMap(({ payload }) => payload.effectiveFrom ?? []),
  );
  return {
    decide: (act) => {
      const one = act as ActOf<KeyPayload>;
      return judgeKeyAct(book, one) ?? stoodByFault(one, stoodBy);
    },
    // Whether a key counts is asked here, and not since which place.
    evolve: (act) => settleKeyAct(book, act as ActOf<KeyPayload>, 0),
  };
}

export const keysArea = defineArea({
  name: 'keys',
  title: 'Keys',
  acts,
  tables: [keyTable, keyEndTable, recoveryTable, keyActTable],
  questions: [listKeys, showRecovery, doubtfulActs],
  decider: { load },
});
