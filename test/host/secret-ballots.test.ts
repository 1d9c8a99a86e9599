import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForPaper } from '../../src/kernel/secret-ballot.ts';
import { BallotHouse, MEMBERS } from './ballot-house.ts';

let house: BallotHouse;

beforeAll(async () => {
  house = await BallotHouse.open();
}, 60_000);
afterAll(() => house.stop());

const election = (candidates: readonly string[], seats = 1) => ({
  on: { kind: 'election', seats, candidates },
});

describe('a vote by secret ballot', () => {
  it('is counted once each, in nobody’s name, and adopted by what the box held', async () => {
    expect(await house.put('budget', 'secret')).toBe('taken');
    expect((await house.box('budget')).phase).toBe('open');
    for (const [at, actor] of MEMBERS.entries()) {
      const mark = ['yes', 'yes', 'no', 'yes', 'abstain'][at] ?? 'yes';
      expect([actor, await house.vote(actor, 'budget', mark)]).toEqual([actor, '201']);
    }
    const open = await house.decision('budget');
    expect([open.result, open.tally]).toEqual([null, null]);
    expect((await house.box('budget')).rows).toEqual([]);
    expect(await house.close('budget')).toBe('taken');
    const box = await house.box('budget');
    expect(box.found).toMatchObject({ papers: 5, ballots: 5, valid: 5, blank: 0, spoilt: 0 });
    expect(box.rows.map(({ serial }) => serial)).toEqual(
      box.rows.map(({ serial }) => serial).toSorted(),
    );
    const closed = await house.decision('budget');
    expect(closed.result).toBe('adopted');
    expect(closed.tally).toMatchObject({ yes: 3, no: 1, abstain: 1, invalid: 0 });
    const standings = new Set(closed.rows.map(({ standing }) => standing));
    expect(standings).toEqual(new Set(['not-voting', 'hindered']));
    const kinds = closed.steps.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['put', 'papers', 'closed', 'box']));
  });

  it('tells blank and spoilt ballots, and papers that were not used', async () => {
    await house.put('spoilt', 'secret');
    await house.vote('AAA', 'spoilt', 'yes');
    await house.vote('BBB', 'spoilt');
    await house.vote('CCC', 'spoilt', '-');
    await house.take('DDD', 'spoilt');
    await house.close('spoilt');
    const { found } = await house.box('spoilt');
    expect(found).toMatchObject({ papers: 4, ballots: 3, valid: 1, blank: 1, spoilt: 1 });
    const { tally, result } = await house.decision('spoilt');
    expect(tally).toMatchObject({ yes: 1, abstain: 1, invalid: 1 });
    expect(result).toBe('adopted');
  });

  it('is closed by its deadline as well', async () => {
    await house.put('dated', 'secret', { deadlineAt: '2026-03-02T11:00:00.000Z' });
    await house.vote('AAA', 'dated', 'no');
    house.clock = '2026-03-02T11:00:00.001Z';
    await house.room.look();
    expect((await house.decision('dated')).result).toBe('rejected');
  });
});

describe('an election by secret ballot', () => {
  it('goes to a second round between the first two, under a key of its own', async () => {
    await house.put('seat', 'election', election(['AAA', 'BBB', 'CCC']));
    const first = ['AAA', 'AAA', 'BBB', 'BBB', 'CCC'];
    for (const [at, actor] of MEMBERS.entries()) {
      expect(await house.vote(actor, 'seat', first[at] ?? '')).toBe('201');
    }
    await house.close('seat');
    const [one, two] = [await house.box('seat', 1), await house.box('seat')];
    expect([one.phase, two.phase, two.ballot]).toEqual(['opened', 'open', 2]);
    expect(two.key).not.toBe(one.key);
    expect(two.candidates.map(({ actor }) => actor)).toEqual(['AAA', 'BBB']);
    const second = ['AAA', 'BBB', 'BBB', 'BBB', 'AAA'];
    for (const [at, actor] of MEMBERS.entries()) {
      expect(await house.vote(actor, 'seat', second[at] ?? '')).toBe('201');
    }
    await house.close('seat');
    const { election: state, result } = await house.decision('seat');
    expect(state?.elected.map(({ actor }) => actor)).toEqual(['BBB']);
    expect(state?.ballots.map(({ papers }) => papers.length)).toEqual([0, 0]);
    expect(result).toBe('adopted');
  });
});

