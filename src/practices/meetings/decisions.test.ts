import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from '../agreements/area.ts';
import { meetings } from './area.ts';

const SOURCE = { kind: 'recorded', source: 'Record of the meeting' } as const;
const SESSION = 'meetings/first-session';
const BODY = 'bodies/assembly';
const STATES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'] as const;

let test: TestStore;
let clock = '2026-03-02T10:00:00.000Z';

function draft(verb: string, actor: string, payload: object, more: Partial<DraftAct> = {}) {
  const type = `meetings.${verb}`;
  return { type, register: SESSION, actor, payload, basis: SOURCE, ...more };
}

const chair = (verb: string, payload: object, more: Partial<DraftAct> = {}) =>
  draft(verb, test.store.operator, payload, more);

/** Hands in one act at an instant: the rule that refused it, or `taken`. */
async function at(instant: string, one: DraftAct): Promise<string> {
  clock = instant;
  const [receipt] = await test.store.submit([one]);
  return receipt !== undefined && isRefusal(receipt) ? ruleOf(receipt) : 'taken';
}
const now = (one: DraftAct): Promise<string> => at(clock, one);

const vote = (actor: string, decision: string, choice: string, more: Partial<DraftAct> = {}) =>
  draft('vote', actor, { decision, choice }, more);

const puts = (decision: string, rule: string, more: object = {}) =>
  chair('put-question', {
    decision,
    title: { en: decision },
    on: { kind: 'other', what: 'A matter' },
    rule,
    ...more,
  });

