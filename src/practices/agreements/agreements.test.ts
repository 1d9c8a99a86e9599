import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct, Receipt } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from './area.ts';
import { adoption } from './paper-registers.ts';

const EVERYONE = { actors: [] };
const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;
const STATES = ['AAA', 'BBB', 'CCC', 'DDD'];

let test: TestStore;
let clock = '2026-01-01T00:00:00.000Z';

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const actor = test.store.operator;
  const type = `agreements.${verb}`;
  return { type, register: `agreements/${agreement}`, actor, payload, basis: SOURCE, ...more };
}
const adopting = (agreement: string, payload: object = adoption()): DraftAct =>
  draft('adopt', agreement, payload);
const deposit = (agreement: string, actor: string, on: string, more: Partial<DraftAct> = {}) =>
  draft('deposit', agreement, { on, instrument: 'accession' }, { actor, ...more });
const sign = (agreement: string, actor: string, on: string): DraftAct =>
  draft('sign', agreement, { on }, { actor });

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await test.store.submit(drafts)).map((one) => one.id);
}

interface When {
  readonly asOf?: string;
  readonly knownAt?: string | null;
  readonly viewer?: { readonly actors: readonly string[] };
}

/** The answer to a question of the area by its name. */
async function ask(name: string, input: object, when: When = {}): Promise<unknown> {
  const question = agreements.questions.find((one) => one.name === `agreements.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const at = { viewer: EVERYONE, asOf: '2026-06-01', knownAt: null, ...when };
  return test.store.ask(question, input, at);
}

async function standing(agreement: string, actor: string, when: When = {}): Promise<unknown> {
  const answer = await ask('status', { agreement, actor }, when);
  // The schema of the question's answers has it.
  return isRefusal(answer) ? answer.rule.id : (answer as { standing: string }).standing;
}

function tables(): Promise<string> {
  return test.store.read(EVERYONE, async (query) => {
    const typed = query.withTables<Record<string, { ledger: number }>>();
    const all: unknown[] = [];
    for (const { name } of agreements.tables) {
      all.push(await typed.selectFrom(name).selectAll().orderBy('ledger').execute());
    }
    return JSON.stringify(all);
  });
}

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements], now: () => new Date(clock) });
  await submit(...STATES.map((id) => enteringState(id)));
});
afterAll(async () => {
  await test.close();
});

describe('an agreement from its adoption on', () => {
  const times: Record<string, string> = {};
  let second = '';
  const at = (name: string): void => {
    times[name] = clock;
    clock = new Date(Date.parse(clock) + 3_600_000).toISOString();
  };
  beforeAll(async () => {
    await submit(
      adopting('convention', adoption({ withdrawal: { notice: { months: 6 }, citation: '9' } })),
    );
    at('adopted');
    await submit(sign('convention', 'AAA', '2000-03-01'));
    at('signed');
    await submit(deposit('convention', 'AAA', '2001-01-01'));
    [second = ''] = await submit(deposit('convention', 'BBB', '2001-06-01'));
    at('deposited');
    await submit(draft('withdraw', 'convention', { on: '2005-01-01' }, { actor: 'BBB' }));
    at('withdrawn');
    await submit(
      draft('correct', 'convention', {
        act: second,
        change: { on: '2001-07-01' },
        reason: 'The day of receipt was misread.',
      }),
    );
    at('corrected');
  });

  it.each([
    ['2000-02-29', 'none'],
    ['2000-03-01', 'signatory'],
    ['2001-01-01', 'contracting'],
    ['2001-06-30', 'contracting'],
    ['2001-07-01', 'party'],
  ])('says as of %s where its first signatory stands: %s', async (asOf, expected) => {
    expect(await standing('convention', 'AAA', { asOf })).toBe(expected);
  });

  it.each([
    ['2005-06-30', 'party'],
    ['2005-07-01', 'withdrawn'],
  ])('says as of %s where one that left stands: %s', async (asOf, expected) => {
    expect(await standing('convention', 'BBB', { asOf })).toBe(expected);
  });

  it.each([
    ['adopted', 'none', null],
    ['signed', 'signatory', null],
    ['deposited', 'party', '2001-06-01'],
    ['withdrawn', 'party', '2001-06-01'],
    ['corrected', 'party', '2001-07-01'],
  ])('says what was known when it was %s', async (name, expected, on) => {
    const knownAt = times[name] ?? '';
    expect(await standing('convention', 'AAA', { knownAt })).toBe(expected);
    const answer = await ask('entry-into-force', { agreement: 'convention' }, { knownAt });
    expect(answer).toMatchObject({ on, finding: { value: on } });
  });

  it('knew nothing of the withdrawal before it was recorded', async () => {
    const before = { knownAt: times['deposited'] ?? '' };
    expect(await standing('convention', 'BBB', before)).toBe('party');
    expect(await standing('convention', 'BBB')).toBe('withdrawn');
  });

  it('is unknown as of before it was recorded', async () => {
    const knownAt = '2025-12-31T23:59:59.999Z';
    expect(await standing('convention', 'AAA', { knownAt })).toBe('agreements.unknown');
  });

  it('tells of its acts which were corrected, and by which', async () => {
    const answer = await ask('acts', { agreement: 'convention' });
    const corrected = expect.objectContaining({ act: second, on: '2001-07-01' }) as unknown;
    expect(answer).toMatchObject({ rows: expect.arrayContaining([corrected]) as unknown });
  });

  it('answers anew as soon as something is admitted', async () => {
    expect(await standing('convention', 'CCC')).toBe('none');
    const [id = ''] = await submit(deposit('convention', 'CCC', '2010-01-01'));
    expect(await standing('convention', 'CCC')).toBe('party');
    await submit(draft('correct', 'convention', { act: id, void: true, reason: 'For a test' }));
    expect(await standing('convention', 'CCC')).toBe('none');
  });
});

describe('a batch', () => {
  it('may adopt an agreement and a protocol, which only parties to the one join', async () => {
    const openTo = { partyTo: 'mother' };
    const share = { when: { share: '2/3', of: { partyTo: 'mother' } }, delay: { days: 0 } };
    const entryIntoForce = { ...share, citation: 'Article 2' };
    const receipts = await test.store.submit([
      adopting('mother'),
      adopting('child', adoption({ openTo, entryIntoForce }, { parent: 'mother' })),
      deposit('mother', 'AAA', '2001-01-01'),
      deposit('child', 'AAA', '2002-01-01'),
      deposit('mother', 'BBB', '2002-02-01'),
      deposit('child', 'AAA', '2002-02-01'),
      deposit('child', 'CCC', '2002-03-01'),
      deposit('mother', 'CCC', '2002-04-01'),
    ]);
    const outcomes = receipts.map((one) => (isRefusal(one) ? one.rule.id : 'admitted'));
    expect(outcomes[3]).toBe('agreements.open-to');
    expect(outcomes[6]).toBe('agreements.open-to');
    expect(outcomes.filter((one) => one === 'admitted')).toHaveLength(6);
    expect(await ask('entry-into-force', { agreement: 'child' })).toMatchObject({ on: null });
    await submit(deposit('child', 'BBB', '2003-01-01'));
    expect(await ask('entry-into-force', { agreement: 'child' })).toMatchObject({
      on: '2003-01-01',
    });
  });

  it('changes what is answered on a protocol when only the parent’s parties change', async () => {
    await submit(
      adopting('elder'),
      deposit('elder', 'AAA', '2001-01-01'),
      deposit('elder', 'BBB', '2001-01-01'),
      deposit('elder', 'CCC', '2001-01-01'),
      adopting(
        'middle',
        adoption({
          entryIntoForce: {
            when: { share: '1/1', of: { partyTo: 'elder' } },
            delay: { days: 0 },
            citation: 'Article 2',
          },
        }),
      ),
      adopting('younger', adoption({ openTo: { partyTo: 'middle' } })),
      deposit('middle', 'AAA', '2002-01-01'),
      deposit('middle', 'BBB', '2002-01-01'),
    );
    expect(await ask('entry-into-force', { agreement: 'middle' })).toMatchObject({ on: null });
    expect(ruleOf((await test.store.submit([deposit('younger', 'AAA', '2010-01-01')]))[0])).toBe(
      'agreements.open-to',
    );
    await submit(draft('withdraw', 'elder', { on: '2003-01-01' }, { actor: 'CCC' }));
    // With the third gone a year later, all parties that are left have joined.
    const answer = await ask('entry-into-force', { agreement: 'middle' });
    expect(answer).toMatchObject({ on: '2004-01-01' });
    await submit(deposit('younger', 'AAA', '2010-01-01'));
  });

  it('leaves nothing of what is refused in its middle', async () => {
    await submit(adopting('refusing'));
    const before = await tables();
    const drafts = [
      sign('refusing', 'AAA', '2001-01-01'),
      deposit('refusing', 'ZZZ', '2001-01-02'),
      sign('refusing', 'BBB', '2001-01-03'),
    ];
    const [first, middle, last] = await test.store.submit(drafts);
    expect(ruleOf(middle)).toBe('agreements.known-actor');
    const isAdmitted = (one: Receipt | undefined) => one !== undefined && !isRefusal(one);
    expect([isAdmitted(first), isAdmitted(last)]).toEqual([true, true]);
    expect(await tables()).not.toBe(before);
    expect(await tables()).not.toContain('ZZZ');
    expect(await ask('acts', { agreement: 'refusing' })).toMatchObject({
      rows: [{ actor: 'AAA' }, { actor: 'BBB' }],
    });
  });
});

describe('a deposit that is marked', () => {
  const INPUTS: Readonly<Record<string, object>> = {
    'agreements.list': {},
    'agreements.show': { agreement: 'marked' },
    'agreements.funnel': { agreement: 'marked' },
    'agreements.activity': { from: '2000-01-01' },
    'agreements.awaited': {},
    'agreements.moves': { agreement: 'marked' },
    'agreements.network': {},
    'agreements.status': { agreement: 'marked', actor: 'DDD' },
    'agreements.parties': { agreement: 'marked' },
    'agreements.entry-into-force': { agreement: 'marked' },
    'agreements.curve': { agreement: 'marked' },
    'agreements.of-actor': { actor: 'DDD' },
    'agreements.between': { one: 'AAA', other: 'DDD' },
    'agreements.acts': { agreement: 'marked' },
    'agreements.latest': { limit: 200 },
    'agreements.due': { limit: 200 },
    'agreements.search': { text: 'convention' },
    'agreements.figures': {},
    'agreements.by-actor': {},
    'agreements.short-of': {},
    'agreements.compare': { one: 'AAA', other: 'DDD' },
    'agreements.deadlines': { actor: 'DDD' },
    'agreements.ministry': { actor: 'DDD' },
    'agreements.news': { actor: 'DDD', since: '2000-01-01' },
    'agreements.what-it-takes': { agreement: 'marked' },
    'agreements.mirror': { agreement: 'marked', terms: '0'.repeat(64) },
    'agreements.versions': { agreement: 'marked' },
    'agreements.version-between': { agreement: 'marked', one: 'AAA', other: 'DDD' },
    'agreements.territories': { agreement: 'marked' },
    'agreements.desk': {},
    'agreements.text': { agreement: 'marked' },
    'agreements.text-beside': { agreement: 'marked', language: 'en', beside: 'fr' },
    'agreements.compare-texts': { agreement: 'marked' },
    'agreements.provision': { agreement: 'marked', provision: 'art_1' },
    'agreements.drafts': {},
    'agreements.terms': { agreement: 'marked' },
    'agreements.notification': { number: 'C.N.1.2026.TREATIES-X.1' },
    'agreements.notifications': {},
    'agreements.next-notification': { agreement: 'marked' },
    'agreements.full-powers': {},
    'agreements.certifying-statement': { agreement: 'marked' },
    'agreements.reservations': { agreement: 'marked' },
    'agreements.relation': { agreement: 'marked', one: 'AAA', other: 'DDD' },
    'agreements.matrix': { agreement: 'marked' },
  };
  /** What does not speak of deposits, or not of one that takes effect at once. */
  const APART = [
    'deadlines',
    'due',
    'notifications',
    'next-notification',
    'full-powers',
    'reservations',
    'territories',
    'text',
    'text-beside',
    'compare-texts',
    'provision',
    'drafts',
    'terms',
    'awaited',
  ];

  async function answers(viewer: When['viewer'] = EVERYONE): Promise<Map<string, string>> {
    const all = new Map<string, string>();
    for (const { name } of agreements.questions) {
      const input = INPUTS[name];
      if (!input) throw new Error(`no input for ${name}`);
      const answer = await ask(name.replace('agreements.', ''), input, { viewer });
      if (isRefusal(answer)) throw new Error(`${name}: ${answer.reason}`);
      all.set(name, JSON.stringify(answer));
    }
    return all;
  }

  it('is seen by its audience, and by nobody else in any question of the area', async () => {
    const provisions = [{ id: 'art_1', kind: 'art', text: 'It is shared.' }];
    const [, , adopted = ''] = await submit(
      ...['en', 'fr'].map((language) =>
        draft(
          'fix-text',
          'marked',
          { on: '1999-01-01', language, title: 'Marked', provisions },
          {
            actor: 'AAA',
          },
        ),
      ),
      adopting('marked'),
      deposit('marked', 'AAA', '2001-01-01'),
    );
    const telling = { number: 'C.N.1.2026.TREATIES-X.1', on: '2026-01-01', acts: [adopted] };
    await submit(draft('notify', 'marked', telling));
    const friend = { actors: ['BBB'] };
    const before = await answers();
    expect(await answers(friend)).toEqual(before);
    const marking = { level: 'amber' as const, to: ['BBB'] };
    const [id = ''] = await submit(deposit('marked', 'DDD', '2002-01-01', { marking }));
    const after = await answers();
    expect(after).toEqual(before);
    expect(await answers({ actors: ['CCC'] })).toEqual(before);
    const seen = await answers(friend);
    const changed = [...seen].filter(([name, answer]) => answer !== before.get(name));
    expect(changed.map(([name]) => name).sort()).toEqual(
      Object.keys(INPUTS)
        .filter((name) => !APART.includes(name.replace('agreements.', '')))
        .sort(),
    );
    expect([...after.values()].join()).not.toContain(id);
  });

  it('is corrected in the order of admission, whichever audience it is for', async () => {
    const friend = { viewer: { actors: ['BBB'] } };
    await submit(
      adopting('turned'),
      ...['AAA', 'BBB'].map((one) => sign('turned', one, '2001-01-01')),
    );
    const [id = ''] = await submit(deposit('turned', 'CCC', '2001-01-01'));
    const change = (on: string, more: Partial<DraftAct> = {}) =>
      draft('correct', 'turned', { act: id, change: { on }, reason: 'Misread' }, more);
    const marking = { level: 'amber' as const, to: ['BBB'] };
    await submit(change('2001-01-02'), change('2001-01-03', { marking }));
    const depositedOn = async (when: When) =>
      ask('parties', { agreement: 'turned', standing: 'contracting' }, when);
    expect(await depositedOn({})).toMatchObject({ rows: [{ depositedOn: '2001-01-02' }] });
    expect(await depositedOn(friend)).toMatchObject({ rows: [{ depositedOn: '2001-01-03' }] });
  });
});

describe('the tables of the area', () => {
  it('are the same when the record is replayed', async () => {
    const live = await tables();
    await test.store.rebuild();
    expect(await tables()).toBe(live);
  });
});