describe('what is refused', () => {
  it('a question whose rule asks whose votes they are, or where nobody votes', async () => {
    expect(await house.put('vetoed', 'vetoed', { mode: 'secret' })).toBe(
      'meetings.secret-is-plain',
    );
    const deadlineAt = '2026-03-03T18:00:00.000Z';
    expect(await house.put('silent', 'silent', { deadlineAt, mode: 'secret' })).toBe(
      'meetings.secret-ballot',
    );
    expect(await house.put('wrong-mode', 'open', { mode: 'secret' })).toBe(
      'meetings.manner-of-voting',
    );
  });

  it('papers for those who have no vote, for two, and for whom another takes one', async () => {
    await house.put('rights', 'secret');
    const rights: Readonly<Record<string, string>> = {
      SUS: 'meetings.voting-rights',
      UNC: 'meetings.voting-rights',
      OUT: 'meetings.members-vote',
      AAA: 'taken',
    };
    for (const [actor, told] of Object.entries(rights)) {
      expect([actor, await house.take(actor, 'rights')]).toEqual([actor, told]);
    }
    expect(await house.take('AAA', 'rights')).toBe('meetings.one-ballot-paper');
    const recorded = await house.asks('BBB', 'rights');
    const { author: _, ...unsigned } = recorded;
    const basis = { kind: 'recorded', source: 'Told at the desk' } as const;
    expect(await house.hand({ ...unsigned, basis })).toBe('meetings.paper-by-own-key');
    const { register } = await house.box('rights');
    const large = Buffer.alloc(256, 0xff).toString('base64url');
    const place = { register, decision: 'rights', ballot: 1 };
    const key = (await house.box('rights')).key ?? '';
    const asked = { ...askForPaper(place, key), blinded: large };
    expect(await house.take('CCC', 'rights', asked)).toBe('meetings.paper-handed');
    const second = await house.asks('CCC', 'rights');
    const payload = { ...(second.payload as object), ballot: 2 };
    expect(await house.hand({ ...second, payload })).toBe('meetings.ballot');
  });

  it('an open vote on what is voted on secretly, and a paper where votes are open', async () => {
    const vote = { decision: 'rights', choice: 'yes' };
    const openly = { ...house.chair('vote', vote), actor: 'DDD' };
    expect(await house.hand(openly)).toBe('meetings.secret-ballot');
    await house.put('named', 'open');
    const asks = await house.asks('DDD', 'rights');
    const payload = { ...(asks.payload as object), decision: 'named' };
    expect(await house.hand({ ...asks, payload })).toBe('meetings.secret-ballot');
  });

  it('a forged paper, a changed mark, what is not on the ballot, and a serial twice', async () => {
    const ballot = await house.marked('AAA', 'rights', 'yes');
    const other = await house.marked('AAA', 'rights', 'no');
    const { paper } = ballot;
    const forged = `${paper.startsWith('A') ? 'B' : 'A'}${paper.slice(1)}`;
    const tried: readonly (readonly [object, string])[] = [
      [{ ...ballot, paper: forged }, 'meetings.ballot-paper'],
      [{ ...ballot, marks: ['no'] }, 'meetings.ballot-signed'],
      [await house.marked('AAA', 'rights', 'maybe'), 'meetings.ballot'],
      [await house.marked('AAA', 'rights', 'no', 'yes'), 'meetings.ballot'],
      [ballot, '201'],
      [ballot, '201'],
      [other, 'meetings.box-holds-papers'],
    ];
    for (const [given, told] of tried) expect(await house.drop('rights', given)).toBe(told);
    expect(await house.drop('budget', ballot)).toBe('meetings.voting-closed');
    expect(await house.drop('nothing', ballot)).toBe('host.unknown');
  });

  it('more candidates than seats, and one that does not stand', async () => {
    await house.put('two-seats', 'election', election(['AAA', 'BBB', 'CCC'], 2));
    await house.take('AAA', 'two-seats');
    const many = await house.marked('AAA', 'two-seats', 'AAA', 'BBB', 'CCC');
    const none = await house.marked('AAA', 'two-seats', 'DDD');
    const twice = await house.marked('AAA', 'two-seats', 'BBB', 'BBB');
    for (const one of [many, none, twice]) {
      expect(await house.drop('two-seats', one)).toBe('meetings.ballot');
    }
    const good = await house.marked('AAA', 'two-seats', 'BBB', 'AAA');
    expect(await house.drop('two-seats', good)).toBe('201');
  });

  it('a box opened before the close, by another, or with what does not belong in it', async () => {
    await house.take('BBB', 'rights');
    const late = await house.marked('BBB', 'rights', 'yes');
    const operator = house.test.store.operator;
    const opens = (ballots: object[], actor: string = operator) => ({
      ...house.chair('open-ballot-box', { decision: 'rights', ballot: 1, ballots }),
      actor,
      author: actor,
      basis: { kind: 'signed' as const },
    });
    expect(await house.hand(opens([]))).toBe('meetings.box-opened-after-close');
    expect(await house.hand(opens([], 'AAA'))).toBe('meetings.ballot-keeper');
    const closing = house.chair('close-voting', { decision: 'rights' });
    expect(await house.hand(closing)).toBe('taken');
    expect(await house.drop('rights', late)).toBe('meetings.voting-closed');
    expect(await house.hand(opens([late, late]))).toBe('meetings.box-shuffled');
    expect(await house.hand(opens([late, late, late]))).toBe('meetings.box-holds-papers');
    const stranger = { ...late, serial: (await house.marked('AAA', 'rights', 'yes')).serial };
    expect(await house.hand(opens([stranger]))).toBe('meetings.ballot-paper');
    await house.room.look();
    expect((await house.box('rights')).found).toMatchObject({ papers: 2, ballots: 1 });
    expect(await house.hand(opens([]))).toBe('meetings.box-opened-after-close');
    expect(await house.take('CCC', 'rights')).toBe('meetings.voting-closed');
  });

  it('a withdrawal once a paper was taken; before, the box goes with the question', async () => {
    await house.put('dropped', 'secret');
    const withdraw = house.chair('withdraw-question', { decision: 'dropped', reason: 'Later' });
    expect(await house.hand(withdraw)).toBe('taken');
    await house.room.look();
    await house.put('kept', 'secret');
    await house.take('AAA', 'kept');
    const late = house.chair('withdraw-question', { decision: 'kept', reason: 'Later' });
    expect(await house.hand(late)).toBe('meetings.withdrawal-of-question');
  });
});
