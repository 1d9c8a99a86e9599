/**
 * Edits of what was agreed, where each party keeps a copy of its own. A consent quotes the hash of
 * the terms that were at hand when it was admitted; whatever changes them afterwards voids it,
 * since nobody consented to what they are now. VCLT Arts. 9, 11, 39.
 */
import { rule } from '../../../../kernel/law.ts';
import type { AgreementEvent, CorrectionFact, History } from '../history.ts';

export const EDITED = rule(
  'agreements.terms-edited',
  'VCLT Arts. 11, 39; Concord agreements, "Mirrored"',
  'An edit of the terms voids the consents given before it: they stay on record and do not count.',
);

/** An act by which the terms became others. */
export interface Edit {
  readonly act: string;
  /** It voids consents that were admitted after the one and before the other. */
  readonly after: number;
  readonly before: number;
}

const OF_TERMS: ReadonlySet<AgreementEvent['kind']> = new Set([
  'fix-text',
  'change-text',
  'rectify',
]);

/** Whether an event puts words down, or changes them. */
export function editsTerms({ kind }: Pick<AgreementEvent, 'kind'>): boolean {
  return OF_TERMS.has(kind);
}

const ALWAYS = -1;

/** The edits of the terms of an agreement; none where there is one custodian for all. */
export function editsOf(
  { adoption, adoptedBy }: Pick<History, 'adoption' | 'adoptedBy'>,
  events: readonly AgreementEvent[],
  standing: readonly CorrectionFact[],
): Edit[] {
  if (adoption.mirrored !== true) return [];
  const struck = new Set(standing.filter((one) => one.isVoid).map((one) => one.corrects));
  const words = events.filter((event) => editsTerms(event));
  const put = words
    .filter(({ act }) => !struck.has(act))
    .map(({ act, ledger }) => ({ act, after: ALWAYS, before: ledger }));
  const corrected = standing.flatMap(({ act, corrects, isVoid, ledger }) => {
    if (corrects === adoptedBy) return [{ act, after: ALWAYS, before: ledger }];
    const removed = isVoid ? words.find((event) => event.act === corrects) : undefined;
    // Words that came and went after a consent left the terms as they were.
    return removed ? [{ act, after: removed.ledger, before: ledger }] : [];
  });
  return [...put, ...corrected];
}

/** The act that voids what was done under terms that are no more; null where they still hold. */
export function voidedBy(
  event: Pick<AgreementEvent, 'ledger'>,
  { edits }: Pick<History, 'edits'>,
): string | null {
  const found = edits.find(({ after, before }) => after < event.ledger && event.ledger < before);
  return found?.act ?? null;
}
