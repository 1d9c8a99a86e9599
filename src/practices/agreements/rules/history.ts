/**
 * The history of one agreement: its adoption and what happened to it, with corrections applied,
 * from the rows that were known at an instant. Corrections are acts; what they correct stays on
 * record.
 */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { EventKind } from '../acts.ts';
import type { Adoption, Instrument } from '../payloads.ts';

/** Something that happened to an agreement, as it stands after corrections. */
export interface AgreementEvent {
  readonly act: string;
  readonly position: number;
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
  readonly position: number;
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
}

const inOrder = (one: AgreementEvent, other: AgreementEvent): number =>
  one.on === other.on ? one.position - other.position : one.on < other.on ? -1 : 1;

/** Folds events and corrections into the history; corrections apply in the order of admission. */
export function historyOf(
  given: Pick<History, 'agreement' | 'adoption' | 'adoptedBy'>,
  events: readonly AgreementEvent[],
  corrections: readonly CorrectionFact[],
): History {
  const standing = new Map(events.map((event) => [event.act, event]));
  const struck: Struck[] = [];
  for (const correction of corrections.toSorted((one, other) => one.position - other.position)) {
    const event = standing.get(correction.corrects);
    if (!event) continue;
    if (correction.isVoid) {
      standing.delete(event.act);
      struck.push({ event, by: correction.act, reason: correction.reason });
    } else {
      standing.set(event.act, {
        ...event,
        ...correction.change,
        correctedBy: correction.act,
      });
    }
  }
  return { ...given, events: [...standing.values()].sort(inOrder), struck };
}
