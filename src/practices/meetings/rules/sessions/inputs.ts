/** What observers handed in, and what became of each: its fate is there for all to see. */
import type { AnsweredInput, FATES, SubmittedInput } from '../../payloads/session-inputs.ts';
import type { Fact } from '../facts.ts';
import { does } from './said.ts';

export interface InputState {
  readonly input: string;
  readonly act: string;
  readonly fact: Fact<SubmittedInput>;
  /** Every answer, the first first. */
  readonly answers: readonly Fact<AnsweredInput>[];
}

/** Folds the acts of a session: inputs by their names, in the order in which they came. */
export function foldInputs(facts: readonly Fact[]): ReadonlyMap<string, InputState> {
  const inputs = new Map<string, InputState>();
  for (const fact of facts) {
    if (does(fact, 'submit-input')) {
      const { input } = fact.payload;
      if (!inputs.has(input)) inputs.set(input, { input, act: fact.act, fact, answers: [] });
    }
    if (!does(fact, 'answer-input')) continue;
    const known = inputs.get(fact.payload.input);
    if (known !== undefined) {
      inputs.set(known.input, { ...known, answers: [...known.answers, fact] });
    }
  }
  return inputs;
}

/** What became of an input, as it was said last; null: nothing yet. */
export function fateOf({ answers }: InputState): (typeof FATES)[number] | null {
  return answers.at(-1)?.payload.fate ?? null;
}
