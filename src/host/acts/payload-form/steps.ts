/** Steps that show a form anew: more rows, a row left out, the fields of what was chosen. */
import type { Fields } from '../../form.ts';
import { rowsIn, rowsName, typedAt } from './field-names.ts';

export const ADD_STEP = 'add:';
export const DROP_STEP = 'drop:';
export const SHOW_STEP = 'show';

/** Whether a form is only shown anew. */
export const isFormStep = (step: string): boolean =>
  step === SHOW_STEP || step.startsWith(ADD_STEP) || step.startsWith(DROP_STEP);

/** One asks for rows while all that are there are filled in, or to have them at hand. */
const ROWS_ADDED = 3;

function withMoreRows(typed: Fields, path: string): Fields {
  const shown = Number(typedAt(typed, rowsName(path))) || rowsIn(typed, path).length;
  const isFew = shown < ROWS_ADDED;
  return { ...typed, [rowsName(path)]: `${shown + (isFew ? 1 : ROWS_ADDED)}` };
}

function withoutRow(typed: Fields, row: string): Fields {
  const list = row.slice(0, row.lastIndexOf('.'));
  const kept = Object.entries(typed).filter(
    ([name]) => !(name === row || name.startsWith(`${row}.`) || name.startsWith(`${row}:`)),
  );
  const shown = Number(typedAt(typed, rowsName(list)));
  const fewer = shown > 0 ? { [rowsName(list)]: `${shown - 1}` } : {};
  return { ...Object.fromEntries(kept), ...fewer };
}

/** What was typed, after the step that was asked for. */
export function afterStep(typed: Fields): Fields {
  const step = typed['step'] ?? '';
  if (step.startsWith(ADD_STEP)) return withMoreRows(typed, step.slice(ADD_STEP.length));
  if (step.startsWith(DROP_STEP)) return withoutRow(typed, step.slice(DROP_STEP.length));
  return typed;
}
