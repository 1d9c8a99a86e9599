/** What keeps out inputs of observers, and answers to them. */
import { refuse } from '../../../../../kernel/refusal.ts';
import type { AnsweredInput, SubmittedInput } from '../../../payloads/session-inputs.ts';
import type { Judging } from '../../judging.ts';
import { RULES } from '../law.ts';
import { type Check, inSession, presides, takesPart } from './checks.ts';

const namesKnown: Check<SubmittedInput> = ({ payload, session }) => {
  const { concerns, item } = payload;
  if (item !== undefined && !session.agenda.items.has(item)) {
    return refuse(RULES.item, `Nobody proposed the item ${item}.`);
  }
  return concerns === undefined || session.documents.bySymbol.has(concerns)
    ? null
    : refuse(RULES.knownDocument, `There is no document ${concerns} here.`);
};

const isNew: Check<SubmittedInput> = ({ payload, session }) =>
  session.inputs.has(payload.input)
    ? refuse(RULES.inputs, `There is an input ${payload.input} already.`, {
        remedy: 'Give it another name.',
      })
    : null;

const isKnown: Check<AnsweredInput> = ({ payload, session }) =>
  session.inputs.has(payload.input) ? null : refuse(RULES.inputs, 'There is no such input.');

const isOut: Check<AnsweredInput> = ({ payload, session }) =>
  payload.symbol === undefined || session.documents.bySymbol.has(payload.symbol)
    ? null
    : refuse(RULES.knownDocument, `There is no document ${payload.symbol} here.`, {
        remedy: 'Issue it first.',
      });

export const INPUT_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.submit-input': inSession(
    'submit-input',
    takesPart('submit-documents'),
    isNew,
    namesKnown,
  ),
  'meetings.answer-input': inSession('answer-input', presides, isKnown, isOut),
};
