/** What is wrong with how a rule elects. */
import type { DecisionRule, Election } from '../../payloads/decision-rule.ts';
import type { Fault } from './leaf-faults.ts';

function ballotFaults({ alternates, ballotsMax, restrictedAfter = 0 }: Election): Fault[] {
  const faults: Fault[] = [];
  if (ballotsMax !== undefined && restrictedAfter >= ballotsMax) {
    faults.push(['never', `there are ${ballotsMax} ballots, and it is restricted after them`]);
  }
  if (alternates !== undefined && restrictedAfter === 0) {
    faults.push(['unread', 'open ballots come after restricted ones, and none is restricted']);
  }
  return faults;
}

function leavingFaults({ anyEligible, elimination, restrictedAfter = 0 }: Election): Fault[] {
  if (elimination === 'none') return [];
  const faults: Fault[] = [];
  if (restrictedAfter > 0) {
    faults.push(['unread', 'candidates leave one by one, or the ballot is restricted: not both']);
  }
  if (anyEligible) {
    faults.push(['unread', 'nobody leaves where any eligible member may be named again']);
  }
  return faults;
}

/** Ballots that never come, and candidates that leave in two ways or not at all. */
export function electionFaults({ election }: DecisionRule): Fault[] {
  return election === undefined ? [] : [...ballotFaults(election), ...leavingFaults(election)];
}
