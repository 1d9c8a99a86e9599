/** Who said what, in which order: by signatures and positions, and by nothing else. */
import { sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeActs } from '../../../src/federation/wire.ts';
import { house } from '../../../src/host/house.ts';
import { type SignedAct, actId } from '../../../src/kernel/act.ts';
import { markedFor } from '../../../src/kernel/marking.ts';
import { signedMessage } from '../../../src/kernel/sign.ts';
import type { DraftAct } from '../../../src/kernel/submission.ts';
import { enteringState } from '../../../src/practices/actors/entering-for-tests.ts';
import { adoption } from '../../../src/practices/agreements/paper-registers.ts';
import { agreements } from '../../../src/practices/agreements/area.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  testKeys,
} from '../../../src/store/test-store.ts';
import { FederatedNode } from '../federated-node.ts';

const YEAR_MILLISECONDS = 365.25 * 86_400_000;
const yearsOff = (years: number) => () => new Date(Date.now() + years * YEAR_MILLISECONDS);

describe('state resolved by timestamps', () => {
  const ISSUED = ['2999-01-01', '1970-01-01', '2050-06-01', '1815-06-09'];
  const instant = (day: string): string => `${day}T00:00:00.000Z`;

  it.each([-40, 0, 40])('is none: with a clock %s years off, the first come holds', async (off) => {
    const test = await openTestStore({ now: yearsOff(off) });
    try {
      admitted(await test.store.submit([note('opens the register')]));
      const [first, second] = [new TestSigner('FRA'), new TestSigner('KEN')];
      for (const { actor, key } of [first, second]) await registerKey(test.store, actor, key);
      const acts = ISSUED.map((day, at) => first.note(`n${at}`, { issuedAt: instant(day) }));
      // What claims to be older, and comes later, unseats nothing.
      const older = second.note('n0', { issuedAt: instant('1500-01-01') });
      const taken = await test.store.holdings.take([...acts, older]);
      expect(taken.map(({ outcome }) => outcome)).toEqual([
        ...ISSUED.map(() => 'admitted'),
        'refused',
      ]);
      expect(taken.at(-1)).toMatchObject({ refusal: { rule: { id: 'notes.once' } } });
      const rows = await test.store.read({ actors: [] }, (query) =>
        query
          .withTables<{ notes_note: { note: string; author: string; position: number } }>()
          .selectFrom('notes_note')
          .select(['note', 'author', 'position'])
          .where('author', '=', 'FRA')
          .orderBy('position')
          .execute(),
      );
      expect(rows.map((row) => row.note)).toEqual(['n0', 'n1', 'n2', 'n3']);
    } finally {
      await test.close();
    }
  });

  it('is none: what is in force is the same at nodes whose clocks are off by years', async () => {
    const custodian = await openTestStore({ areas: house.areas });
    const followers = await Promise.all(
      [-50, 50].map(async (years) => {
        const keys = testKeys('KEN');
        keys.held.delete(OPERATOR);
        const options = { areas: house.areas, operator: 'KEN', keys, now: yearsOff(years) };
        return openTestStore(options);
      }),
    );
    try {
      const basis = { kind: 'recorded', source: 'Notes' } as const;
      const draft = (verb: string, actor: string, payload: object): DraftAct => ({
        type: `agreements.${verb}`,
        register: 'agreements/lake',
        actor,
        payload,
        basis,
      });
      const deposit = (actor: string, on: string) =>
        draft('deposit', actor, { on, instrument: 'accession' });
      admitted(
        await custodian.store.submit([
          enteringState('AAA'),
          enteringState('BBB'),
          draft('adopt', OPERATOR, adoption()),
          deposit('AAA', '2001-01-01'),
          deposit('BBB', '2002-01-01'),
        ]),
      );
      const key = custodian.keys.keyFor(OPERATOR);
      if (!key) throw new Error('no key');
      const question = agreements.questions.find(({ name }) => name.endsWith('entry-into-force'));
      if (!question) throw new Error('no question');
      const asked = ({ store }: TestStore) =>
        store.ask(
          question,
          { agreement: 'lake' },
          { viewer: { actors: [] }, asOf: '2026-01-01', knownAt: null },
        );

      expect(await asked(custodian)).toMatchObject({ on: '2002-01-01' });
      for (const follower of followers) {
        await registerKey(follower.store, OPERATOR, key);
        for (const { stream } of await custodian.store.holdings.heads({ actors: [] })) {
          const page = await custodian.store.holdings.page({ actors: [] }, stream, 1);
          await follower.store.holdings.take(page);
        }
        expect(await asked(follower)).toMatchObject({ on: '2002-01-01' });
      }
    } finally {
      await Promise.all([custodian, ...followers].map((node) => node.close()));
    }
  });
});

