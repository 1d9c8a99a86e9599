/** A roll call of two hundred as rows of the table. */
import type { Row } from './levels.ts';
import { DELEGATIONS, type VotingMeasured } from './measure-voting.ts';

export const VOTING_SECONDS_MAX = 10;
export const RESULT_MILLISECONDS_MAX = 1000;

/** How soon all votes are admitted, and the result is shown. */
export function votingRows({ seconds, vote, counted, shownMilliseconds }: VotingMeasured): Row[] {
  const p50 = vote.medianMilliseconds.toFixed(0);
  const p99 = vote.p99Milliseconds.toFixed(0);
  return [
    {
      what: `${DELEGATIONS} delegations with open pages vote at one moment, all admitted`,
      measured: `${seconds.toFixed(2)} s, ${counted} counted`,
      ratio: `a vote p50 ${p50} ms, p99 ${p99} ms`,
      level: `≤ ${VOTING_SECONDS_MAX} s, each once`,
      met: seconds <= VOTING_SECONDS_MAX && counted === DELEGATIONS,
    },
    {
      what: 'result on the page, from handing in the close',
      measured: `${shownMilliseconds.toFixed(0)} ms`,
      level: `≤ ${RESULT_MILLISECONDS_MAX} ms`,
      met: shownMilliseconds <= RESULT_MILLISECONDS_MAX,
    },
  ];
}
