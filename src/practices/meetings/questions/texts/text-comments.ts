/** Comments on a text: on what words, by whom, what was answered, and who may read them. */
import { z } from 'zod';
import { InstantText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { LEVELS } from '../../../../kernel/marking.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { Name } from '../../payloads/parts.ts';
import { type CommentState, type Said, commentsOn } from '../../rules/texts/comments.ts';
import { numbersOf } from '../../rules/texts/number-provisions.ts';
import { inOrder } from '../../rules/texts/show-text.ts';
import { InLanguage, nameOf } from '../shapes.ts';
import { type OpenText, openText } from './shapes.ts';

const SaidShape = {
  act: z.string(),
  by: z.array(z.object({ actor: z.string(), name: z.string() })),
  at: InstantText,
  words: z.string(),
  /** By the Traffic Light Protocol, and to whom it is released; all, where it is clear. */
  level: z.enum(LEVELS),
  to: z.array(z.string()),
};

/** A comment, as answers tell it. */
export const CommentShape = z.object({
  ...SaidShape,
  provision: z.string(),
  number: z.string(),
  /** The words that it is on, as they were; null: the whole provision. */
  quote: z.string().nullable(),
  /** Where those words end: a run, and characters in it. */
  end: z.object({ run: z.string(), offset: z.int() }).nullable(),
  /** Whether those words are not in the text any more. */
  isGone: z.boolean(),
  isClosed: z.boolean(),
  answers: z.array(z.object(SaidShape)),
});

function saidOf({ reading }: OpenText, locale: Locale, said: Said) {
  const { act, by, marking, recordedAt, words } = said;
  return {
    act,
    by: by.map((actor) => ({ actor, name: nameOf(locale, actor, reading.actors) })),
    at: recordedAt,
    words,
    level: marking.level,
    to: [...marking.to],
  };
}

function rowOf(opened: OpenText, locale: Locale, number: string, comment: CommentState) {
  const { answers, end, isClosed, isGone, provision, quote } = comment;
  return {
    ...saidOf(opened, locale, comment),
    provision: provision.id,
    number,
    quote,
    end: end === null ? null : { ...end },
    isGone,
    isClosed,
    answers: answers.map((one) => saidOf(opened, locale, one)),
  };
}

/** All comments on a text that the reader may see, in the order in which they came. */
export function commentRows(opened: OpenText, locale: Locale) {
  const { reading, state } = opened;
  const comments = commentsOn(state, reading.archive.facts('text', state.name));
  if (comments.length === 0) return [];
  const numbers = numbersOf(state, inOrder(state));
  return comments.map((one) => rowOf(opened, locale, numbers.get(one.provision.id) ?? '', one));
}

export const textComments = defineQuestion({
  name: 'meetings.text-comments',
  title: 'What is commented on a text, by whom, and what was answered?',
  input: z.strictObject({
    text: Name,
    /** Also those that were closed. */
    all: z.boolean().default(true),
    locale: InLanguage,
  }),
  output: z.object({ text: z.string(), open: z.int(), rows: z.array(CommentShape) }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, all, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const rows = commentRows(opened, locale);
    const open = rows.filter(({ isClosed }) => !isClosed);
    return { text: name, open: open.length, rows: all ? rows : open };
  },
});
