import { expect, test } from 'vitest';
import { type Sentence, inEnglish } from '../../../../kernel/said.ts';
import type { Change } from '../../payloads/negotiating-text.ts';
import { Conference } from './facts-for-tests.ts';
import { changeFault, settlingFault, standingFault, withdrawalFault } from './faults.ts';
import { NESTED_MAX } from './structure.ts';
import { foldText } from './text-state.ts';

const stateOf = ({ facts }: Conference) => {
  const state = foldText('draft', facts);
  if (state === null) throw new Error('nothing was tabled');
  return state;
};
const english = (fault: Sentence | null) => (fault === null ? null : inEnglish(fault));
const insert = (run: string, offset: number): Change => ({
  kind: 'insert',
  at: { run, offset },
  words: ['x'],
});

test('a change points at a run and a place in it', () => {
  const conference = new Conference();
  conference.table(['Sea 🌊'], [{ placeholder: 'number' }]);
  const faultOf = (change: Change) => english(changeFault(stateOf(conference), change));
  expect(faultOf(insert('op-1.0', 0))).toBeNull();
  expect(faultOf(insert('op-1.0', 6))).toBeNull();
  expect(faultOf(insert('op-1.0', 7))).toBe('The run op-1.0 has 6 characters, not 7.');
  expect(faultOf(insert('op-1.0', 5))).toBe('The place 5 in the run op-1.0 is within a character.');
  expect(faultOf(insert('op-1.1', 0))).toBe('The text has no run op-1.1.');
  const from = { run: 'op-1.0', offset: 1 };
  expect(faultOf({ kind: 'delete', from, to: { run: 'op-2.0', offset: 1 } })).toBe(
    'The two places are in different provisions.',
  );
  expect(faultOf({ kind: 'delete', from, to: from })).toBe(
    'There are no words between these two places.',
  );
  expect(faultOf({ kind: 'delete-provision', provision: 'op-3' })).toBe(
    'The text has no provision op-3.',
  );
});

test('changes nest so deep and no deeper', () => {
  const conference = new Conference();
  conference.table(['Words']);
  let run = 'op-1.0';
  for (let depth = 0; depth < NESTED_MAX; depth += 1) {
    expect(english(changeFault(stateOf(conference), insert(run, 0)))).toBeNull();
    run = `${conference.propose(insert(run, 0))}.0`;
  }
  expect(english(changeFault(stateOf(conference), insert(run, 0)))).toMatch('nest beyond');
});

test('an issue is settled while it has its place, and by an alternative that it has', () => {
  const conference = new Conference();
  conference.table(['We ', { alternatives: [['shall'], ['may']] }, ' ', { placeholder: 'act' }]);
  const outer = conference.propose(insert('op-1.0', 1));
  const inner = conference.propose(insert(`${outer}.0`, 1));
  const faultOf = (issue: string, as: 'accepted' | 'rejected' | 'reopened', alternative = 0) =>
    english(settlingFault(stateOf(conference), { issue, as, alternative }));
  expect(faultOf('op-1:0', 'accepted', 1)).toBeNull();
  expect(faultOf('op-1:0', 'accepted', 2)).toBe('Its last alternative is 1.');
  expect(faultOf('op-1:1', 'accepted')).toBe('An empty place is filled by a change of it.');
  expect(faultOf('op-1:1', 'rejected')).toBeNull();
  expect(faultOf('op-1:9', 'accepted')).toBe('The text has no open issue op-1:9.');
  expect(faultOf(outer, 'reopened')).toBe('It was not settled.');
  conference.settle(outer, 'rejected');
  expect(faultOf(inner, 'accepted')).toBe('What it stands in is not in the text any more.');
  expect(english(standingFault(stateOf(conference), inner))).toBe('It is fallen, not open.');
  expect(english(withdrawalFault(stateOf(conference), outer))).toBe('It is rejected already.');
  expect(english(withdrawalFault(stateOf(conference), inner))).toBeNull();
  expect(english(withdrawalFault(stateOf(conference), 'op-1:0'))).toMatch('no open issue');
});
