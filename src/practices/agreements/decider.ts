/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import { type Decider, type Query, judgeWith } from '../../kernel/define-area.ts';
import { adopt } from './acts/consent.ts';
import { agreementOf } from './acts/event.ts';
import { refuseAmendment } from './acts/versions.ts';
import { additionOf, agreementsOf, loadWithNamed } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { Adoption } from './payloads/agreement.ts';
import { Docket } from './rules/docket.ts';
import type { Admitted } from './rules/dossier.ts';
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

/** What was admitted, with the agreements to which those are parties that refuse an amendment. */
async function loadWithParents(
  query: Query,
  wanted: readonly string[],
  acts: readonly ActOf<unknown>[],
): Promise<Map<string, Admitted>> {
  const admitted = await loadWithNamed(query, wanted, null);
  const refused = agreementsOf(acts.filter(({ header }) => header.type === refuseAmendment.type));
  const parents = refused.flatMap((one) => admitted.get(one)?.adoption?.payload.parent ?? []);
  const missing = parents.filter((parent) => !admitted.has(parent));
  if (missing.length === 0) return admitted;
  return new Map([...admitted, ...(await loadWithNamed(query, missing, null))]);
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
    const wanted = [...agreementsOf(acts), ...parents, ...named, ...powersOnFile(acts)];
    const admitted = await loadWithParents(query, wanted, acts);
    const clauses = [...admitted.values()].flatMap((one) => one.adoption?.payload ?? []);
    const read = [...clauses, ...own].map((one) => one.finalClauses);
    return judgeBy(new Docket(admitted, await loadFacts(query, read)));
  },
};
