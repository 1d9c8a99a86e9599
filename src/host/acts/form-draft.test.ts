import { describe, expect, it } from 'vitest';
import type { ActDefinition } from '../../kernel/define-area.ts';
import { house } from '../house.ts';
import { textsOf } from '../texts.ts';
import { draftJsonOf, faultsOf } from './form-draft.ts';

const text = textsOf(house.texts)('en');
const acts = new Map(house.areas.flatMap((area) => area.acts.map((act) => [act.type, act])));
const actOf = (type: string): ActDefinition => acts.get(type) ?? expect.fail(`no act ${type}`);

const faults = (type: string, typed: Readonly<Record<string, string>>) =>
  faultsOf(actOf(type), typed, text);
const payload = (type: string, typed: Readonly<Record<string, string>>) =>
  draftJsonOf(actOf(type), typed)['payload'];

describe('what is wrong is told at the field', () => {
  it('that a value came from, though blank rows before it are dropped', () => {
    const told = faults('meetings.set-weights', {
      'payload.weights.0.actor': '',
      'payload.weights.3.actor': 'Nowhere at all',
      'payload.weights.3.weight': 'heavy',
    });
    expect(told['payload.weights.3.actor']).toContain('“Nowhere at all”');
    expect(told['payload.weights.3.weight']).toContain('2/3');
    expect(told).not.toHaveProperty(['payload.weights.0.actor']);
  });

  it('of one of several lines, by what the line says', () => {
    const told = faults('meetings.vote-for', { 'payload.candidates': 'KEN\nNobody here' });
    expect(told['payload.candidates']).toContain('“Nobody here”');
  });

  it('of an instant that is none, with how it is written', () => {
    const told = faults('meetings.extend-deadline', { 'payload.until': 'tomorrow noon' });
    expect(told['payload.until']).toContain('2026-01-17T09:30');
  });

  it('of what a choice asks for', () => {
    const told = faults('meetings.put-question', { 'payload.on.kind': 'election' });
    expect(told['payload.on.seats']).toBe('is missing');
    expect(faults('meetings.put-question', {})['payload.on']).toBe('is missing');
  });

  it('of brackets that do not match, with the place', () => {
    const told = faults('meetings.propose-change', {
      'payload.change.kind': 'insert',
      'payload.change.words': 'shall [should',
    });
    expect(told['payload.change.words']).toContain('from character 7 on');
  });
});

describe('an instant', () => {
  const until = (at: string, zone = '') =>
    payload('meetings.extend-deadline', { 'payload.until': at, 'payload.until:zone': zone });

  it('is in UTC where nothing else is chosen', () => {
    expect(until('2026-07-01T18:00')).toEqual({ until: '2026-07-01T18:00:00.000Z' });
  });

  it('is that of the clocks of the zone, in summer and in winter', () => {
    expect(until('2026-07-01T18:00', 'Europe/Zurich')).toEqual({
      until: '2026-07-01T16:00:00.000Z',
    });
    expect(until('2026-12-01T18:00', 'America/New_York')).toEqual({
      until: '2026-12-01T23:00:00.000Z',
    });
  });

  it('is none where clocks leave the hour out, or show it twice', () => {
    for (const at of ['2026-03-29T02:30', '2026-10-25T02:30']) {
      expect(until(at, 'Europe/Zurich')).toEqual({ until: at });
    }
    expect(until('2026-10-25T02:30', 'No/Where')).toEqual({ until: '2026-10-25T02:30' });
  });

  it('is taken as the API has it, in UTC, whatever zone stands beside it', () => {
    expect(until('2026-07-01T18:00Z', 'Europe/Zurich')).toEqual({ until: '2026-07-01T18:00Z' });
  });
});
