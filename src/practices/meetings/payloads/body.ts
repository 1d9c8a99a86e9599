/** Payloads of acts that make a body what it is: its members, rules, officers and observers. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { ArrearsRule } from './contributions.ts';
import { DecisionRule, Share } from './decision-rule.ts';
import { ACTORS_MAX, Actors, Citation, FractionText, Name, Note, Titles } from './parts.ts';

export const BODY_KINDS = [
  'plenary',
  'council',
  'committee',
  'working-group',
  'conference',
  'board',
] as const;

/** Who its members are: seated one by one, all of a group, or all parties to an agreement. */
export const Membership = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seats') }),
  z.strictObject({ kind: z.literal('group'), group: ActorId }),
  z.strictObject({ kind: z.literal('parties'), agreement: Name }),
]);
export type Membership = z.output<typeof Membership>;

/** `meetings.establish-body`: the author becomes custodian of `bodies/<body>`. */
export const EstablishedBody = z.strictObject({
  title: Titles,
  kind: z.enum(BODY_KINDS),
  /** The organisation that it is an organ of. */
  organization: ActorId.optional(),
  /** The body that set it up. */
  parent: Name.optional(),
  membership: Membership,
  note: Note,
});
export type EstablishedBody = z.output<typeof EstablishedBody>;

/** The last day of what begins `from`; absent: it goes on. */
const Until = PlainDateText.optional();

export const RULES_MAX = 40;

/** What is limited in time: a statement, a point of order, a right of reply. */
export const INTERVENTIONS = [
  'statement',
  'group-statement',
  'explanation-of-vote',
  'right-of-reply',
  'point-of-order',
  'motion',
  'observer-statement',
] as const;

export const SpeakingLimit = z.strictObject({
  kind: z.enum(INTERVENTIONS),
  minutesMax: z.int().min(1).max(600),
  /** How often one may take the floor so on an item. */
  timesMax: z.int().min(1).max(100).optional(),
  /** Minutes of every time after the first, where they are fewer. */
  laterMinutesMax: z.int().min(1).max(600).optional(),
  citation: Citation,
});
export type SpeakingLimit = z.output<typeof SpeakingLimit>;

/** As what one takes part without being a member. */
export const OBSERVER_CATEGORIES = [
  'state',
  'entity',
  'intergovernmental',
  'non-governmental',
  'expert',
  'secretariat',
] as const;
export type ObserverCategory = (typeof OBSERVER_CATEGORIES)[number];

/** What one that is no member may do; nobody votes but members. */
export const OBSERVER_RIGHTS = [
  'attend',
  'documents',
  'speak',
  'reply',
  'point-of-order',
  'submit-documents',
  'propose',
  'co-sponsor',
] as const;
export type ObserverRight = (typeof OBSERVER_RIGHTS)[number];
const Rights = z.array(z.enum(OBSERVER_RIGHTS)).max(OBSERVER_RIGHTS.length);

/** `meetings.adopt-rules`: from the day on; a rule replaces the one of its name. */
export const AdoptedRules = z.strictObject({
  from: PlainDateText,
  title: Titles.optional(),
  citation: Citation,
  rules: z.array(DecisionRule).max(RULES_MAX).default([]),
  /** Rules that hold no more from the day on. */
  ended: z.array(Name).max(RULES_MAX).default([]),
  /** Who has to be there for a meeting to be opened. */
  quorumToOpen: Share.optional(),
  speaking: z.array(SpeakingLimit).max(INTERVENTIONS.length).default([]),
  /** From what debt on a member has no vote. */
  arrears: ArrearsRule.optional(),
  /** What observers of a category may do, where their admission says nothing else. */
  observerRights: z
    .array(
      z.strictObject({
        category: z.enum(OBSERVER_CATEGORIES),
        rights: Rights,
        citation: Citation,
      }),
    )
    .max(OBSERVER_CATEGORIES.length)
    .default([]),
  note: Note,
});
export type AdoptedRules = z.output<typeof AdoptedRules>;

/** `meetings.set-weights`: replaces the scheme of this name from the day on. */
export const SetWeights = z.strictObject({
  scheme: Name,
  title: Titles.optional(),
  from: PlainDateText,
  citation: Citation,
  /** What is counted: persons, votes, shares. */
  unit: z.string().min(1).max(60).optional(),
  weights: z
    .array(z.strictObject({ actor: ActorId, weight: FractionText }))
    .min(1)
    .max(ACTORS_MAX),
  /** Members that have no weight, and are said to have none. */
  uncovered: Actors.default([]),
  note: Note,
});
export type SetWeights = z.output<typeof SetWeights>;

