/**
 * An agreement of two States without a depositary: each keeps a copy on its own node, with its own
 * keys. What one signs reaches the other, and each decides for its own copy.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { type Answer, SovereignNode } from './sovereign-node.ts';

const REGISTER = 'agreements/border-waters';
/** Of each step, with much room: nodes are started and stopped beside other tests. */
const STEP_MILLISECONDS = 120_000;

let [france, kenya] = [] as unknown as [SovereignNode, SovereignNode];
let [terms, adoptedBy] = ['', ''];

/** The id of the act that was taken. Throws with the reason where it was not. */
function done({ status, json }: Answer): string {
  if (status >= 300) throw new Error(String(json['reason']));
  return String(json['id']);
}

/** Waits until something is so; what the bell did not tell is asked for, as a person would. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) {
    for (const node of [france, kenya]) await node.post('/api/admin/nodes/pull', {});
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const isAdmitted = async (node: SovereignNode, act: string): Promise<boolean> =>
  ((await node.get(`/api/acts/${act}`)).json['admission'] ?? null) !== null;
const isHeld = async (node: SovereignNode, act: string): Promise<boolean> =>
  (await node.get(`/api/acts/${act}`)).status === 200;

/** Waits until both nodes have admitted an act, each to its own copy. */
async function admittedOnBoth(act: string): Promise<void> {
  for (const node of [france, kenya]) await until(() => isAdmitted(node, act));
}

const RECORDED = { kind: 'recorded', source: 'Agreed in Nairobi' } as const;
const article = { id: 'art_1', kind: 'art', number: '1', text: 'The waters are shared.' };
const english = { on: '2026-01-05', language: 'en', title: 'Border waters', provisions: [article] };
const adopted = {
  title: { en: 'Agreement on Border Waters' },
  kind: 'bilateral',
  sectors: ['environment'],
  adoptedOn: '2026-01-10',
  mirrored: true,
  finalClauses: {
    entryIntoForce: {
      when: { named: ['FRA', 'KEN'] },
      delay: { days: 30 },
      citation: 'Article 9',
    },
  },
};

/** An act of a State on its own node: signed, or recorded in the copy that it keeps. */
const act = (node: SovereignNode, verb: string, payload: object, more: object = {}) =>
  node.act({
    type: `agreements.${verb}`,
    register: REGISTER,
    actor: node.operator,
    payload,
    ...more,
  });
const recorded = (node: SovereignNode, verb: string, payload: object, more: object = {}) =>
  act(node, verb, payload, { basis: RECORDED, ...more });

const open = (node: SovereignNode, other: SovereignNode) => {
  const payload = { register: REGISTER, custodian: node.operator, copies: [other.operator] };
  return node.act({ type: 'registers.open', register: REGISTER, actor: node.operator, payload });
};

const termsOn = async (node: SovereignNode) =>
  (await node.get('/api/agreements/terms?agreement=border-waters')).json;
const inForceOn = async (node: SovereignNode) =>
  (await node.get('/api/agreements/entry-into-force?agreement=border-waters&asOf=2027-01-01')).json;
const mirrorOn = async (node: SovereignNode) =>
  (await node.get('/api/agreements/mirror?agreement=border-waters&asOf=2027-01-01')).json;
const isSame = async (node: SovereignNode): Promise<boolean> =>
  (await mirrorOn(node))['finding'] !== undefined &&
  ((await mirrorOn(node))['finding'] as { value: unknown }).value === true;

beforeAll(async () => {
  [france, kenya] = await Promise.all([SovereignNode.start('FRA'), SovereignNode.start('KEN')]);
  for (const node of [france, kenya]) {
    for (const state of ['FRA', 'KEN']) done(await node.act(enteringState(state)));
  }
  done(await france.follow(kenya));
  done(await kenya.follow(france));
}, STEP_MILLISECONDS);
afterAll(async () => {
  await Promise.all([france.stop(), kenya.stop()]);
});

