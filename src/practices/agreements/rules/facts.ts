/** What the rules of this practice need to know of actors and of other agreements. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Fraction } from '../../../kernel/fraction.ts';
import type { Status } from './status.ts';

/** An actor as these rules see it. Days are the first and the last of its existence. */
export interface ActorFact {
  readonly id: string;
  /** The English name; others by language. */
  readonly name: string;
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly kind: string;
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
  /** ISO 3166 numeric code, by which maps know it. */
  readonly numericCode: string | null;
  readonly treatyCapacity: boolean;
  /** An organisation to which members transferred competence, as the European Union. */
  readonly regionalIntegration: boolean;
}

/** A State that was succeeded to, and the day of the succession. VCST Art. 2(1)(b), (e). */
export interface Predecessor {
  readonly actor: string;
  readonly on: PlainDateText;
}

export interface Facts {
  actor(id: string): ActorFact | null;
  /** The id behind an id or a name in use; null where none or several bear it. */
  resolve(name: string): string | null;
  /**
   * The legal person, by its latest name: a State that continues another is the same one, and both
   * have one person. A State that dissolved is a person of its own.
   */
  personOf(id: string): string;
  /** Whether a State succeeded to another that is no more. */
  hasPredecessor(id: string): boolean;
  /** Other legal persons in whose place it came, each with the day of the succession. */
  predecessorsOf(id: string): readonly Predecessor[];
  isMember(group: string, actor: string, day: PlainDateText): boolean;
  membersOn(group: string, day: PlainDateText): readonly string[];
  /** Days on which the membership of a group changed, or that of one actor in it. */
  changesOf(group: string, actor?: string): readonly PlainDateText[];
  attribute(name: string, actor: string, day: PlainDateText): Fraction | null;
  /** Actors for which the attribute is on record on the day. */
  holdersOf(name: string, day: PlainDateText): readonly string[];
  /** Days on which the attribute of some actor changed. */
  attributeChangesOf(name: string): readonly PlainDateText[];
  partiesTo(agreement: string, day: PlainDateText): readonly string[];
  isPartyTo(agreement: string, actor: string, day: PlainDateText): boolean;
  /** Since when one is a party to an agreement of which it is one on the day. */
  partySince(agreement: string, actor: string, day: PlainDateText): PlainDateText | null;
  /** Days on which the parties to an agreement may have changed. */
  partyChangesOf(agreement: string): readonly PlainDateText[];
  /** Where an actor stands towards another agreement on a day; null where none is known. */
  statusTowards(agreement: string, actor: string, day: PlainDateText): Status | null;
  /** Who has, or ever had, a standing towards another agreement by the day. */
  concernedBy(agreement: string, day: PlainDateText): readonly string[];
  /** Every actor of the registry. */
  everyone(): readonly string[];
}

/** What is asked of the parties to other agreements. */
export type PartyFacts = Pick<
  Facts,
  'partiesTo' | 'isPartyTo' | 'partySince' | 'partyChangesOf' | 'statusTowards' | 'concernedBy'
>;
