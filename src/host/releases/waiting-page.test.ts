/** Who is asked, who waits, and since how many days. */
import { describe, expect, it } from 'vitest';
import { type Waiting, answerHref, daysWaiting, waitingOf } from './waiting-page.tsx';

const row = (more: Partial<Waiting> = {}): Waiting => ({
  act: 'a'.repeat(64),
  request: 'b'.repeat(64),
  actor: 'KEN',
  askedAt: '2026-01-10T12:00:00.000Z',
  askedBy: 'operator',
  originator: 'FJI',
  register: 'agreements/lake',
  parts: [0],
  reason: 'It names a person.',
  legalBasis: 'A data act, s. 17',
  level: 'amber',
  to: ['FJI', 'KEN'],
  ...more,
});

describe('a request to erase', () => {
  it.each([
    ['2026-01-11T11:59:59.999Z', 0],
    ['2026-01-11T12:00:00.000Z', 1],
    ['2026-01-11T12:00:00.001Z', 1],
    ['2026-01-09T00:00:00.000Z', 0],
  ])('has waited at %s for %i whole days', (now, days) => {
    expect(daysWaiting(row(), new Date(now))).toBe(days);
  });

  it('waits for its holder, and is waited for by its asker and by the originator', () => {
    const rows = [row()];
    expect(waitingOf(rows, ['KEN'])).toEqual({ toAnswer: rows, awaited: [] });
    expect(waitingOf(rows, ['operator'])).toEqual({ toAnswer: [], awaited: rows });
    expect(waitingOf(rows, ['FJI'])).toEqual({ toAnswer: [], awaited: rows });
    expect(waitingOf(rows, ['NOR'])).toEqual({ toAnswer: [], awaited: [] });
  });

  it('stands once where one is both asker and holder, and the oldest stands first', () => {
    const older = row({ actor: 'FJI', askedAt: '2026-01-01T00:00:00.000Z' });
    expect(waitingOf([row(), older], ['FJI', 'KEN'])).toEqual({
      toAnswer: [older, row()],
      awaited: [],
    });
  });

  it('is answered in its own register, for the same audience', () => {
    const query = new URLSearchParams(answerHref(row()).split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      type: 'releases.confirm-erasure',
      register: 'agreements/lake',
      actor: 'KEN',
      'payload.act': 'a'.repeat(64),
      'payload.request': 'b'.repeat(64),
      'marking.level': 'amber',
      'marking.to': 'FJI KEN',
    });
  });
});
