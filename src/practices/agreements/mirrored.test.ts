import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedAct } from '../../kernel/act.ts';
import type { Json } from '../../kernel/canonical.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { signedActJson } from '../../kernel/signed-act-json.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { TestSigner } from '../../store/test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  openTestStore,
  registerKey,
  ruleOf,
} from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { adoption } from './paper-registers.ts';
import { terms } from './questions/drafts.ts';
import { mirror } from './questions/mirror.ts';
import { entryIntoForce } from './questions/one.ts';

const SOURCE = { kind: 'recorded', source: 'Text agreed in Nairobi' } as const;
const REGISTER = 'agreements/border-waters';
const AT = { viewer: { actors: [] }, asOf: '2026-06-01', knownAt: null };
const now = (): Date => new Date('2026-01-20T12:00:00.000Z');

const both = adoption(
  {
    entryIntoForce: {
      when: { named: ['AAA', 'BBB'] },
      delay: { days: 30 },
      citation: 'Article 9',
    },
  },
  { kind: 'bilateral', mirrored: true },
);

const draft = (verb: string, payload: object, more: Partial<DraftAct> = {}): DraftAct => ({
  type: `agreements.${verb}`,
  register: REGISTER,
  actor: OPERATOR,
  payload,
  basis: SOURCE,
  ...more,
});
const text = (language: string, words: string): DraftAct =>
  draft(
    'fix-text',
    {
      on: '2000-01-01',
      language,
      title: 'Border waters',
      provisions: [{ id: 'art_1', kind: 'art', number: '1', text: words }],
    },
    { actor: 'AAA' },
  );
const signers = { AAA: new TestSigner('AAA'), BBB: new TestSigner('BBB') };
type Side = keyof typeof signers;
let nodes: Record<Side, TestStore>;

async function open(): Promise<TestStore> {
  const test = await openTestStore({ areas: [actors, agreements], now });
  admitted(await test.store.submit([enteringState('AAA'), enteringState('BBB')]));
  for (const signer of Object.values(signers)) {
    await registerKey(test.store, signer.actor, signer.key);
  }
  admitted(await test.store.submit([text('en', 'The waters are shared.'), draft('adopt', both)]));
  return test;
}

async function termsOn(side: Side): Promise<string> {
  const answer = await nodes[side].store.ask(terms, { agreement: 'border-waters' }, AT);
  return isRefusal(answer) ? answer.reason : (answer.hash ?? 'no hash');
}

/** An instrument as the State signs it: one act, which it hands to both nodes. */
function consent(side: Side, on: string, hash?: string): SignedAct {
  const payload: Record<string, Json> = {
    instrument: 'notification',
    on,
    ...(hash === undefined ? {} : { terms: hash }),
  };
  return signers[side].next(payload, { type: 'agreements.deposit', register: REGISTER }).signed;
}

async function handOver(act: SignedAct, ...sides: Side[]): Promise<string[]> {
  const rules: string[] = [];
  for (const side of sides) {
    const [receipt] = await nodes[side].store.receive([act]);
    rules.push(receipt && 'refused' in receipt ? ruleOf(receipt) : 'admitted');
  }
  return rules;
}

async function inForceOn(side: Side): Promise<readonly unknown[]> {
  const answer = await nodes[side].store.ask(entryIntoForce, { agreement: 'border-waters' }, AT);
  if (isRefusal(answer)) return [answer.reason];
  const voided = answer.finding.excluded.filter(({ reason }) => reason.includes('edited'));
  return [answer.on, voided.map(({ ref }) => ref.actor)];
}

/** All acts of the register on a side, as it would send them. */
async function exportOf(side: Side): Promise<string> {
  const { store } = nodes[side];
  const rows = await store.read(AT.viewer, (query) =>
    query
      .selectFrom('admissions')
      .select(['act'])
      .where('register', '=', REGISTER)
      .orderBy('ledger')
      .execute(),
  );
  const acts = await Promise.all(rows.map(({ act }) => store.act(String(act), AT.viewer)));
  return acts.map((act) => (act ? JSON.stringify(signedActJson(act.signed)) : '')).join('\n');
}

/** How a side finds the other's copy: same terms, consents that hold, and what is missing. */
async function compared(side: Side, acts: string) {
  const answer = await nodes[side].store.ask(mirror, { agreement: 'border-waters', acts }, AT);
  if (isRefusal(answer)) throw new Error(answer.reason);
  const held = answer.rows.filter((row) => row.holds).map((row) => row.actor);
  return { same: answer.same, held: held.toSorted(), missing: answer.finding.missing.length };
}

