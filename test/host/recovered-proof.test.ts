/**
 * Proofs whose history of keys has a recovery, verified twice: by the kernel and by the browser’s
 * own way. What is forged here is sealed and admitted by the operator itself, so that nothing but
 * the missing word of the recovery keys is left to find it out.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/islands/proof/act.ts';
import { verifyProof } from '../../src/islands/proof/verify-proof.ts';
import { type Header, type SignedAct, partOf, readAct } from '../../src/kernel/act.ts';
import type { Approval, KeyPayload } from '../../src/kernel/authority-acts.ts';
import type { Json } from '../../src/kernel/canonical.ts';
import { type SigningKey, generateKey } from '../../src/kernel/key.ts';
import { approve } from '../../src/kernel/key-recovery.ts';
import { type ProofFile, readProofFile, sealProofFile } from '../../src/kernel/proof-file.ts';
import type { FileAct } from '../../src/kernel/record-file.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { composeAct } from '../../src/kernel/sign.ts';
import { signedActJson, signedActOf } from '../../src/kernel/signed-act-json.ts';
import { verifyProofFile } from '../../src/kernel/verify-proof-file.ts';
import { REGISTRY } from '../../src/store/keys-area.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
} from '../../src/store/test-store.ts';
import { TestSigner } from '../../src/store/test-signer.ts';

const text = (key: SigningKey): string => Buffer.from(key.publicBytes).toString('base64url');
const RECOVERY = [generateKey(), generateKey(), generateKey()];
const [FIRST, SECOND] = RECOVERY as [SigningKey, SigningKey, SigningKey];
const POLICY = { keys: RECOVERY.map(text), threshold: 2 };

interface Taken {
  readonly id: string;
  readonly header: Header;
}

let node: TestStore;
let operator: SigningKey;
let lost: SigningKey;
let found: SigningKey;
let last: SigningKey;
let registered: string;
let named: Taken;
let recovered: Taken;
/** Proofs of acts signed with the lost key, with the found one, and with the last. */
let before: ProofFile;
let file: ProofFile;
let after: ProofFile;

const approvalsOf = (
  approving: readonly SigningKey[],
  type: string,
  payload: KeyPayload,
  followed: string,
): Approval[] =>
  approving.map((key) =>
    approve({ network: 'test-network', actor: 'FRA', type, after: followed, payload }, key),
  );

/** An act on France's keys, received as its own node would send it. */
async function take(france: TestSigner, type: string, payload: KeyPayload): Promise<Taken> {
  // What is written here is JSON.
  const given = payload as Parameters<TestSigner['next']>[0];
  const { act, signed } = france.next(given, { register: REGISTRY, type });
  admitted(await node.store.receive([signed]));
  return { id: act.id, header: act.header };
}

async function wrote(france: TestSigner, name: string): Promise<string> {
  const { act, signed } = france.next({ note: name, text: name });
  admitted(await node.store.receive([signed]));
  return act.id;
}

async function exported(act: string, of = node): Promise<ProofFile> {
  const bytes = await of.store.exportProof({ act, viewer: { actors: [] } });
  const read = isRefusal(bytes) ? { fault: bytes.reason } : readProofFile(bytes);
  if ('fault' in read) throw new Error(read.fault);
  return read.file;
}

beforeAll(async () => {
  node = await openTestStore();
  operator = node.keys.held.get(OPERATOR) ?? generateKey();
  const france = new TestSigner('FRA');
  [lost, found, last] = [france.key, generateKey(), generateKey()];
  admitted(await node.store.submit([note('opens')]));
  registered = (await registerKey(node.store, 'FRA', lost)).id;
  named = await take(france, 'keys.set-recovery', POLICY);
  before = await exported(await wrote(france, 'with the lost key'));
  france.key = found;
  const fresh = { keys: [lost.id], publicKey: text(found) };
  const approvals = approvalsOf(RECOVERY.slice(0, 2), 'keys.recover', fresh, named.id);
  recovered = await take(france, 'keys.recover', { ...fresh, approvals });
  file = await exported(await wrote(france, 'with the found key'));
  const again = { key: found.id, publicKey: text(last) };
  const both = approvalsOf(RECOVERY.slice(1), 'keys.rotate', again, recovered.id);
  await take(france, 'keys.rotate', { ...again, approvals: both });
  france.key = last;
  after = await exported(await wrote(france, 'with the last key'));
});
afterAll(() => node.close());

interface Verdicts {
  readonly kernel: boolean;
  readonly browser: boolean;
  /** What the browser finds wrong with keys and mandates. */
  readonly faults: readonly Fault[];
  /** What the kernel finds wrong with them, in words. */
  readonly words: string;
}

