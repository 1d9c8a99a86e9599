/** What is read off a body on a day. */
import { describe, expect, it } from 'vitest';
import { fractionText } from '../../../../kernel/fraction.ts';
import { PaperMeetings, type Told } from '../../paper-meetings.ts';
import {
  admits,
  adopts,
  allocates,
  elects,
  establishes,
  restores,
  rule,
  seats,
  suspends,
  weighs,
} from '../../scenarios/bodies.ts';
import type { Registry } from '../facts.ts';
import type { BodyState } from './body-state.ts';
import { allocationOn, isIn, membersOn, seatsOn } from './members.ts';
import {
  quorumToOpenOn,
  ruleNamed,
  rulesInForceOn,
  speakingLimitsOn,
  weightOn,
} from './rules-on.ts';
import { hindrancesOf, observersOn, officersOn, rightsOfObserver } from './standing.ts';

const registry: Registry = {
  exists: () => true,
  membersOn: (group) => (group === 'league' ? ['AAA', 'BBB'] : []),
  suspendedOn: (group, day) =>
    group === 'league' && day >= '2026-06-01'
      ? [{ actor: 'CCC', from: '2026-06-01', act: 'f'.repeat(64) }]
      : [],
  partiesTo: (agreement) => (agreement === 'common-river' ? ['AAA', 'DDD'] : []),
  figure: () => null,
};

/** The body that the acts make. */
function bodyOf(...told: readonly Told[]): BodyState {
  const meetings = new PaperMeetings(registry);
  for (const one of told) meetings.take(one);
  const body = meetings.archive.body('council');
  if (body === null) throw new Error('the body is not established');
  return body;
}

describe('the members of a body', () => {
  it('are those that hold a seat on the day, from the first to the last', () => {
    const body = bodyOf(establishes(), seats('AAA', '2026-01-01', { until: '2026-12-31' }));
    const on = (day: string) => membersOn(body, day, registry);
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
      [],
      ['AAA'],
      ['AAA'],
      [],
    ]);
  });

  it('are those of a group, with those that are suspended in it', () => {
    const body = bodyOf(establishes({ kind: 'group', group: 'league' }));
    expect(membersOn(body, '2026-05-31', registry)).toEqual(['AAA', 'BBB']);
    expect(membersOn(body, '2026-06-01', registry)).toEqual(['AAA', 'BBB', 'CCC']);
    const on = (day: string) => hindrancesOf(body, 'CCC', { day, registry });
    expect(on('2026-05-31')).toEqual([]);
    expect(on('2026-06-01')).toMatchObject([
      { kind: 'suspension', what: 'all', since: '2026-06-01' },
    ]);
  });

  it('are the parties to an agreement', () => {
    const body = bodyOf(establishes({ kind: 'parties', agreement: 'common-river' }));
    expect(membersOn(body, '2026-01-01', registry)).toEqual(['AAA', 'DDD']);
  });

  it('leave a seat on the day that was said before its term was over', () => {
    const body = bodyOf(
      establishes(),
      allocates(),
      seats('AAA', '2026-01-01', { seats: 'elected', until: '2027-12-31' }),
      {
        does: 'vacate-seat',
        register: 'bodies/council',
        with: { member: 'AAA', seats: 'elected', until: '2026-12-31' },
      },
    );
    expect(seatsOn(body, '2026-12-31')).toMatchObject([{ member: 'AAA', until: '2026-12-31' }]);
    expect(seatsOn(body, '2027-01-01')).toEqual([]);
    expect(allocationOn(body, '2025-12-31')).toBeNull();
    expect(allocationOn(body, '2026-01-01')?.payload.groups[0]?.number).toBe(2);
  });

  it('are told by what they are', () => {
    const body = bodyOf(
      establishes(),
      seats('AAA', '2026-01-01', { seats: 'elected' }),
      seats('CCC', '2026-01-01'),
    );
    const at = { body, day: '2026-01-01', registry };
    const told = (selector: Parameters<typeof isIn>[0]) =>
      ['AAA', 'CCC', 'DDD'].filter((actor) => isIn(selector, actor, at));
    expect(told({ kind: 'all' })).toEqual(['AAA', 'CCC']);
    expect(told({ kind: 'group', group: 'league' })).toEqual(['AAA']);
    expect(told({ kind: 'seats', seats: 'elected' })).toEqual(['AAA']);
    expect(told({ kind: 'actors', actors: ['DDD'] })).toEqual(['DDD']);
    expect(told({ kind: 'parties', agreement: 'common-river' })).toEqual(['AAA', 'DDD']);
    expect(told({ kind: 'not', of: { kind: 'all' } })).toEqual(['DDD']);
  });
});

