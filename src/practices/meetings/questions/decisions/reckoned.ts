/** What was reckoned of a decision, as it stands in an answer. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Reckoned } from '../../rules/decisions/outcome-of.ts';
import type { DecisionShape } from './decision.ts';
import { type Tongue, named } from './rows.ts';
import { testedShape } from './shapes.ts';

type Shown = Pick<
  DecisionShape,
  | 'phase'
  | 'result'
  | 'reckonedAt'
  | 'endedAt'
  | 'silence'
  | 'tally'
  | 'tests'
  | 'quorum'
  | 'against'
  | 'blockedBy'
  | 'objectors'
  | 'outcome'
  | 'fault'
  | 'finding'
>;

const NOTHING = {
  tally: null,
  tests: [],
  quorum: null,
  against: [],
  blockedBy: [],
  objectors: [],
  outcome: null,
  fault: null,
  finding: null,
};

function silenceShape(silence: Reckoned['silence']): Shown['silence'] {
  if (silence === null) return null;
  const { asked, silent, state } = silence;
  return { round: state.round, asked: asked.length, silent: silent.length };
}

/** The outcome with its arithmetic; where it cannot be computed, why. */
export function reckonedShape(one: Reckoned, tongue: Tongue): Shown {
  const { phase, at, endedAt, reckoned, result, silence } = one;
  const told = { phase, result, reckonedAt: at, endedAt, silence: silenceShape(silence) };
  if (reckoned === null) return { ...told, ...NOTHING };
  if (isRefusal(reckoned)) return { ...told, ...NOTHING, fault: reckoned.reason };
  return {
    ...told,
    tally: reckoned.tally,
    tests: reckoned.tests.map(testedShape),
    quorum: reckoned.quorum === null ? null : testedShape(reckoned.quorum),
    against: reckoned.against.map(testedShape),
    blockedBy: reckoned.blockedBy.map((actor) => named(tongue, actor)),
    objectors: reckoned.objectors.map((actor) => named(tongue, actor)),
    outcome: reckoned.outcome,
    fault: null,
    finding: reckoned.finding,
  };
}
