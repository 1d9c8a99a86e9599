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
  symbolOnce: rule(
    'meetings.symbol-once',
    'UN Editorial Manual, document symbols',
    'A symbol is given once in a session.',
  ),
  symbolChain: rule(
    'meetings.symbol-chain',
    'UN Editorial Manual, document symbols',
    'A revision, addendum or corrigendum follows the one before it, and what it is of.',
  ),
  knownDocument: rule(
    'meetings.known-document',
    'UNGA Rules of Procedure, rule 78',
    'What is sponsored, withdrawn or amended was circulated under its symbol.',
  ),
  proposal: rule(
    'meetings.proposal',
    'UNGA Rules of Procedure, rule 78',
    'Drafts and amendments have sponsors; other documents have none.',
  ),
  sponsors: rule(
    'meetings.sponsors',
    'UNGA Rules of Procedure, rule 80',
    'A draft always has a main sponsor: the last one withdraws the draft itself.',
  ),
  withdrawal: rule(
    'meetings.withdrawal',
    'UNGA Rules of Procedure, rule 80',
    'Its proposer may withdraw a draft before voting on it has begun; any member may take it over.',
  ),
  item: rule(
    'meetings.item',
    'UNGA Rules of Procedure, rules 13, 15 and 21',
    'Items are proposed once, adopted with the agenda, and taken up while they are on it.',
  ),
  speakers: rule(
    'meetings.speakers',
    'UNGA Rules of Procedure, rule 68',
    'Speakers are called in the order in which they asked for the floor; each asks for itself.',
  ),
  listClosed: rule(
    'meetings.list-closed',
    'UNGA Rules of Procedure, rule 73',
    'After a list is closed nobody is added to it; a reply may still be accorded.',
  ),
  pointOfOrder: rule(
    'meetings.point-of-order',
    'UNGA Rules of Procedure, rule 71',
    'A point of order is decided at once, before anybody else speaks.',
  ),
  replies: rule(
    'meetings.replies',
    'UNGA decision 34/401, paras. 8 and 10',
    'A delegation replies twice on an item at most.',
  ),
  onBehalf: rule(
    'meetings.on-behalf',
    'UNGA resolution 65/276; UNGA Rules of Procedure, rule 68',
    'One speaks on behalf of others that are known, and of a group as its member.',
  ),
  inputs: rule(
    'meetings.inputs',
    'ECOSOC resolution 1996/31, paras. 36 and 37',
    'What an observer hands in is answered by whoever presides, and what became of it is shown.',
  ),
} as const;

/** By this the quorum is told where a body has none; it refuses nothing. */
export const NO_QUORUM_RULE = rule(
  'meetings.no-quorum-rule',
  'UNGA Rules of Procedure, rule 67',
  'Where the body has no rule on a quorum, a debate takes whoever is there.',
);