beforeAll(async () => {
  nodes = { AAA: await open(), BBB: await open() };
});
afterAll(async () => {
  await Promise.all(Object.values(nodes).map((test) => test.close()));
});

describe('an agreement of two, each of which keeps a copy', () => {
  let hash = '';

  it('has the same hash of its terms on both sides, whoever put them down', async () => {
    hash = await termsOn('AAA');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await termsOn('BBB')).toBe(hash);
  });

  it('takes no consent that quotes no terms, or others than those at hand', async () => {
    const silent = consent('AAA', '2026-01-05');
    expect(await handOver(silent, 'AAA', 'BBB')).toEqual(Array(2).fill('agreements.terms-quoted'));
    const other = consent('AAA', '2026-01-05', '0'.repeat(64));
    const refused = Array(2).fill('agreements.terms-at-hand');
    expect(await handOver(other, 'AAA', 'BBB')).toEqual(refused);
  });

  it('enters into force on the same day by both copies, once each has both consents', async () => {
    const one = consent('AAA', '2026-01-05', hash);
    const other = consent('BBB', '2026-01-15', hash);
    expect(await handOver(one, 'AAA', 'BBB')).toEqual(['admitted', 'admitted']);
    expect(await handOver(other, 'BBB')).toEqual(['admitted']);
    expect(await inForceOn('AAA')).toEqual([null, []]);
    expect(await inForceOn('BBB')).toEqual(['2026-02-14', []]);
    expect(await compared('AAA', await exportOf('BBB'))).toEqual({
      same: true,
      held: ['AAA', 'BBB'],
      missing: 1,
    });
    expect(await handOver(other, 'AAA')).toEqual(['admitted']);
    expect(await inForceOn('AAA')).toEqual(await inForceOn('BBB'));
    const whole = { same: true, held: ['AAA', 'BBB'], missing: 0 };
    expect(await compared('AAA', await exportOf('BBB'))).toEqual(whole);
    expect(await compared('BBB', await exportOf('AAA'))).toEqual(whole);
  });

  it('is compared by the hash and the acts of consent alone where no more is given', async () => {
    const agreement = 'border-waters';
    const known = await nodes.AAA.store.ask(mirror, { agreement, terms: hash }, AT);
    expect(known).toMatchObject({ same: true, rows: [{ there: false }, { there: false }] });
    const refused = await nodes.AAA.store.ask(mirror, { agreement }, AT);
    expect(refused).toMatchObject({ rule: { id: 'agreements.mirror-given' } });
    const broken = await nodes.AAA.store.ask(mirror, { agreement, acts: 'no act' }, AT);
    expect(broken).toMatchObject({ rule: { id: 'agreements.mirror-export' } });
  });

  it('loses its consents where one side edits its copy, and both see it', async () => {
    admitted(await nodes.BBB.store.submit([text('fr', 'Les eaux sont à BBB.')]));
    expect(await termsOn('BBB')).not.toBe(hash);
    expect(await inForceOn('BBB')).toEqual([null, ['AAA', 'BBB']]);
    expect(await inForceOn('AAA')).toEqual(['2026-02-14', []]);
    // The hash of the terms, and the text that one side has alone.
    const apart = { same: false, held: [], missing: 2 };
    expect(await compared('AAA', await exportOf('BBB'))).toEqual(apart);
    expect(await compared('BBB', await exportOf('AAA'))).toEqual(apart);
  });

  it('is agreed again when both have the same words, and consent to them', async () => {
    admitted(await nodes.AAA.store.submit([text('fr', 'Les eaux sont à BBB.')]));
    const agreed = await termsOn('AAA');
    expect(await termsOn('BBB')).toBe(agreed);
    for (const side of ['AAA', 'BBB'] as const) {
      const again = consent(side, '2026-01-17', agreed);
      expect(await handOver(again, 'AAA', 'BBB')).toEqual(['admitted', 'admitted']);
    }
    expect(await inForceOn('AAA')).toEqual(['2026-02-16', ['AAA', 'BBB']]);
    expect(await inForceOn('BBB')).toEqual(await inForceOn('AAA'));
  });

  it('computes the same after its tables are made anew from the record', async () => {
    const before = await inForceOn('BBB');
    await nodes.BBB.store.rebuild();
    expect(await inForceOn('BBB')).toEqual(before);
  });
});
