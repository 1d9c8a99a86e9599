/** The rules by which acts upon decisions are admitted, each with what it rests on. */
import { rule } from '../../../../kernel/law.ts';

/** Where several rules of procedure say the same, the General Assembly's stand for them. */
const GA = 'Rules of Procedure of the General Assembly (A/520/Rev.20)';

export const UPON = {
  session: rule(
    'meetings.decides-in-session',
    `${GA}, rule 35`,
    'A body decides in a session that was convened.',
  ),
  putOnce: rule(
    'meetings.put-once',
    'Concord meetings, "Decisions"',
    'A question is put once under its name; a name stands for one decision of a session.',
  ),
  put: rule(
    'meetings.question-put',
    `${GA}, rules 35 and 88`,
    'What is decided on was put to the decision before.',
  ),
  presiding: rule(
    'meetings.presiding',
    `${GA}, rules 35 and 45`,
    'Whoever presides, and the secretariat, put questions and open, extend and close the voting.',
  ),
  motion: rule(
    'meetings.motion',
    `${GA}, rules 71 and 74 to 79`,
    'A member may move a motion; all else is put by whoever presides.',
  ),
  rule: rule(
    'meetings.rule-in-force',
    `${GA}, rules 83 to 85`,
    'A decision is taken under a rule that the body has in force on the day.',
  ),
  fits: rule(
    'meetings.rule-fits',
    `${GA}, rules 83 to 85`,
    'The rule decides matters of this kind, and in this way.',
  ),
  mode: rule(
    'meetings.manner-of-voting',
    `${GA}, rule 87`,
    'Votes are taken in a manner that the rule has.',
  ),
  secret: rule(
    'meetings.secret-ballot',
    `${GA}, rule 92`,
    'What is put to a secret ballot is decided by ballots in a box, and nothing else is.',
  ),
  notice: rule(
    'meetings.silence-notice',
    'General Assembly decision 74/544, paragraph (a)',
    'A silence procedure runs for as long as its rule says at least.',
  ),
  order: rule(
    'meetings.order-of-voting',
    `${GA}, rules 89 to 91`,
    'Parts and amendments are voted on before the proposal that they belong to.',
  ),
  precedence: rule(
    'meetings.precedence-of-motions',
    `${GA}, rules 71, 74 to 77 and 79`,
    'Motions are put before what they are about, in the order of their precedence.',
  ),
  falls: rule(
    'meetings.not-put',
    `${GA}, rules 74, 80, 89 and 90`,
    'What falls by another decision, or was withdrawn, is not put to the vote.',
  ),
  priority: rule(
    'meetings.order-of-proposals',
    `${GA}, rule 91`,
    'Proposals on the same question are voted on as submitted, unless the body gives priority.',
  ),
  undisturbed: rule(
    'meetings.voting-not-interrupted',
    `${GA}, rule 88`,
    'After voting has begun nothing interrupts it but a point of order on its conduct.',
  ),
  reconsider: rule(
    'meetings.reconsideration',
    `${GA}, rule 81`,
    'What was adopted or rejected is considered again only if two thirds so decide.',
  ),
  again: rule(
    'meetings.put-again',
    `${GA}, rules 67, 81 and 95`,
    'A question is put again where it was divided equally, put off or reconsidered, and unchanged.',
  ),
  secondVote: rule(
    'meetings.second-vote',
    `${GA}, rule 95`,
    'A second vote is taken at the sitting, and within the time, that the rule says.',
  ),
  ranking: rule(
    'meetings.ranking-of-amendments',
    `${GA}, rule 90`,
    'Whoever presides ranks amendments of the proposal, before the first of them is voted on.',
  ),
  named: rule(
    'meetings.decided-on',
    'Concord meetings, "Decisions"',
    'What is decided on is on record: a text of the session, a question that was put.',
  ),
  begun: rule(
    'meetings.voting-begun',
    `${GA}, rule 88`,
    'Votes are cast after the beginning of voting was announced.',
  ),
  closed: rule(
    'meetings.voting-closed',
    `${GA}, rule 88`,
    'What was received before the close counts, and nothing after it.',
  ),
  method: rule(
    'meetings.way-of-deciding',
    'Concord meetings, "Decisions"',
    'Votes are for votes, ballots for elections, objections for consensus and silence.',
  ),
  members: rule(
    'meetings.members-vote',
    `UN Charter Art. 18(1); ${GA}, rule 82`,
    'Members of the body vote, each for itself.',
  ),
  electorate: rule(
    'meetings.electorate',
    'VCLT Art. 40(2); Concord meetings, "Decisions"',
    'Those vote whom the rule has decide.',
  ),
  rights: rule(
    'meetings.voting-rights',
    `UN Charter Arts. 5 and 19; ${GA}, rules 27 to 29`,
    'A member votes whose rights are not suspended, and whose representatives have credentials.',
  ),
  once: rule(
    'meetings.one-vote',
    `UN Charter Art. 18(1); ${GA}, rule 82`,
    'Each member has one vote; it is changed before the close only where the rule says so.',
  ),
  ballot: rule(
    'meetings.ballot',
    `${GA}, rules 92 to 94`,
    'A ballot names candidates who stand in it, each once, and no more than there are seats.',
  ),
  objected: rule(
    'meetings.objected-once',
    'Concord meetings, "Decisions"',
    'A member objects once; it stands until whoever objected withdraws it.',
  ),
  correction: rule(
    'meetings.correction-of-intention',
    `${GA}, rule 88`,
    'What a member had meant to vote is recorded after the close; the tally stays as it is.',
  ),
  extension: rule(
    'meetings.extension',
    'General Assembly decision 74/544, paragraph (c)',
    'A deadline is put off before it ends, to a later instant, where the rule allows it.',
  ),
  withdrawal: rule(
    'meetings.withdrawal-of-question',
    `${GA}, rule 80`,
    'A question is withdrawn before voting on it has begun, by whoever put it or presides.',
  ),
  seats: rule(
    'meetings.seats-filled',
    `UN Charter Art. 23; ${GA}, rules 92 to 94 and 142 to 144`,
    'An election fills seats that there are, with candidates that may hold them, group by group.',
  ),
  preliminary: rule(
    'meetings.rule-decided-first',
    `UN Charter Art. 18(3); ${GA}, rules 79 and 85`,
    'Where it is to be decided which rule applies, that is decided before the question is.',
  ),
  fallback: rule(
    'meetings.falls-back',
    'Concord meetings, "Decisions"',
    'After a rule that came to nothing, its question is put under what that rule falls back on.',
  ),
  openly: rule(
    'meetings.as-open-as-the-question',
    'Concord meetings, "Decisions"',
    'A vote is seen by all who see the question: else no two would count alike.',
  ),
} as const;