async function judged(changed: ProofFile): Promise<Verdicts> {
  const { seal: _, ...content } = changed;
  const bytes = new Uint8Array(sealProofFile(content, OPERATOR, operator));
  const [kernel, browser] = [verifyProofFile(bytes), await verifyProof(bytes)];
  return {
    kernel: kernel.verified,
    browser: browser.verified,
    faults: browser.steps.find(({ step }) => step === 'authority')?.faults ?? [],
    words: kernel.steps.find(({ step }) => step === 'authority')?.faults.join(' ') ?? '',
  };
}

const idOf = ({ signed }: FileAct): string => {
  const act = readAct(signedActOf(signed));
  if (isRefusal(act)) throw new Error(act.reason);
  return act.id;
};

function composed(header: Header, payload: Record<string, Json>, key: SigningKey): SignedAct {
  const { key: _key, stream: _stream, parts: _parts, ...draft } = header;
  return composeAct(draft, partOf(payload), payload, key).signed;
}

function headerAndPayload(given: FileAct): { header: Header; payload: Record<string, Json> } {
  const act = readAct(signedActOf(given.signed));
  if (isRefusal(act)) throw new Error(act.reason);
  return { header: act.header, payload: act.payload };
}

/** The operator's admission, naming one act in the place of another. */
function readmitted(given: FileAct, old: string, id: string): FileAct {
  const { header, payload } = headerAndPayload(given);
  const acts = payload['acts'];
  if (header.type !== 'registers.admit' || !Array.isArray(acts) || !acts.includes(old)) {
    return given;
  }
  const instead = { ...payload, acts: acts.map((one) => (one === old ? id : one)) };
  return { ...given, signed: signedActJson(composed(header, instead, operator)) };
}

/** A file with another act on keys in the place of one, signed with the key and admitted. */
function forged(
  whole: ProofFile,
  old: Taken,
  payload: object,
  { key = found, type = old.header.type }: { key?: SigningKey; type?: string } = {},
): ProofFile {
  // What is written here is JSON.
  const given = payload as Record<string, Json>;
  const act = signedActJson(composed({ ...old.header, type }, given, key));
  const id = idOf({ place: null, signed: act });
  const authority = whole.authority.map((one) =>
    idOf(one) === old.id ? { ...one, signed: act } : readmitted(one, old.id, id),
  );
  return { ...whole, authority };
}

const recovering = (approving: readonly SigningKey[], followed = named.id, more: object = {}) => {
  const payload = { keys: [lost.id], publicKey: text(found), ...more };
  return { ...payload, approvals: approvalsOf(approving, 'keys.recover', payload, followed) };
};

describe('the proof of an act by a key that was recovered', () => {
  it('is verified by the kernel and by the browser', async () => {
    const holds = { kernel: true, browser: true, faults: [], words: '' };
    expect(await judged(file)).toEqual(holds);
    expect(await judged(after)).toEqual(holds);
  });

  it('holds where what stands in another’s place is as it should be, too', async () => {
    expect(await judged(forged(file, recovered, recovering([FIRST, SECOND])))).toMatchObject({
      kernel: true,
      browser: true,
    });
    expect(await judged(forged(before, named, POLICY, { key: lost }))).toMatchObject({
      kernel: true,
      browser: true,
    });
  });

  it('of the recovery itself is verified as well', async () => {
    expect(await judged(await exported(recovered.id))).toMatchObject({
      kernel: true,
      browser: true,
    });
  });

  it.each([
    ['approved by too few', () => recovering([FIRST])],
    ['approved by strangers', () => recovering([generateKey(), generateKey()])],
    ['approved by the lost key itself', () => recovering([lost, FIRST])],
    ['approved by one key twice', () => recovering([FIRST, FIRST])],
    ['approved after another act', () => recovering([FIRST, SECOND], registered)],
    [
      'with an approval that was given for another key',
      () => ({
        ...recovering([FIRST, SECOND]),
        approvals: recovering([FIRST, SECOND], named.id, { publicKey: text(last) }).approvals,
      }),
    ],
    [
      'with an approval that says more than it may',
      () => {
        const payload = recovering([FIRST, SECOND]);
        const approvals = payload.approvals.map((one) => ({ ...one, by: 'France' }));
        return { ...payload, approvals };
      },
    ],
  ])('is refused by both where the recovery is %s', async (_, payload) => {
    const verdicts = await judged(forged(file, recovered, payload()));
    expect(verdicts).toMatchObject({ kernel: false, browser: false });
    expect(verdicts.faults).toContain('recovery');
  });

  it('is refused by both where nobody had named recovery keys', async () => {
    const without = file.authority.filter((one) => idOf(one) !== named.id);
    const verdicts = await judged({ ...file, authority: without });
    expect(verdicts).toMatchObject({ kernel: false, browser: false });
    expect(verdicts.faults).toContain('recovery');
  });

  it('is refused by both where the recovery stands before what it rests on', async () => {
    const placeOf = (id: string) => file.authority.find((one) => idOf(one) === id)?.place ?? null;
    const [earlier, later] = [placeOf(named.id), placeOf(recovered.id)];
    const authority = file.authority.map((one) => {
      if (idOf(one) === named.id) return { ...one, place: later };
      return idOf(one) === recovered.id ? { ...one, place: earlier } : one;
    });
    const verdicts = await judged({ ...file, authority });
    expect(verdicts).toMatchObject({ kernel: false, browser: false });
    expect(verdicts.faults).toContain('recovery');
  });

  it('is refused by both where the thief rotates without the recovery keys', async () => {
    const rotating = { key: lost.id, publicKey: text(found) };
    const verdicts = await judged(
      forged(file, recovered, rotating, { key: lost, type: 'keys.rotate' }),
    );
    expect(verdicts).toMatchObject({ kernel: false, browser: false });
    expect(verdicts.faults).toContain('recovery');
    expect(verdicts.words).toContain('2 recovery keys of FRA must approve this; 0 do.');
  });

  it.each([
    ['asks for more keys than are named', { ...POLICY, threshold: 4 }],
    ['asks for none', { ...POLICY, threshold: 0 }],
    ['names one key twice', { ...POLICY, keys: [text(FIRST), text(FIRST), text(SECOND)] }],
    ['names a weak key', { ...POLICY, keys: [...POLICY.keys.slice(1), 'A'.repeat(43)] }],
  ])('is refused by both where the policy %s', async (_, policy) => {
    const verdicts = await judged(forged(before, named, policy, { key: lost }));
    expect(verdicts).toMatchObject({ kernel: false, browser: false });
  });
});

