import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedFor, mayView } from '../../../kernel/marking.ts';
import { addresseesOf } from './addressees.ts';
import { escalationOf } from './escalation.ts';
import { ISSUED, actors, after, channelFact, eventFact, noticeFact } from './facts-for-tests.ts';
import { addHours, earlierOf, minutesBetween } from '../../../kernel/instants.ts';
import { beyond, lineageOf } from './lineage.ts';
import { noticeStanding } from './notice-state.ts';
import { MISSING_NAMED_MAX, missingSerials } from './numbering.ts';
import { archiveOf, closingOf, historyOf, rootOf, threadFrom } from './threads.ts';

describe('addressees', () => {
  it('are each there once, and know through which groups', () => {
    const to = { actors: ['CCC', 'league'], groups: ['league', 'league'] };
    expect(addresseesOf(to, ISSUED, actors)).toEqual([
      { actor: 'BBB', through: ['league'] },
      { actor: 'CCC', through: ['league'] },
      { actor: 'league', through: [] },
    ]);
  });

  it('are the members on the day of issue', () => {
    const days: string[] = [];
    addresseesOf({ actors: [], groups: ['league'] }, '2026-03-01T23:59:59.999Z', {
      exists: () => true,
      membersOn: (_, day) => {
        days.push(day);
        return [];
      },
    });
    expect(days).toEqual(['2026-03-01']);
  });
});

const escalated = (minutes: number, more: object = {}) => {
  const { marking, events = [] } = { marking: noticeFact().marking, ...more } as {
    marking: ReturnType<typeof noticeFact>['marking'];
    events?: ReturnType<typeof eventFact>[];
  };
  const fact = noticeFact({}, { marking });
  const channel = channelFact();
  const moment = { at: after(minutes), recordedBy: null };
  const standing = noticeStanding(
    { fact, events, replies: [], closed: null },
    channel,
    actors,
    moment,
  );
  return escalationOf(fact, standing, channel, moment.at, (office, marked) =>
    mayView(marked, [office]),
  );
};

