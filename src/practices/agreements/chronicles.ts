/**
 * Chronicles of agreements as a viewer may know them, computed once for each position of the
 * registers that they rest on.
 */
import type { InstantText } from '../../kernel/dates.ts';
import type { Asked, MemoryKind } from '../../kernel/define-area.ts';
import { REGISTRY } from '../actors/area.ts';
import { registerOf } from './acts/event.ts';
import { agreementsIn, loadWithNamed } from './load.ts';
import type { Adoption } from './payloads/agreement.ts';
import { recallFacts } from './load-facts.ts';
import { partyFacts } from './rules/docket.ts';
import { historyFrom } from './rules/dossier.ts';
import { type Chronicle, chronicleOf } from './rules/entry-into-force.ts';
import type { Facts } from './rules/facts.ts';
import type { History } from './rules/history.ts';
import { agreementsReadBy } from './rules/reading.ts';
import { type Dossiers, dossiersOf } from './rules/status.ts';

/** A chronicle with what each actor did, ready to be read as of any day. */
export interface Known {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
  /** Registers of the agreements that it was computed from. */
  readonly registers: readonly string[];
}

const KNOWN: MemoryKind<Known> = { name: 'agreements.chronicle' };

const nameOf = (agreement: string, knownAt: InstantText | null): string =>
  `${agreement} ${knownAt ?? 'now'}`;

/** Makes chronicles of histories, each once, those first whose parties another's clauses read. */
class Making {
  readonly #histories: ReadonlyMap<string, History>;
  readonly #facts: Facts;
  readonly #known = new Map<string, Known>();
  /** Agreements being made, so that clauses that name one another in a circle come to an end. */
  readonly #within = new Set<string>();

  constructor(histories: ReadonlyMap<string, History>, facts: Facts) {
    this.#histories = histories;
    this.#facts = facts;
  }

  of(agreement: string): Known | null {
    const known = this.#known.get(agreement);
    if (known) return known;
    const history = this.#histories.get(agreement);
    if (!history || this.#within.has(agreement)) return null;
    this.#within.add(agreement);
    const named = agreementsReadBy(history.adoption);
    const others = new Map(named.map((other) => [other, this.of(other)]));
    this.#within.delete(agreement);
    const read = partyFacts((other) => others.get(other) ?? null);
    const chronicle = chronicleOf(history, { ...this.#facts, ...read });
    const deeper = [...others.values()].flatMap((other) => other?.registers ?? []);
    const registers = new Set([...[agreement, ...named].map(registerOf), ...deeper]);
    const made = { chronicle, dossiers: dossiersOf(chronicle), registers: [...registers] };
    this.#known.set(agreement, made);
    return made;
  }
}

/** The facts that agreements rest on, with the parties to the other agreements that they read. */
export async function factsFor(asked: Asked, adoptions: readonly Adoption[]): Promise<Facts> {
  const named = adoptions.flatMap(agreementsReadBy);
  const others = await chroniclesOf(asked, named);
  return { ...(await recallFacts(asked)), ...partyFacts((other) => others.get(other) ?? null) };
}

async function compute(asked: Asked, missing: readonly string[]): Promise<Known[]> {
  const { query, knownAt, memory } = asked;
  const admitted = await loadWithNamed(query, missing, knownAt);
  const histories = [...admitted.values()].flatMap((one) => historyFrom(one) ?? []);
  const facts = await recallFacts(asked);
  const making = new Making(new Map(histories.map((one) => [one.agreement, one])), facts);
  return missing.flatMap((agreement) => {
    const known = making.of(agreement);
    if (!known) return [];
    memory.keep(KNOWN, nameOf(agreement, knownAt), [REGISTRY, ...known.registers], known);
    return [known];
  });
}

/** The chronicles of the agreements that the viewer may know of; unknown ones are left out. */
export async function chroniclesOf(
  asked: Asked,
  agreements: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const found = new Map<string, Known>();
  const missing: string[] = [];
  for (const agreement of new Set(agreements)) {
    const known = asked.memory.recall(KNOWN, nameOf(agreement, asked.knownAt));
    if (known) found.set(agreement, known);
    else missing.push(agreement);
  }
  const computed = missing.length === 0 ? [] : await compute(asked, missing);
  for (const known of computed) found.set(known.chronicle.history.agreement, known);
  return found;
}

/** The chronicles of all agreements that the viewer may know of, by title. */
export async function allChronicles(asked: Asked): Promise<readonly Known[]> {
  const rows = await agreementsIn(asked.query)
    .selectFrom('agreements_agreement')
    .select('agreement')
    .where('recorded_at', '<=', asked.knownAt ?? '9999-12-31T23:59:59.999Z')
    .orderBy('title')
    .execute();
  const ids = rows.map((row) => row.agreement);
  const found = await chroniclesOf(asked, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}
