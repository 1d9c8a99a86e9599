/**
 * What goes wrong in meetings, each by a test of its name: the refusal says which rule and why, to
 * whoever is refused, and the record stands as it did. On a real store, by its own clock.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct, Receipt } from '../../kernel/submission.ts';
import { TestSigner } from '../../store/test-signer.ts';
import { type TestStore, admitted, openTestStore, registerKey } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from '../agreements/area.ts';
import { meetings } from './area.ts';

const SOURCE = { kind: 'recorded', source: 'Record of the meeting' } as const;
const SESSION = 'meetings/first-session';
const BODY = 'bodies/assembly';
const TEXT = 'texts/declaration';
/** Suspended is SSS; no credentials has NNN; OUT is no member. */
const MEMBERS = ['AAA', 'BBB', 'CCC', 'NNN', 'SSS'] as const;
const SIGNERS = { AAA: new TestSigner('AAA'), BBB: new TestSigner('BBB') };

let test: TestStore;
let clock = '2026-03-02T10:00:00.000Z';
/** Each test has questions of its own. */
let question = '';
let questions = 0;

const draft = (
  verb: string,
  actor: string,
  payload: object,
  more: Partial<DraftAct> = {},
): DraftAct => ({
  type: `meetings.${verb}`,
  register: SESSION,
  actor,
  payload,
  basis: SOURCE,
  ...more,
});
const chair = (verb: string, payload: object, more: Partial<DraftAct> = {}): DraftAct =>
  draft(verb, test.store.operator, payload, more);

/** `taken`, or the rule that refused it and why. */
function said(receipt: Receipt | undefined): readonly string[] {
  if (receipt === undefined) return [];
  return isRefusal(receipt) ? [receipt.rule.id, receipt.reason] : ['taken'];
}

/** Hands in an act at an instant, as a member who may read what everybody may. */
async function at(instant: string, one: DraftAct): Promise<readonly string[]> {
  clock = instant;
  const [receipt] = await test.store.submit([one], undefined, { actors: [one.actor] });
  return said(receipt);
}
const now = (one: DraftAct): Promise<readonly string[]> => at(clock, one);
const TAKEN = ['taken'];

const vote = (actor: string, choice: string): DraftAct =>
  draft('vote', actor, { decision: question, choice });
const object = (actor: string): DraftAct =>
  draft('object', actor, { decision: question, reason: 'It goes too far.' });
const puts = (rule: string, more: object = {}): DraftAct =>
  chair('put-question', {
    decision: question,
    title: { en: question },
    on: { kind: 'other', what: 'A matter' },
    rule,
    ...more,
  });

/** A vote that its member signed on a machine of its own, whose clock said `issuedAt`. */
async function signedVote(signer: TestSigner, issuedAt: string, actor = signer.actor) {
  const { signed } = signer.next(
    { decision: question, choice: 'yes' },
    { type: 'meetings.vote', register: SESSION, actor, issuedAt },
  );
  const [receipt] = await test.store.receive([signed]);
  return said(receipt);
}

async function ask(name: string, input: object) {
  const asked = meetings.questions.find((one) => one.name === `meetings.${name}`);
  if (!asked) throw new Error(`no question ${name}`);
  const when = { viewer: { actors: [] }, asOf: clock.slice(0, 10), knownAt: null };
  const found = await test.store.ask(asked, input, when);
  if (isRefusal(found)) throw new Error(found.reason);
  // Each of these questions answers with an object.
  return found as Readonly<Record<string, unknown>>;
}
const decided = (decision = question) => ask('decision', { session: 'first-session', decision });
/** What is decided, whenever it is asked. */
async function outcome(decision = question) {
  const { now: _asked, ...rest } = await decided(decision);
  return rest;
}
const tally = async () => (await decided())['tally'];

const share = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const rule = (name: string, more: object) => ({
  name,
  title: { en: name },
  citation: `Rule ${name}`,
  method: 'vote',
  ...more,
});
const adoptRules = (...rules: object[]): DraftAct =>
  chair('adopt-rules', { from: '2026-01-01', citation: 'Rules', rules }, { register: BODY });

