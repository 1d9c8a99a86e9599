/** The rules by which a secret ballot is taken, each with what it rests on. */
import { rule } from '../../../../kernel/law.ts';

const GA = 'Rules of Procedure of the General Assembly (A/520/Rev.20)';

export const SECRET = {
  keeper: rule(
    'meetings.ballot-keeper',
    'Concord meetings, "Secret ballots"',
    'Whoever keeps the session’s record prepares and hands out papers, and opens the box.',
  ),
  prepared: rule(
    'meetings.papers-prepared',
    'Concord meetings, "Secret ballots"',
    'Papers of a ballot are prepared once, while it is taken, under a key of that ballot alone.',
  ),
  onePaper: rule(
    'meetings.one-ballot-paper',
    `UN Charter Art. 18(1); ${GA}, rule 82`,
    'Each member takes one paper in a ballot.',
  ),
  own: rule(
    'meetings.paper-by-own-key',
    'Concord meetings, "Secret ballots"',
    'A ballot paper is asked for under the member’s own signature, and not recorded for it.',
  ),
  handed: rule(
    'meetings.paper-handed',
    'RFC 9474; Concord meetings, "Secret ballots"',
    'A paper is handed once to whoever took it, signed under the ballot’s key.',
  ),
  closed: rule(
    'meetings.box-opened-after-close',
    `${GA}, rule 88`,
    'The box is opened once, after the voting was closed.',
  ),
  sorted: rule(
    'meetings.box-shuffled',
    'Concord meetings, "Secret ballots"',
    'What the box held is recorded in the order of the serials, which tells nothing of when.',
  ),
  inBox: rule(
    'meetings.box-holds-papers',
    'Concord meetings, "Secret ballots"',
    'The box has no more ballots than papers were handed out, and no serial is there twice.',
  ),
  paper: rule(
    'meetings.ballot-paper',
    'RFC 9474; Concord meetings, "Secret ballots"',
    'A ballot stands on a paper that was handed out for it.',
  ),
  signed: rule(
    'meetings.ballot-signed',
    'Concord meetings, "Secret ballots"',
    'What is marked on a ballot is signed by its serial, so that nobody changes it.',
  ),
} as const;
