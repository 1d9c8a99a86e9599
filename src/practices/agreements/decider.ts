/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import { type Decider, judgeWith } from '../../kernel/define-area.ts';
import { adopt } from './acts/consent.ts';
import { agreementOf } from './acts/event.ts';
import { reachStage } from './acts/national.ts';
import { additionOf, agreementsOf, loadWithNamed } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { Adoption } from './payloads/agreement.ts';
import { StageReached } from './payloads/national.ts';
import { Docket } from './rules/docket.ts';
import { judge } from './rules/judging.ts';
import { fullPowersRegisterOf } from './rules/judging-depositary.ts';
import { agreementsNamedIn } from './rules/reading.ts';

function evolve(docket: Docket, act: ActOf<unknown>): Docket {
  const agreement = agreementOf(act.header);
  const dossier = docket.of(agreement);
  const addition = additionOf(act, Number.MAX_SAFE_INTEGER);
  if (addition === null) return docket;
  if ('adoption' in addition) dossier.adopt(addition.adoption, act.id);
  else if ('event' in addition) dossier.add(addition.event);
  else dossier.correct(addition.correction);
  docket.moved(agreement);
  return docket;
}

/** The adoptions among the acts, whose payloads the schema may yet refuse. */
function adoptionsIn(acts: readonly ActOf<unknown>[]): Adoption[] {
  return acts
    .filter((act) => act.header.type === adopt.type)
    .flatMap((act) => Adoption.safeParse(act.payload).data ?? []);
}

/** Registers of general full powers that acts rely on. */
function powersOnFile(acts: readonly ActOf<unknown>[]): string[] {
  return acts.flatMap(({ header, payload }) => {
    // What a schema may yet refuse is looked at with care.
    const { by } = payload as { readonly by?: { readonly fullPowers?: unknown } };
    return by?.fullPowers === undefined ? [] : [fullPowersRegisterOf(header.actor)];
  });
}

/** Agreements of which stages of ratification are recorded. */
function staged(acts: readonly ActOf<unknown>[]): string[] {
  return acts
    .filter((act) => act.header.type === reachStage.type)
    .flatMap((act) => StageReached.safeParse(act.payload).data?.agreement ?? []);
}

/** Judges acts by a docket, each by those before it. */
export function judgeBy(docket: Docket) {
  return judgeWith<Docket>(
    docket,
    (state, act) => judge(act, state.of(agreementOf(act.header)), state),
    evolve,
  );
}

export const decider: Decider = {
  async load(query, acts) {
    const own = adoptionsIn(acts);
    const parents = own.flatMap(({ parent }) => parent ?? []);
    const named = own.flatMap(({ finalClauses }) => agreementsNamedIn(finalClauses));
    const wanted = [
      ...agreementsOf(acts),
      ...parents,
      ...named,
      ...powersOnFile(acts),
      ...staged(acts),
    ];
    const admitted = await loadWithNamed(query, wanted, null);
    const clauses = [...admitted.values()].flatMap((one) => one.adoption?.payload ?? []);
    const read = [...clauses, ...own].map((one) => one.finalClauses);
    return judgeBy(new Docket(admitted, await loadFacts(query, read)));
  },
};
