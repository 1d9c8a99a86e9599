/** What whoever is about to act is told would follow. */
import { describe, expect, it } from 'vitest';
import type { ConsequenceValue } from '../../kernel/define-area.ts';
import { PaperMeetings, type Told } from './paper-meetings.ts';
import { type Upcoming, consequencesOf } from './rules/decisions/consequences.ts';
import { floorOf } from './rules/decisions/floor-of.ts';
import type { Room } from './rules/decisions/order-of-votes.ts';
import {
  BEGUN,
  MEMBERS,
  amends,
  closes,
  decides,
  opens,
  puts,
  ranks,
  sits,
  votes,
  withdraws,
} from './scenarios/order-scenario.ts';

/** What stands before the act, and after it. */
function upcomingOf(given: readonly (Told | readonly Told[])[], act: Told): Upcoming {
  const paper = new PaperMeetings({
    membersOn: (group) => (group === 'league' ? MEMBERS : []),
  });
  for (const told of [...BEGUN, ...given.flat()]) paper.take(told);
  const floor = floorOf(paper.archive, 'first-session');
  if (floor === null) throw new Error('nobody convened the session');
  const at = act.at ?? '2026-03-01T12:00:00.000Z';
  const before = { floor, at, decisions: paper.archive.decisions('first-session') };
  paper.take(act);
  const later = floorOf(paper.archive, 'first-session') ?? floor;
  const after = { floor: later, at, decisions: paper.archive.decisions('first-session') };
  const { decision } = act.with as { readonly decision: string };
  const type = `meetings.${act.does}`;
  return { type, decision, before, after };
}

const shown = (value: ConsequenceValue): (string | number)[] =>
  [value].flat().map((one) => (typeof one === 'object' ? one.en : one));

/** The keys of what would follow, each with its values in brief. */
const following = (given: readonly (Told | readonly Told[])[], act: Told): string[] =>
  consequencesOf(upcomingOf(given, act)).map(({ key, values }) =>
    [
      key.replace('meetings.follows.', ''),
      ...Object.values(values).flatMap((value) => shown(value)),
    ]
      .join(' ')
      .trim(),
  );

const draft = puts('draft');
const half = [votes('draft', 'yes', 'AAA'), votes('draft', 'no', 'BBB')];

describe('a vote', () => {
  it('is shown with what would come out, its arithmetic, and what it would still take', () => {
    const given = [draft, opens('draft'), ...half, votes('draft', 'no', 'CCC')];
    expect(following(given, votes('draft', 'yes', 'DDD'))).toEqual([
      'now.postponed',
      'share.yes 2 4 3',
      'still-needed 1',
    ]);
    expect(following(given, votes('draft', 'no', 'DDD'))).toEqual([
      'now.rejected',
      'share.yes 1 4 3',
      'out-of-reach',
    ]);
    expect(following([draft, opens('draft')], votes('draft', 'yes', 'DDD'))).toEqual([
      'now.adopted',
      'share.yes 1 1 1',
    ]);
  });
});

describe('a secret ballot', () => {
  const inSecret = (room: Room): Room => ({
    ...room,
    decisions: new Map(
      [...room.decisions].map(([name, { opening, ...state }]) => {
        const payload = { ...opening.payload, mode: 'secret' as const };
        return [name, { ...state, opening: { ...opening, payload } }];
      }),
    ),
  });

  it.each([votes('draft', 'yes', 'DDD'), closes('draft')])(
    'tells nobody the count before its close, whoever is about to act',
    (act) => {
      const upcoming = upcomingOf([draft, opens('draft'), ...half], act);
      const after = inSecret(upcoming.after);
      expect(consequencesOf({ ...upcoming, after })).toEqual([
        { key: 'meetings.follows.kept', values: {} },
      ]);
    },
  );
});

describe('closing the voting', () => {
  it('is shown with what is decided, what falls by it and what is next', () => {
    const given = [
      draft,
      amends('deletion', 'draft', { change: 'deletes', touches: ['op-2'] }),
      amends('wording', 'draft', { touches: ['op-2'] }),
      decides('deletion', [4, 2]).slice(0, -1),
    ];
    expect(following(given, closes('deletion'))).toEqual([
      'closed.adopted',
      'share.yes 4 6 4',
      'falls wording',
      'next draft',
    ]);
  });

  it('is shown with the second vote that is due', () => {
    const given = [sits(), draft, decides('draft', [3, 3]).slice(0, -1)];
    expect(following(given, closes('draft'))).toEqual([
      'closed.postponed',
      'share.yes 3 6 4',
      'second-vote.until 2026-03-03 12:00 UTC',
    ]);
  });
});

describe('putting a question', () => {
  it('is shown with the rule, who votes today, when voting begins and what comes first', () => {
    expect(following([], puts('draft', {}, { waits: false }))).toEqual([
      'rule majority Rule majority',
      'electorate 6 0',
      'begins.at-once',
    ]);
    expect(following([draft, amends('of', 'draft')], amends('of-of', 'of'))).toEqual([
      'rule majority Rule majority',
      'electorate 6 0',
      'begins.waits',
    ]);
    const further = amends('first', 'draft', { change: 'deletes', touches: ['op-1'] });
    const nearer = amends('second', 'draft', { change: 'adds', touches: ['op-1'] });
    expect(following([draft, further], nearer).at(-1)).toBe('after first');
  });

  it('is shown with what is decided first where its rule has to be decided on', () => {
    const told = following([], puts('draft', {}, { rule: 'if-important' }));
    expect(told.slice(0, 2)).toEqual(['rule if-important Rule if-important', 'asked majority']);
  });

  it('is shown with the quorum, as it is', () => {
    const told = following([], puts('draft', {}, { rule: 'attended' }));
    expect(told).toContain('quorum.missing 0 4');
  });
});

describe('withdrawing, and ranking amendments', () => {
  it('are shown with what is next then', () => {
    const given = [draft, amends('one', 'draft'), amends('two', 'draft')];
    expect(following(given, withdraws('one'))).toEqual(['falls one', 'next two']);
    expect(following(given, ranks('draft', 'two', 'one'))).toEqual(['next two']);
  });
});
