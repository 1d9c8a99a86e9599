/** Rules that acts of every kind in the practice are judged by. */
import { rule } from '../../../kernel/law.ts';

export const RULES = {
  register: rule(
    'meetings.register',
    'Concord meetings, "Registers"',
    'An act of meetings stands in the register of what it is about, which its first act opens.',
  ),
  openedOnce: rule(
    'meetings.opened-once',
    'Concord meetings, "Registers"',
    'A body, a session and a text are opened once.',
  ),
  known: rule(
    'meetings.known-actor',
    'Concord meetings, "Actors"',
    'Whoever is named is an actor of the registry that exists on the day.',
  ),
} as const;