/** `meetings.seat-member`: in a body of seats it makes a member, else it gives a member a seat. */
export const SeatedMember = z.strictObject({
  member: ActorId,
  seats: Name.optional(),
  from: PlainDateText,
  until: Until,
  note: Note,
});
export type SeatedMember = z.output<typeof SeatedMember>;

/** `meetings.vacate-seat`: the last day on which it is held. */
export const VacatedSeat = z.strictObject({
  member: ActorId,
  seats: Name.optional(),
  until: PlainDateText,
  reason: Note,
});
export type VacatedSeat = z.output<typeof VacatedSeat>;

/** How many seats a group has, and who may hold them. */
export const SeatGroup = z.strictObject({
  seats: Name,
  title: Titles,
  number: z.int().min(1).max(ACTORS_MAX),
  /** Only its members hold them: a regional group. */
  of: ActorId.optional(),
  /** How long a term is, where the seats rotate. */
  termYears: z.int().min(1).max(20).optional(),
  /** Whether one may be elected again at once (not so by UN Charter Art. 23(2)). */
  immediateReelection: z.boolean().default(true),
});
export type SeatGroup = z.output<typeof SeatGroup>;

/** `meetings.allocate-seats`: replaces the allocation before it. */
export const AllocatedSeats = z.strictObject({
  from: PlainDateText,
  citation: Citation,
  groups: z.array(SeatGroup).min(1).max(40),
  note: Note,
});
export type AllocatedSeats = z.output<typeof AllocatedSeats>;

export const OFFICES = [
  'president',
  'vice-president',
  'chair',
  'vice-chair',
  'rapporteur',
  'secretary',
  'facilitator',
] as const;
/** Offices that one holds at a time. */
export const SINGLE_OFFICES: readonly string[] = ['president', 'chair', 'rapporteur', 'secretary'];

/** `meetings.elect-officer`: a member, a person, or a person put forward by a member. */
export const ElectedOfficer = z.strictObject({
  office: z.enum(OFFICES),
  holder: ActorId.optional(),
  person: z.string().min(1).max(200).optional(),
  from: PlainDateText,
  until: Until,
  note: Note,
});
export type ElectedOfficer = z.output<typeof ElectedOfficer>;

/** `meetings.end-office`: the last day of it. */
export const EndedOffice = z.strictObject({
  office: z.enum(OFFICES),
  holder: ActorId.optional(),
  person: z.string().min(1).max(200).optional(),
  until: PlainDateText,
  reason: Note,
});
export type EndedOffice = z.output<typeof EndedOffice>;

/** `meetings.admit-observer`: replaces an earlier admission of the same observer. */
export const AdmittedObserver = z.strictObject({
  observer: ActorId,
  category: z.enum(OBSERVER_CATEGORIES),
  /** Absent: as the rules say for its category. */
  rights: Rights.optional(),
  citation: Citation.optional(),
  from: PlainDateText,
  until: Until,
  note: Note,
});
export type AdmittedObserver = z.output<typeof AdmittedObserver>;

/** `meetings.end-observation`: its last day. */
export const EndedObservation = z.strictObject({
  observer: ActorId,
  until: PlainDateText,
  reason: Note,
});
export type EndedObservation = z.output<typeof EndedObservation>;

export const SUSPENDED_FOR = ['arrears', 'suspension', 'other'] as const;

/** `meetings.suspend-rights`: UN Charter Art. 19 for arrears, Art. 5 for a suspension. */
export const SuspendedRights = z.strictObject({
  member: ActorId,
  /** The vote alone, or taking part at all. */
  what: z.enum(['voting', 'all']),
  for: z.enum(SUSPENDED_FOR),
  citation: Citation,
  from: PlainDateText,
  until: Until,
  note: Note,
});
export type SuspendedRights = z.output<typeof SuspendedRights>;

/** `meetings.restore-rights`: the hindrance is gone, or the vote is permitted in spite of it. */
export const RestoredRights = z.strictObject({
  member: ActorId,
  /** Which hindrance; absent: all of them. */
  for: z.enum(SUSPENDED_FOR).optional(),
  how: z.enum(['restored', 'permitted']).default('restored'),
  citation: Citation,
  from: PlainDateText,
  /** Of a permission: its last day. */
  until: Until,
  note: Note,
});
export type RestoredRights = z.output<typeof RestoredRights>;