describe('an agreement that two States keep, each on its own node', () => {
  it(
    'leaves its name at the other’s node to the other, which opens a copy of its own',
    async () => {
      const opening = done(await open(france, kenya));
      const draft = done(await act(france, 'fix-text', english));
      await until(() => isHeld(kenya, draft));
      expect(await isAdmitted(kenya, opening)).toBe(false);
      expect(await isAdmitted(kenya, draft)).toBe(false);
      // The draft waited for that; the opening of the other's copy has no effect here.
      done(await open(kenya, france));
      await admittedOnBoth(draft);
      expect(await isAdmitted(kenya, opening)).toBe(false);
    },
    STEP_MILLISECONDS,
  );

  it('is not adopted for the other side by one’s signature', async () => {
    const refused = await act(france, 'adopt', adopted);
    expect(refused).toMatchObject({ status: 422, json: { rule: 'agreements.by-the-custodian' } });
  });

  it(
    'is signed by one before the other has adopted it, and the signature waits there',
    async () => {
      adoptedBy = done(await recorded(france, 'adopt', adopted));
      terms = String((await termsOn(france))['hash']);
      expect(terms).toMatch(/^[0-9a-f]{64}$/);
      const signature = done(await act(france, 'sign', { on: '2026-01-12', terms }));
      await until(() => isHeld(kenya, signature));
      expect(await isAdmitted(kenya, signature)).toBe(false);
      done(await recorded(kenya, 'adopt', adopted));
      expect(await termsOn(kenya)).toMatchObject({ hash: terms, keepers: ['FRA'] });
      await admittedOnBoth(signature);
      await admittedOnBoth(done(await act(kenya, 'sign', { on: '2026-01-13', terms })));
    },
    STEP_MILLISECONDS,
  );

  it(
    'enters into force on the same day by both copies, though one side was offline',
    async () => {
      const completed = { instrument: 'notification', terms };
      await kenya.goOffline();
      const one = done(await act(france, 'deposit', { ...completed, on: '2026-02-01' }));
      await kenya.goOnline();
      await admittedOnBoth(one);
      expect(await inForceOn(kenya)).toMatchObject({ on: null });
      await france.goOffline();
      const other = done(await act(kenya, 'deposit', { ...completed, on: '2026-02-10' }));
      expect(await inForceOn(kenya)).toMatchObject({ on: '2026-03-12' });
      await france.goOnline();
      expect(await mirrorOn(kenya)).toMatchObject({ same: true, with: 'FRA' });
      await admittedOnBoth(other);
      const told = await inForceOn(france);
      expect(told).toMatchObject({ on: '2026-03-12' });
      expect(await inForceOn(kenya)).toEqual(told);
    },
    STEP_MILLISECONDS,
  );

  it(
    'is found to be the same on both nodes, by what the streams brought',
    async () => {
      for (const node of [france, kenya]) {
        await until(() => isSame(node));
        const told = await mirrorOn(node);
        expect(told).toMatchObject({
          terms,
          theirTerms: terms,
          inForceOn: '2026-03-12',
          theirInForceOn: '2026-03-12',
          apart: [],
        });
        expect(told['rows']).toHaveLength(4);
        const page = await node.page('/agreements/border-waters/mirror');
        expect(page).toContain('The same terms on both sides');
      }
    },
    STEP_MILLISECONDS,
  );
});

describe('what one side says on its own node alone', () => {
  it(
    'is no act of the other there, and shows beside what that side has',
    async () => {
      const claimed = { instrument: 'notification', on: '2026-05-01', terms };
      const reason = 'Never received.';
      const before = await inForceOn(kenya);
      // France strikes Kenya's consent out of its copy, and records another of its own making.
      const rows = (await mirrorOn(france))['rows'] as { act: string; actor: string; on: string }[];
      const given = rows.find(({ actor, on }) => actor === 'KEN' && on === '2026-02-10')?.act;
      done(await recorded(france, 'correct', { act: given, void: true, reason }));
      const lie = done(await recorded(france, 'deposit', claimed, { actor: 'KEN' }));
      expect(await inForceOn(france)).toMatchObject({ on: '2026-05-31' });
      await until(() => isHeld(kenya, lie));
      await until(async () => !(await isSame(kenya)));
      expect(await isAdmitted(kenya, lie)).toBe(false);
      expect(await inForceOn(kenya)).toEqual(before);
      const told = await mirrorOn(kenya);
      expect(told).toMatchObject({
        same: true,
        inForceOn: '2026-03-12',
        theirInForceOn: '2026-05-31',
        rows: expect.arrayContaining([
          expect.objectContaining({
            act: lie,
            here: false,
            there: true,
            reason: 'only FRA has it so, in its own copy',
          }),
          expect.objectContaining({ act: given, here: true, there: false }),
        ]),
      });
      const page = await kenya.page('/agreements/border-waters/mirror');
      expect(page).toContain('only FRA has it so, in its own copy');
      done(await recorded(france, 'correct', { act: lie, void: true, reason }));
    },
    STEP_MILLISECONDS,
  );

  it(
    'is another day or other words, told piece by piece, and voids its own consents alone',
    async () => {
      const french = {
        ...english,
        on: '2026-05-02',
        language: 'fr',
        provisions: [{ ...article, text: 'À FRA.' }],
      };
      const signed = await act(france, 'fix-text', french);
      expect(signed).toMatchObject({ json: { rule: 'agreements.by-the-custodian' } });
      done(await recorded(france, 'fix-text', french));
      const adoption = (await termsOn(france))['hash'];
      expect(adoption).not.toBe(terms);
      await until(async () => (await mirrorOn(kenya))['same'] === false);
      expect(await inForceOn(kenya)).toMatchObject({ on: '2026-03-12' });
      expect(await inForceOn(france)).toMatchObject({ on: null });
      expect(await mirrorOn(kenya)).toMatchObject({
        terms,
        theirTerms: adoption,
        apart: [{ part: 'text.fr', here: null, there: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      });
      const change = { on: '2026-01-09' };
      done(await recorded(france, 'correct', { act: adoptedBy, change, reason: 'Another day.' }));
      await until(async () => ((await mirrorOn(kenya))['apart'] as unknown[]).length === 2);
      for (const [node, here, there] of [
        [kenya, '2026-01-10', '2026-01-09'],
        [france, '2026-01-09', '2026-01-10'],
      ] as const) {
        const apart = (await mirrorOn(node))['apart'];
        expect(apart).toContainEqual({ part: 'adoptedOn', here, there });
        const page = await node.page('/agreements/border-waters/mirror');
        expect(page).toContain('The terms differ');
      }
    },
    STEP_MILLISECONDS,
  );
});
