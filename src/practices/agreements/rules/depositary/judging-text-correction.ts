/** Errors in the text: proposed to be corrected, objected to, rectified. VCLT Art. 79. */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type {
  CorrectionObjection,
  CorrectionProposal,
  Rectification,
} from '../../payloads/depositary.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import type { Case } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';
import { type Standing, dossiersOf, statusOn } from '../status.ts';

/** UN Treaty Handbook, on corrections: ninety days, where the depositary sets no other time. */
export const OBJECTION_DAYS = 90;

/** The last day for objections to a proposal. */
export function objectionLimit(proposal: AgreementEvent): PlainDateText {
  const set = proposal.detail['objectBy'];
  return typeof set === 'string' ? set : addDays(proposal.on, OBJECTION_DAYS);
}

/** What stands about a proposal: objections to it, and its rectification. */
export function aboutProposal(
  proposal: string,
  events: Iterable<AgreementEvent>,
): { objections: AgreementEvent[]; rectified: AgreementEvent | null } {
  const about = [...events].filter((event) => event.detail['proposal'] === proposal);
  return {
    objections: about.filter((event) => event.kind === 'object-to-correction'),
    rectified: about.find((event) => event.kind === 'rectify') ?? null,
  };
}

/** A proposal sets a time in which one can object. VCLT Art. 79(2). */
export function judgeProposal({ payload }: Case<CorrectionProposal>): Refusal | null {
  const { objectBy, on } = payload;
  return objectBy !== undefined && objectBy <= on
    ? refuse(
        DEPOSITARY_RULES.correctionTime,
        said('From {$on} to {$objectBy} there is no time.', { on, objectBy }),
      )
    : null;
}

function openProposal(act: string, dossier: Dossier): AgreementEvent | Refusal {
  const proposal = dossier.event(act);
  if (proposal?.kind !== 'propose-correction') {
    return refuse(DEPOSITARY_RULES.proposal, said('{$act} proposes no correction here.', { act }));
  }
  const { rectified } = aboutProposal(act, dossier.events());
  return rectified
    ? refuse(
        DEPOSITARY_RULES.proposal,
        said('The text was rectified on {$on}.', { on: rectified.on }),
      )
    : proposal;
}

const HEARD: readonly Standing[] = ['party', 'contracting', 'signatory'];

/** VCLT Art. 79(1) leaves it to the signatory and the contracting States. */
function isHeard(actor: string, day: PlainDateText, dossier: Dossier): boolean {
  const chronicle = dossier.chronicle();
  if (!chronicle) return false;
  return HEARD.includes(statusOn(actor, day, chronicle, dossiersOf(chronicle)).standing);
}

/** An objection: by a signatory or contracting State, in time, once. */
export function judgeObjection(one: Case<CorrectionObjection>): Refusal | null {
  const { dossier, payload } = one;
  const { actor } = one.act.header;
  const proposal = openProposal(payload.proposal, dossier);
  if ('refused' in proposal) return proposal;
  const limit = objectionLimit(proposal);
  if (payload.on < proposal.on || payload.on > limit) {
    return refuse(
      DEPOSITARY_RULES.correctionTime,
      said('Objections could be made from {$on} to {$limit}.', { on: proposal.on, limit }),
    );
  }
  const { facts } = dossier;
  const same = aboutProposal(proposal.act, dossier.events()).objections.find(
    (event) => facts.personOf(event.actor) === facts.personOf(actor),
  );
  if (same)
    return refuse(RULES.once, said('This objection is recorded as {$act}.', { act: same.act }));
  return isHeard(actor, payload.on, dossier)
    ? null
    : refuse(
        DEPOSITARY_RULES.correctionVoice,
        said('{$actor} has neither signed nor consented by {$on}.', { actor, on: payload.on }),
      );
}

/** A rectification: after the limit, with no objection. VCLT Art. 79(2)(a). */
export function judgeRectification({ dossier, payload }: Case<Rectification>): Refusal | null {
  const proposal = openProposal(payload.proposal, dossier);
  if ('refused' in proposal) return proposal;
  const limit = objectionLimit(proposal);
  if (payload.on <= limit) {
    return refuse(
      DEPOSITARY_RULES.correctionTime,
      said('Objections may be made until {$limit}.', { limit }),
    );
  }
  const [objection] = aboutProposal(proposal.act, dossier.events()).objections;
  return objection
    ? refuse(
        DEPOSITARY_RULES.correctionVoice,
        said('{$actor} objected on {$on}, act {$act}.', {
          actor: objection.actor,
          on: objection.on,
          act: objection.act,
        }),
        { remedy: said('Agree on another correction and propose that one.') },
      )
    : null;
}
