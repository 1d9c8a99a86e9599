/** Consents that were given to terms that are no more, with the act that edited them. */
import { type Sentence, said } from '../../../../kernel/said.ts';
import { expressesConsent } from '../consents.ts';
import type { AgreementEvent, History } from '../history.ts';
import { EDITED, voidedBy } from './edits.ts';

export interface Voided {
  readonly event: AgreementEvent;
  readonly reason: Sentence;
  readonly citation: string;
}

/** The consents of a history that an edit of the terms voids, with the reason. */
export function voidedIn(history: History): Voided[] {
  return history.events.flatMap((event) => {
    const by = voidedBy(event, history);
    if (by === null || !expressesConsent(event, history.adoption.finalClauses)) return [];
    const reason = said('the terms were edited since, by {$act}', { act: by });
    return [{ event, reason, citation: EDITED.citation }];
  });
}
