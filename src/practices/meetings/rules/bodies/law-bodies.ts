/** Rules by which the acts of a body are judged. */
import { rule } from '../../../../kernel/law.ts';

export const BODY_RULES = {
  body: rule(
    'meetings.known-body',
    'Concord meetings, "Bodies"',
    'A body is established before anything is said of it.',
  ),
  keeper: rule(
    'meetings.body-keeper',
    'Concord meetings, "Bodies"',
    'Members, rules, officers and rights of a body are put down by who keeps its register.',
  ),
  once: rule(
    'meetings.once',
    'Concord meetings, "Bodies"',
    'What is on record of a body is not recorded again.',
  ),
  order: rule(
    'meetings.order-of-days',
    'Concord meetings, "Bodies"',
    'What holds for a time ends on or after the day on which it begins.',
  ),
  rule: rule(
    'meetings.rule-holds-together',
    'Concord meetings, "Rules of procedure"',
    'A rule of decision stands once, and ends where it holds.',
  ),
  covers: rule(
    'meetings.weights-set',
    'Concord meetings, "Weights"',
    'Weights stand for every member of the body, or say who has none.',
  ),
  seat: rule(
    'meetings.seat',
    'UN Charter Art. 23; Concord meetings, "Seats"',
    'A seat is held by one that may hold it, once, and no more of them than there are.',
  ),
  reelection: rule(
    'meetings.immediate-reelection',
    'UN Charter Art. 23(2)',
    'Where the seats rotate so, a retiring member is not elected again at once.',
  ),
  held: rule(
    'meetings.ends-what-is-held',
    'Concord meetings, "Bodies"',
    'Only what is held on the day comes to an end: a seat, an office, an admission.',
  ),
  office: rule(
    'meetings.one-holder',
    'UNGA Rules of Procedure, rule 30; Concord meetings, "Officers"',
    'An office has a holder, and one alone at a time where there is one of it.',
  ),
  observer: rule(
    'meetings.observer',
    'Concord meetings, "Observers"',
    'An observer is no member of the body.',
  ),
  owed: rule(
    'meetings.owed',
    'UN Charter Arts. 17(2) and 19',
    'What members owe is said of each once, in one unit, and held against what was assessed.',
  ),
  rights: rule(
    'meetings.rights',
    'UN Charter Art. 5 and 19',
    'Rights are taken from a member that has them, and given back to one that has not.',
  ),
} as const;