beforeAll(async () => {
  test = await openTestStore({
    areas: [actors, agreements, meetings],
    now: () => new Date(clock),
  });
  const inBody = { register: BODY };
  const plenary = { title: { en: 'Assembly' }, kind: 'plenary', membership: { kind: 'seats' } };
  const given: DraftAct[] = [
    ...[...MEMBERS, 'OUT'].map((id) => enteringState(id)),
    chair('establish-body', plenary, inBody),
    ...MEMBERS.map((member) => chair('seat-member', { member, from: '2020-01-01' }, inBody)),
    adoptRules(
      rule('simple', { adoptedIf: share }),
      rule('silence', { method: 'silence', silence: { hoursMin: 72 } }),
    ),
    chair(
      'suspend-rights',
      {
        member: 'SSS',
        what: 'voting',
        for: 'arrears',
        citation: 'UN Charter Art. 19',
        from: '2026-02-01',
      },
      inBody,
    ),
    chair('convene', {
      body: 'assembly',
      title: { en: 'First session' },
      opensOn: '2026-03-02',
      closesOn: '2026-12-20',
      credentials: 'submitted',
    }),
    ...['AAA', 'BBB', 'CCC', 'SSS'].map((actor) =>
      draft('submit-credentials', actor, {
        delegates: [{ name: `Head of ${actor}`, role: 'head' }],
        issuedBy: 'head-of-state',
      }),
    ),
    chair(
      'table-text',
      {
        title: { en: 'Declaration' },
        session: 'first-session',
        provisions: [{ id: 'op-1', kind: 'operative', words: ['Members shall report.'] }],
      },
      { register: TEXT },
    ),
  ];
  for (const one of given) admitted(await test.store.submit([one]));
  for (const signer of Object.values(SIGNERS)) {
    await registerKey(test.store, signer.actor, signer.key);
  }
}, 60_000);
afterAll(() => test.close());

beforeEach(() => {
  questions += 1;
  question = `question-${questions}`;
});

describe('a vote', () => {
  it('after closing is refused, and says when it closed', async () => {
    await now(puts('simple'));
    expect(await now(vote('AAA', 'yes'))).toEqual(TAKEN);
    const closedAt = '2026-03-02T10:05:00.000Z';
    expect(await at(closedAt, chair('close-voting', { decision: question }))).toEqual(TAKEN);
    const before = await outcome();
    const [refused, reason] = await at('2026-03-02T10:05:00.001Z', vote('BBB', 'no'));
    expect(refused).toBe('meetings.voting-closed');
    expect(reason).toContain(`ended at ${closedAt}`);
    expect(await outcome()).toEqual(before);
  });

  it('twice is refused, and the first counts', async () => {
    await now(puts('simple'));
    expect(await now(vote('AAA', 'yes'))).toEqual(TAKEN);
    for (const again of ['yes', 'no', 'abstain']) {
      expect(await now(vote('AAA', again))).toEqual([
        'meetings.one-vote',
        'AAA voted yes already.',
      ]);
    }
    expect(await tally()).toMatchObject({ yes: 1, no: 0, abstain: 0 });
  });

  it('twice at one moment counts once', async () => {
    await now(puts('simple'));
    const sent = ['yes', 'no', 'yes'].map((choice) => test.store.submit([vote('AAA', choice)]));
    const taken = (await Promise.all(sent)).flat().filter((one) => !isRefusal(one));
    expect(taken).toHaveLength(1);
    expect(await decided()).toMatchObject({ rows: { length: MEMBERS.length } });
  });

  it('by a suspended member is refused with the provision that suspends it', async () => {
    await now(puts('simple'));
    const [refused, reason] = await now(vote('SSS', 'yes'));
    expect(refused).toBe('meetings.voting-rights');
    expect(reason).toMatch(/SSS.*(suspended|arrears)/);
    expect(await decided()).toMatchObject({
      tally: { yes: 0, hindered: 2 },
      rows: expect.arrayContaining([
        expect.objectContaining({
          actor: 'SSS',
          standing: 'hindered',
          citation: 'UN Charter Art. 19',
        }),
      ]),
    });
  });

  it('without credentials is refused, until they are handed in', async () => {
    await now(puts('simple'));
    const [refused, reason] = await now(vote('NNN', 'yes'));
    expect(refused).toBe('meetings.voting-rights');
    expect(reason).toMatch(/credentials of NNN/);
    expect(await tally()).toMatchObject({ yes: 0 });
  });

  it('by who is no member is refused', async () => {
    await now(puts('simple'));
    expect(await now(vote('OUT', 'yes'))).toEqual([
      'meetings.members-vote',
      'OUT is no member of assembly on 2026-03-02.',
    ]);
  });

  it('by a delegate of another State is refused, who shows no mandate', async () => {
    await now(puts('simple'));
    const forOther = await signedVote(SIGNERS.AAA, clock, 'BBB');
    expect(forOther).toEqual(['authority.mandate', 'AAA shows no mandate of BBB.']);
    expect(await tally()).toMatchObject({ yes: 0 });
    // The register's custodian records what others did only with its source.
    const unsaid = { ...vote('BBB', 'yes'), basis: { kind: 'signed' } as const };
    const [refused] = await at(clock, { ...unsaid, author: test.store.operator });
    expect(refused).toBe('authority.mandate');
    expect(await tally()).toMatchObject({ yes: 0 });
  });
});

