import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { adoption } from './paper-registers.ts';

const EVERYONE = { actors: [] };
const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;
const STATES = ['AAA', 'BBB', 'CCC', 'DDD'];

let test: TestStore;

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const actor = test.store.operator;
  const type = `agreements.${verb}`;
  return { type, register: `agreements/${agreement}`, actor, payload, basis: SOURCE, ...more };
}
const deposit = (agreement: string, actor: string, on: string, more: Partial<DraftAct> = {}) =>
  draft('deposit', agreement, { on, instrument: 'accession' }, { actor, ...more });
const amending = (parent: string, clauses: Parameters<typeof adoption>[0] = {}) =>
  adoption(clauses, { kind: 'amendment', parent, adoptedOn: '2004-01-01' });

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await test.store.submit(drafts)).map((one) => one.id);
}

async function ask(
  name: string,
  input: object,
  asOf = '2026-06-01',
  viewer: { readonly actors: readonly string[] } = EVERYONE,
): Promise<unknown> {
  const question = agreements.questions.find((one) => one.name === `agreements.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const answer: unknown = await test.store.ask(question, input, { viewer, asOf, knownAt: null });
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

const between = (one: string, other: string, asOf?: string) =>
  ask('version-between', { agreement: 'mother', one, other }, asOf);

/** What the node answers of everything told below. */
async function everything(): Promise<string> {
  const answers = [
    await ask('versions', { agreement: 'mother' }),
    await between('AAA', 'BBB'),
    await between('AAA', 'DDD'),
    await ask('territories', { agreement: 'mother' }),
    await ask('show', { agreement: 'passing' }),
    await ask('parties', { agreement: 'silent' }),
    await ask('list', {}),
  ];
  return JSON.stringify(answers);
}

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements], now: () => new Date('2026-01-01') });
  await submit(...STATES.map((id) => enteringState(id)));
  await submit(
    draft('adopt', 'mother', adoption()),
    ...['AAA', 'BBB', 'CCC'].map((one) => deposit('mother', one, '2001-01-01')),
    draft('adopt', 'first', amending('mother')),
    deposit('first', 'AAA', '2005-01-01'),
    deposit('first', 'BBB', '2005-01-01'),
    deposit('mother', 'DDD', '2010-01-01'),
  );
});
afterAll(async () => {
  await test.close();
});

describe('amendments on record', () => {
  it('are told as a tree, from any of its members, with who is on which text', async () => {
    const expected = {
      agreement: 'mother',
      rows: [
        { agreement: 'mother', depth: 0, parties: 4 },
        { agreement: 'first', parent: 'mother', depth: 1, parties: 3 },
      ],
      sets: [
        { amendments: [], actors: [{ actor: 'CCC' }] },
        { amendments: ['first'], actors: [{ actor: 'AAA' }, { actor: 'BBB' }, { actor: 'DDD' }] },
      ],
    };
    expect(await ask('versions', { agreement: 'mother' })).toMatchObject(expected);
    expect(await ask('versions', { agreement: 'first' })).toMatchObject(expected);
  });

  it('stand between those that both accepted them, or joined later', async () => {
    expect(await between('AAA', 'DDD')).toMatchObject({
      bound: true,
      rows: [{ agreement: 'first', inForceOn: '2005-01-01', effectOn: '2010-01-01' }],
    });
    expect(await between('AAA', 'CCC')).toMatchObject({ bound: true, rows: [] });
    expect(await between('AAA', 'DDD', '2009-12-31')).toMatchObject({ bound: false, rows: [] });
  });

  it('change the answer once one more accepts, and not that of another agreement', async () => {
    await submit(draft('adopt', 'stranger', adoption()));
    const before = await ask('versions', { agreement: 'stranger' });
    await submit(deposit('first', 'CCC', '2012-01-01'));
    expect(await between('AAA', 'CCC')).toMatchObject({ rows: [{ agreement: 'first' }] });
    expect(await ask('versions', { agreement: 'stranger' })).toEqual(before);
  });

  it('bind who joins later, in every answer, as soon as it joins (VCLT Art. 40(5))', async () => {
    const status = () => ask('status', { agreement: 'first', actor: 'EEE' }, '2013-06-01');
    await submit(enteringState('EEE'));
    expect(await status()).toMatchObject({ standing: 'none' });
    await submit(deposit('mother', 'EEE', '2013-01-01'));
    expect(await status()).toMatchObject({
      standing: 'party',
      since: '2013-01-01',
      finding: { rule: { citation: 'VCLT Art. 40(5)' }, parts: [{ value: 'party' }, {}] },
    });
    expect(await ask('parties', { agreement: 'first' }, '2013-06-01')).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ actor: 'EEE', effectBy: 'later-party', depositedOn: null }),
      ]),
    });
    expect(await ask('of-actor', { actor: 'EEE' }, '2013-06-01')).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ agreement: 'first', standing: 'party' }),
      ]),
    });
    await submit(draft('withdraw', 'mother', { on: '2014-01-01' }, { actor: 'EEE' }));
    expect(await ask('status', { agreement: 'first', actor: 'EEE' })).toMatchObject({
      standing: 'withdrawn',
      since: '2015-01-01',
    });
  });

  it('that are marked are told of to their audience alone', async () => {
    const marking = { level: 'amber' as const, to: ['BBB'] };
    await submit(draft('adopt', 'hidden', amending('mother'), { marking }));
    const friend = { actors: ['BBB'] };
    const ids = (answer: unknown) => JSON.stringify(answer).includes('"hidden"');
    expect(ids(await ask('versions', { agreement: 'mother' }))).toBe(false);
    expect(ids(await ask('versions', { agreement: 'mother' }, '2026-06-01', friend))).toBe(true);
  });
});

describe('an amendment that silence accepts', () => {
  it('is refused by a party to what it amends, though its clauses do not name that', async () => {
    const when = { silence: { until: '2006-01-01' } };
    const entryIntoForce = { when, delay: { days: 0 }, citation: 'Article 59' };
    await submit(draft('adopt', 'silent', amending('mother', { entryIntoForce })));
    const refuse = (actor: string): DraftAct =>
      draft('refuse-amendment', 'silent', { on: '2005-06-01' }, { actor });
    await submit(refuse('BBB'));
    expect(ruleOf((await test.store.submit([refuse('DDD')]))[0])).toBe('agreements.silence');
    const parties = await ask('parties', { agreement: 'silent' });
    expect(parties).toMatchObject({
      rows: [
        { actor: 'BBB', standing: 'declined' },
        { actor: 'DDD', standing: 'party', effectBy: 'later-party' },
        { actor: 'EEE', standing: 'withdrawn', effectBy: 'later-party' },
      ],
    });
  });
});

describe('territories on record', () => {
  it('are those to which a party extended it, or which it excluded', async () => {
    const territories = [{ name: 'Common Islands' }];
    const own = (verb: string, on: string): DraftAct =>
      draft(verb, 'mother', { on, territories }, { actor: 'AAA' });
    await submit(own('extend-to-territories', '2002-01-01'));
    await submit(own('exclude-territories', '2015-01-01'));
    const on = (asOf: string) => ask('territories', { agreement: 'mother', actor: 'AAA' }, asOf);
    expect(await on('2001-12-31')).toEqual({ rows: [] });
    expect(await on('2014-12-31')).toMatchObject({ rows: [{ applies: true }] });
    expect(await on('2015-01-01')).toMatchObject({ rows: [{ applies: false }] });
  });
});

describe('an agreement that ends', () => {
  it('is told as ended, and nobody joins it any more', async () => {
    await submit(
      draft('adopt', 'passing', adoption()),
      deposit('passing', 'AAA', '2001-01-01'),
      deposit('passing', 'BBB', '2001-01-01'),
      draft('suspend', 'passing', { on: '2005-01-01', ground: 'Consent of all' }),
      draft('terminate', 'passing', { on: '2010-01-01', ground: 'Consent of all' }),
    );
    const state = async (asOf: string) => ask('show', { agreement: 'passing' }, asOf);
    expect(await state('2009-12-31')).toMatchObject({ row: { state: 'suspended', parties: 2 } });
    expect(await state('2010-01-01')).toMatchObject({
      row: { state: 'terminated', endedOn: '2010-01-01', parties: 0 },
    });
    const [late] = await test.store.submit([deposit('passing', 'CCC', '2010-01-01')]);
    expect(ruleOf(late)).toBe('agreements.lasts');
    expect(await ask('list', { state: 'terminated' })).toMatchObject({
      rows: [{ agreement: 'passing' }],
    });
  });
});

describe('the record', () => {
  it('answers the same when it is replayed', async () => {
    const live = await everything();
    await test.store.rebuild();
    expect(await everything()).toBe(live);
  });
});