describe('origin not checked on delivery', () => {
  let custodian: FederatedNode;
  let carrier: FederatedNode;
  let author: TestSigner;
  beforeAll(async () => {
    [custodian, carrier] = await Promise.all([
      FederatedNode.start(OPERATOR),
      FederatedNode.start('NOR'),
    ]);
    await custodian.write(['opens the register'], { register: 'notes/common' });
    await custodian.follow(carrier);
    await carrier.follow(custodian);
    author = new TestSigner('FRA');
    await registerKey(custodian.store, 'FRA', author.key);
  });
  afterAll(async () => {
    await Promise.all([custodian.stop(), carrier.stop()]);
  });
  const deliver = async (acts: readonly SignedAct[]) => {
    const [peer] = await carrier.room.peers();
    if (!peer) throw new Error('not followed');
    return carrier.room.remote(peer).submit(acts);
  };
  const seen = () => custodian.notes([]);

  it('is no fault: an act is its author’s, whoever delivers it, and of nobody else', async () => {
    expect(await deliver([author.note('delivered by another')])).toMatchObject([
      { outcome: 'admitted' },
    ]);
    const forger = new TestSigner('FRA');
    const key = carrier.room.key();
    if (!key) throw new Error('no key');
    forger.key = key;
    const forged = author.twin();
    forged.key = key;
    for (const one of [forger.note('forged'), forged.note('forged')]) {
      expect(await deliver([one])).not.toMatchObject([{ outcome: 'admitted' }]);
    }
    expect(await seen()).not.toContain('forged');
  });

  it('is asked of whoever delivers, too: one who is not known is refused', async () => {
    const body = new Uint8Array(encodeActs([author.twin().note('from nowhere')]));
    const response = await fetch(`${custodian.address}/federation/acts`, { method: 'POST', body });
    expect(response.status).toBe(403);
    expect(await seen()).not.toContain('from nowhere');
  });

  it.each<[string, (text: string) => string]>([
    [
      'with members in another order',
      (text) =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed())),
    ],
    ['with a member repeated', (text) => text.replace('{', '{"actor":"NOR",')],
    ['with one more member', (text) => text.replace(/\}$/, ',"zz":1}')],
    [
      'with a context of another vocabulary',
      (text) => text.replace('{', '{"@context":"https://www.w3.org/ns/activitystreams",'),
    ],
    ['with other white space', (text) => text.replace(':', ': ')],
    ['with letters in another spelling', (text) => text.replace('"FRA"', String.raw`"\u0046RA"`)],
    ['with a byte order mark', (text) => `\ufeff${text}`],
  ])('signatures over JSON-LD: an act %s is no act, signed anew or not', async (_, change) => {
    const { signed } = author.twin().compose({ note: 'rewritten', text: '' });
    const header = Buffer.from(change(Buffer.from(signed.header).toString('utf8')), 'utf8');
    const anew = sign(null, signedMessage(actId(header)), author.key.privateKey);
    for (const signature of [signed.signature, anew]) {
      expect(await deliver([{ ...signed, header, signature }])).toMatchObject([
        { outcome: 'rejected', rule: 'act.bytes' },
      ]);
    }
    expect(await seen()).not.toContain('rewritten');
  });
});

describe('a fork that halts a feed', () => {
  it('halts that stream from there on; what stood stays, and all others go on', async () => {
    const test = await openTestStore();
    try {
      admitted(await test.store.submit([note('opens the register')]));
      const [one, other] = [new TestSigner('FRA'), new TestSigner('KEN')];
      for (const { actor, key } of [one, other]) await registerKey(test.store, actor, key);
      await test.store.holdings.take([one.note('before')]);
      const twin = one.twin();
      const marking = markedFor('amber', [OPERATOR]);
      const taken = await test.store.holdings.take([
        one.note('one'),
        twin.note('the other'),
        one.note('after'),
        other.note('of another author'),
        one.note('of another audience', { marking }),
      ]);
      const outcomes = taken.map(({ outcome }) => outcome);
      expect(outcomes[1]).toBe('forked');
      expect(outcomes[2]).toBe('rejected');
      expect(outcomes.slice(3)).toEqual(['admitted', expect.stringMatching(/admitted|kept/)]);
      expect(await test.store.holdings.forks({ actors: [] })).toMatchObject([
        { stream: 'FRA/clear', seq: 2 },
      ]);
      admitted(await test.store.submit([note('the node itself goes on')]));
    } finally {
      await test.close();
    }
  });
});
