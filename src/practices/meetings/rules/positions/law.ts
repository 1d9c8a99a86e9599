/** The rules by which positions are noted. */
import { rule } from '../../../../kernel/law.ts';

export const POSITION_RULES = {
  holder: rule(
    'meetings.position-holder',
    'Concord meetings, "Positions"',
    'Positions stand in the register of the delegation that notes them, by that delegation.',
  ),
  own: rule(
    'meetings.position-own',
    'Concord meetings, "Positions"',
    'Only one’s own position is noted as one’s own; of others one notes what they stated, what ' +
      'one believes or what a model reckons.',
  ),
  known: rule(
    'meetings.position-known',
    'Concord meetings, "Positions"',
    'A position is that of an actor of the registry, on a text that there is.',
  ),
} as const;
