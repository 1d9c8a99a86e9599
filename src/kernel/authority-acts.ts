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

/** 32 bytes, base64url. */
const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const Covered = z
  .string()
  .regex(
    /^(\*|[a-z][a-z-]{1,40}\.(\*|[a-z][a-z-]{1,60}))$/,
    'a kind of act, such as agreements.sign, or all of a field: agreements.*',
  );

/** `keys.register`: an actor's key counts from here on. */
export const RegisterKeyPayload = z.strictObject({ actor: ActorId, publicKey: PublicKey });
/** `keys.rotate`: one key of an actor takes the place of another. */
export const RotateKeyPayload = z.strictObject({ key: KeyId, publicKey: PublicKey });
/** `keys.revoke`: a key counts no more. */
export const RevokeKeyPayload = z.strictObject({ key: KeyId });

/** `mandates.grant`: an actor lets another act in its name. */
export const GrantPayload = z.strictObject({
  holder: ActorId,
  /** Types of act: `agreements.deposit`, `agreements.*` or `*`. */
  covers: z.array(Covered).min(1).max(COVERED_MAX),
  registers: z.array(RegisterKey).min(1).max(REGISTERS_NAMED_MAX).nullable(),
  fromOn: PlainDateText,
  toOn: PlainDateText.nullable(),
});
/** `mandates.revoke`: whoever gave a mandate takes it back. */
export const RevokeMandatePayload = z.strictObject({ mandate: ActId });

/** The bytes of a public key as acts write it. */
export function publicBytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64url');
}
