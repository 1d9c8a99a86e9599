/** Comments on a text: they change nothing in it, and go with the words that they are on. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { Place } from './negotiating-text.ts';
import { Note, OnBehalfOf, Reason } from './parts.ts';

/** What a comment is on: a provision as a whole, or a passage of one. */
const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('provision'), provision: z.string().max(140) }),
  z.strictObject({ kind: z.literal('passage'), from: Place, to: Place }),
]);
export type About = z.output<typeof About>;

/** `meetings.comment`; who may read it is in its marking. */
export const Comment = z.strictObject({ about: About, words: Reason, onBehalfOf: OnBehalfOf });
export type Comment = z.output<typeof Comment>;
/** `meetings.answer-comment`, read by no more than the comment is. */
export const AnsweredComment = z.strictObject({
  comment: ActId,
  words: Reason,
  onBehalfOf: OnBehalfOf,
});
export type AnsweredComment = z.output<typeof AnsweredComment>;
/** `meetings.close-comment`, by whose it is, or who presides over the text. */
export const ClosedComment = z.strictObject({
  comment: ActId,
  /** Whether it is open again. */
  reopened: z.boolean().optional(),
  note: Note,
});
export type ClosedComment = z.output<typeof ClosedComment>;
