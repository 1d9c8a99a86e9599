/** What keeps out inputs of observers, and answers to them. */
import { refuse } from '../../../../../kernel/refusal.ts';
import { said } from '../../../../../kernel/said.ts';
import type { AnsweredInput, SubmittedInput } from '../../../payloads/session-inputs.ts';
import type { Judging } from '../../judging.ts';
import { RULES } from '../law.ts';
import { type Check, inSession, presides, takesPart } from './checks.ts';

const namesKnown: Check<SubmittedInput> = ({ payload, session }) => {
  const { concerns, item } = payload;
  if (item !== undefined && !session.agenda.items.has(item)) {
    return refuse(RULES.item, said('Nobody proposed the item {$item}.', { item }));
  }
  return concerns === undefined || session.documents.bySymbol.has(concerns)
    ? null
    : refuse(RULES.knownDocument, said('There is no document {$concerns} here.', { concerns }));
};

const isNew: Check<SubmittedInput> = ({ payload, session }) =>
  session.inputs.has(payload.input)
    ? refuse(RULES.inputs, said('There is an input {$input} already.', { input: payload.input }), {
        remedy: said('Give it another name.'),
      })
    : null;

const isKnown: Check<AnsweredInput> = ({ payload, session }) =>
  session.inputs.has(payload.input) ? null : refuse(RULES.inputs, said('There is no such input.'));

const isOut: Check<AnsweredInput> = ({ payload, session }) =>
  payload.symbol === undefined || session.documents.bySymbol.has(payload.symbol)
    ? null
    : refuse(
        RULES.knownDocument,
        said('There is no document {$symbol} here.', { symbol: payload.symbol }),
        {
          remedy: said('Issue it first.'),
        },
      );

export const INPUT_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.submit-input': inSession(
    'submit-input',
    takesPart('submit-documents'),
    isNew,
    namesKnown,
  ),
  'meetings.answer-input': inSession('answer-input', presides, isKnown, isOut),
};
