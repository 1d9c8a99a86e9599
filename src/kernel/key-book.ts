/**
 * What a register of keys knows, and how each act on keys changes it: the same rules whether a node
 * decides, a batch goes on, or a file is verified far from any node. Judged by position alone.
 */
import type { ActId, ActOf } from './act.ts';
import { AUTHORITY_REGISTER, type KeyPayload, publicBytesOf } from './authority-acts.ts';
import { keyIdOf, publicKeyFault } from './key.ts';
import { RECOVERY_RULE, type Recovery, judgeApprovals, judgePolicy } from './key-recovery.ts';
import { rule } from './law.ts';
import { KEY_RULE, type KeyState } from './mandate.ts';
import { type Refusal, isRefusal, refuse } from './refusal.ts';
import { said } from './said.ts';

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

/** Keys by id, and by actor who may recover them and the last act that changed any of this. */
export interface KeyBook {
  readonly keys: Map<string, KeyState>;
  readonly recoveries: Map<string, Recovery>;
  readonly lastKeyActs: Map<string, ActId>;
}

/** A book in which nothing stands yet. */
export function emptyKeyBook(): KeyBook {
  return { keys: new Map(), recoveries: new Map(), lastKeyActs: new Map() };
}

type KeyAct = ActOf<KeyPayload>;

/** Whether an act is one on keys. */
export const isKeyAct = (type: string): boolean => type.startsWith('keys.');

/** The keys that an act ends. */
function endedBy({ header, payload }: KeyAct): readonly string[] {
  if (header.type === 'keys.recover') return payload.keys ?? [];
  return payload.key === undefined ? [] : [payload.key];
}

function placeFault({ header, payload }: KeyAct): Refusal | null {
  if (header.register !== AUTHORITY_REGISTER || header.marking.level !== 'clear') {
    return refuse(
      KEY_REGISTRATION_RULE,
      said('Keys are kept in the clear, in {$authorityRegister}.', {
        authorityRegister: AUTHORITY_REGISTER,
      }),
    );
  }
  return payload.actor === undefined || payload.actor === header.actor
    ? null
    : refuse(
        KEY_REGISTRATION_RULE,
        said('The key is for {$actor}, the act is not.', { actor: payload.actor }),
      );
}

function freshFault({ keys }: KeyBook, { payload }: KeyAct): Refusal | null {
  if (payload.publicKey === undefined) return null;
  const bytes = publicBytesOf(payload.publicKey);
  const fault = publicKeyFault(bytes);
  if (fault !== null)
    return refuse(KEY_REGISTRATION_RULE, said('The public key is {$fault}.', { fault }));
  return keys.has(keyIdOf(bytes))
    ? refuse(
        KEY_REGISTRATION_RULE,
        said('The key {$keyId} is registered already.', { keyId: keyIdOf(bytes) }),
      )
    : null;
}

function endFault({ keys }: KeyBook, act: KeyAct): Refusal | null {
  const { actor } = act.header;
  const ended = endedBy(act);
  if (new Set(ended).size < ended.length)
    return refuse(KEY_END_RULE, said('A key is named twice.'));
  const wrong = ended.find((key) => {
    const known = keys.get(key);
    return known?.actor !== actor || known.until !== null;
  });
  return wrong === undefined
    ? null
    : refuse(
        KEY_END_RULE,
        said('{$actor} has no key {$wrong} that counts at this point.', { actor, wrong }),
      );
}

function policyFault({ keys }: KeyBook, { header, payload }: KeyAct): Refusal | null {
  if (header.type !== 'keys.set-recovery') return null;
  const named = payload.keys ?? [];
  const fault = judgePolicy(named, payload.threshold ?? 0);
  if (fault) return fault;
  const signing = named.find((key) => keys.has(keyIdOf(publicBytesOf(key))));
  return signing === undefined
    ? null
    : refuse(
        RECOVERY_RULE,
        said('A recovery key signs no acts, and {$signing} does.', { signing }),
        {
          remedy: said('Make keys for recovery alone: concord key make.'),
        },
      );
}

/** Whether the act needs approvals: all but plainly ending a key does, once recovery keys stand. */
function isBound({ header, payload }: KeyAct): boolean {
  return header.type !== 'keys.revoke' || payload.effectiveFrom !== undefined;
}

function approvalFault(book: KeyBook, act: KeyAct): Refusal | null {
  const { type, actor } = act.header;
  const recovery = book.recoveries.get(actor);
  const after = book.lastKeyActs.get(actor);
  if (recovery && after !== undefined) {
    return isBound(act) ? judgeApprovals(recovery, act, after) : null;
  }
  return type === 'keys.recover'
    ? refuse(
        RECOVERY_RULE,
        said('{$actor} has named no keys that could recover its own.', { actor }),
        {
          remedy: said('Ask the custodian of the registry to record a key from a note verbale.'),
        },
      )
    : null;
}

/** Why an act on keys does not stand where the book ends; null where it does. */
export function judgeKeyAct(book: KeyBook, act: KeyAct): Refusal | null {
  return (
    placeFault(act) ??
    freshFault(book, act) ??
    endFault(book, act) ??
    policyFault(book, act) ??
    approvalFault(book, act)
  );
}

/** Carries an act on keys that stands at a place of the record into the book. */
export function settleKeyAct(book: KeyBook, act: KeyAct, place: number): void {
  const { id, header, payload } = act;
  const { actor } = header;
  for (const key of endedBy(act)) {
    const known = book.keys.get(key);
    // The act that ends a key is the last that the key may have signed.
    if (known) book.keys.set(key, { ...known, until: place + 1 });
  }
  if (payload.publicKey !== undefined) {
    const publicKey = publicBytesOf(payload.publicKey);
    const key = keyIdOf(publicKey);
    book.keys.set(key, { key, actor, publicKey, from: place, until: null });
  }
  if (header.type === 'keys.set-recovery') {
    const { keys = [], threshold = 0 } = payload;
    book.recoveries.set(actor, { keys, threshold, act: id });
  }
  book.lastKeyActs.set(actor, id);
}

/**
 * The key that an act of recovery brings and is signed with, where recovery keys vouch for it; the
 * refusal where they do not, which keeps the act out of its author's stream; null for other acts.
 */
export function recoveringKey(
  book: KeyBook,
  act: KeyAct,
  place: number,
): KeyState | Refusal | null {
  const { header, payload } = act;
  if (header.type !== 'keys.recover' || payload.publicKey === undefined) return null;
  const publicKey = publicBytesOf(payload.publicKey);
  const key = keyIdOf(publicKey);
  const isOwn = header.author === header.actor && header.basis.kind === 'signed';
  if (!isOwn || header.key !== key) return null;
  const fault = judgeKeyAct(book, act);
  if (fault) {
    const { remedy } = fault.said;
    return refuse(KEY_RULE, fault.said.reason, remedy === undefined ? {} : { remedy });
  }
  return { key, actor: header.author, publicKey, from: place, until: null };
}

/** Whether what `recoveringKey` gave is a key. */
export const isKey = (found: KeyState | Refusal | null): found is KeyState =>
  found !== null && !isRefusal(found);
