import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { type Proposal, agendaOfVotes, proposalsInOrder } from './agenda-of-votes.ts';
import { type Amendment, amendmentsInOrder } from './amendments-in-order.ts';
import { type Taken, governingRule } from './governing-rule.ts';
import type { OutcomeKind } from './poll.ts';
import { standardRulesOn } from './standard-rules.ts';

const after = (given: Readonly<Record<string, OutcomeKind>>): Map<string, OutcomeKind> =>
  new Map(Object.entries(given));

/** Steps in brief: `l-12 done`. */
const brief = (proposal: Proposal, given: Readonly<Record<string, OutcomeKind>> = {}) => {
  const { steps, next, result } = agendaOfVotes(proposal, after(given));
  return { steps: steps.map(({ name, status }) => `${name} ${status}`), next, result };
};

describe('amendments', () => {
  const proposal: Proposal = {
    name: 'draft',
    amendments: [
      { name: 'furthest', rejects: ['nearer'] },
      { name: 'nearer' },
      { name: 'of-nearer', of: 'nearer' },
      { name: 'other' },
    ],
  };

  test('are voted as ordered, an amendment of an amendment before it, the whole last', () => {
    expect(brief(proposal)).toEqual({
      steps: ['furthest next', 'of-nearer later', 'nearer later', 'other later', 'draft later'],
      next: 'furthest',
      result: 'pending',
    });
  });

  test('that a vote rules out are not put', () => {
    const { steps, next } = brief(proposal, { furthest: 'adopted', 'of-nearer': 'rejected' });
    expect(steps).toEqual([
      'furthest done',
      'of-nearer done',
      'nearer not-put',
      'other next',
      'draft later',
    ]);
    expect(next).toBe('other');
  });

  test('that were rejected leave the next one to be put, and the whole decides', () => {
    const given = { furthest: 'rejected', 'of-nearer': 'rejected', nearer: 'adopted' } as const;
    expect(brief(proposal, given).next).toBe('other');
    const all = { ...given, other: 'rejected', draft: 'adopted' } as const;
    expect(brief(proposal, all)).toMatchObject({ next: null, result: 'adopted' });
  });

  test('overlapping ones are voted from the furthest removed, where nobody ranked them', () => {
    const given: Amendment[] = [
      { name: 'adds', change: 'adds', touches: ['op-2'] },
      { name: 'replaces', change: 'replaces', touches: ['op-2'] },
      { name: 'elsewhere', change: 'deletes', touches: ['op-9'] },
      { name: 'replaces-more', change: 'replaces', touches: ['op-2', 'op-3'] },
      { name: 'deletes', change: 'deletes', touches: ['op-2'] },
    ];
    const names = (ruled: readonly string[]) =>
      amendmentsInOrder(given, ruled)
        .map(({ name }) => name)
        .join(' ');
    expect(names([])).toBe('elsewhere deletes replaces-more replaces adds');
    expect(names(['adds', 'replaces'])).toBe('adds replaces elsewhere deletes replaces-more');
  });

  test('fall where a part that is all they touch is deleted, with those that amend them', () => {
    const deletion: Proposal = {
      name: 'draft',
      amendments: [
        { name: 'deletion', change: 'deletes', touches: ['op-2'] },
        { name: 'wording', change: 'replaces', touches: ['op-2'] },
        { name: 'of-wording', of: 'wording', touches: ['op-2'] },
        { name: 'wider', change: 'replaces', touches: ['op-2', 'op-3'] },
      ],
    };
    const { steps, next } = agendaOfVotes(deletion, after({ deletion: 'adopted' }));
    expect(steps.map(({ name, why }) => [name, why])).toEqual([
      ['deletion', null],
      ['wider', null],
      ['of-wording', { kind: 'left', by: 'wording' }],
      ['wording', { kind: 'deleted', by: 'deletion' }],
      ['draft', null],
    ]);
    expect(next).toBe('wider');
  });

  test('a motion of no action on one of them takes only that one from the vote', () => {
    const one: Proposal = {
      name: 'draft',
      motions: [{ name: 'leave-it', motion: 'no-action', of: 'first' }],
      amendments: [{ name: 'first' }, { name: 'second' }],
    };
    expect(brief(one).next).toBe('leave-it');
    expect(brief(one, { 'leave-it': 'adopted' })).toEqual({
      steps: ['leave-it done', 'first not-put', 'second next', 'draft later'],
      next: 'second',
      result: 'pending',
    });
  });

  test('in a circle are each voted once', () => {
    const circle = [
      { name: 'one', of: 'two' },
      { name: 'two', of: 'one' },
    ];
    expect(
      amendmentsInOrder(circle)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['one', 'two']);
  });
});

