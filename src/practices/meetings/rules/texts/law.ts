/** Rules that acts upon a text under negotiation are judged by. */
import { rule } from '../../../../kernel/law.ts';

const ALGEBRA = 'Concord meetings, "The text"';

export const TEXT_RULES = {
  tabled: rule(
    'meetings.text-tabled',
    ALGEBRA,
    'A text is tabled in a session before anything is proposed to it.',
  ),
  session: rule(
    'meetings.text-session',
    ALGEBRA,
    'A text is negotiated in a session that was convened.',
  ),
  provisions: rule(
    'meetings.text-provisions',
    ALGEBRA,
    'Each provision of a tabled text has a name of its own and stands after the one it is under.',
  ),
  mayPropose: rule(
    'meetings.may-propose',
    'UNGA Rules of Procedure, rules 78 and 120',
    'Members of the body put forward proposals and amendments, and observers who have that right.',
  ),
  onBehalf: rule(
    'meetings.on-behalf-of',
    'Concord meetings, "Actors"',
    'A delegation speaks on behalf of groups that it belongs to on the day.',
  ),
  place: rule(
    'meetings.text-place',
    ALGEBRA,
    'A change names places that are in the text: a run of words, and characters within it.',
  ),
  words: rule(
    'meetings.text-words',
    ALGEBRA,
    'Proposed words are not empty, and their brackets are balanced.',
  ),
  issue: rule(
    'meetings.text-issue',
    ALGEBRA,
    'One supports, opposes and settles a change that was proposed, or a bracket that was tabled.',
  ),
  withdraws: rule(
    'meetings.proposer-withdraws',
    'UNGA Rules of Procedure, rules 80 and 122',
    'A proposal is withdrawn by whoever made it, before it is decided on.',
  ),
  takenOver: rule(
    'meetings.change-taken-up',
    'UNGA Rules of Procedure, rules 80 and 122',
    'One joins those who propose an open change; one that was withdrawn any member may take over.',
  ),
  comment: rule(
    'meetings.text-comment',
    ALGEBRA,
    'One comments on words that are in the text, and answers and closes comments that there are.',
  ),
  closesComment: rule(
    'meetings.closes-comment',
    ALGEBRA,
    'A comment is closed by whose it is, or by whoever presides over the text.',
  ),
  within: rule(
    'meetings.text-audience',
    'TLP 2.0 (FIRST), "Usage"',
    'What is said on a text is for no more readers than the text, and what it is about, are.',
  ),
  settles: rule(
    'meetings.settles-text',
    'UNGA Rules of Procedure, rules 35 and 106',
    'Whoever presides, or keeps the text, says what is agreed ad referendum.',
  ),
  closed: rule(
    'meetings.text-closed',
    'UNGA Rules of Procedure, rules 81 and 123',
    'A text of which a final version was issued takes no more changes.',
  ),
  version: rule(
    'meetings.version-once',
    'Concord meetings, "Documents"',
    'A symbol is given to one version.',
  ),
} as const;
