import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../acts/event.ts';
import type { AgreementEvent } from '../history.ts';
import { isSuspended, suspensionsOf } from './suspensions.ts';

const event = (kind: EventKind, on: string, more: Partial<AgreementEvent> = {}) => ({
  act: `${kind} ${on}`,
  position: 1,
  ledger: 1,
  recordedAt: '2020-01-01T00:00:00.000Z',
  kind,
  actor: 'AAA',
  on,
  effectiveOn: null,
  instrument: null,
  form: null,
  source: null,
  detail: {},
  ...more,
});

const SUSPENDED = event('suspend', '2000-01-01', { detail: { ground: 'By consent' } });
const resumed = (on: string, effectiveOn: string | null = null) =>
  event('resume', on, { effectiveOn, detail: { suspension: SUSPENDED.act } });

describe('a suspension (VCLT Art. 72)', () => {
  it.each([
    ['as they were recorded', [resumed('2000-03-01'), resumed('2000-02-01')]],
    ['by date', [resumed('2000-02-01'), resumed('2000-03-01')]],
    ['by a day of effect', [resumed('2000-03-01', '2000-02-01'), resumed('2000-02-15')]],
  ])('ends with the first resumption, in whatever order they stand: %s', (_, resumptions) => {
    const [suspension] = suspensionsOf([SUSPENDED, ...resumptions]);
    expect(suspension).toMatchObject({ from: '2000-01-01', until: '2000-02-01' });
  });

  it('lasts up to the day before, and not on that day', () => {
    const [suspension] = suspensionsOf([resumed('2000-02-01'), SUSPENDED]);
    const lasts = (day: string) => suspension !== undefined && isSuspended(suspension, day);
    expect(['2000-01-01', '2000-01-31', '2000-02-01'].map(lasts)).toEqual([true, true, false]);
  });

  it('of which nothing was resumed lasts', () => {
    expect(suspensionsOf([SUSPENDED])).toMatchObject([{ until: null }]);
  });
});
