import { describe, expect, test } from 'vitest';
import { CONSENSUS } from './consensus.ts';
import { electionState, silenceResult, voteOutcome } from './deciding-scenario.ts';
import { ELECTIONS } from './elections.ts';
import { FURTHER_VOTES } from './further-bodies.ts';
import { FURTHER_ELECTIONS } from './further-elections.ts';
import { SILENCES } from './silences.ts';
import { VOTES } from './votes.ts';

describe('decisions, as rules of procedure have them', () => {
  test.each([...VOTES, ...CONSENSUS, ...FURTHER_VOTES])('$title', (scenario) => {
    const outcome = voteOutcome(scenario);
    expect(outcome.outcome).toBe(scenario.then);
    expect(outcome.blockedBy.join(' ')).toBe(scenario.blockedBy ?? '');
    expect(outcome.finding.text).toBe(scenario.because ?? outcome.finding.text);
  });
});

describe('silence, as rules of procedure have it', () => {
  test.each(SILENCES)('$title', (scenario) => {
    const result = silenceResult(scenario);
    expect(result.status).toBe(scenario.then);
    expect(result.endedAt).toBe(scenario.endedAt ?? result.endedAt);
  });
});

describe('elections, as rules of procedure have them', () => {
  test.each([...ELECTIONS, ...FURTHER_ELECTIONS])('$title', (scenario) => {
    const state = electionState(scenario);
    expect(state.elected.join(' ')).toBe(scenario.elected);
    expect(state.status).toBe(scenario.status);
    expect(state.standing.join(' ')).toBe(scenario.standing ?? state.standing.join(' '));
  });
});
