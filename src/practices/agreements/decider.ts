/** Loads, for a batch of acts, what the rules of admission need, and judges them one by one. */
import type { ActOf } from '../../kernel/act.ts';
import { type Decider, type Query, judgeWith } from '../../kernel/define-area.ts';
import { adopt } from './acts/consent.ts';
import { notify } from './acts/depositary.ts';
import { changeText, fixText } from './acts/texts.ts';
import { agreementOf } from './acts/event.ts';
import { reachStage } from './acts/national.ts';
import { refuseAmendment } from './acts/versions.ts';
import { additionOf, agreementsIn, agreementsOf, loadWithNamed } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { loadWordsFor } from './load-texts.ts';
import { Adoption } from './payloads/agreement.ts';
import { Notification, readNotificationNumber } from './payloads/depositary.ts';
import { StageReached } from './payloads/national.ts';
import { FixedText, TextChanges } from './payloads/texts.ts';
import { Docket } from './rules/docket.ts';
import type { Admitted } from './rules/dossier.ts';
import { fullPowersRegisterOf } from './rules/depositary/full-powers.ts';
import { judge } from './rules/judging/judging.ts';
import { agreementsNamedIn } from './rules/reading.ts';

/** The number of a notification, as its schema reads it. */
function numberOf(act: ActOf<unknown>): string | null {
  if (act.header.type !== notify.type) return null;
  return Notification.safeParse(act.payload).data?.number ?? null;
}

function evolve(docket: Docket, act: ActOf<unknown>): Docket {
  const agreement = agreementOf(act.header);
  const dossier = docket.of(agreement);
  const addition = additionOf(act, docket.nextPlace());
  const number = numberOf(act);
  if (number !== null) docket.issued(number);
  rememberWords(docket, act);
  if (addition === null) return docket;
  if ('adoption' in addition) dossier.adopt(addition.adoption, act.id);
  else if ('event' in addition) dossier.add(addition.event);
  else dossier.correct(addition.correction);
  docket.moved(agreement);
  return docket;
}

/** Changes of a text are held to its words, which acts of the same batch may bring. */
function rememberWords(docket: Docket, { header, id, payload }: ActOf<unknown>): void {
  if (header.type === fixText.type) docket.said(id, FixedText.parse(payload));
  if (header.type === changeText.type) docket.said(id, TextChanges.parse(payload));
}

/** The adoptions among the acts, whose payloads the schema may yet refuse. */
function adoptionsIn(acts: readonly ActOf<unknown>[]): Adoption[] {
  return acts
    .filter((act) => act.header.type === adopt.type)
    .flatMap((act) => Adoption.safeParse(act.payload).data ?? []);
}

/** The full powers that acts rely on. */
function powersRelied(acts: readonly ActOf<unknown>[]): { actor: string; powers: string }[] {
  return acts.flatMap(({ header, payload }) => {
    // What a schema may yet refuse is looked at with care.
    const { by } = payload as { readonly by?: { readonly fullPowers?: unknown } | null };
    const powers = by?.fullPowers;
    return typeof powers === 'string' ? [{ actor: header.actor, powers }] : [];
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

/** Registers in which those full powers may stand: the general ones, and where they are in fact. */
async function powersRegisters(query: Query, acts: readonly ActOf<unknown>[]): Promise<string[]> {
  const relied = powersRelied(acts);
  if (relied.length === 0) return [];
  const found = await agreementsIn(query)
    .selectFrom('agreements_event')
    .select('agreement')
    .distinct()
    .where(
      'entry',
      'in',
      relied.map(({ powers }) => powers),
    )
    .execute();
  const general = relied.map(({ actor }) => fullPowersRegisterOf(actor));
  return [...general, ...found.map(({ agreement }) => agreement)];
}

/** Numbers of the node's notifications that share a year and a serial with those of the acts. */
async function numbersTaken(query: Query, acts: readonly ActOf<unknown>[]): Promise<string[]> {
  const asked = acts.flatMap((act) => numberOf(act) ?? []).map(readNotificationNumber);
  if (asked.length === 0) return [];
  const rows = await agreementsIn(query)
    .selectFrom('agreements_notification')
    .select('number')
    .where('year', 'in', [...new Set(asked.map(({ year }) => year))])
    .where('serial', 'in', [...new Set(asked.map(({ serial }) => serial))])
    .execute();
  return rows.map(({ number }) => number);
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
    const powers = await powersRegisters(query, acts);
    const texts = await loadWordsFor(query, acts, own);
    const relied = [...powers, ...staged(acts), ...texts.agreements];
    const wanted = [...agreementsOf(acts), ...parents, ...named, ...relied];
    const admitted = await loadWithParents(query, wanted, acts);
    const clauses = [...admitted.values()].flatMap((one) => one.adoption?.payload ?? []);
    const read = [...clauses, ...own].map((one) => one.finalClauses);
    const facts = await loadFacts(query, read);
    return judgeBy(new Docket(admitted, facts, await numbersTaken(query, acts), texts.library));
  },
};
