/** A text negotiated on a store: who may do what to it, and what is answered of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from '../agreements/area.ts';
import { meetings } from './area.ts';

const SOURCE = { kind: 'recorded', source: 'Notes of the secretariat' } as const;
const TEXT = 'texts/draft-declaration';
const MEMBERS = ['AAA', 'BBB', 'CCC'] as const;

let test: TestStore;
const clock = new Date('2026-03-02T10:00:00.000Z');

const draft = (
  verb: string,
  actor: string,
  payload: object,
  more: Partial<DraftAct> = {},
): DraftAct => ({
  type: `meetings.${verb}`,
  register: TEXT,
  actor,
  payload,
  basis: SOURCE,
  ...more,
});

/** Hands in one act: its id, or the rule that refused it. */
async function say(one: DraftAct): Promise<string> {
  const [receipt] = await test.store.submit([one]);
  if (receipt === undefined) throw new Error('no receipt');
  return isRefusal(receipt) ? ruleOf(receipt) : receipt.id;
}
const ACT = /^[0-9a-f]{64}$/;

const propose = (actor: string, change: object, more: Partial<DraftAct> & { for?: string } = {}) =>
  say(
    draft('propose-change', actor, { change, ...(more.for && { onBehalfOf: [more.for] }) }, more),
  );
const chair = (verb: string, payload: object) => say(draft(verb, test.store.operator, payload));

