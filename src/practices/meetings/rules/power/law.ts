/** Rules by which it is said that something cannot be told exactly. */
import { rule } from '../../../../kernel/law.ts';

export const POWER = {
  yesOrNo: rule(
    'meetings.yes-or-no',
    'Shapley and Shubik 1954; Banzhaf 1965',
    'What it would take is told of rules that adopt or reject as members say yes or no.',
  ),
  weights: rule(
    'meetings.power-weights',
    'Concord meetings, "What would it take?"',
    'A weighted decision is computed where the scheme gives a weight to everybody it counts.',
  ),
  member: rule(
    'meetings.power-member',
    'Concord meetings, "What would it take?"',
    'Who is taken to be for or against is a member that may vote, and is one of the two.',
  ),
  indices: rule(
    'meetings.power-indices',
    'Banzhaf, Rutgers Law Review 19 (1965); Shapley and Shubik, APSR 48 (1954)',
    'Banzhaf counts coalitions that a member turns; Shapley and Shubik, orders of joining.',
  ),
  nearest: rule(
    'meetings.nearest-coalition',
    'Concord meetings, "What would it take?"; Land and Doig 1960',
    'The nearest winning coalition has the fewest further votes in favour, then least weight.',
  ),
} as const;
