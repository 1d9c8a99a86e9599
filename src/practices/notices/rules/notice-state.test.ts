import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actors, after, channelFact, eventFact, noticeFact } from './facts-for-tests.ts';
import type { EventFact } from './facts.ts';
import { type NoticeHistory, noticeStanding } from './notice-state.ts';

const history = (more: Partial<NoticeHistory> = {}): NoticeHistory => ({
  fact: noticeFact(),
  events: [],
  replies: [],
  closed: null,
  ...more,
});

const standingAt = (minutes: number, more: Partial<NoticeHistory> = {}, opening: object = {}) =>
  noticeStanding(history(more), channelFact(opening), actors, {
    at: after(minutes),
    recordedBy: null,
  });

const statesAt = (minutes: number, more: Partial<NoticeHistory> = {}) =>
  Object.fromEntries(
    standingAt(minutes, more).addressees.map(({ actor, state, lateByMinutes }) => [
      actor,
      lateByMinutes === 0 ? state : `${state} ${lateByMinutes}`,
    ]),
  );

const acknowledged = (actor: string, minutes: number, ledger = 2): EventFact =>
  eventFact('acknowledge', { act: `ack ${actor} ${ledger}`, actor, at: after(minutes), ledger });

describe('the deadline of a notice', () => {
  it.each([
    ['what the notice says', { acknowledgeBy: '2026-03-02T06:00Z' }, '2026-03-02T06:00:00.000Z'],
    ['else the hours of the channel', {}, '2026-03-02T02:00:00.000Z'],
    ['else none', { precedence: 'routine' }, null],
  ])('is %s', (_, says, expected) => {
    expect(standingAt(0, { fact: noticeFact(says) }).acknowledgeBy).toBe(expected);
  });
});

describe('an addressee', () => {
  it('is waited for until the deadline, and overdue after it', () => {
    const waiting = { BBB: 'waiting', CCC: 'waiting', DDD: 'waiting' };
    expect(statesAt(239)).toEqual(waiting);
    expect(statesAt(240)).toEqual(waiting);
    expect(statesAt(241)['BBB']).toBe('overdue 1');
  });

  it('acknowledges in time up to the deadline, and late after it', () => {
    expect(statesAt(500, { events: [acknowledged('BBB', 240)] })['BBB']).toBe('acknowledged');
    expect(statesAt(500, { events: [acknowledged('BBB', 245)] })['BBB']).toBe(
      'acknowledged-late 5',
    );
  });

  it('who replies has read the notice', () => {
    const reply = noticeFact({ inReplyTo: 'a'.repeat(64) }, { act: 'r', actor: 'CCC', ledger: 3 });
    const { addressees } = standingAt(500, { replies: [reply] });
    const found = addressees.find(({ actor }) => actor === 'CCC');
    expect(found).toMatchObject({ state: 'acknowledged', reply: { act: 'r' } });
  });

  it('is not asked where no deadline is set, and whether it read is not known', () => {
    const fact = noticeFact({ precedence: 'routine' });
    expect(statesAt(10_000, { fact })['DDD']).toBe('not-asked');
  });

  it('is asked again by an update that says so, from the update on', () => {
    const update = eventFact(
      'update',
      { act: 'u', at: after(100), ledger: 3 },
      { reason: 'More.', acknowledgeAgain: true },
    );
    const events = [acknowledged('BBB', 10), update];
    expect(statesAt(339, { events })['BBB']).toBe('waiting');
    expect(statesAt(341, { events })['BBB']).toBe('overdue 1');
    const again = acknowledged('BBB', 150, 4);
    expect(statesAt(341, { events: [...events, again] })['BBB']).toBe('acknowledged');
  });

  it('owes nothing on what was cancelled, has expired or was closed', () => {
    const cancel = eventFact('cancel', { act: 'x', at: after(5), ledger: 2 }, { reason: 'No.' });
    expect(statesAt(500, { events: [cancel] })['BBB']).toBe('lapsed');
    const fact = noticeFact({ expiresAt: '2026-03-01T23:00Z' });
    expect(statesAt(59, { fact })['BBB']).toBe('waiting');
    expect(statesAt(60, { fact })['BBB']).toBe('lapsed');
    const closed = { act: 'z', at: after(30) };
    expect(statesAt(29, { closed })['BBB']).toBe('waiting');
    expect(statesAt(30, { closed })['BBB']).toBe('lapsed');
  });

  it('is overdue with a reply by the time that the notice gives for it', () => {
    const fact = noticeFact({ replyBy: '2026-03-03T00:00Z' });
    const isOverdue = (minutes: number) =>
      standingAt(minutes, { fact }).addressees.map(({ replyOverdue }) => replyOverdue);
    expect(isOverdue(26 * 60)).toEqual([false, false, false]);
    expect(isOverdue(26 * 60 + 1)).toEqual([true, true, true]);
  });
});

describe('a notice', () => {
  it('says what its updates say, the last of each member', () => {
    const events = [
      eventFact('update', { act: 'u1', ledger: 2 }, { reason: 'a', subject: 'One', body: 'b' }),
      eventFact('update', { act: 'u2', ledger: 3 }, { reason: 'a', subject: 'Two' }),
    ];
    const { notice } = standingAt(1, { events: events.toReversed() });
    expect([notice.subject, notice.body, notice.language]).toEqual(['Two', 'b', 'en']);
  });

  it('is awaited until it begins to hold', () => {
    const fact = noticeFact({ validFrom: '2026-03-01T23:00Z' });
    expect([59, 60].map((minutes) => standingAt(minutes, { fact }).state)).toEqual([
      'awaited',
      'current',
    ]);
  });

  it('is told of a past day by what was recorded by then', () => {
    const events = [acknowledged('BBB', 200)];
    const then = noticeStanding(history({ events }), channelFact(), actors, {
      at: after(100),
      recordedBy: after(100),
    });
    expect(then.addressees[0]?.state).toBe('waiting');
  });

  it('stands the same in whatever order its acknowledgements are read, and none is lost', () => {
    const acknowledgement = fc.record({
      actor: fc.constantFrom('BBB', 'CCC', 'DDD'),
      minutes: fc.integer({ min: 0, max: 600 }),
    });
    const some = fc.array(acknowledgement, { maxLength: 12 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (told, keys) => {
        const events = told.map(({ actor, minutes }, at) => acknowledged(actor, minutes, at + 2));
        const shuffled = events
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ event }) => event);
        const standing = standingAt(700, { events });
        expect(standingAt(700, { events: shuffled })).toEqual(standing);
        const seen = standing.addressees.filter((one) => one.acknowledgement !== null);
        expect(seen.map(({ actor }) => actor)).toEqual(
          [...new Set(told.map(({ actor }) => actor))].toSorted(),
        );
      }),
    );
  });

  it('has each addressee in exactly one state at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 5000 }), fc.boolean(), (minutes, isAcknowledged) => {
        const events = isAcknowledged ? [acknowledged('CCC', 5)] : [];
        const { addressees } = standingAt(minutes, { events });
        expect(addressees.map(({ actor }) => actor)).toEqual(['BBB', 'CCC', 'DDD']);
      }),
    );
  });
});