async function ask(name: string, input: object, ...viewer: string[]) {
  const question = meetings.questions.find((one) => one.name === `meetings.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const at = { viewer: { actors: viewer }, asOf: '2026-03-02', knownAt: null };
  const asked = 'session' in input ? input : { text: 'draft-declaration', ...input };
  const found = await test.store.ask(question, asked, at);
  if (isRefusal(found)) throw new Error(found.reason);
  // Each of these questions answers with an object.
  return found as Readonly<Record<string, unknown>>;
}
type Rows = readonly Readonly<Record<string, unknown>>[];
const wordsOf = async (input: object, ...viewer: string[]): Promise<unknown[]> => {
  const { rows } = await ask('text-view', input, ...viewer);
  return (rows as Rows).map(({ words }) => words);
};

const provisions = [
  { id: 'pp-1', kind: 'preambular', words: ['Recalling its decisions,'] },
  {
    id: 'op-1',
    kind: 'operative',
    words: ['Members ', { alternatives: [['shall'], ['should']] }, ' report.'],
  },
];
const tabled = { title: { en: 'Draft declaration' }, session: 'first-session', provisions };
const at = (run: string, offset: number) => ({ run, offset });

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements, meetings], now: () => clock });
  const operator = test.store.operator;
  const entering = [...MEMBERS, 'ZZZ'].map((id) => enteringState(id));
  const group: DraftAct = {
    ...enteringState('south'),
    payload: {
      id: 'south',
      kind: 'group',
      names: { en: 'South' },
      treatyCapacity: false,
      regionalIntegration: false,
    },
  };
  const joining: DraftAct = {
    ...enteringState('AAA'),
    type: 'actors.join',
    payload: { group: 'south', member: 'AAA', from: '2000-01-01', status: 'member' },
  };
  const body = { title: { en: 'Assembly' }, kind: 'plenary', membership: { kind: 'seats' } };
  const session = {
    body: 'assembly',
    title: { en: 'First session' },
    opensOn: '2026-03-02',
    closesOn: '2026-03-06',
  };
  const seats = MEMBERS.map((member) =>
    draft('seat-member', operator, { member, from: '2020-01-01' }, { register: 'bodies/assembly' }),
  );
  for (const one of [
    ...entering,
    group,
    joining,
    draft('establish-body', operator, body, { register: 'bodies/assembly' }),
    ...seats,
    draft('convene', operator, session, { register: 'meetings/first-session' }),
  ]) {
    const said = await say(one);
    if (!ACT.test(said)) throw new Error(`${one.type}: ${said}`);
  }
}, 60_000);
afterAll(() => test.close());

describe('a text', () => {
  it('takes nothing before it is tabled', async () => {
    const change = { kind: 'insert', at: at('op-1.0', 0), words: ['All '] };
    expect(await propose('AAA', change)).toBe('register.known');
  });

  it('is tabled in a session that was convened', async () => {
    const elsewhere = draft('table-text', 'AAA', { ...tabled, session: 'second-session' });
    expect(await say(elsewhere)).toBe('meetings.text-session');
  });

  it('is not tabled with a provision twice, or one under what comes later', async () => {
    const [first, second] = provisions;
    const twice = { ...tabled, provisions: [first, first] };
    expect(await say(draft('table-text', 'AAA', twice))).toBe('meetings.text-provisions');
    const under = { ...tabled, provisions: [{ ...first, parent: 'op-1' }, second] };
    expect(await say(draft('table-text', 'AAA', under))).toBe('meetings.text-provisions');
  });

  it('is not tabled by who is no member', async () => {
    expect(await say(draft('table-text', 'ZZZ', tabled))).toBe('meetings.may-propose');
  });

  it('is tabled once', async () => {
    expect(await say(draft('table-text', test.store.operator, tabled))).toMatch(ACT);
    expect(await say(draft('table-text', test.store.operator, tabled))).toBe(
      'meetings.opened-once',
    );
  });
});

describe('a change', () => {
  it('is proposed by members, for themselves and for groups that they belong to', async () => {
    const change = { kind: 'insert', at: at('op-1.0', 0), words: ['All '] };
    expect(await propose('ZZZ', change)).toBe('meetings.may-propose');
    expect(await propose('BBB', change, { for: 'south' })).toBe('meetings.on-behalf-of');
    expect(await propose('AAA', change, { for: 'south' })).toMatch(ACT);
    expect(await propose('south', { ...change, words: ['The '] })).toMatch(ACT);
  });

  it('points at words that are there', async () => {
    const nowhere = { kind: 'insert', at: at('op-9.0', 0), words: ['All '] };
    expect(await propose('AAA', nowhere)).toBe('meetings.text-place');
    const end = 'Members '.length;
    const inserted = (offset: number) => ({
      kind: 'insert',
      at: at('op-1.0', offset),
      words: ['x'],
    });
    expect(await propose('AAA', inserted(end + 1))).toBe('meetings.text-place');
    expect(await propose('AAA', inserted(end))).toMatch(ACT);
    const backwards = { kind: 'delete', from: at('op-1.0', 4), to: at('op-1.0', 4) };
    expect(await propose('AAA', backwards)).toBe('meetings.text-place');
  });

  it('has words, with brackets that are balanced', async () => {
    const inserted = (words: string[]) => ({ kind: 'insert', at: at('pp-1.0', 0), words });
    expect(await propose('AAA', inserted(['   ']))).toBe('meetings.text-words');
    expect(await propose('AAA', inserted(['[shall']))).toBe('meetings.text-words');
    expect(await propose('AAA', inserted(['shall]']))).toBe('meetings.text-words');
  });

  it('is withdrawn by who proposed it, once', async () => {
    const act = await propose('BBB', { kind: 'delete-provision', provision: 'pp-1' });
    const withdraw = (actor: string) => say(draft('withdraw-change', actor, { change: act }));
    expect(await withdraw('CCC')).toBe('meetings.proposer-withdraws');
    expect(await withdraw('BBB')).toMatch(ACT);
    expect(await withdraw('BBB')).toBe('meetings.text-issue');
  });

  it('is one that only those see who may see its act', async () => {
    const marking = markedFor('amber', ['AAA', 'BBB']);
    const change = { kind: 'insert', at: at('pp-1.0', 0), words: ['Quietly '] };
    const act = await say(draft('propose-change', 'AAA', { change }, { marking }));
    expect(act).toMatch(ACT);
    const told = async (...viewer: string[]) => JSON.stringify(await ask('text', {}, ...viewer));
    expect(await told('AAA')).toContain('Quietly');
    expect(await told('CCC')).not.toContain('Quietly');
    expect(await told('CCC')).not.toContain(act);
    expect((await ask('issues', {}, 'CCC'))['open']).toBe(
      Number((await ask('issues', {}, 'AAA'))['open']) - 1,
    );
  });
});

describe('an issue', () => {
  it('is supported and opposed by members while it is open', async () => {
    const stand = (actor: string, more: object) =>
      say(draft('stand-on-change', actor, { issue: 'op-1:0', stance: 'support', ...more }));
    expect(await stand('AAA', { alternative: 0 })).toMatch(ACT);
    expect(await stand('BBB', { alternative: 1 })).toMatch(ACT);
    expect(await stand('CCC', { alternative: 2 })).toBe('meetings.text-issue');
    expect(await stand('CCC', { issue: 'op-1:7' })).toBe('meetings.text-issue');
    expect(await stand('ZZZ', { alternative: 0 })).toBe('meetings.may-propose');
  });

  it('reads as each would have it', async () => {
    const [, asAaa] = await wordsOf({ view: 'actor', actor: 'AAA' });
    const [, asBbb] = await wordsOf({ view: 'actor', actor: 'BBB' });
    expect(asAaa).toContain('shall report.');
    expect(asBbb).toContain('should report.');
  });

  it('is settled by who presides, who says which alternative', async () => {
    const settled = { issue: 'op-1:0', as: 'accepted' };
    const asMember = draft('settle-change', 'AAA', { ...settled, alternative: 0 });
    expect(await say(asMember)).toBe('meetings.settles-text');
    expect(await chair('settle-change', settled)).toBe('meetings.text-issue');
    expect(await chair('settle-change', { ...settled, alternative: 2 })).toBe(
      'meetings.text-issue',
    );
    expect(await chair('settle-change', { ...settled, alternative: 0 })).toMatch(ACT);
    const [, clean] = await wordsOf({ view: 'clean' });
    expect(clean).toContain('shall');
    expect(clean).not.toContain('should');
  });
});

describe('a joint proposal', () => {
  const change = { kind: 'insert', at: at('pp-1.0', 9), words: [' again'] };

  it('is joined by members for their groups, once, and left one by one', async () => {
    const act = await propose('BBB', change);
    const take = (verb: string, actor: string, more: object = {}) =>
      say(draft(`${verb}-change`, actor, { change: act, ...more }));
    expect(await take('join', 'ZZZ')).toBe('meetings.may-propose');
    expect(await take('join', 'CCC', { onBehalfOf: ['south'] })).toBe('meetings.on-behalf-of');
    expect(await take('join', 'BBB')).toBe('meetings.change-taken-up');
    expect(await take('join', 'AAA', { onBehalfOf: ['south'] })).toMatch(ACT);
    expect(await take('withdraw', 'south')).toBe('meetings.proposer-withdraws');
    expect(await take('take-over', 'CCC')).toBe('meetings.change-taken-up');
    expect(await take('withdraw', 'BBB')).toMatch(ACT);
    const { issues } = await ask('text', {});
    expect((issues as Rows).find(({ issue }) => issue === act)).toMatchObject({
      by: ['AAA', 'south'],
    });
    expect(await take('withdraw', 'AAA')).toMatch(ACT);
    expect(await take('join', 'CCC')).toBe('meetings.change-taken-up');
    expect((await ask('text', {}))['withdrawn']).toContainEqual(
      expect.objectContaining({ issue: act, words: ' again' }),
    );
    expect(await take('take-over', 'ZZZ')).toBe('meetings.may-propose');
    expect(await take('take-over', 'CCC')).toMatch(ACT);
    const after = await ask('text', {});
    expect((after['issues'] as Rows).find(({ issue }) => issue === act)).toMatchObject({
      by: ['CCC'],
      passings: ['joined', 'left', 'withdrawn', 'taken-over'].map((as) =>
        expect.objectContaining({ as }),
      ),
    });
  });
});

describe('whoever presides', () => {
  const officer = (verb: string, payload: object) =>
    say(draft(verb, test.store.operator, payload, { register: 'bodies/assembly' }));
  const reject = async (actor: string): Promise<string> => {
    const issue = await propose('AAA', { kind: 'insert', at: at('pp-1.0', 0), words: ['Now '] });
    return say(draft('settle-change', actor, { issue, as: 'rejected' }));
  };

  it.each(['president', 'chair', 'vice-chair', 'facilitator'])(
    'rules on the text as the secretariat does: %s',
    async (office) => {
      expect(await reject('BBB')).toBe('meetings.settles-text');
      const held = { office, holder: 'BBB' };
      expect(await officer('elect-officer', { ...held, from: '2026-03-01' })).toMatch(ACT);
      expect(await reject('BBB')).toMatch(ACT);
      const symbol = `A/1/${office}`;
      expect(await say(draft('issue-version', 'BBB', { symbol }))).toMatch(ACT);
      expect(await officer('end-office', { ...held, until: '2026-03-01' })).toMatch(ACT);
      expect(await reject('BBB')).toBe('meetings.settles-text');
    },
  );

  it('appoints a facilitator of the text, who rules on it until the last day', async () => {
    const appoint = (actor: string, more: object = {}) =>
      say(draft('appoint-facilitator', actor, { holder: 'CCC', ...more }));
    expect(await appoint('AAA')).toBe('meetings.settles-text');
    expect(await appoint(test.store.operator, { holder: 'XXX' })).toBe('meetings.known-actor');
    expect(await appoint(test.store.operator, { until: '2026-03-02' })).toMatch(ACT);
    expect((await ask('text', {}))['facilitators']).toEqual(['CCC']);
    expect(await reject('CCC')).toMatch(ACT);
    expect(await appoint(test.store.operator, { until: '2026-03-01' })).toMatch(ACT);
    expect((await ask('text', {}))['facilitators']).toEqual([]);
    expect(await reject('CCC')).toBe('meetings.settles-text');
  });
});

describe('a comment', () => {
  const about = { kind: 'provision', provision: 'pp-1' };
  const comment = (actor: string, more: object = {}, marking?: DraftAct['marking']) =>
    say(
      draft('comment', actor, { about, words: 'Why?', ...more }, { ...(marking && { marking }) }),
    );
  const rows = async (...viewer: string[]) =>
    (await ask('text-comments', {}, ...viewer))['rows'] as Rows;

  it('is by members, on words that are in the text', async () => {
    expect(await comment('ZZZ')).toBe('meetings.may-propose');
    const beyond = { kind: 'passage', from: at('pp-1.0', 0), to: at('pp-1.0', 900) };
    expect(await comment('AAA', { about: beyond })).toBe('meetings.text-comment');
    const passage = { kind: 'passage', from: at('pp-1.0', 0), to: at('pp-1.0', 9) };
    expect(await comment('AAA', { about: passage })).toMatch(ACT);
    expect(await rows()).toMatchObject([{ quote: 'Recalling', by: [{ actor: 'AAA' }] }]);
  });

  it('is answered while it is open, and closed by whose it is or who presides', async () => {
    const act = await comment('AAA');
    const answer = (actor: string) =>
      say(draft('answer-comment', actor, { comment: act, words: 'Because.' }));
    const close = (actor: string, more: object = {}) =>
      say(draft('close-comment', actor, { comment: act, ...more }));
    expect(await answer('BBB')).toMatch(ACT);
    expect(await close('BBB')).toBe('meetings.closes-comment');
    expect(await close('AAA')).toMatch(ACT);
    expect(await close('AAA')).toBe('meetings.text-comment');
    expect(await answer('BBB')).toBe('meetings.text-comment');
    expect(await close(test.store.operator, { reopened: true })).toMatch(ACT);
    expect(await answer('CCC')).toMatch(ACT);
  });

  it('is for a delegation alone or for some, as it is marked; so are its answers', async () => {
    const marking = markedFor('amber', ['AAA', 'BBB']);
    const act = await comment('AAA', { words: 'Between us' }, marking);
    expect(JSON.stringify(await rows('BBB'))).toContain('Between us');
    expect(JSON.stringify(await rows('CCC'))).not.toContain('Between us');
    const answer = (own: DraftAct['marking']) =>
      say(
        draft(
          'answer-comment',
          'BBB',
          { comment: act, words: 'Agreed.' },
          { ...(own && { marking: own }) },
        ),
      );
    expect(await answer(undefined)).toBe('meetings.text-audience');
    expect(await answer(markedFor('amber', ['BBB', 'CCC']))).toBe('meetings.text-audience');
    expect(await answer(markedFor('amber', ['AAA', 'BBB']))).toMatch(ACT);
    expect(await rows('AAA')).toHaveLength((await rows('CCC')).length + 1);
  });

  it('and a stand on what is marked are for no more readers than that', async () => {
    const marking = markedFor('amber', ['AAA']);
    const change = { kind: 'insert', at: at('pp-1.0', 0), words: ['Softly '] };
    const act = await say(draft('propose-change', 'AAA', { change }, { marking }));
    const stand = { issue: act, stance: 'support' };
    expect(await say(draft('stand-on-change', 'AAA', stand))).toBe('meetings.text-audience');
    expect(await say(draft('stand-on-change', 'AAA', stand, { marking }))).toMatch(ACT);
    const passage = { kind: 'passage', from: at(`${act}.0`, 0), to: at(`${act}.0`, 6) };
    expect(await comment('AAA', { about: passage })).toBe('meetings.text-audience');
    expect(await comment('AAA', { about: passage }, marking)).toMatch(ACT);
  });
});

describe('a version', () => {
  it('is of the text as it was after an act of it that is named', async () => {
    const before = await wordsOf({ view: 'room' });
    const through = await propose('CCC', {
      kind: 'insert',
      at: at('pp-1.0', 0),
      words: ['Firmly '],
    });
    const then = await wordsOf({ view: 'room' });
    await propose('CCC', { kind: 'insert', at: at('pp-1.0', 0), words: ['Gladly '] });
    const issue = (payload: object) => chair('issue-version', payload);
    expect(await issue({ symbol: 'A/1/X', through: 'f'.repeat(64) })).toBe('meetings.version-once');
    expect(await issue({ symbol: 'A/1/X', through, isFinal: true })).toBe('meetings.version-once');
    expect(await issue({ symbol: 'A/1/X', through })).toMatch(ACT);
    expect(await wordsOf({ view: 'room', version: 'A/1/X' })).toEqual(then);
    expect(then).not.toEqual(before);
    expect(await ask('text-draft', { version: 'A/1/X' })).toMatchObject({ symbol: 'A/1/X' });
    const document = { symbol: 'A/1/X', title: { en: 'Draft' }, kind: 'note' };
    const register = 'meetings/first-session';
    for (const [symbol, text] of [
      ['A/1/X', 'draft-declaration'],
      ['A/1/Y', 'draft-declaration'],
    ]) {
      const own = { ...document, symbol, text };
      const issued = draft('issue-document', test.store.operator, own, { register });
      expect(await say(issued)).toMatch(ACT);
    }
    const documents = await ask('documents', { session: 'first-session' });
    expect((documents['rows'] as Rows).map(({ isVersion, symbol }) => [symbol, isVersion])).toEqual(
      [
        ['A/1/X', true],
        ['A/1/Y', false],
      ],
    );
  });

  it('has a symbol of its own, and is read again when the text has moved on', async () => {
    expect(await chair('issue-version', { symbol: 'A/1/L.1' })).toMatch(ACT);
    expect(await chair('issue-version', { symbol: 'A/1/L.1' })).toBe('meetings.version-once');
    const before = await wordsOf({ view: 'room', version: 'A/1/L.1' });
    const change = { kind: 'insert', at: at('op-1.2', 8), words: [' Yearly.'] };
    const place = await propose('CCC', { ...change, at: at('op-1.3', 8) });
    expect(place).toMatch(ACT);
    expect(await wordsOf({ view: 'room', version: 'A/1/L.1' })).toEqual(before);
    expect(await wordsOf({ view: 'room' })).not.toEqual(before);
  });

  it('that is final ends the negotiation', async () => {
    expect(await chair('issue-version', { symbol: 'A/1/L.1/Rev.1', isFinal: true })).toMatch(ACT);
    const change = { kind: 'insert', at: at('op-1.0', 0), words: ['All '] };
    expect(await propose('AAA', change)).toBe('meetings.text-closed');
  });
});