describe('weights', () => {
  const sets = (named: readonly string[], uncovered: readonly string[] = []): DraftAct =>
    chair(
      'set-weights',
      {
        scheme: 'contributions',
        from: '2026-01-01',
        citation: 'Scale',
        weights: named.map((actor) => ({ actor, weight: '1/5' })),
        uncovered,
      },
      { register: BODY },
    );

  it('that do not cover the members are refused with those that are left out', async () => {
    expect(await now(sets(['AAA', 'BBB', 'CCC']))).toEqual([
      'meetings.weights-set',
      '2 members on 2026-01-01 would have no weight: NNN, SSS.',
    ]);
    expect(await now(sets(['AAA', 'AAA', ...MEMBERS.slice(1)]))).toEqual([
      'meetings.weights-set',
      'AAA is named twice.',
    ]);
    expect((await ask('body', { body: 'assembly' }))['schemes']).toEqual([]);
  });

  it('that say who has none are taken', async () => {
    expect(await now(sets(['AAA', 'BBB', 'CCC'], ['NNN', 'SSS']))).toEqual(TAKEN);
  });
});

describe('a rule that contradicts itself', () => {
  const BAD: readonly (readonly [what: string, says: RegExp, rule: object])[] = [
    ['needs more than all', /never reached/, { adoptedIf: { ...share, threshold: '3/2' } }],
    ['needs more than the whole', /never reached/, { adoptedIf: { ...share, threshold: '1' } }],
    [
      'needs more members than there are',
      /6 are needed, and the body has 5/,
      { adoptedIf: { kind: 'count', atLeast: '6' } },
    ],
    ['has no way to adopt', /says adoptedIf/, {}],
    ['falls back on no rule', /no rule nowhere/, { adoptedIf: share, fallback: 'nowhere' }],
    ['falls back on itself', /leads back to itself/, { adoptedIf: share, fallback: 'bad' }],
    ['elects without saying how', /says election/, { method: 'election' }],
    ['is silent for no time', /says silence/, { method: 'silence' }],
  ];

  it.each(BAD)('is refused when it is written: %s', async (_what, says, more) => {
    const before = await ask('body', { body: 'assembly' });
    const [refused, reason] = await now(adoptRules(rule('bad', more)));
    expect(refused).toBe('meetings.rule-is-sound');
    expect(reason).toMatch(says);
    expect(await ask('body', { body: 'assembly' })).toEqual(before);
  });
});

describe('brackets that do not balance', () => {
  const inserts = (words: string): DraftAct =>
    draft(
      'propose-change',
      'AAA',
      { change: { kind: 'insert', at: { run: 'op-1.0', offset: 0 }, words: [words] } },
      { register: TEXT },
    );

  it.each(['[All ', 'All] ', '[[All] ', ']All[ '])('are refused: %s', async (words) => {
    const before = await ask('text', { text: 'declaration' });
    const [refused, reason] = await now(inserts(words));
    expect(refused).toBe('meetings.text-words');
    expect(reason).toMatch(/bracket/i);
    expect(await ask('text', { text: 'declaration' })).toEqual(before);
  });
});

