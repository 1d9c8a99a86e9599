/** Rules that acts of a session are judged by, each with the rules of procedure that it follows. */
import { rule } from '../../../../kernel/law.ts';

export const RULES = {
  there: rule(
    'meetings.session-there',
    'Concord meetings, "Registers"',
    'A session is convened before anything happens in it.',
  ),
  presides: rule(
    'meetings.presides',
    'UNGA Rules of Procedure, rule 35',
    'Whoever presides over the body, or keeps the record of its session, directs the session.',
  ),
  participant: rule(
    'meetings.participant',
    'UNGA Rules of Procedure, rules 25 and 60',
    'Members of the body take part in its sessions, and observers as far as they have the right.',
  ),
  suspended: rule(
    'meetings.suspended',
    'UN Charter Art. 5',
    'A member whose rights are suspended does not exercise them.',
  ),
  credentials: rule(
    'meetings.credentials',
    'UNGA Rules of Procedure, rules 27 to 29',
    'A delegation takes part with credentials; what was not decided yet seats it provisionally.',
  ),
  sittingOrder: rule(
    'meetings.sitting-order',
    'UNGA Rules of Procedure, rules 35 and 76',
    'One sitting at a time is opened, suspended, resumed and closed, and numbers only grow.',
  ),
  inSitting: rule(
    'meetings.in-sitting',
    'UNGA Rules of Procedure, rule 35',
    'Who is in the room and who has the floor is told while a sitting is open.',
  ),
  noQuorumRule: rule(
    'meetings.no-quorum-rule',
    'UNGA Rules of Procedure, rule 67',
    'Where the body has no rule on a quorum, a debate takes whoever is there.',
  ),
} as const;
