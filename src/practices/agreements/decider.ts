/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import { type Decider, judgeWith } from '../../kernel/define-area.ts';
import { agreementOf } from './acts.ts';
import { additionOf, agreementsIn, agreementsOf, loadAdmitted } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { Adoption } from './payloads.ts';
import { Dossier, nothingAdmitted } from './rules/dossier.ts';
import { judge } from './rules/judging.ts';

interface State {
  readonly dossiers: ReadonlyMap<string, Dossier>;
  /** Agreements that this node has, or has had adopted in this batch. */
  readonly known: Set<string>;
}

function dossierOf(state: State, act: ActOf<unknown>): Dossier {
  const dossier = state.dossiers.get(agreementOf(act.header));
  if (!dossier) throw new Error(`no dossier was loaded for ${act.header.register ?? 'an act'}`);
  return dossier;
}

function evolve(state: State, act: ActOf<unknown>): State {
  const dossier = dossierOf(state, act);
  const addition = additionOf(act, Number.MAX_SAFE_INTEGER);
  if (addition === null) return state;
  if ('adoption' in addition) {
    dossier.adopt(addition.adoption, act.id);
    state.known.add(agreementOf(act.header));
  } else if ('event' in addition) dossier.add(addition.event);
  else dossier.correct(addition.correction);
  return state;
}

const parentsOf = (acts: readonly ActOf<unknown>[]): string[] =>
  acts.flatMap((act) => {
    const parent = Adoption.safeParse(act.payload).data?.parent;
    return parent === undefined ? [] : [parent];
  });

export const decider: Decider = {
  async load(query, acts) {
    const agreements = agreementsOf(acts);
    const admitted = await loadAdmitted(query, agreements, null);
    const clauses = [...admitted.values()].map((one) => one.adoption?.payload.finalClauses);
    const own = acts.map((act) => Adoption.safeParse(act.payload).data?.finalClauses);
    const read = [...clauses, ...own].filter((one) => one !== undefined);
    const facts = await loadFacts(query, read);
    const parents = parentsOf(acts);
    const known = await agreementsIn(query)
      .selectFrom('agreements_agreement')
      .select('agreement')
      .where('agreement', 'in', [...agreements, ...parents])
      .execute();
    const dossiers = new Map(
      agreements.map((id) => [id, new Dossier(admitted.get(id) ?? nothingAdmitted(id), facts)]),
    );
    return judgeWith<State>(
      { dossiers, known: new Set(known.map((row) => row.agreement)) },
      (state, act) => judge(act, dossierOf(state, act), (id) => state.known.has(id)),
      evolve,
    );
  },
};