describe('the proof of an act under a mandate', () => {
  const mandate = { covers: ['notes.*'], registers: null, fromOn: '2026-01-01', toOn: null };

  /** An act under a mandate, or under one that was delegated, and what is done meanwhile. */
  async function proofUnder(
    meanwhile: (france: TestSigner, grant: string) => SignedAct[],
    { terms = mandate, isDelegated = false } = {},
  ) {
    const test = await openTestStore();
    try {
      admitted(await test.store.submit([note('opens')]));
      const france = new TestSigner('FRA');
      const [office, desk] = [new TestSigner('legal-office'), new TestSigner('legal-desk')];
      for (const one of [france, office, desk]) await registerKey(test.store, one.actor, one.key);
      const registry = { register: REGISTRY, type: 'mandates.grant' };
      const grant = france.next({ ...terms, holder: 'legal-office' }, registry);
      const served = { actor: 'FRA', mandate: grant.act.id };
      const next = office
        .twin()
        .next({ ...mandate, holder: 'legal-desk' }, { ...registry, ...served });
      const [signer, by, delegated] = isDelegated
        ? [desk, { ...served, mandate: next.act.id }, [next.signed]]
        : [office, served, []];
      const act = signer.next({ note: 'served', text: 'under it' }, by);
      admitted(await test.store.receive([grant.signed, ...delegated, act.signed]));
      for (const one of meanwhile(france, grant.act.id)) {
        admitted(await test.store.receive([one]));
      }
      const read = await exported(act.act.id, test);
      return { read, key: test.keys.held.get(OPERATOR) ?? generateKey() };
    } finally {
      await test.close();
    }
  }

  const both = async (whole: ProofFile, key: SigningKey) => {
    const { seal: _, ...content } = whole;
    const bytes = new Uint8Array(sealProofFile(content, OPERATOR, key));
    return [verifyProofFile(bytes).verified, (await verifyProof(bytes)).verified];
  };

  it('is refused by both once another mandate has taken its place', async () => {
    let replaced = '';
    const { read, key } = await proofUnder((france, grant) => {
      const next = france.next(
        { ...mandate, holder: 'legal-office', replaces: grant },
        { register: REGISTRY, type: 'mandates.grant' },
      );
      replaced = next.act.id;
      return [next.signed];
    });
    expect(await both(read, key)).toEqual([true, true]);
    const place = read.authority.find((one) => idOf(one) === replaced)?.place ?? 0;
    const late = { ...read, act: { ...read.act, place: place + 1 } };
    expect(await both(late, key)).toEqual([false, false]);
  });

  it('is refused by both once the mandate that it was delegated under is taken back', async () => {
    let ended = '';
    const under = { ...mandate, covers: ['notes.*', 'mandates.grant'] };
    const { read, key } = await proofUnder(
      (france, grant) => {
        const next = france.next(
          { mandate: grant },
          { register: REGISTRY, type: 'mandates.revoke' },
        );
        ended = next.act.id;
        return [next.signed];
      },
      { terms: under, isDelegated: true },
    );
    expect(await both(read, key)).toEqual([true, true]);
    const place = read.authority.find((one) => idOf(one) === ended)?.place ?? 0;
    expect(place).toBeGreaterThan(0);
    const late = { ...read, act: { ...read.act, place: place + 1 } };
    expect(await both(late, key)).toEqual([false, false]);
  });
});
