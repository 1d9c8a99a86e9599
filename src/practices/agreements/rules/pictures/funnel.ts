/** How far each that may join an agreement has come on a day. VCLT Arts. 11, 14-16, 24, 54. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type Dossiers, type Standing, type Status, concerned, statusOn } from '../status.ts';
import { candidatesOn } from '../what-it-takes/candidates.ts';

/** Each stage holds those of the stages after it, too. */
export const STAGES = ['may-join', 'began', 'consented', 'was-bound', 'is-bound'] as const;
export type Stage = (typeof STAGES)[number];

/** The last stage that one has reached, and where it stands now. */
export interface Reached {
  readonly actor: string;
  readonly reached: Stage;
  readonly standing: Standing;
}

/** Whether its consent took effect by the day, before it came to an end. */
function wasBound({ consent, effect }: Status, day: PlainDateText): boolean {
  if (consent === null || effect === null || effect.on === null || effect.on > day) return false;
  return consent.until === null || effect.on < consent.until;
}

/** The last stage that a status has reached: what came to an end was reached, and is no more. */
export function stageOf(status: Status, day: PlainDateText): Stage {
  if (status.standing === 'party') return 'is-bound';
  if (wasBound(status, day)) return 'was-bound';
  if (status.consent !== null) return 'consented';
  return status.signature !== null || status.provisional !== null ? 'began' : 'may-join';
}

/** Everyone who may join on the day, or has come nearer by it; what exists no more is left out. */
export function funnelOn(
  day: PlainDateText,
  chronicle: Chronicle,
  dossiers: Dossiers,
): readonly Reached[] {
  const { facts } = chronicle.scene;
  const open = candidatesOn(day, chronicle, new Set<string>()).map(({ actor }) => actor);
  const byPerson = new Map<string, string>();
  for (const actor of [...concerned(chronicle, day), ...open]) {
    const person = facts.personOf(actor);
    if (!byPerson.has(person)) byPerson.set(person, actor);
  }
  return [...byPerson.values()]
    .map((actor) => statusOn(actor, day, chronicle, dossiers))
    .filter(({ standing }) => standing !== 'ended')
    .map((status) => ({
      actor: status.actor,
      reached: stageOf(status, day),
      standing: status.standing,
    }));
}

/** How many reached each stage: whoever reached a later one reached those before it. */
export function countsOf(reached: readonly Reached[]): { stage: Stage; count: number }[] {
  return STAGES.map((stage, at) => ({
    stage,
    count: reached.filter((one) => STAGES.indexOf(one.reached) >= at).length,
  }));
}
