/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import { type Decider, judgeWith } from '../../kernel/define-area.ts';
import { loadArchive } from './load.ts';
import { type Archive, isOfFacts, registersJudged } from './rules/archive.ts';
import { loadCustodians } from './load-custodians.ts';
import { loadRollCallNumbers, numberIn } from './load-roll-calls.ts';
import { factOf } from './rules/fact-of.ts';
import { judge } from './rules/judging.ts';

export const decider: Decider = {
  async load(query, acts, at, memory) {
    const registers = acts.flatMap((act) => {
      const { register, type } = act.header;
      return [...(register === null ? [] : [register]), ...registersJudged({ ...act, type })];
    });
    const archive = await loadArchive(query, registers, { acts, at, memory });
    await loadRollCallNumbers(query, acts, archive);
    await loadCustodians(query, acts, archive);
    return judgeWith<Archive>(
      archive,
      (state, act) => judge(act, state, at),
      (state, act) => {
        const fact = factOf(act, at);
        if (isOfFacts(fact.register)) state.admit(fact);
        else state.addRollCall(fact.register, numberIn(fact.payload));
        return state;
      },
    );
  },
};