describe('a silence broken at the deadline’s second', () => {
  const deadlineAt = '2026-04-05T12:00:00Z';
  const BEGUN = '2026-04-02T12:00:00.000Z';
  /** By the custodian's clock: the instant of receipt, and what becomes of the objection. */
  const RECEIVED: readonly (readonly [string, string, string])[] = [
    ['before it', '2026-04-05T11:59:59.999Z', 'blocked'],
    ['at it', '2026-04-05T12:00:00.000Z', 'blocked'],
    ['after it', '2026-04-05T12:00:00.001Z', 'adopted'],
  ];

  it.each(RECEIVED)('%s', async (_when, received, result) => {
    // The store's clock never goes back: each has a deadline of its own, a day after another.
    const days = RECEIVED.findIndex(([, instant]) => instant === received) * 10;
    const later = (instant: string): string =>
      new Date(Date.parse(instant) + days * 86_400_000).toISOString();
    expect(await at(later(BEGUN), puts('silence', { deadlineAt: later(deadlineAt) }))).toEqual(
      TAKEN,
    );
    const refused = ['meetings.voting-closed', expect.stringContaining(later(deadlineAt))];
    expect(await at(later(received), object('BBB'))).toEqual(
      result === 'blocked' ? TAKEN : refused,
    );
    clock = later('2026-04-05T12:00:00.002Z');
    expect(await decided()).toMatchObject({ phase: 'closed', result });
  });
});

describe('clocks that are wrong', () => {
  it('of an author by years count for nothing: what was received in time is in time', async () => {
    await at('2026-05-04T10:00:00.000Z', puts('simple'));
    expect(await signedVote(SIGNERS.AAA, '1999-01-01T00:00:00.000Z')).toEqual(TAKEN);
    await now(chair('close-voting', { decision: question }));
    expect(await decided()).toMatchObject({ tally: { yes: 1 }, result: 'adopted' });
  });

  it('of an author that say “in time” do not make a late vote one', async () => {
    await at('2026-05-05T10:00:00.000Z', puts('simple'));
    await at('2026-05-05T10:05:00.000Z', chair('close-voting', { decision: question }));
    clock = '2026-05-05T10:06:00.000Z';
    const [refused] = await signedVote(SIGNERS.BBB, '2026-05-05T10:01:00.000Z');
    expect(refused).toBe('meetings.voting-closed');
    expect(await tally()).toMatchObject({ yes: 0 });
  });

  it('of the custodian that jump back open nothing again', async () => {
    await at('2026-05-06T10:00:00.000Z', puts('simple'));
    await at('2026-05-06T10:05:00.000Z', chair('close-voting', { decision: question }));
    const before = await outcome();
    for (const earlier of ['2026-05-06T10:01:00.000Z', '2019-01-01T00:00:00.000Z']) {
      const [refused] = await at(earlier, vote('AAA', 'no'));
      expect(refused).toBe('meetings.voting-closed');
    }
    clock = '2026-05-06T10:07:00.000Z';
    expect(await outcome()).toEqual(before);
  });

  it('of the custodian that jump back break no silence that had ended', async () => {
    const deadlineAt = '2026-05-10T10:00:00Z';
    await at('2026-05-07T10:00:00.000Z', puts('silence', { deadlineAt }));
    const silent = question;
    question = `${silent}-after`;
    await at('2026-05-10T10:00:01.000Z', puts('simple'));
    question = silent;
    const [refused] = await at('2026-05-08T10:00:00.000Z', object('CCC'));
    expect(refused).toBe('meetings.voting-closed');
    clock = '2026-05-10T10:00:02.000Z';
    expect(await decided()).toMatchObject({ phase: 'closed', result: 'adopted' });
  });
});

describe('the record, after all of it', () => {
  it('is intact: made anew, it answers as before', async () => {
    const all = async () => [
      await ask('body', { body: 'assembly' }),
      await ask('text', { text: 'declaration' }),
      await ask('decisions', { session: 'first-session' }),
      ...(await Promise.all(
        Array.from({ length: questions }, (_, number) => `question-${number + 1}`)
          .filter((name) => known.has(name))
          .map((name) => decided(name)),
      )),
    ];
    const { rows } = await ask('decisions', { session: 'first-session' });
    const known = new Set((rows as readonly { decision: string }[]).map((row) => row.decision));
    expect(known.size).toBeGreaterThan(10);
    const before = await all();
    await test.store.rebuild();
    expect(await all()).toEqual(before);
  });
});
