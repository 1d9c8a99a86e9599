import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLEAR, type Marking, markedFor } from '../../../../kernel/marking.ts';
import { STANCES } from '../../payloads/position.ts';
import type { Fact } from '../facts.ts';
import { heldPositions } from './positions.ts';

const OWN = markedFor('amber', ['KEN']);

const noted = (ledger: number, payload: object, marking: Marking = OWN): Fact => ({
  act: `act-${ledger}`,
  register: 'positions/KEN',
  type: 'meetings.hold-position',
  actor: 'KEN',
  author: 'KEN',
  issuedAt: '2026-03-02T09:00:00.000Z',
  recordedAt: '2026-03-02T09:00:00.000Z',
  ledger,
  effectiveOn: null,
  source: null,
  marking,
  payload: { issue: 'baseline', of: 'KEN', knownFrom: 'own', stance: 'flexible', ...payload },
});

it('keeps the last word on each issue, and the title that was given once', () => {
  const held = heldPositions([
    noted(1, { title: 'Baseline year' }),
    noted(2, { of: 'FRA', knownFrom: 'believed', stance: 'opposed' }),
    noted(3, { stance: 'red-line' }),
  ]);
  expect(held).toMatchObject([
    { of: 'KEN', stance: 'red-line', title: 'Baseline year', act: 'act-3' },
    { of: 'FRA', stance: 'opposed', knownFrom: 'believed' },
  ]);
});

it('tells the same issue of two texts apart', () => {
  const held = heldPositions([noted(1, { text: 'one' }), noted(2, { text: 'other' })]);
  expect(held.map(({ text }) => text)).toEqual(['one', 'other']);
});

it('knows what others may see', () => {
  const shared = markedFor('amber', ['FRA', 'KEN']);
  const held = heldPositions([
    noted(1, {}),
    noted(2, { issue: 'b' }, shared),
    noted(3, { issue: 'c' }, CLEAR),
  ]);
  expect(held.map(({ isShared }) => isShared)).toEqual([false, true, true]);
});

it('comes to the same in whatever order the acts are read', () => {
  const said = fc.record({
    issue: fc.constantFrom('a', 'b'),
    of: fc.constantFrom('KEN', 'FRA'),
    stance: fc.constantFrom(...STANCES),
  });
  const acts = fc
    .array(said, { minLength: 1, maxLength: 12 })
    .map((all) => all.map((payload, at) => noted(at + 1, payload)));
  const read = acts.chain((facts) =>
    fc
      .shuffledSubarray(facts, { minLength: facts.length })
      .map((shuffled) => ({ facts, shuffled })),
  );
  fc.assert(
    fc.property(read, ({ facts, shuffled }) => {
      expect(heldPositions(shuffled)).toEqual(heldPositions(facts));
    }),
  );
});
