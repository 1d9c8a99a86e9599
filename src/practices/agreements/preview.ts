/** What would follow from an act under an agreement, before it is recorded. */
import type { ActOf } from '../../kernel/act.ts';
import type { Asked, Consequence } from '../../kernel/define-area.ts';
import { agreementOf } from './acts/event.ts';
import { factsFor } from './chronicles.ts';
import { additionOf, loadAdmitted } from './load.ts';
import { recallFacts } from './load-facts.ts';
import { deskConsequence } from './rules/depositary/consequences-depositary.ts';
import { consequencesOf } from './rules/consequences.ts';
import { type Admitted, historyFrom, nothingAdmitted } from './rules/dossier.ts';
import { chronicleOf } from './rules/entry-into-force.ts';

/** What was admitted, with the act after it. */
function withAct(admitted: Admitted, act: ActOf<unknown>): Admitted {
  const addition = additionOf(act, Number.MAX_SAFE_INTEGER);
  if (addition === null) return admitted;
  if ('adoption' in addition) {
    return { ...admitted, adoption: { payload: addition.adoption, by: act.id } };
  }
  return 'event' in addition
    ? { ...admitted, events: [...admitted.events, addition.event] }
    : { ...admitted, corrections: [...admitted.corrections, addition.correction] };
}

/** Of what comes before adoption, or stands apart from any agreement, such as full powers. */
async function ofDrafting(asked: Asked, act: ActOf<unknown>): Promise<readonly Consequence[]> {
  const addition = additionOf(act, Number.MAX_SAFE_INTEGER);
  // What the asker may not see has no consequences that could be told.
  if (addition === null || !('event' in addition)) return [];
  const facts = await recallFacts(asked);
  const nameOf = ({ actor }: { actor: string }): string => facts.actor(actor)?.name ?? actor;
  const consequence = deskConsequence(addition.event, nameOf);
  return consequence === null ? [] : [consequence];
}

/** The consequences of an act that the rules accept, as the asker may know them. */
export async function preview(asked: Asked, act: ActOf<unknown>): Promise<readonly Consequence[]> {
  const agreement = agreementOf(act.header);
  const known = await loadAdmitted(asked.query, [agreement], null);
  const admitted = known.get(agreement) ?? nothingAdmitted(agreement);
  const [before, after] = [historyFrom(admitted), historyFrom(withAct(admitted, act))];
  if (after === null) return ofDrafting(asked, act);
  const facts = await factsFor(asked, [after.adoption]);
  const chronicles = [before, after].map((history) => history && chronicleOf(history, facts));
  const [was = null, is = null] = chronicles;
  return is === null ? [] : consequencesOf(was, is, asked.asOf);
}
