/** The order of votes as it is kept, asked for and previewed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from '../agreements/area.ts';
import { meetings } from './area.ts';

const SESSION = 'meetings/first-session';
const BODY = 'bodies/assembly';
const STATES = ['AAA', 'BBB', 'CCC', 'DDD'] as const;
const NOON = '2026-03-02T12:00:00.000Z';

let test: TestStore;

const draft = (verb: string, payload: object, actor?: string, register = SESSION): DraftAct => ({
  type: `meetings.${verb}`,
  register,
  actor: actor ?? test.store.operator,
  payload,
  basis: { kind: 'recorded', source: 'Record of the meeting' },
});

const puts = (decision: string, on: object, more: object = {}): DraftAct =>
  draft('put-question', {
    decision,
    title: { en: `On ${decision}` },
    on,
    rule: 'simple',
    waits: true,
    ...more,
  });

const decides = (decision: string, ...inFavour: readonly string[]): DraftAct[] => [
  draft('open-voting', { decision }),
  ...STATES.map((actor) =>
    draft('vote', { decision, choice: inFavour.includes(actor) ? 'yes' : 'no' }, actor),
  ),
  draft('close-voting', { decision }),
];

const rules = [
  {
    name: 'simple',
    title: { en: 'Simple majority' },
    citation: 'Rule 1',
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
    hindrances: [],
  },
];

async function ask(name: string, input: object) {
  const question = meetings.questions.find((one) => one.name === `meetings.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const when = { viewer: { actors: [] }, asOf: '2026-03-02', knownAt: null };
  const found = await test.store.ask(question, input, when);
  if (isRefusal(found)) throw new Error(found.reason);
  return found as Readonly<Record<string, unknown>>;
}

const order = (decision?: string) =>
  ask('order-of-votes', { session: 'first-session', ...(decision !== undefined && { decision }) });

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements, meetings], now: () => new Date(NOON) });
  const league = { id: 'league', kind: 'group', names: { en: 'League' } };
  const given: DraftAct[] = [
    ...STATES.map((id) => enteringState(id)),
    {
      ...enteringState('league'),
      payload: { ...league, treatyCapacity: false, regionalIntegration: false },
    },
    ...STATES.map((member) => ({
      ...enteringState(member),
      type: 'actors.join',
      payload: { group: 'league', member, from: '2000-01-01', status: 'member' },
    })),
    draft(
      'establish-body',
      {
        title: { en: 'Assembly' },
        kind: 'plenary',
        membership: { kind: 'group', group: 'league' },
      },
      undefined,
      BODY,
    ),
    draft('adopt-rules', { from: '2026-01-01', citation: 'Rules', rules }, undefined, BODY),
    draft('convene', {
      body: 'assembly',
      title: { en: 'First session' },
      opensOn: '2026-03-02',
      closesOn: '2026-03-20',
    }),
    draft('propose-item', { item: 'reports', title: { en: 'Reports' } }),
    draft('issue-document', {
      symbol: 'X/L.1',
      title: { en: 'Draft' },
      kind: 'draft',
      item: 'reports',
    }),
    puts('calendar', { kind: 'document', symbol: 'X/L.1' }),
    puts('wording', { kind: 'amendment', of: 'calendar', what: 'Paragraph 2' }),
    puts('shorter', { kind: 'amendment', of: 'wording', what: 'Without its last words' }),
    puts('other', { kind: 'amendment', of: 'calendar', what: 'Otherwise' }),
    draft('rule-on-amendments', {
      decision: 'calendar',
      amendments: [{ amendment: 'wording', rejects: ['other'] }, { amendment: 'other' }],
    }),
    puts('rival', { kind: 'other', what: 'Another calendar' }, { alternativeTo: 'calendar' }),
  ];
  for (const one of given) admitted(await test.store.submit([one]));
}, 60_000);
afterAll(() => test.close());

describe('the order of votes', () => {
  it('says what is next by which rule, and what follows, of all that is due', async () => {
    expect(await order()).toMatchObject({
      sessionTitle: 'First session',
      matters: [
        { matter: 'calendar', next: 'shorter', result: 'pending' },
        { matter: 'rival', next: 'rival', result: 'pending' },
      ],
      rows: [
        { decision: 'shorter', status: 'next', of: 'wording', kind: 'amendment' },
        { decision: 'wording', status: 'later', citation: expect.stringContaining('rule 90') },
        { decision: 'other', status: 'later' },
        { decision: 'calendar', status: 'later', kind: 'whole' },
        { decision: 'rival', status: 'next' },
      ],
    });
  });

  it('refuses what is opened before its turn, with the rule', async () => {
    for (const decision of ['calendar', 'other', 'rival']) {
      const [receipt] = await test.store.submit([draft('open-voting', { decision })]);
      const rule = decision === 'rival' ? 'order-of-proposals' : 'order-of-voting';
      expect(isRefusal(receipt) ? ruleOf(receipt) : 'taken').toBe(`meetings.${rule}`);
    }
  });

  it('tells whoever puts, votes or closes what would follow, and records nothing', async () => {
    const when = { viewer: { actors: [] }, asOf: '2026-03-02', knownAt: null };
    const following = async (act: DraftAct): Promise<string[]> => {
      const effect = await test.store.preview(act, when);
      if (isRefusal(effect)) throw new Error(effect.reason);
      return effect.consequences.map(({ key }) => key.replace('meetings.follows.', ''));
    };
    const before = await test.store.ledger();
    const late = puts('late', { kind: 'amendment', of: 'calendar', what: 'More' });
    expect(await following(late)).toEqual(['rule', 'electorate', 'begins.waits', 'after']);
    expect(await following(draft('open-voting', { decision: 'shorter' }))).toEqual(['electorate']);
    expect(await test.store.ledger()).toBe(before);
  });

  it('shows what falls with the adoption of another, and what is put then', async () => {
    const given = [...decides('shorter', 'AAA'), ...decides('wording', 'AAA', 'BBB', 'CCC')];
    for (const one of given) admitted(await test.store.submit([one]));
    expect(await order('calendar')).toMatchObject({
      rows: [
        { decision: 'shorter', status: 'done', outcome: 'rejected' },
        { decision: 'wording', status: 'done', outcome: 'adopted' },
        { decision: 'other', status: 'not-put', why: 'implied', byTitle: 'On wording' },
        { decision: 'calendar', status: 'next' },
        { decision: 'rival' },
      ],
    });
    const shown = await ask('decision', { session: 'first-session', decision: 'other' });
    expect(shown).toMatchObject({ phase: 'proposed', order: { matters: [{}, {}] } });
  });

  it('is the same after it was made anew', async () => {
    const before = await order('calendar');
    await test.store.rebuild();
    expect(await order('calendar')).toEqual(before);
  });
});

describe('an item of the agenda', () => {
  it('leads to the questions that were put under it', async () => {
    expect(await ask('agenda', { session: 'first-session' })).toMatchObject({
      rows: [{ item: 'reports', decisions: [{ decision: 'calendar', title: 'On calendar' }] }],
    });
  });
});