async function ask(name: string, input: object, ...viewer: string[]) {
  const question = meetings.questions.find((one) => one.name === `meetings.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const when = { viewer: { actors: viewer }, asOf: clock.slice(0, 10), knownAt: null };
  const found = await test.store.ask(question, input, when);
  if (isRefusal(found)) throw new Error(found.reason);
  return found as Readonly<Record<string, unknown>>;
}
const decided = (decision: string, ...viewer: string[]) =>
  ask('decision', { session: 'first-session', decision }, ...viewer);

const share = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const rules = [
  { name: 'simple', matters: ['procedure'], method: 'vote', adoptedIf: share },
  { name: 'board', method: 'vote', adoptedIf: share, modes: ['recorded'], changeable: true },
  { name: 'post', method: 'vote', adoptedIf: share, modes: ['correspondence'] },
  { name: 'hidden', method: 'vote', adoptedIf: share, modes: ['secret'] },
  { name: 'silence', method: 'silence', silence: { hoursMin: 72 } },
  { name: 'brisk', method: 'silence', silence: { hoursMin: 24, closableEarly: true } },
  { name: 'consensus', method: 'consensus' },
  { name: 'ballots', method: 'election', election: { majority: share, restrictedAfter: 1 } },
  {
    name: 'lots',
    method: 'election',
    election: { majority: share, restrictedAfter: 1, ties: 'lot' },
  },
  {
    name: 'named',
    method: 'vote',
    adoptedIf: share,
    electorate: { kind: 'actors', actors: ['AAA', 'BBB'] },
  },
].map((one) => ({ title: { en: one.name }, citation: `Rule ${one.name}`, ...one }));

const joining = (member: string): DraftAct => ({
  ...enteringState(member),
  type: 'actors.join',
  payload: { group: 'league', member, from: '2000-01-01', status: 'member' },
});

beforeAll(async () => {
  test = await openTestStore({
    areas: [actors, agreements, meetings],
    now: () => new Date(clock),
  });
  const league = { id: 'league', kind: 'group', names: { en: 'League' } };
  const given: DraftAct[] = [
    ...[...STATES, 'OUT'].map((id) => enteringState(id)),
    {
      ...enteringState('league'),
      payload: { ...league, treatyCapacity: false, regionalIntegration: false },
    },
    ...STATES.map(joining),
    chair(
      'establish-body',
      {
        title: { en: 'Assembly' },
        kind: 'plenary',
        membership: { kind: 'group', group: 'league' },
      },
      { register: BODY },
    ),
    chair('adopt-rules', { from: '2026-01-01', citation: 'Rules', rules }, { register: BODY }),
    chair(
      'elect-officer',
      { office: 'chair', holder: 'AAA', from: '2026-01-01' },
      { register: BODY },
    ),
    chair(
      'suspend-rights',
      {
        member: 'FFF',
        what: 'voting',
        for: 'arrears',
        citation: 'UN Charter Art. 19',
        from: '2026-02-01',
      },
      { register: BODY },
    ),
    chair('convene', {
      body: 'assembly',
      title: { en: 'First session' },
      opensOn: '2026-03-02',
      closesOn: '2026-03-20',
      credentials: 'submitted',
    }),
    ...['AAA', 'BBB', 'CCC', 'DDD', 'FFF'].map((actor) =>
      draft('submit-credentials', actor, {
        delegates: [{ name: `Head of ${actor}`, role: 'head' }],
        issuedBy: 'head-of-state',
      }),
    ),
  ];
  for (const one of given) admitted(await test.store.submit([one]));
}, 60_000);
afterAll(() => test.close());

describe('a question', () => {
  it('is put under a rule that the body has in force, and fits what is decided', async () => {
    expect(await now(puts('first', 'unheard-of'))).toBe('meetings.rule-in-force');
    expect(await now(puts('first', 'simple', { matter: 'substance' }))).toBe('meetings.rule-fits');
    const election = { kind: 'election', seats: 1, candidates: ['BBB'] };
    expect(await now(puts('first', 'simple', { on: election }))).toBe('meetings.rule-fits');
    expect(await now(puts('first', 'simple', { mode: 'correspondence' }))).toBe(
      'meetings.manner-of-voting',
    );
    const text = { kind: 'text', text: 'nowhere' };
    expect(await now(puts('first', 'simple', { on: text }))).toBe('meetings.decided-on');
    expect(await now(puts('first', 'simple', { matter: 'procedure' }))).toBe('taken');
    expect(await now(puts('first', 'simple'))).toBe('meetings.put-once');
  });

  it('is put in a session that was convened', async () => {
    const nowhere = { ...puts('first', 'simple'), register: 'meetings/nowhere' };
    // A register that is not opened has no custodian who could admit to it.
    expect(await now(nowhere)).toMatch(/^(register\.known|meetings\.decides-in-session)$/);
  });

  it('is put by whoever presides; a member moves a motion, which the chair opens', async () => {
    const own = { ...puts('second', 'simple'), actor: 'BBB' };
    expect(await now(own)).toBe('meetings.motion');
    expect(await now({ ...own, actor: 'OUT' })).toBe('meetings.presiding');
    expect(await now({ ...own, actor: 'AAA' })).toBe('taken');
    const motion = { kind: 'motion', motion: 'adjournment' };
    expect(await now({ ...puts('motion', 'simple', { on: motion }), actor: 'BBB' })).toBe('taken');
    expect(await now(vote('BBB', 'motion', 'yes'))).toBe('meetings.voting-begun');
    expect(await now(draft('open-voting', 'BBB', { decision: 'motion' }))).toBe(
      'meetings.presiding',
    );
    expect(await now(draft('open-voting', 'AAA', { decision: 'motion' }))).toBe('taken');
    expect(await now(vote('BBB', 'motion', 'yes'))).toBe('taken');
  });

  it('is put to a secret ballot, in which nobody votes by name', async () => {
    expect(await now(puts('ballot', 'hidden'))).toBe('taken');
    expect(await now(vote('BBB', 'ballot', 'yes'))).toBe('meetings.secret-ballot');
  });

  it('is withdrawn only before anyone voted on it', async () => {
    await now(puts('withdrawn', 'simple'));
    const withdraws = (actor: string) =>
      draft('withdraw-question', actor, { decision: 'withdrawn', reason: 'Talks go on.' });
    expect(await now(withdraws('BBB'))).toBe('meetings.withdrawal-of-question');
    expect(await now(withdraws('AAA'))).toBe('taken');
    expect(await now(vote('BBB', 'withdrawn', 'yes'))).toBe('meetings.voting-closed');
    const late = draft('withdraw-question', 'AAA', { decision: 'motion', reason: 'Too late.' });
    expect(await now(late)).toBe('meetings.withdrawal-of-question');
    expect(await decided('withdrawn')).toMatchObject({ phase: 'withdrawn', result: null });
  });

  it('is decided after its parts', async () => {
    await now(puts('whole', 'simple'));
    const part = { on: { kind: 'part', of: 'whole', what: 'Paragraph 3' } };
    expect(await now(puts('part', 'simple', part))).toBe('taken');
    const close = (decision: string) => chair('close-voting', { decision });
    expect(await now(close('whole'))).toBe('meetings.order-of-voting');
    expect(await now(close('part'))).toBe('taken');
    expect(await now(close('whole'))).toBe('taken');
    expect(await now(puts('late-part', 'simple', part))).toBe('meetings.order-of-voting');
  });
});

describe('a vote', () => {
  const D = 'roll';

  it('is taken from members that have a vote, from the beginning to the close, once', async () => {
    expect(await now(vote('BBB', D, 'yes'))).toBe('meetings.question-put');
    await now(puts(D, 'simple', { opensAt: '2026-03-02T11:00Z' }));
    expect(await at('2026-03-02T10:59:59.999Z', vote('BBB', D, 'yes'))).toBe(
      'meetings.voting-begun',
    );
    expect(await at('2026-03-02T11:00:00.000Z', vote('BBB', D, 'yes'))).toBe('taken');
    expect(await now(vote('OUT', D, 'yes'))).toBe('meetings.members-vote');
    // In arrears; without credentials.
    expect(await now(vote('FFF', D, 'yes'))).toBe('meetings.voting-rights');
    expect(await now(vote('EEE', D, 'yes'))).toBe('meetings.voting-rights');
    expect(await now(vote('BBB', D, 'yes'))).toBe('meetings.one-vote');
    expect(await now(vote('BBB', D, 'no'))).toBe('meetings.one-vote');
    const marking = markedFor('red', ['CCC']);
    expect(await now(vote('CCC', D, 'no', { marking }))).toBe('meetings.as-open-as-the-question');
    expect(await now(draft('vote-for', 'CCC', { decision: D, candidates: ['AAA'] }))).toBe(
      'meetings.way-of-deciding',
    );
    expect(await now(draft('object', 'CCC', { decision: D, reason: 'No.' }))).toBe(
      'meetings.way-of-deciding',
    );
    expect(await now(vote('CCC', D, 'no'))).toBe('taken');
    expect(await now(vote('DDD', D, 'yes'))).toBe('taken');
  });

  it('is counted; who has no vote is told with the provision', async () => {
    const shown = await decided(D);
    expect(shown).toMatchObject({ phase: 'open', result: null });
    expect(shown['tally']).toEqual({
      yes: 2,
      no: 1,
      abstain: 0,
      invalid: 0,
      absent: 1,
      notVoting: 0,
      hindered: 2,
    });
    expect(shown['rows']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ actor: 'BBB', standing: 'yes' }),
        expect.objectContaining({
          actor: 'FFF',
          standing: 'hindered',
          citation: 'UN Charter Art. 19',
        }),
        expect.objectContaining({ actor: 'AAA', standing: 'absent' }),
      ]),
    );
  });

  it('comes too late after the close, which whoever presides declares once', async () => {
    const close = (actor: string) => draft('close-voting', actor, { decision: D });
    expect(await at('2026-03-02T11:05:00.000Z', close('BBB'))).toBe('meetings.presiding');
    expect(await now(close('AAA'))).toBe('taken');
    expect(await now(vote('AAA', D, 'no'))).toBe('meetings.voting-closed');
    expect(await now(close('AAA'))).toBe('meetings.voting-closed');
    expect(await decided(D)).toMatchObject({
      phase: 'closed',
      result: 'adopted',
      endedAt: '2026-03-02T11:05:00.000Z',
    });
  });

  it('that was meant otherwise is corrected beside the tally, which stays', async () => {
    const corrects = (more: object) =>
      draft('state-position', 'DDD', { decision: D, kind: 'correction', words: 'No.', ...more });
    expect(await now(corrects({}))).toBe('meetings.correction-of-intention');
    expect(await now(corrects({ intended: 'no' }))).toBe('taken');
    const { tally, rows, result } = await decided(D);
    expect(tally).toMatchObject({ yes: 2, no: 1 });
    expect(result).toBe('adopted');
    expect(rows).toContainEqual(
      expect.objectContaining({ actor: 'DDD', standing: 'yes', intended: 'no' }),
    );
    await now(puts('open', 'simple'));
    const early = { decision: 'open', kind: 'correction', words: 'No.', intended: 'no' };
    expect(await now(draft('state-position', 'DDD', early))).toBe(
      'meetings.correction-of-intention',
    );
  });

  it('is explained before and after, also on behalf of others, by members', async () => {
    const explains = (actor: string, more: object = {}) =>
      draft('state-position', actor, {
        decision: 'open',
        kind: 'explanation',
        words: 'Since it helps.',
        ...more,
      });
    expect(await now(explains('BBB', { onBehalfOf: ['CCC', 'DDD'] }))).toBe('taken');
    expect(await now(explains('BBB', { onBehalfOf: ['ZZZ'] }))).toBe('meetings.known-actor');
    expect(await now(explains('OUT'))).toBe('meetings.members-vote');
    await at('2026-03-02T11:06:00.000Z', chair('close-voting', { decision: 'open' }));
    expect(await at('2026-03-02T11:07:00.000Z', explains('CCC'))).toBe('taken');
    const { positions } = await decided('open');
    expect(positions).toMatchObject([
      { actor: 'BBB', isBefore: true, onBehalfOf: [{ actor: 'CCC' }, { actor: 'DDD' }] },
      { actor: 'CCC', isBefore: false },
    ]);
  });

  it('is changed before the close where the rule says so; the last one counts', async () => {
    await now(puts('board', 'board'));
    await now(vote('BBB', 'board', 'yes'));
    expect(await now(vote('BBB', 'board', 'yes'))).toBe('meetings.one-vote');
    expect(await now(vote('BBB', 'board', 'no'))).toBe('taken');
    expect(await decided('board')).toMatchObject({ tally: { yes: 0, no: 1 }, changes: 1 });
  });

  it('is taken only from those whom the rule has decide', async () => {
    await now(puts('named', 'named'));
    expect(await now(vote('CCC', 'named', 'yes'))).toBe('meetings.electorate');
    expect(await now(vote('BBB', 'named', 'yes'))).toBe('taken');
    const { rows } = await decided('named');
    expect(rows).toHaveLength(2);
  });

  it('by correspondence ends at its deadline, whose own second is in time', async () => {
    const deadlineAt = '2026-03-03T12:00:00Z';
    expect(await now(puts('post', 'post', { deadlineAt }))).toBe('taken');
    expect(await at('2026-03-03T12:00:00.000Z', vote('BBB', 'post', 'yes'))).toBe('taken');
    expect(await at('2026-03-03T12:00:00.001Z', vote('CCC', 'post', 'no'))).toBe(
      'meetings.voting-closed',
    );
    expect(await decided('post')).toMatchObject({ phase: 'closed', result: 'adopted' });
  });
});

describe('a silence procedure', () => {
  const objects = (actor: string, decision: string) =>
    draft('object', actor, { decision, reason: 'It goes too far.' });

  it('runs for as long as its rule says at least', async () => {
    const from = '2026-03-04T12:00:00.000Z';
    const short = puts('quiet', 'silence', { deadlineAt: '2026-03-07T11:59:59.999Z' });
    expect(await at(from, short)).toBe('meetings.silence-notice');
    expect(await at(from, puts('quiet', 'silence'))).toBe('meetings.silence-notice');
    const whole = puts('quiet', 'silence', { deadlineAt: '2026-03-07T12:00:00Z' });
    expect(await at(from, whole)).toBe('taken');
    expect(await ask('silences', {})).toMatchObject({ rows: [{ decision: 'quiet' }] });
    const close = chair('close-voting', { decision: 'quiet' });
    expect(await at('2026-03-07T11:00:00.000Z', close)).toBe('meetings.rule.silence');
  });

  it('is broken at the deadline’s own second by the custodian’s clock, not later', async () => {
    const early = { ...objects('CCC', 'quiet'), effectiveOn: '2026-03-07' };
    expect(await at('2026-03-07T12:00:00.001Z', early)).toBe('meetings.voting-closed');
    expect(await decided('quiet')).toMatchObject({ phase: 'closed', result: 'adopted' });
    const deadlineAt = '2026-03-10T12:30:00Z';
    await at('2026-03-07T12:30:00.000Z', puts('broken', 'silence', { deadlineAt }));
    expect(await decided('broken')).toMatchObject({ phase: 'open', result: null });
    expect(await at('2026-03-10T12:30:00.000Z', objects('CCC', 'broken'))).toBe('taken');
    expect(await now(objects('CCC', 'broken'))).toBe('meetings.objected-once');
    expect(await decided('broken')).toMatchObject({
      result: 'blocked',
      blockedBy: [{ actor: 'CCC' }],
    });
    expect(await ask('silences', {})).toEqual({ rows: [] });
  });

  it('is objected to by members that may vote', async () => {
    const deadlineAt = '2026-03-14T12:00:00Z';
    await at('2026-03-11T10:00:00.000Z', puts('third', 'silence', { deadlineAt }));
    expect(await now(objects('FFF', 'third'))).toBe('meetings.voting-rights');
    expect(await now(objects('OUT', 'third'))).toBe('meetings.members-vote');
    expect(await now(vote('BBB', 'third', 'yes'))).toBe('meetings.way-of-deciding');
  });

  it('is extended before it ends, to a later instant, by whoever presides', async () => {
    const extends_ = (actor: string, until: string) =>
      draft('extend-deadline', actor, { decision: 'third', until, reason: 'Instructions.' });
    expect(await now(extends_('BBB', '2026-03-15T12:00Z'))).toBe('meetings.presiding');
    expect(await now(extends_('AAA', '2026-03-14T12:00Z'))).toBe('meetings.extension');
    expect(await at('2026-03-14T12:00:00.000Z', extends_('AAA', '2026-03-15T12:00Z'))).toBe(
      'taken',
    );
    expect(await at('2026-03-15T11:00:00.000Z', objects('DDD', 'third'))).toBe('taken');
    expect(await at('2026-03-15T12:00:00.001Z', extends_('AAA', '2026-03-16T12:00Z'))).toBe(
      'meetings.voting-closed',
    );
  });

  it('is taken up again after it was broken, with a deadline of its own', async () => {
    const resume = (until: string, actor = 'AAA') =>
      draft('resume-silence', actor, {
        decision: 'broken',
        until,
        reason: 'The text was revised.',
      });
    const early = resume('2026-03-18T11:59:59.999Z');
    expect(await at('2026-03-15T12:00:00.000Z', early)).toBe('meetings.rule.silence');
    expect(await now(resume('2026-03-18T12:00Z', 'BBB'))).toBe('meetings.presiding');
    expect(await now(resume('2026-03-18T12:00Z'))).toBe('taken');
    expect(await now(resume('2026-03-19T12:00Z'))).toBe('meetings.silence');
    expect(await decided('broken', 'CCC')).toMatchObject({
      phase: 'open',
      result: null,
      silence: { round: 2 },
      objections: [{ actor: 'CCC', stands: false }],
      mayObject: [{ actor: 'CCC' }],
    });
    const [before, after] = ['2026-03-18T11:00:00.000Z', '2026-03-18T12:00:00.001Z'];
    expect(await at(before, objects('CCC', 'broken'))).toBe('taken');
    const relents = draft('withdraw-objection', 'CCC', { decision: 'broken', reason: 'Clear.' });
    // What broke it stays: an objection is withdrawn from a silence that still runs.
    expect(await now(relents)).toBe('meetings.silence');
    clock = after;
    expect(await decided('broken')).toMatchObject({ phase: 'closed', result: 'blocked' });
  });

  it('is closed early where its rule allows it, though not before its least hours', async () => {
    const deadlineAt = '2026-03-21T09:00:00Z';
    await at('2026-03-19T09:00:00.000Z', puts('brisk', 'brisk', { deadlineAt }));
    const close = chair('close-voting', { decision: 'brisk' });
    expect(await at('2026-03-20T08:59:59.999Z', close)).toBe('meetings.rule.brisk');
    expect(await at('2026-03-20T09:00:00.000Z', close)).toBe('taken');
    expect(await decided('brisk')).toMatchObject({ phase: 'closed', result: 'adopted' });
  });
});

describe('consensus', () => {
  it('is there where nobody objects, with the shades that members state', async () => {
    await now(puts('agreed', 'consensus'));
    const reserves = { decision: 'agreed', kind: 'reservation', words: 'Except paragraph 3.' };
    expect(await now(draft('state-position', 'CCC', reserves))).toBe('taken');
    await now(chair('close-voting', { decision: 'agreed' }));
    expect(await decided('agreed')).toMatchObject({ result: 'adopted' });
    await now(puts('disputed', 'consensus'));
    await now(draft('object', 'BBB', { decision: 'disputed', reason: 'No mandate.' }));
    const over = chair('close-voting', { decision: 'disputed', overruled: true });
    expect(await now(over)).toBe('meetings.way-of-deciding');
    await now(chair('close-voting', { decision: 'disputed' }));
    expect(await decided('disputed')).toMatchObject({ result: 'blocked' });
  });
});

describe('a consensus of nobody', () => {
  it('is none: those who are not in the room agree to nothing', async () => {
    await now(puts('unattended', 'consensus'));
    await now(chair('close-voting', { decision: 'unattended' }));
    expect(await decided('unattended')).toMatchObject({ result: 'no-quorum' });
    await now(chair('open-sitting', {}));
    await now(draft('check-in', 'BBB', { as: 'present' }));
    await now(puts('attended', 'consensus'));
    await now(chair('close-voting', { decision: 'attended' }));
    expect(await decided('attended')).toMatchObject({ result: 'adopted' });
  });
});

describe('an election', () => {
  const D = 'seats';
  const ballot = (actor: string, number: number, ...candidates: string[]) =>
    draft('vote-for', actor, { decision: D, ballot: number, candidates });
  const close = () => chair('close-voting', { decision: D });

  it('takes ballots of members, each once, for those who stand', async () => {
    const on = { kind: 'election', seats: 1, candidates: ['BBB', 'CCC', 'DDD'] };
    expect(await now(puts(D, 'ballots', { on }))).toBe('taken');
    expect(await now(vote('BBB', D, 'yes'))).toBe('meetings.way-of-deciding');
    expect(await now(ballot('AAA', 1, 'EEE'))).toBe('meetings.ballot');
    expect(await now(ballot('AAA', 1, 'BBB', 'CCC'))).toBe('meetings.ballot');
    expect(await now(ballot('AAA', 2, 'BBB'))).toBe('meetings.ballot');
    expect(await now(ballot('FFF', 1, 'BBB'))).toBe('meetings.voting-rights');
    expect(await now(ballot('AAA', 1, 'BBB'))).toBe('taken');
    expect(await now(ballot('AAA', 1, 'CCC'))).toBe('meetings.one-vote');
    for (const [actor, one] of ['BBB', 'CCC', 'DDD'].map((name) => [name, name] as const)) {
      expect(await now(ballot(actor, 1, one))).toBe('taken');
    }
  });

  it('goes on with those who had the most votes, until somebody has the majority', async () => {
    expect(await now(close())).toBe('taken');
    expect(await decided(D)).toMatchObject({
      phase: 'open',
      result: null,
      election: { status: 'open', elected: [], current: { number: 2, cast: 0 } },
    });
    expect(await decided(D, 'BBB')).toMatchObject({ mayElect: [{ actor: 'BBB' }] });
    for (const actor of ['AAA', 'BBB', 'CCC']) {
      expect(await now(ballot(actor, 2, 'BBB'))).toBe('taken');
    }
    expect(await now(close())).toBe('taken');
    expect(await decided(D)).toMatchObject({
      phase: 'closed',
      result: 'adopted',
      election: { status: 'filled', elected: [{ actor: 'BBB' }], ballots: [{}, {}] },
    });
    expect(await now(ballot('DDD', 3, 'BBB'))).toBe('meetings.voting-closed');
    expect(await now(close())).toBe('meetings.voting-closed');
  });

  it('is parted by lot where votes are equal and the rule says so', async () => {
    const decision = 'lots';
    const on = { kind: 'election', seats: 1, candidates: ['BBB', 'CCC'] };
    await now(puts(decision, 'lots', { on }));
    const cast = (actor: string, one: string, number: number) =>
      now(draft('vote-for', actor, { decision, ballot: number, candidates: [one] }));
    for (const number of [1, 2]) {
      await cast('AAA', 'BBB', number);
      await cast('CCC', 'CCC', number);
      await now(chair('close-voting', { decision }));
    }
    expect(await decided(decision)).toMatchObject({ election: { status: 'lot-needed' } });
    const lot = (...elected: string[]) => chair('draw-lots', { decision, ballot: 2, elected });
    expect(await cast('AAA', 'BBB', 3)).toBe('meetings.voting-closed');
    expect(await now(chair('close-voting', { decision }))).toBe('meetings.voting-closed');
    expect(await now(lot('DDD'))).toBe('meetings.ballot');
    expect(await now(lot('BBB', 'CCC'))).toBe('meetings.ballot');
    expect(await now(lot('CCC'))).toBe('taken');
    expect(await decided(decision)).toMatchObject({
      result: 'adopted',
      election: { elected: [{ actor: 'CCC' }] },
    });
    expect(await now(lot('BBB'))).toBe('meetings.ballot');
  });
});

describe('the record', () => {
  it('lists what was decided, and what whoever reads may do', async () => {
    const { rows } = await ask('decisions', { body: 'assembly' });
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ decision: 'roll' })]));
    await now(puts('last', 'simple'));
    expect(await decided('last', 'BBB', 'OUT', 'FFF')).toMatchObject({
      mayVote: [{ actor: 'BBB' }],
      mayPreside: [],
    });
    expect(await decided('last', 'AAA')).toMatchObject({ mayPreside: [{ actor: 'AAA' }] });
    expect(await decided('last')).toMatchObject({ mayVote: [], mayState: [] });
    const nothing = { mayVote: [], mayObject: [], mayState: [], mayWithdraw: [], mayDemand: [] };
    expect(await decided('last', 'OUT')).toMatchObject(nothing);
  });

  it('offers a withdrawal to whoever put the question, until somebody has voted', async () => {
    const { operator } = test.store;
    await now(puts('taken-back', 'simple'));
    const offered = async () => (await decided('taken-back', operator, 'BBB'))['mayWithdraw'];
    expect(await offered()).toMatchObject([{ actor: operator }]);
    expect(await now(vote('BBB', 'taken-back', 'yes'))).toBe('taken');
    expect(await offered()).toEqual([]);
    expect((await decided('taken-back', 'BBB'))['mayVote']).toEqual([]);
    expect((await decided('taken-back', 'CCC'))['mayVote']).toMatchObject([{ actor: 'CCC' }]);
  });

  it('is the same after it was made anew, and what was refused left nothing', async () => {
    const names = ['roll', 'open', 'board', 'post', 'quiet', 'broken', 'third', 'agreed'];
    const before = await Promise.all(names.map((name) => decided(name)));
    await test.store.rebuild();
    expect(await Promise.all(names.map((name) => decided(name)))).toEqual(before);
  });

  it('counts votes that come at the same moment, each once', async () => {
    await now(puts('crowded', 'simple'));
    const sent = ['AAA', 'BBB', 'CCC', 'DDD', 'BBB', 'CCC', 'EEE'].map((actor) =>
      test.store.submit([vote(actor, 'crowded', 'yes')]),
    );
    const receipts = (await Promise.all(sent)).flat();
    expect(receipts.filter((one) => !isRefusal(one))).toHaveLength(4);
    expect(await decided('crowded')).toMatchObject({ tally: { yes: 4, hindered: 2 } });
  });
});
