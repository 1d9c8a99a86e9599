/**
 * The history of one agreement: its adoption and what happened to it, with corrections applied,
 * from the rows that were known at an instant. Corrections are acts; what they correct stays on
 * record.
 */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { EventKind } from '../acts/event.ts';
import { type Edit, editsOf } from './mirrored/edits.ts';
import type { Adoption, Instrument } from '../payloads/agreement.ts';

/** Something that happened to an agreement, as it stands after corrections. */
export interface AgreementEvent {
  readonly act: string;
  readonly position: number;
  /** The order of admission over all audiences, each of which has positions of its own. */
  readonly ledger: number;
  readonly recordedAt: string;
  readonly kind: EventKind;
  readonly actor: string;
  readonly on: PlainDateText;
  /** Where the act states it. */
  readonly effectiveOn: PlainDateText | null;
  readonly instrument: Instrument | null;
  readonly form: string | null;
  /** The source, where it was recorded by the custodian; null where the actor signed it. */
  readonly source: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The act that corrected it. */
  readonly correctedBy?: string;
}

export interface CorrectionFact {
  readonly act: string;
  readonly ledger: number;
  readonly corrects: string;
  readonly isVoid: boolean;
  readonly change: Readonly<Partial<AgreementEvent>> | null;
  readonly reason: string;
}

export interface Struck {
  readonly event: AgreementEvent;
  readonly by: string;
  readonly reason: string;
}

export interface History {
  readonly agreement: string;
  readonly adoption: Adoption;
  readonly adoptedBy: string;
  /** In order of date, then of admission. */
  readonly events: readonly AgreementEvent[];
  /** Events that a correction struck out. */
  readonly struck: readonly Struck[];
  /** What changed the terms, where each party keeps a copy of its own. */
  readonly edits: readonly Edit[];
}

/** Whether it records something of the agreement as a whole, not of one actor. */
export function ofAll({ kind, detail }: Pick<AgreementEvent, 'kind' | 'detail'>): boolean {
  return kind === 'record-event' && detail['of'] === undefined;
}

/** By date, then in the order of admission. */
export function inOrder(one: AgreementEvent, other: AgreementEvent): number {
  return one.on === other.on ? one.ledger - other.ledger : one.on < other.on ? -1 : 1;
}

/**
 * The corrections that stand, in the order of admission: one that a later one struck out counts no
 * more, so that what it corrected stands again as it did.
 */
export function standingCorrections(corrections: readonly CorrectionFact[]): CorrectionFact[] {
  const struck = new Set<string>();
  const standing: CorrectionFact[] = [];
  const inTurn = corrections.toSorted((a, b) => a.ledger - b.ledger);
  for (const one of inTurn.reverse()) {
    if (struck.has(one.act)) continue;
    if (one.isVoid) struck.add(one.corrects);
    standing.push(one);
  }
  return standing.reverse();
}

/** Of an adoption a correction may give the day only; what was agreed is the text's own affair. */
function corrected(adoption: Adoption, change: CorrectionFact['change']): Adoption {
  return change?.on === undefined ? adoption : { ...adoption, adoptedOn: change.on };
}

/** Folds events and corrections into the history; corrections apply in the order of admission. */
export function historyOf(
  given: Pick<History, 'agreement' | 'adoption' | 'adoptedBy'>,
  events: readonly AgreementEvent[],
  corrections: readonly CorrectionFact[],
): History {
  const standing = new Map(events.map((event) => [event.act, event]));
  const struck: Struck[] = [];
  let { adoption } = given;
  const inForce = standingCorrections(corrections);
  for (const correction of inForce) {
    const { act, corrects, change, reason } = correction;
    const event = standing.get(corrects);
    if (event && correction.isVoid) {
      standing.delete(corrects);
      struck.push({ event, by: act, reason });
    } else if (event) standing.set(corrects, { ...event, ...change, correctedBy: act });
    else if (corrects === given.adoptedBy) adoption = corrected(adoption, change);
  }
  const edits = editsOf(given, events, inForce);
  return { ...given, adoption, events: [...standing.values()].sort(inOrder), struck, edits };
}
