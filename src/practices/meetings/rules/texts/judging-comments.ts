/** What keeps out comments on a text, and what is said to them. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { AnsweredComment, ClosedComment, Comment } from '../../payloads/text-comment.ts';
import type { Judging } from '../judging.ts';
import { type CommentState, commentTarget, commentsOn } from './comments.ts';
import { judgeProposer, presides } from './judging-standing.ts';
import { type Judge, type Upon, open, upon } from './judging-upon.ts';
import { TEXT_RULES } from './law.ts';
import { isAstray } from './places.ts';

/** Observers comment too, whatever else they may. */
const commenter: Judge = (given) => {
  const { actor } = given.act.header;
  // Each act that asks for this has groups, by its schema.
  const { onBehalfOf } = given.act.payload as Comment;
  const isObserver = given.forum.body.observers.has(actor) && onBehalfOf.length === 0;
  return isObserver ? null : judgeProposer(given, given.forum, onBehalfOf);
};

const about: Judge = ({ act, text }) => {
  // The schema accepted the payload of this very type.
  const target = commentTarget(text.structure, (act.payload as Comment).about);
  return isAstray(target)
    ? refuse(TEXT_RULES.comment, target.astray, { remedy: said('Read the text again.') })
    : null;
};

/** The comment that an act names, or why it names none. */
function commentNamed({ act, archive, name, text }: Upon): CommentState | Refusal {
  // Both types that ask for this name a comment, by their schemas.
  const { comment } = act.payload as AnsweredComment | ClosedComment;
  const found = commentsOn(text, archive.facts('text', name)).find((one) => one.act === comment);
  return found ?? refuse(TEXT_RULES.comment, said('There is no such comment on this text.'));
}

const answering: Judge = (given) => {
  const found = commentNamed(given);
  if (!('provision' in found)) return found;
  return found.isClosed
    ? refuse(TEXT_RULES.comment, said('The comment is closed.'), { remedy: said('Comment anew.') })
    : null;
};

const closing: Judge = (given) => {
  const found = commentNamed(given);
  if (!('provision' in found)) return found;
  const { actor } = given.act.header;
  const mayClose = found.by[0] === actor || presides(given, given.forum, actor);
  if (!mayClose)
    return refuse(TEXT_RULES.closesComment, said('The comment is not {$actor}’s.', { actor }));
  const { reopened = false } = given.act.payload as ClosedComment; // As its schema took it.
  if (found.isClosed !== reopened) {
    return refuse(
      TEXT_RULES.comment,
      reopened ? said('It is open.') : said('It is closed already.'),
    );
  }
  return null;
};

/** Who judges comments. */
export const commentJudges: Readonly<Record<string, Judging>> = {
  'meetings.comment': { kind: 'text', judge: upon(open, commenter, about) },
  'meetings.answer-comment': { kind: 'text', judge: upon(open, commenter, answering) },
  'meetings.close-comment': { kind: 'text', judge: upon(open, closing) },
};
