/**
 * Chronicles of agreements as a viewer may know them, computed once for each position of the
 * registers that they rest on.
 */
import type { InstantText } from '../../kernel/dates.ts';
import type { Asked, MemoryKind } from '../../kernel/define-area.ts';
import { registerOf } from './acts.ts';
import type { FinalClauses } from './clauses.ts';
import { agreementsIn, loadAdmitted } from './load.ts';
import { loadFacts } from './load-facts.ts';
import { historyFrom } from './rules/dossier.ts';
import { type Chronicle, chronicleOf } from './rules/entry-into-force.ts';
import type { Facts } from './rules/facts.ts';
import { agreementsNamedIn } from './rules/reading.ts';
import { type Dossiers, dossiersOf, partiesOn } from './rules/status.ts';

/** A chronicle with what each actor did, ready to be read as of any day. */
export interface Known {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
}

const KNOWN: MemoryKind<Known> = { name: 'agreements.chronicle' };

/** How deep one agreement's clauses may look into another's parties. */
const DEPTH_MAX = 4;

const nameOf = (agreement: string, knownAt: InstantText | null): string =>
  `${agreement} ${knownAt ?? 'now'}`;

function withParties(facts: Facts, others: ReadonlyMap<string, Known>): Facts {
  return {
    ...facts,
    partiesTo: (agreement, day) => {
      const other = others.get(agreement);
      return other ? partiesOn(other.chronicle, day, other.dossiers) : [];
    },
  };
}

/** The facts that clauses ask for, the parties to the other agreements that they name included. */
export async function factsFor(
  asked: Asked,
  clauses: readonly FinalClauses[],
  depth = 0,
): Promise<Facts> {
  const facts = await loadFacts(asked.query, asked.knownAt, clauses, asked.memory);
  const named = [...new Set(clauses.flatMap(agreementsNamedIn))];
  const others = await chroniclesOf(asked, depth < DEPTH_MAX ? named : [], depth + 1);
  return withParties(facts, others);
}

async function compute(asked: Asked, missing: readonly string[], depth: number) {
  const admitted = await loadAdmitted(asked.query, missing, asked.knownAt);
  const histories = [...admitted.values()].flatMap((one) => historyFrom(one) ?? []);
  const clauses = histories.map((history) => history.adoption.finalClauses);
  const facts = await factsFor(asked, clauses, depth);
  return histories.map((history): Known => {
    const own = agreementsNamedIn(history.adoption.finalClauses);
    const chronicle = chronicleOf(history, facts);
    const known = { chronicle, dossiers: dossiersOf(chronicle) };
    const registers = [history.agreement, ...own].map(registerOf);
    const name = nameOf(history.agreement, asked.knownAt);
    asked.memory.keep(KNOWN, name, ['actors/registry', ...registers], known);
    return known;
  });
}

/** The chronicles of the agreements that the viewer may know of; unknown ones are left out. */
export async function chroniclesOf(
  asked: Asked,
  agreements: readonly string[],
  depth = 0,
): Promise<ReadonlyMap<string, Known>> {
  const found = new Map<string, Known>();
  const missing: string[] = [];
  for (const agreement of new Set(agreements)) {
    const known = asked.memory.recall(KNOWN, nameOf(agreement, asked.knownAt));
    if (known) found.set(agreement, known);
    else missing.push(agreement);
  }
  const computed = missing.length === 0 ? [] : await compute(asked, missing, depth);
  for (const known of computed) found.set(known.chronicle.history.agreement, known);
  return found;
}

/** The chronicles of all agreements of the node, or of those of a sector. */
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
