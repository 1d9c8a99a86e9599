/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import type { InstantText } from '../../kernel/dates.ts';
import { type Decider, judgeWith } from '../../kernel/define-area.ts';
import { loadArchive } from './load.ts';
import { type Archive, isOfFacts, registersJudged } from './rules/archive.ts';
import { loadCustodians } from './load-custodians.ts';
import { loadRollCallNumbers, numberIn } from './load-roll-calls.ts';
import type { Fact } from './rules/facts.ts';
import { judge } from './rules/judging.ts';

/** A place after all that was loaded, for what is accepted in the batch. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER / 2;

/** An act as it will be once it is admitted at the instant. */
export function factOf(act: ActOf<unknown>, at: InstantText, ledger = AFTER_ALL): Fact {
  const { header, id, payload } = act;
  return {
    act: id,
    register: header.register ?? '',
    type: header.type,
    actor: header.actor,
    author: header.author,
    issuedAt: header.issuedAt,
    recordedAt: at,
    ledger,
    effectiveOn: header.effectiveOn,
    source: header.basis.kind === 'recorded' ? header.basis.source : null,
    marking: header.marking,
    payload,
  };
}

export const decider: Decider = {
  async load(query, acts, at) {
    const registers = acts.flatMap((act) => {
      const { register, type } = act.header;
      return [...(register === null ? [] : [register]), ...registersJudged({ ...act, type })];
    });
    const archive = await loadArchive(query, registers, { acts, at });
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
