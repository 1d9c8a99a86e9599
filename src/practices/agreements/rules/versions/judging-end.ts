/** Whether an agreement has ended before an act that needs it to last. VCLT Art. 70(1). */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { expressesConsent } from '../consents.ts';
import type { Dossier } from '../dossier.ts';
import { VERSION_RULES } from './law-versions.ts';

/** Acts by which one joins, leaves or changes an agreement; of others the record goes on. */
const NEEDS_IT: ReadonlySet<string> = new Set([
  'agreements.sign',
  'agreements.deposit',
  'agreements.apply-provisionally',
  'agreements.withdraw',
  'agreements.reserve',
  'agreements.derogate',
  'agreements.refuse-amendment',
  'agreements.suspend',
  'agreements.terminate',
  'agreements.extend-to-territories',
  'agreements.exclude-territories',
]);

/** Whether it may have ended: it has a term, was terminated, or all but one have left. */
function mayHaveEnded(dossier: Dossier): boolean {
  const clauses = dossier.adoption?.finalClauses;
  if (clauses === undefined) return false;
  if (clauses.term !== undefined) return true;
  const staying = new Set<string>();
  const leaving = new Set<string>();
  for (const event of dossier.events()) {
    if (event.kind === 'terminate') return true;
    const person = dossier.facts.personOf(event.actor);
    if (event.kind === 'withdraw') leaving.add(person);
    if (expressesConsent(event, clauses)) staying.add(person);
  }
  return leaving.size > 0 && [...staying].filter((person) => !leaving.has(person)).length < 2;
}

/** An act done after the end; one of before may be recorded at any time. */
export function endedRefusal(type: string, on: PlainDateText, dossier: Dossier): Refusal | null {
  // Whether it ended is costly to say, and most agreements show at a glance that they did not.
  if (!NEEDS_IT.has(type) || !mayHaveEnded(dossier)) return null;
  const ending = dossier.chronicle()?.ending ?? null;
  return ending === null || on < ending.on
    ? null
    : refuse(VERSION_RULES.ended, said('The agreement ended on {$on}.', { on: ending.on }), {
        remedy: said('Correct what ended it, if that is wrong.'),
      });
}
