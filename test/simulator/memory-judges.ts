/** What each field judges acts by, from a record in memory: the rules are those of the fields. */
import type { ActOf } from '../../src/kernel/act.ts';
import type { KeyPayload } from '../../src/kernel/authority-acts.ts';
import type { Area, Judge } from '../../src/kernel/define-area.ts';
import { type KeyBook, judgeKeyAct, settleKeyAct } from '../../src/kernel/key-book.ts';
import type { BatchState } from '../../src/store/batch-state.ts';
import { type Papers, paperName, papersJudge } from './papers-area.ts';
import { mandatesJudge } from '../../src/store/mandates-area.ts';
import { registersJudge } from '../../src/store/registers-area.ts';
import type { Row } from './memory-record.ts';

type Load = (state: BatchState, rows: readonly Row[]) => Judge;

const keys: Load = ({ keys: known, recoveries, lastKeyActs }) => {
  const book: KeyBook = {
    keys: new Map(known),
    recoveries: new Map(recoveries),
    lastKeyActs: new Map(lastKeyActs),
  };
  // The simulator hands each field only acts that its own schemas accepted.
  return {
    decide: (act) => judgeKeyAct(book, act as ActOf<KeyPayload>),
    evolve: (act) => settleKeyAct(book, act as ActOf<KeyPayload>, 0),
  };
};

const mandates: Load = ({ mandates: known }) => {
  const standing = [...known.values()].filter(({ until }) => until === null);
  return mandatesJudge(new Map(standing.map(({ act, actor }) => [act, actor])));
};

const registers: Load = ({ registers: known }) => registersJudge(new Set(known.keys()));

const papers: Load = (_state, rows) => {
  const known: Papers = new Map();
  for (const { place, paper, withdrawn } of rows) {
    // Rows of the table of papers are as its definition says.
    known.set(paperName(place as string, paper as string), withdrawn as boolean);
  }
  return papersJudge(known);
};

const LOADS: Readonly<Record<string, Load>> = { keys, mandates, registers, papers };

/** The judge of a field; `rows` are those of papers, the oldest first. */
export function judgeInMemory(area: Area, state: BatchState, rows: readonly Row[]): Judge {
  const load = LOADS[area.name];
  if (!load) throw new Error(`the simulator knows no field ${area.name}`);
  return load(state, rows);
}
