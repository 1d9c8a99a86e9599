/** The rules of the registry of actors, and what each rests on. */
import { rule } from '../../../kernel/law.ts';

export const REGISTER_RULE = rule(
  'actors.register',
  'Concord actors, "Recording"',
  'What is said of actors stands in the one registry of actors.',
);
export const CONTENT_RULE = rule(
  'actors.content',
  'Concord actors, "Acts"',
  'An act of the registry of actors says what its schema asks for.',
);
export const ONCE_RULE = rule(
  'actors.once',
  'Concord actors, "Recording"',
  'The same fact from the same source is recorded once.',
);
export const KNOWN_RULE = rule(
  'actors.known',
  'Concord actors, "Recording"',
  'An act concerns actors that the registry knows.',
);
export const ENTERED_RULE = rule(
  'actors.entered-once',
  'Concord actors, "Recording"',
  'An actor is entered once, under one id; what changes is corrected or added.',
);
export const OWN_NAME_RULE = rule(
  'actors.own-name',
  'VCLT Art. 7(1)',
  'An actor signs in its own name, or in that of one that gave it a mandate.',
);
export const DATES_RULE = rule(
  'actors.dates',
  'Concord actors, "Dates"',
  'A period begins before it ends; its last day is the one before the end that is recorded.',
);
export const EXISTENCE_RULE = rule(
  'actors.existence',
  'Montevideo Convention on the Rights and Duties of States, Art. 1',
  'Nothing befalls an actor from the day on which it is no more, nor a group before it begins. A ' +
    'member may have joined before it became a State.',
);
export const GROUP_RULE = rule(
  'actors.group',
  'VCLT-IO Art. 2(1)(i)-(j)',
  'One joins an organisation, an organ of one, or a group; nothing else has members.',
);
export const MEMBERSHIP_RULE = rule(
  'actors.membership',
  'VCLT Art. 5; constituent instrument of the group',
  'A standing in a group holds from the day it is taken up to the day before it is ended; of ' +
    'several at once the one taken up last counts.',
);
export const JOIN_RULE = rule(
  'actors.join-once',
  'VCLT Art. 5; constituent instrument of the group',
  'One takes up a standing in a group that one does not have on that day.',
);
export const LEAVE_RULE = rule(
  'actors.leave-standing',
  'VCLT Art. 5; constituent instrument of the group',
  'One ends a standing in a group that one has on the day before.',
);
export const SUCCESSION_RULE = rule(
  'actors.succession',
  'Vienna Convention on Succession of States in respect of Treaties (1978), Art. 2(1)(b)',
  'One actor takes the place of another on a day on which it exists and the other has begun.',
);
export const MEASURE_RULE = rule(
  'actors.measure-once',
  'Concord actors, "Figures"',
  'A figure of an attribute stands once for each beginning; another one corrects it.',
);
export const UNIT_RULE = rule(
  'actors.one-unit',
  'Concord actors, "Figures"',
  'All figures of an attribute are in one unit, so that they can be added and compared.',
);
export const OFFICE_RULE = rule(
  'actors.office',
  'VCLT Art. 7(2)',
  'An office stands once, under an id that is no other actor’s.',
);
export const CORRECTION_RULE = rule(
  'actors.correction',
  'VCLT Art. 79, by analogy',
  'A correction names an act of this registry and keeps whom and what it is about.',
);
