/**
 * The node in memory beside the real store: the same acts in the same order, doubled, out of order,
 * spoiled and forked, come to the same outcomes, ends of streams, admissions and rows.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedAct } from '../../src/kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import type { Taken } from '../../src/kernel/exchange.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { type Marking, CLEAR, markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct, Receipt } from '../../src/kernel/submission.ts';
import { TestSigner } from '../../src/store/test-signer.ts';
import { type TestStore, openTestStore } from '../../src/store/test-store.ts';
import { keyDraft, keyText } from './doings.ts';
import { MemoryNode } from './memory-node.ts';
import { emptyRecord } from './memory-record.ts';
import { papersArea } from './papers-area.ts';
import { Random } from './random.ts';

const RUNS = 30;
const ACTS_PER_RUN = 12;
const now = (): Date => new Date('2026-03-01T00:00:00.000Z');

function inMemory(operator: string, key = generateKey()): MemoryNode {
  const keys = { keyFor: (actor: string) => (actor === operator ? key : null) };
  return new MemoryNode({
    identity: { operator, network: 'test-network', keys },
    record: emptyRecord(),
    broken: {},
    now: () => now().toISOString(),
    isSilent: () => false,
    pause: () => Promise.resolve(),
  });
}

const custodianKey = generateKey();
const otherKey = generateKey();
const held = new Map([['UNO', custodianKey]]);
const model = inMemory('UNO', custodianKey);
/** Another custodian, whose admissions both take. */
const other = inMemory('FRA', otherKey);
const authors = ['KEN', 'NOR'].map((actor) => new TestSigner(actor));
let real: TestStore;

const own = (actor: string, type: string, payload: unknown, register: string): DraftAct => ({
  type,
  register,
  actor,
  payload,
  basis: { kind: 'signed' },
});
const opening = (actor: string, register: string) =>
  own(actor, 'registers.open', { register, custodian: actor }, register);
const genesis = (actor: string, key: typeof custodianKey) =>
  own(actor, 'keys.register', { actor, publicKey: keyText(key) }, AUTHORITY_REGISTER);

beforeAll(async () => {
  const keys = { held, keyFor: (actor: string) => held.get(actor) ?? null };
  real = await openTestStore({ operator: 'UNO', keys, areas: [papersArea], now });
  await model.submit([genesis('UNO', custodianKey)]);
  await other.submit([genesis('FRA', otherKey), opening('FRA', 'papers/fra')]);
  const vouched = authors.map(({ actor, key }) => keyDraft(actor, key));
  await other.submit([keyDraft('UNO', custodianKey), ...vouched]);
  const begin = [keyDraft('FRA', otherKey), ...vouched, opening('UNO', 'papers/uno')];
  await Promise.all([real.store.submit(begin), model.submit(begin)]);
}, 60_000);
afterAll(() => real.close());

/** What came of each, without the ids of what each signed by itself. */
const plainly = (all: readonly (Taken | Receipt)[]) =>
  all.map((one) => {
    if (isRefusal(one)) return one.rule.id;
    if ('outcome' in one) return [one.outcome, one.id, 'refusal' in one ? one.refusal.rule.id : ''];
    return 'position' in one ? [one.register, one.position] : one.register;
  });

const anyMarking = (random: Random): Marking =>
  random.chance(0.6) ? CLEAR : markedFor('amber', random.pick([['UNO'], ['FRA', 'UNO'], ['FRA']]));

function anyAct(random: Random): SignedAct {
  const signer = random.pick(authors);
  const [type, payload] = random.chance(0.15)
    ? ['papers.withdraw', { paper: random.pick(['a', 'b']) }]
    : ['papers.put', { paper: random.pick(['a', 'b', 'c']), text: String(random.bits()) }];
  const register = random.pick(['papers/uno', 'papers/fra', 'papers/none']);
  const more = { type, register, marking: anyMarking(random) };
  // Now and then it forks, having gone on before.
  return (random.chance(0.02) ? signer.compose(payload, more) : signer.next(payload, more)).signed;
}

