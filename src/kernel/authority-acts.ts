/**
 * The acts by which keys and mandates come and go, as data, and what they do to what is known of
 * them: for whoever judges authority, with a database or without one.
 */
import { z } from 'zod';
import { ActId, RegisterKey } from './act.ts';
import { ActorId } from './actor-id.ts';
import { PlainDateText } from './dates.ts';
import { KeyId } from './key.ts';

/** The register of keys and mandates; its custodian is the operator who opened it. */
export const AUTHORITY_REGISTER = 'actors/registry';

/**
 * Where the keys and mandates of another node stand beside this node's own, as it admitted them.
 * Such a name is that of an admission alone; in a header the register is `actors/registry`.
 */
export const registryOf = (custodian: string): string => `${AUTHORITY_REGISTER}@${custodian}`;

export const COVERED_MAX = 64;
export const REGISTERS_NAMED_MAX = 200;
export const RECOVERY_KEYS_MAX = 16;
/** Keys that one act of recovery may replace. */
export const REPLACED_KEYS_MAX = 64;

/** 32 bytes, base64url. */
const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const Covered = z
  .string()
  .regex(
    /^(\*|[a-z][a-z-]{1,40}\.(\*|[a-z][a-z-]{1,60}))$/,
    'a kind of act, such as agreements.sign, or all of a field: agreements.*',
  );

/** 64 bytes, base64url. */
const SignatureText = z.string().regex(/^[A-Za-z0-9_-]{86}$/);

/** A recovery key's word for an act: its signature over what `approvedBytes` makes of it. */
export const Approval = z.strictObject({ key: KeyId, signature: SignatureText });
export type Approval = z.infer<typeof Approval>;

/** Needed once the actor has said who may recover its keys. */
const approvals = z.array(Approval).min(1).max(RECOVERY_KEYS_MAX).optional();
/** The last act that the keys' owner stands by; what they signed after it is in doubt. */
const effectiveFrom = ActId.optional();

/** `keys.register`: an actor's key counts from here on. */
export const RegisterKeyPayload = z.strictObject({
  actor: ActorId,
  publicKey: PublicKey,
  approvals,
});
/** `keys.rotate`: one key of an actor takes the place of another. */
export const RotateKeyPayload = z.strictObject({ key: KeyId, publicKey: PublicKey, approvals });
/** `keys.revoke`: a key counts no more. */
export const RevokeKeyPayload = z.strictObject({ key: KeyId, effectiveFrom, approvals });
/** `keys.set-recovery`: who, and how many of them, may give the actor another key. */
export const SetRecoveryPayload = z.strictObject({
  keys: z.array(PublicKey).min(1).max(RECOVERY_KEYS_MAX),
  threshold: z.int().min(1).max(RECOVERY_KEYS_MAX),
  approvals,
});
/** `keys.recover`: a key approved by recovery keys takes the place of others, and signs this. */
export const RecoverKeyPayload = z.strictObject({
  /** Those that count no more from here on; none where none counted. */
  keys: z.array(KeyId).max(REPLACED_KEYS_MAX),
  publicKey: PublicKey,
  effectiveFrom,
  approvals: approvals.unwrap(),
});

/** The acts on keys, with what each says. */
export const KEY_PAYLOADS = {
  'keys.register': RegisterKeyPayload,
  'keys.rotate': RotateKeyPayload,
  'keys.revoke': RevokeKeyPayload,
  'keys.set-recovery': SetRecoveryPayload,
  'keys.recover': RecoverKeyPayload,
} as const;

/** What an act on keys may say, whichever it is. */
export interface KeyPayload {
  readonly actor?: string | undefined;
  readonly publicKey?: string | undefined;
  readonly key?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly threshold?: number | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly approvals?: readonly Approval[] | undefined;
}

/** `mandates.grant`: an actor lets another act in its name. */
export const GrantPayload = z.strictObject({
  holder: ActorId,
  /** Types of act: `agreements.deposit`, `agreements.*` or `*`. */
  covers: z.array(Covered).min(1).max(COVERED_MAX),
  registers: z.array(RegisterKey).min(1).max(REGISTERS_NAMED_MAX).nullable(),
  fromOn: PlainDateText,
  toOn: PlainDateText.nullable(),
  /** The mandate whose place it takes: that one ends with this act. */
  replaces: ActId.optional(),
});
/** `mandates.revoke`: whoever gave a mandate takes it back. */
export const RevokeMandatePayload = z.strictObject({ mandate: ActId });

/** The bytes of a public key as acts write it. */
export function publicBytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64url');
}