describe('the rules of a body', () => {
  const quorum = { kind: 'share', base: 'members', threshold: '1/3' };
  const body = bodyOf(
    establishes(),
    adopts([rule('vote'), rule('old')], {
      quorumToOpen: quorum,
      speaking: [{ kind: 'statement', minutesMax: 15, citation: 'rule 8' }],
    }),
    adopts([rule('vote', { citation: 'Rules as amended' })], {
      from: '2027-01-01',
      ended: ['old'],
      speaking: [{ kind: 'statement', minutesMax: 10, citation: 'rule 8' }],
    }),
  );

  it('hold from their day until one of the same name replaces them, or they end', () => {
    const on = (day: string) => rulesInForceOn(body, day).map((one) => [one.rule.name, one.from]);
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2026-12-31')).toEqual([
      ['vote', '2026-01-01'],
      ['old', '2026-01-01'],
    ]);
    expect(on('2027-01-01')).toEqual([['vote', '2027-01-01']]);
    expect(ruleNamed(body, 'vote', '2027-01-01')?.citation).toBe('Rules as amended');
    expect(ruleNamed(body, 'old', '2027-01-01')).toBeNull();
  });

  it('say who has to be there, and how long one may speak', () => {
    expect(quorumToOpenOn(body, '2025-12-31')).toBeNull();
    expect(quorumToOpenOn(body, '2027-01-01')).toMatchObject(quorum);
    const minutes = (day: string) => speakingLimitsOn(body, day).map((one) => one.minutesMax);
    expect([minutes('2025-12-31'), minutes('2026-01-01'), minutes('2027-01-01')]).toEqual([
      [],
      [15],
      [10],
    ]);
  });
});

describe('weights', () => {
  it('are those of the last scheme that holds on the day', () => {
    const body = bodyOf(
      establishes(),
      seats('AAA', '2026-01-01'),
      weighs({ AAA: '2/3' }),
      weighs({ AAA: '0.55', BBB: '1' }, { from: '2027-01-01' }),
    );
    const on = (actor: string, day: string) => {
      const weight = weightOn(body, 'shares', actor, day);
      return weight === null ? null : fractionText(weight);
    };
    expect(on('AAA', '2025-12-31')).toBeNull();
    expect(on('AAA', '2026-12-31')).toBe('2/3');
    expect(on('BBB', '2026-12-31')).toBeNull();
    expect([on('AAA', '2027-01-01'), on('BBB', '2027-01-01')]).toEqual(['11/20', '1']);
    expect(weightOn(body, 'others', 'AAA', '2027-01-01')).toBeNull();
  });
});

describe('a member that may not vote', () => {
  const council = [establishes(), seats('AAA', '2026-01-01')];
  const on = (body: BodyState, day: string) =>
    hindrancesOf(body, 'AAA', { day, registry }).map(({ kind }) => kind);

  it('may not from the day on, until its rights are restored', () => {
    const body = bodyOf(
      ...council,
      suspends('AAA', '2026-02-01'),
      restores('AAA', '2026-04-01', { for: 'arrears' }),
    );
    expect(on(body, '2026-01-31')).toEqual([]);
    expect(on(body, '2026-02-01')).toEqual(['arrears']);
    expect(on(body, '2026-03-31')).toEqual(['arrears']);
    expect(on(body, '2026-04-01')).toEqual([]);
  });

  it('may while it is permitted in spite of arrears, and not after it', () => {
    const body = bodyOf(
      ...council,
      suspends('AAA', '2026-02-01'),
      restores('AAA', '2026-03-01', { how: 'permitted', until: '2026-09-30' }),
    );
    expect(on(body, '2026-02-28')).toEqual(['arrears']);
    expect(on(body, '2026-09-30')).toEqual([]);
    expect(on(body, '2026-10-01')).toEqual(['arrears']);
  });

  it('is hindered by a suspension though its arrears are paid', () => {
    const body = bodyOf(
      ...council,
      suspends('AAA', '2026-02-01'),
      suspends('AAA', '2026-02-01', { for: 'suspension', what: 'all', citation: 'Art. 5' }),
      restores('AAA', '2026-03-01', { for: 'arrears' }),
    );
    expect(on(body, '2026-02-01')).toEqual(['arrears', 'suspension']);
    expect(on(body, '2026-03-01')).toEqual(['suspension']);
  });

  it('falls under a new suspension after an earlier one was lifted', () => {
    const body = bodyOf(
      ...council,
      suspends('AAA', '2026-02-01'),
      restores('AAA', '2026-03-01'),
      suspends('AAA', '2026-05-01'),
    );
    expect(on(body, '2026-04-30')).toEqual([]);
    expect(on(body, '2026-05-01')).toEqual(['arrears']);
  });
});

describe('officers and observers', () => {
  it('are those of the day', () => {
    const body = bodyOf(
      establishes(),
      elects('AAA', '2026-01-01', { until: '2026-12-31' }),
      elects('BBB', '2027-01-01'),
    );
    const on = (day: string) => officersOn(body, day).map(({ fact }) => fact.payload.holder);
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([['AAA'], ['BBB']]);
  });

  it('have the rights of their admission, else those of their category', () => {
    const body = bodyOf(
      establishes(),
      adopts([], {
        observerRights: [{ category: 'non-governmental', rights: ['attend'], citation: 'rule 40' }],
      }),
      admits('green-league', '2026-01-01'),
      admits('green-league', '2026-07-01', { rights: ['attend', 'speak'] }),
    );
    const on = (day: string) =>
      observersOn(body, day).map((term) => rightsOfObserver(body, term, day).rights);
    expect(on('2026-06-30')).toEqual([['attend']]);
    expect(on('2026-07-01')).toEqual([['attend', 'speak']]);
  });
});
