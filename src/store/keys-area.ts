/**
 * Keys live in the record: an actor's key counts from the act that registers it to the act that
 * rotates or revokes it. The tables are two, so that no row need be known to write the other.
 */
import type { Kysely } from 'kysely';
import type { ActOf } from '../kernel/act.ts';
import {
  AUTHORITY_REGISTER,
  RegisterKeyPayload,
  RevokeKeyPayload,
  RotateKeyPayload,
  publicBytesOf,
} from '../kernel/authority-acts.ts';
import { type Query, type Judge, defineAct, defineArea } from '../kernel/define-area.ts';
import { keyIdOf, publicKeyFault } from '../kernel/key.ts';
import { rule } from '../kernel/law.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type StoredRow, defineTable, put } from '../kernel/table.ts';
import { listKeys } from './key-questions.ts';

/** The register of keys and mandates; its custodian is the operator who opened it. */
export const REGISTRY = AUTHORITY_REGISTER;

export const KEY_REGISTRATION_RULE = rule(
  'keys.registration',
  'RFC 8032, section 5.1.7; Concord acts, "Keys and mandates"',
  'An actor’s key is registered once, in the clear, and is neither weak nor oddly encoded.',
);
export const KEY_END_RULE = rule(
  'keys.end',
  'Concord acts, "Keys and mandates"',
  'Only an actor’s own key that still counts is rotated or revoked.',
);

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
  columns: { registry: { type: 'text' }, key: { type: 'text' } },
  key: ['registry', 'key'],
});

const EXAMPLE_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const keyRow = (registry: string, actor: string, publicKey: string) => {
  const key = keyIdOf(publicBytesOf(publicKey));
  return put(keyTable, { registry, key, actor, public_key: publicKey });
};
const endRow = (registry: string, key: string) => put(keyEndTable, { registry, key });

const acts = [
  defineAct({
    type: 'keys.register',
    title: 'Register a key',
    payload: RegisterKeyPayload,
    example: { actor: 'un-secretary-general', publicKey: EXAMPLE_KEY },
    opens: true,
    apply: ({ admission, payload }) => [
      keyRow(admission.register, payload.actor, payload.publicKey),
    ],
  }),
  defineAct({
    type: 'keys.rotate',
    title: 'Replace a key by another',
    payload: RotateKeyPayload,
    example: { key: '0'.repeat(32), publicKey: EXAMPLE_KEY },
    apply: ({ admission, header, payload }) => [
      endRow(admission.register, payload.key),
      keyRow(admission.register, header.actor, payload.publicKey),
    ],
  }),
  defineAct({
    type: 'keys.revoke',
    title: 'Revoke a key',
    payload: RevokeKeyPayload,
    example: { key: '0'.repeat(32) },
    apply: ({ admission, payload }) => [endRow(admission.register, payload.key)],
  }),
];

export interface KnownKey {
  readonly actor: string;
  readonly ended: boolean;
}
type Given = { actor?: string; publicKey?: string; key?: string };

function keysNamed(payload: Given): string[] {
  const fresh = payload.publicKey === undefined ? [] : [keyIdOf(publicBytesOf(payload.publicKey))];
  return payload.key === undefined ? fresh : [...fresh, payload.key];
}

function judgeFresh(known: Map<string, KnownKey>, publicKey: string): Refusal | null {
  const bytes = publicBytesOf(publicKey);
  const fault = publicKeyFault(bytes);
  if (fault) return refuse(KEY_REGISTRATION_RULE, `The public key is ${fault}.`);
  return known.has(keyIdOf(bytes))
    ? refuse(KEY_REGISTRATION_RULE, `The key ${keyIdOf(bytes)} is registered already.`)
    : null;
}

function judgeEnd(known: Map<string, KnownKey>, actor: string, key: string): Refusal | null {
  const found = known.get(key);
  if (found?.actor === actor && !found.ended) return null;
  return refuse(KEY_END_RULE, `${actor} has no key ${key} that counts at this point.`);
}

function decide(known: Map<string, KnownKey>, act: ActOf<Given>): Refusal | null {
  const { header, payload } = act;
  if (header.register !== REGISTRY || header.marking.level !== 'clear') {
    return refuse(KEY_REGISTRATION_RULE, `Keys are kept in the clear, in ${REGISTRY}.`);
  }
  if (payload.actor !== undefined && payload.actor !== header.actor) {
    return refuse(KEY_REGISTRATION_RULE, `The key is for ${payload.actor}, the act is not.`);
  }
  const fresh = payload.publicKey === undefined ? null : judgeFresh(known, payload.publicKey);
  return fresh ?? (payload.key === undefined ? null : judgeEnd(known, header.actor, payload.key));
}

function evolve(known: Map<string, KnownKey>, act: ActOf<Given>): void {
  const { actor } = act.header;
  if (act.payload.key !== undefined) known.set(act.payload.key, { actor, ended: true });
  if (act.payload.publicKey === undefined) return;
  known.set(keyIdOf(publicBytesOf(act.payload.publicKey)), { actor, ended: false });
}

/** Judges by the keys that are known, wherever they were loaded from. */
export function keysJudge(known: Map<string, KnownKey>): Judge {
  return {
    // The store hands each area only acts that its own schemas accepted.
    decide: (act) => decide(known, act as ActOf<Given>),
    evolve: (act) => evolve(known, act as ActOf<Given>),
  };
}

interface KeyTables {
  keys_key: StoredRow<typeof keyTable>;
  keys_end: StoredRow<typeof keyEndTable>;
}

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  // The store hands each area only acts that its own schemas accepted.
  const payloads = given.map((act) => act.payload as Given);
  // The area types the tables that it asks for by itself.
  const rows = await (query as unknown as Kysely<KeyTables>)
    .selectFrom('keys_key')
    .leftJoin('keys_end', (join) =>
      join
        .onRef('keys_end.key', '=', 'keys_key.key')
        .onRef('keys_end.registry', '=', 'keys_key.registry'),
    )
    .select(['keys_key.key', 'actor', 'keys_end.key as end'])
    .where('keys_key.registry', '=', REGISTRY)
    .where('keys_key.key', 'in', ['', ...payloads.flatMap(keysNamed)])
    .execute();
  const known = new Map<string, KnownKey>(
    rows.map((row) => [row.key, { actor: row.actor, ended: row.end !== null }]),
  );
  return keysJudge(known);
}

export const keysArea = defineArea({
  name: 'keys',
  title: 'Keys',
  acts,
  tables: [keyTable, keyEndTable],
  questions: [listKeys],
  decider: { load },
});
