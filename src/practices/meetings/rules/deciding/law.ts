/** Rules by which the engine declines to compute, and rules on how rules are written. */
import { rule } from '../../../../kernel/law.ts';

export const DECIDING = {
  weights: rule(
    'meetings.weights-cover',
    'Concord meetings, "How it decides"',
    'A weighted decision is computed where the scheme gives a weight to everybody it counts.',
  ),
  secrecy: rule(
    'meetings.secret-is-plain',
    'Concord meetings, "How it decides"',
    'A secret ballot tells nobody’s vote, so nothing is weighed, grouped or vetoed by it.',
  ),
  ballots: rule(
    'meetings.ballots-in-the-box',
    'Concord meetings, "How it decides"',
    'There are no more ballots than members that may vote.',
  ),
  method: rule(
    'meetings.method-decides',
    'Concord meetings, "How it decides"',
    'What a rule decides by is told in the rule: a condition, a silence, an election.',
  ),
  written: rule(
    'meetings.rule-is-sound',
    'Concord meetings, "How it decides"',
    'A rule of procedure can be met and can fail, and names only what the body has.',
  ),
  silence: rule(
    'meetings.silence',
    'Concord meetings, "Silence"',
    'An objection, and an extension, is in time until the instant of the deadline and at it.',
  ),
} as const;