describe('escalation', () => {
  it('tells the first office once the deadline has passed, and names the next', () => {
    expect(escalated(240).due).toEqual([]);
    expect(escalated(240).next).toMatchObject({ office: 'duty-office', dueAt: after(240) });
    const { due, next } = escalated(241);
    expect(due.map(({ addressee, office }) => `${addressee} ${office}`)).toEqual([
      'BBB duty-office',
      'CCC duty-office',
      'DDD duty-office',
    ]);
    expect(next).toMatchObject({ addressee: 'BBB', office: 'ministry', dueAt: after(360) });
  });

  it('tells an office that is named for one addressee of that one alone', () => {
    const told = escalated(361).due.filter(({ office }) => office === 'ministry');
    expect(told.map(({ addressee }) => addressee)).toEqual(['BBB']);
  });

  it('ends for whom an acknowledgement came, however late', () => {
    const late = eventFact('acknowledge', { act: 'a', actor: 'BBB', at: after(400), ledger: 2 });
    const { due } = escalated(500, { events: [late] });
    expect(due.map(({ addressee }) => addressee)).toEqual(['CCC', 'DDD']);
  });

  it('tells no office to which the notice is not released, and says so', () => {
    const marking = markedFor('red', ['AAA', 'BBB', 'CCC', 'DDD', 'ministry']);
    const { due, notTold } = escalated(361, { marking });
    expect(due.map(({ office }) => office)).toEqual(['ministry']);
    expect(new Set(notTold.map(({ office }) => office))).toEqual(new Set(['duty-office']));
  });

  it('never takes back what it told while nobody answers', () => {
    const instants = fc.tuple(fc.nat(1000), fc.nat(1000));
    fc.assert(
      fc.property(instants, ([one, other]) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const told = escalated(later).due;
        for (const telling of escalated(earlier).due) expect(told).toContainEqual(telling);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    [[], []],
    [[1, 2, 3], []],
    [[3, 1], [2]],
    [[2], [1]],
  ])('%j miss %j', (given, missing) => {
    expect(missingSerials(given)).toEqual(missing);
  });

  it('are named as missing up to a bound', () => {
    const [below, at, above] = [20, 21, 500_000].map((last) => missingSerials([last]).length);
    expect([below, at, above]).toEqual([19, MISSING_NAMED_MAX, MISSING_NAMED_MAX]);
  });
});

describe('instants', () => {
  it('are reckoned in whole minutes and hours, to the end of the calendar', () => {
    expect(addHours('2026-03-01T22:00:00.000Z', 3)).toBe('2026-03-02T01:00:00.000Z');
    expect(addHours('9999-12-31T23:00:00.000Z', 3)).toBe('9999-12-31T23:59:59.999Z');
    expect(minutesBetween(after(0), after(61))).toBe(61);
    expect(minutesBetween(after(61), after(0))).toBe(-61);
    expect(earlierOf(null, ISSUED)).toBe(ISSUED);
    expect(earlierOf(after(1), ISSUED)).toBe(ISSUED);
  });
});

const reply = (act: string, to: string, ledger: number) => ({
  ...noticeFact({}, { act, ledger }),
  notice: { ...noticeFact().notice, inReplyTo: to },
});

describe('a thread', () => {
  const thread = [
    noticeFact({}, { act: 'root' }),
    reply('one', 'root', 2),
    reply('two', 'root', 3),
    reply('deep', 'one', 4),
  ];

  it('tells what answers what, each answer after what it answers', () => {
    const entries = threadFrom(archiveOf(thread, []), rootOf(archiveOf(thread, []), 'deep'));
    expect(entries.map(({ fact, depth }) => `${fact.act} ${depth}`)).toEqual([
      'root 0',
      'one 1',
      'deep 2',
      'two 1',
    ]);
  });

  it('begins where what it answers may not be seen', () => {
    const archive = archiveOf(thread.slice(1), []);
    expect(rootOf(archive, 'deep')).toBe('one');
    expect(historyOf(archive, 'root')).toBeNull();
  });

  it('is closed from the first act that closes it', () => {
    const closing = { ...eventFact('close', { act: 'z', ledger: 9 }), notice: 'root' };
    expect(closingOf(archiveOf(thread, [closing]), 'deep')?.act).toBe('z');
    expect(closingOf(archiveOf(thread, []), 'deep')).toBeNull();
  });

  it('holds every notice that hangs from its root, whatever the order of arrival', () => {
    const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parents, fc.boolean(), (told, isReversed) => {
        const facts = told.map((parent, at) =>
          at === 0 ? noticeFact({}, { act: '0' }) : reply(`${at}`, `${parent % at}`, at + 1),
        );
        const archive = archiveOf(isReversed ? facts.toReversed() : facts, []);
        const acts = threadFrom(archive, '0').map(({ fact }) => fact.act);
        expect(acts.toSorted()).toEqual(facts.map(({ act }) => act).toSorted());
        expect(acts).toEqual(threadFrom(archiveOf(facts, []), '0').map(({ fact }) => fact.act));
      }),
    );
  });

  it('that names itself in a circle does not go on forever', () => {
    const circle = [reply('a', 'b', 1), reply('b', 'a', 2)];
    const archive = archiveOf(circle, []);
    expect(['a', 'b']).toContain(rootOf(archive, 'a'));
  });
});

describe('lineage', () => {
  const passed = (act: string, from: string) => {
    const fact = noticeFact({}, { act });
    return { ...fact, notice: { ...fact.notice, source: { notice: from, releasedBy: null } } };
  };

  it('reaches back to what was said first', () => {
    const facts = [noticeFact({}, { act: 'first' }), passed('second', 'first')];
    const chain = lineageOf(archiveOf(facts, []), 'second');
    expect(chain.map(({ act }) => act)).toEqual(['second', 'first']);
  });

  it('tells who is beyond an audience', () => {
    const [red, amber] = [markedFor('red', ['AAA']), markedFor('amber', ['AAA', 'BBB'])];
    expect(beyond(amber, red)).toEqual(['BBB']);
    expect(beyond(red, amber)).toEqual([]);
    expect(beyond({ level: 'clear', to: [] }, red)).toBeNull();
    expect(beyond(red, { level: 'clear', to: [] })).toEqual([]);
  });
});