describe('motions', () => {
  const proposal: Proposal = {
    name: 'draft',
    motions: [
      { name: 'not-ours', motion: 'no-competence' },
      { name: 'close', motion: 'closure' },
      { name: 'let-it-be', motion: 'no-action' },
    ],
  };

  test('are voted before the proposal, in their precedence', () => {
    expect(brief(proposal).steps).toEqual([
      'let-it-be next',
      'close later',
      'not-ours later',
      'draft later',
    ]);
  });

  test('of no action, rejected, leave the draft to be voted on', () => {
    const rest = { close: 'adopted', 'not-ours': 'rejected' } as const;
    expect(brief(proposal, { 'let-it-be': 'rejected', ...rest })).toMatchObject({
      next: 'draft',
      result: 'pending',
    });
  });

  test('of no action, carried, take it from the vote', () => {
    expect(brief(proposal, { 'let-it-be': 'adopted' })).toEqual({
      steps: ['let-it-be done', 'close not-put', 'not-ours not-put', 'draft not-put'],
      next: null,
      result: 'not-put',
    });
  });

  test('to suspend the meeting, carried, leave the draft where it is', () => {
    const paused: Proposal = { name: 'draft', motions: [{ name: 'pause', motion: 'suspension' }] };
    expect(brief(paused, { pause: 'adopted' })).toMatchObject({ next: 'draft', result: 'pending' });
  });

  test('of priority put one proposal before those submitted earlier', () => {
    const priorities = [{ motion: 'first-b', for: 'b' }];
    const submitted = ['a', 'b', 'c'];
    expect(proposalsInOrder(submitted, priorities, after({}))).toEqual(['a', 'b', 'c']);
    expect(proposalsInOrder(submitted, priorities, after({ 'first-b': 'adopted' }))).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});

describe('division', () => {
  const parts = [
    { name: 'preamble', isOperative: false },
    { name: 'op-1', isOperative: true },
    { name: 'op-2', isOperative: true },
  ];
  const proposal: Proposal = {
    name: 'draft',
    division: { motion: 'divide', parts, isComplete: true },
  };

  test('is voted on where somebody objects; without it only the whole is put', () => {
    expect(brief(proposal, { divide: 'rejected' })).toEqual({
      steps: ['divide done', 'preamble not-put', 'op-1 not-put', 'op-2 not-put', 'draft next'],
      next: 'draft',
      result: 'pending',
    });
  });

  test('puts the parts and then the whole that they make', () => {
    const given = { divide: 'adopted', preamble: 'rejected', 'op-1': 'rejected' } as const;
    expect(brief(proposal, given).next).toBe('op-2');
    expect(brief(proposal, { ...given, 'op-2': 'adopted' }).next).toBe('draft');
  });

  test('rejects the whole where all operative parts were rejected', () => {
    const given = { divide: 'adopted', preamble: 'adopted', 'op-1': 'rejected' } as const;
    expect(brief(proposal, { ...given, 'op-2': 'rejected' })).toMatchObject({
      next: null,
      result: 'rejected',
    });
  });
});

test('parts alone do not reject a whole of which the rest stands', () => {
  const parts = [{ name: 'op-5', isOperative: true }];
  const separate = (isComplete: boolean): Proposal => {
    return { name: 'draft', division: { motion: null, parts, isComplete } };
  };
  expect(brief(separate(false), { 'op-5': 'rejected' }).next).toBe('draft');
  expect(brief(separate(true), { 'op-5': 'rejected' }).result).toBe('rejected');
});

test('what was withdrawn is not put, and goes with what it belongs to', () => {
  const proposal: Proposal = {
    name: 'draft',
    amendments: [{ name: 'one' }, { name: 'of-one', of: 'one' }, { name: 'two' }],
  };
  const without = (...names: string[]) => ({ ...proposal, withdrawn: new Set(names) });
  expect(brief(without('one')).steps).toEqual([
    'of-one not-put',
    'one not-put',
    'two next',
    'draft later',
  ]);
  expect(brief(without('draft'))).toMatchObject({ next: null, result: 'not-put' });
});

test('a second vote that was not taken in time leaves the proposal rejected', () => {
  const late: Proposal = { name: 'draft', lapsed: new Set(['draft']) };
  expect(brief(late, { draft: 'postponed' })).toEqual({
    steps: ['draft done'],
    next: null,
    result: 'rejected',
  });
});

test('what was postponed or lacked a quorum is still to be taken', () => {
  for (const outcome of ['postponed', 'no-quorum'] as const) {
    expect(brief({ name: 'draft' }, { draft: outcome })).toMatchObject({
      next: 'draft',
      result: 'pending',
    });
  }
});

describe('the rule that governs', () => {
  const none: Taken = { preliminary: after({}), outcomes: after({}) };
  const inBrief = (body: string, name: string, taken: Partial<Taken>) => {
    const governing = governingRule(standardRulesOn(body, '2026-03-02'), name, {
      ...none,
      ...taken,
    });
    return isRefusal(governing) ? governing.reason : `${governing.kind} by ${governing.by.name}`;
  };
  const important = (taken: Partial<Taken>) =>
    inBrief('un-general-assembly', 'additional-important-question', taken);
  const asked = (outcome: OutcomeKind) => after({ 'additional-important-question': outcome });

  test('whether a question is important is first decided by a simple majority', () => {
    expect(important({})).toBe('ask by simple-majority');
    expect(important({ preliminary: asked('adopted') })).toBe(
      'decide by additional-important-question',
    );
    expect(important({ preliminary: asked('rejected') })).toBe('decide by simple-majority');
    expect(important({ preliminary: asked('postponed') })).toBe('ask by simple-majority');
  });

  test('what needed two thirds and did not get them does not then pass by half', () => {
    const taken = { preliminary: asked('adopted'), outcomes: asked('rejected') };
    expect(important(taken)).toBe('over by additional-important-question');
  });

  test('a vote follows where consensus failed, and not where it was reached', () => {
    const african = (outcome: OutcomeKind) =>
      inBrief('au-assembly', 'consensus', { outcomes: after({ consensus: outcome }) });
    expect(african('blocked')).toBe('decide by two-thirds');
    expect(african('adopted')).toBe('over by consensus');
    expect(african('no-quorum')).toBe('decide by consensus');
  });

  test('nothing follows where only consensus is agreed', () => {
    const outcomes = after({ consensus: 'blocked' });
    expect(inBrief('unfccc-cop', 'consensus', { outcomes })).toBe('over by consensus');
  });

  test('a rule that the body does not have is refused', () => {
    expect(inBrief('unfccc-cop', 'rule-42', {})).toBe('The body has no rule rule-42.');
  });
});
