/** What the rules of meetings are folds over: acts as they were admitted, and the registry. */
import type { ActId } from '../../../kernel/act.ts';
import type { InstantText, PlainDateText } from '../../../kernel/dates.ts';
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Marking } from '../../../kernel/marking.ts';

/** One admitted act. The custodian's receipt counts for what has to be in time. */
export interface Fact<Payload = unknown> {
  readonly act: ActId;
  readonly register: string;
  readonly type: string;
  readonly actor: string;
  readonly author: string;
  readonly issuedAt: InstantText;
  readonly recordedAt: InstantText;
  readonly ledger: number;
  readonly effectiveOn: PlainDateText | null;
  readonly source: string | null;
  readonly marking: Marking;
  readonly payload: Payload;
}

/** A member of a group whose membership is suspended, since when and by which act. */
export interface SuspendedMember {
  readonly actor: string;
  readonly from: PlainDateText | null;
  readonly act: string;
}

/** The registry of actors, as far as these rules ask it. */
export interface Registry {
  exists(actor: string, day: PlainDateText): boolean;
  /** Whether it is an actor at all, whenever it existed; absent: as on the day. */
  knows?(actor: string): boolean;
  membersOn(group: string, day: PlainDateText): readonly string[];
  /** Members whose membership is suspended: `membersOn` leaves them out. */
  suspendedOn(group: string, day: PlainDateText): readonly SuspendedMember[];
  /** Who is bound by the agreement. Known of those agreements that the acts at hand name. */
  partiesTo(agreement: string, day: PlainDateText): readonly string[];
  /** A figure of the registry, such as a population or a share; null where none is on record. */
  figure(name: string, actor: string, day: PlainDateText): Fraction | null;
}

/** A registry that knows everybody, nobody's company, and no figure. */
export const NO_REGISTRY: Registry = {
  exists: () => true,
  membersOn: () => [],
  suspendedOn: () => [],
  partiesTo: () => [],
  figure: () => null,
};