function spoiled(random: Random, act: SignedAct): SignedAct {
  if (!random.chance(0.1)) return act;
  const bytes = Uint8Array.from(random.chance(0.5) ? act.header : act.signature);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.length === act.signature.length
    ? { ...act, signature: bytes }
    : { ...act, header: bytes };
}

const sent: SignedAct[] = [];

/** Acts on their way: new ones, some that came before, and what the other custodian gives. */
async function arriving(random: Random): Promise<SignedAct[]> {
  const fresh = Array.from({ length: random.below(ACTS_PER_RUN) }, () => anyAct(random));
  sent.push(...fresh);
  await other.take(fresh);
  const viewer = { actors: ['UNO'] };
  const heads = await other.heads(viewer);
  const pages = await Promise.all(
    heads.map(({ stream, seq }) => other.page(viewer, stream, random.between(1, seq))),
  );
  const theirs = random.chance(0.7) ? pages.flat() : [];
  const all = [...random.some(sent, 0.5), ...theirs, ...random.some(theirs, 0.2)];
  const mixed = random.chance(0.3) ? random.shuffled(all) : all;
  return mixed.map((act) => spoiled(random, act));
}

const isOfOthers = (id: string): boolean => model.record.acts.get(id)?.act.header.author !== 'UNO';

async function heads(of: Pick<MemoryNode, 'heads'>) {
  const ends = await of.heads({ actors: ['UNO'] });
  return ends.map(({ stream, seq, last, author }) => [stream, seq, author === 'UNO' ? '' : last]);
}

async function compare(run: number): Promise<void> {
  expect({ run, heads: await heads(real.store.holdings) }).toEqual({
    run,
    heads: await heads(model),
  });
  const viewer = { actors: ['UNO', 'FRA'] };
  const stored = await real.store.read(viewer, async (query) => ({
    admissions: await query.selectFrom('admissions').selectAll().orderBy('ledger').execute(),
    papers: await query.selectFrom('papers_paper').selectAll().orderBy('ledger').execute(),
  }));
  const known = [...model.record.admissions.values()];
  const said = ({ register, position, ledger }: Record<string, unknown>) =>
    [register, position, ledger].join(' ');
  expect(stored.admissions.map(said)).toEqual(known.map((one) => said({ ...one })));
  const papers = [...(model.record.rows.get('papers_paper')?.values() ?? [])];
  const row = ({ place, paper, author, text, withdrawn, position }: Record<string, unknown>) =>
    [place, paper, author, text, withdrawn, position].join(' ');
  expect(stored.papers.map(row).sort()).toEqual(papers.map(row).sort());
  const forks = [real.store.holdings, model].map(async (one) =>
    (await one.forks(viewer)).map(({ stream, seq }) => `${stream} ${seq}`).sort(),
  );
  expect(await forks[0]).toEqual(await forks[1]);
}

it('comes to what the store comes to', { timeout: 120_000 }, async () => {
  const random = new Random(2026);
  for (let run = 0; run < RUNS; run++) {
    const acts = await arriving(random);
    const taken = [await real.store.holdings.take(acts), await model.take(acts)].map(plainly);
    expect({ run, taken: taken[0] }).toEqual({ run, taken: taken[1] });
    const handed = random.some(sent, 0.1).map((act) => spoiled(random, act));
    const receipts = [await real.store.receive(handed), await model.receive(handed)].map(plainly);
    expect({ run, receipts: receipts[0] }).toEqual({ run, receipts: receipts[1] });
    const payload = { paper: random.pick(['a', 'd']), text: `own ${run}` };
    const marking = random.chance(0.5) ? CLEAR : markedFor('red', ['UNO']);
    const register = random.pick(['papers/uno', 'papers/fra', 'papers/none']);
    const draft: DraftAct = { ...own('UNO', 'papers.put', payload, register), marking };
    const made = [await real.store.submit([draft]), await model.submit([draft])].map(plainly);
    expect({ run, made: made[0] }).toEqual({ run, made: made[1] });
    await compare(run);
  }
  expect([...model.record.acts.keys()].filter(isOfOthers).length).toBeGreaterThan(40);
  expect(model.record.admissions.size).toBeGreaterThan(60);
});
