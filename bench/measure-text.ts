/** A large text under negotiation: folded from its acts, and shown with its brackets. */
import { CLEAR } from '../src/kernel/marking.ts';
import type { Fact } from '../src/practices/meetings/rules/facts.ts';
import { openIssues, openOverTime } from '../src/practices/meetings/rules/texts/count-issues.ts';
import { showText } from '../src/practices/meetings/rules/texts/show-text.ts';
import { foldText } from '../src/practices/meetings/rules/texts/text-state.ts';
import { inTheRoom } from '../src/practices/meetings/rules/texts/views.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { seeded } from './seeded.ts';

export const TEXT_PARAGRAPHS = 500;
export const TEXT_BRACKETS = 5000;
const EDITORS = 20;
const ROUNDS = 15;
const SENTENCE =
  'Members shall report in full to the Conference on what they have done and on what they need. ';

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
  const actor = `editor-${number % EDITORS}`;
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

const BRACKET = { alternatives: [['shall', { alternatives: [['fully']] }], ['should']] };

/** Half of the brackets are tabled, one in the other; half are proposed since. */
function acts(): Fact[] {
  const random = seeded(5);
  const half = TEXT_BRACKETS / TEXT_PARAGRAPHS / 2;
  const provisions = Array.from({ length: TEXT_PARAGRAPHS }, (_, at) => ({
    id: `op-${at + 1}`,
    kind: 'operative',
    words: [
      SENTENCE.repeat(3),
      ...Array.from({ length: Math.floor(half / 2) }, () => [BRACKET, ' report; ']).flat(),
      { alternatives: [['and meet']] },
    ],
  }));
  const table = { title: { en: 'Measured' }, session: 'one', language: 'en', provisions };
  const proposed = Array.from({ length: TEXT_PARAGRAPHS * half }, (_, number) => {
    const run = `op-${(number % TEXT_PARAGRAPHS) + 1}.0`;
    const offset = random.below(SENTENCE.length * 3 - 40);
    const at = { run, offset };
    const to = { run, offset: offset + 1 + random.below(30) };
    const words = ['as far as may be'];
    const change = random.pick([
      { kind: 'insert', at, words },
      { kind: 'delete', from: at, to },
      { kind: 'replace', from: at, to, words },
    ]);
    return fact(number + 1, 'meetings.propose-change', { change, onBehalfOf: [] });
  });
  return [fact(0, 'meetings.table-text', table), ...proposed];
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
    provisions = showText(state, inTheRoom(state.standings)).length;
    open = openIssues(state).length;
  });
  const overTime = timed(() => void openOverTime(facts));
  return { shown, overTime, open, provisions };
}
