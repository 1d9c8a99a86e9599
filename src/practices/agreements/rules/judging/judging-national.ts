/** Whether a stage of ratification may be recorded: the ministry's own affair. */
import type { ActOf } from '../../../../kernel/act.ts';
import { dayOf } from '../../../../kernel/dates.ts';
import { rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { type StageReached, StageReached as Payload } from '../../payloads/national.ts';
import { actorRefusal } from '../capacity.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import type { Others } from './judging-check.ts';
import { RULES } from '../law.ts';

export const STAGE_RULE = rule(
  'agreements.stage',
  'VCLT Art. 46; Concord agreements, "The ministry’s desk"',
  'A State records for itself how far it is with an agreement that the node knows, once a day.',
);

const isSame = (event: AgreementEvent, { agreement, stage, on }: StageReached): boolean =>
  event.on === on && event.detail['agreement'] === agreement && event.detail['stage'] === stage;

/** Judges a stage that a State records for itself, by what it recorded before. */
export function judgeStage(act: ActOf<unknown>, own: Dossier, others: Others): Refusal | null {
  const payload = Payload.parse(act.payload);
  const { agreement, nextBy, on } = payload;
  if (on > dayOf(act.header.issuedAt))
    return refuse(RULES.notLater, said('{$on} lies ahead.', { on }));
  const ofActor = actorRefusal(act.header.actor, on, own.facts);
  if (ofActor) return ofActor;
  if (!others.has(agreement)) {
    return refuse(STAGE_RULE, said('This node has no agreement {$agreement}.', { agreement }), {
      remedy: said('Look its name up in the list of agreements.'),
    });
  }
  if (nextBy !== undefined && nextBy < on) {
    return refuse(
      STAGE_RULE,
      said('The next step on {$nextBy} would be before this one on {$on}.', { nextBy, on }),
    );
  }
  const same = [...own.events()].find((event) => isSame(event, payload));
  return same
    ? refuse(RULES.once, said('This stage is recorded as {$act}.', { act: same.act }))
    : null;
}
