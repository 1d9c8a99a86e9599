/** A large text under negotiation: folded from its acts, and shown with its brackets. */
import { CLEAR } from '../src/kernel/marking.ts';
import type { Fact } from '../src/practices/meetings/rules/facts.ts';
import { openIssues, openOverTime } from '../src/practices/meetings/rules/texts/count-issues.ts';
import { showText } from '../src/practices/meetings/rules/texts/show-text.ts';
import { foldText } from '../src/practices/meetings/rules/texts/text-state.ts';
import { inTheRoom } from '../src/practices/meetings/rules/texts/views.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { CHANGES, editorOf, proposedChanges, tabledText } from './text-acts.ts';

const ROUNDS = 15;

export interface TextMeasured {
  /** Folded from its acts and shown as it lies in the room. */
  readonly shown: Durations;
  /** Its open issues counted at the end of each day. */
  readonly overTime: Durations;
  readonly open: number;
  readonly provisions: number;
}

const START = Date.UTC(2026, 0, 1);

function fact(number: number, type: string, payload: object): Fact {
  const at = new Date(START + number * 60_000).toISOString();
  const actor = editorOf(number);
  return {
    act: number.toString(16).padStart(64, '0'),
    register: 'texts/measured',
    type,
    actor,
    author: actor,
    issuedAt: at,
    recordedAt: at,
    ledger: number,
    effectiveOn: null,
    source: null,
    marking: CLEAR,
    payload,
  };
}

/** Half of the brackets are tabled, one in the other; half are proposed since. */
function acts(): Fact[] {
  const proposed = proposedChanges(CHANGES).map((payload, number) =>
    fact(number + 1, 'meetings.propose-change', payload),
  );
  return [fact(0, 'meetings.table-text', tabledText('one')), ...proposed];
}

function timed(work: () => void): Durations {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return durationsOf(times);
}

/** Measures one text, each time from its acts. */
export function measureText(): TextMeasured {
  const facts = acts();
  let [open, provisions] = [0, 0];
  const shown = timed(() => {
    const state = foldText('measured', facts);
    if (state === null) throw new Error('nothing was tabled');
    const told = showText(state, inTheRoom(state.standings));
    // Words are laid out when they are asked for.
    provisions = told.filter(({ pieces }) => pieces.length > 0).length;
    open = openIssues(state).length;
  });
  const overTime = timed(() => void openOverTime(facts));
  return { shown, overTime, open, provisions };
}
