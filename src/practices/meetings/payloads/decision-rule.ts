/**
 * How a body decides, as data: who decides, what is counted over whom, what blocks. One engine
 * reads all of them (`rules/deciding/`). Exact fractions as text, never floating numbers.
 */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Actors, Citation, FractionText, Name, Titles } from './parts.ts';

/** Some of the members, told by what they are on the day. */
export type Selector =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'seats'; readonly seats: string }
  | { readonly kind: 'actors'; readonly actors: readonly string[] }
  | { readonly kind: 'parties'; readonly agreement: string }
  | { readonly kind: 'not'; readonly of: Selector };

export const Selector: z.ZodType<Selector> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      /** Members of a group of the registry on the day. */
      z.strictObject({ kind: z.literal('group'), group: ActorId }),
      /** Members that hold a seat of this group in the body. */
      z.strictObject({ kind: z.literal('seats'), seats: Name }),
      z.strictObject({ kind: z.literal('actors'), actors: Actors.min(1) }),
      /** Parties to an agreement on the day. */
      z.strictObject({ kind: z.literal('parties'), agreement: Name }),
      z.strictObject({ kind: z.literal('not'), of: Selector }),
    ]),
  )
  .meta({ title: 'selector' });

/** Over what a share is taken. */
export const BASES = [
  /** Yes and no: who abstains is taken as not voting (UNGA Rules of Procedure, rule 86). */
  'present-and-voting',
  /**
   * Yes, no and abstentions (ITU General Rules). Where a body calls only yes and no "votes cast"
   * (FAO General Rules XII), its base is present-and-voting.
   */
  'votes-cast',
  /** Whoever is present, voting or not. */
  'present',
  /** Members that may vote. */
  'eligible',
  /** All members, suspended ones too. */
  'members',
  /** All that the weights sum to, whoever holds them: total voting power, the world's tonnage. */
  'total-weight',
] as const;
export type Base = (typeof BASES)[number];
export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];
/** A choice; yes and no; all three; whoever is there (a quorum); all that did not say yes. */
export const COUNTED = [...CHOICES, 'voting', 'cast', 'present', 'not-in-favour'] as const;
export type Counting = (typeof COUNTED)[number];

const Counted = {
  /** Whose votes are counted, and over whom the base is taken; absent: all. */
  among: Selector.optional(),
  /** The weights by which they are counted; absent: one each. */
  weights: Name.optional(),
  /** What is counted. */
  of: z.enum(COUNTED).default('yes'),
};

/** A share of a base: `2/3` of those present and voting. */
export const Share = z
  .strictObject({
    kind: z.literal('share'),
    ...Counted,
    base: z.enum(BASES),
    threshold: FractionText,
    /** Whether exactly the threshold is not enough. */
    more: z.boolean().default(false),
    /**
     * Met where fewer members than this are not in favour, whatever their weight: the least number
     * of members that can block (TEU Art. 16(4)).
     */
    blockingMembersMin: z.int().min(1).optional(),
    /**
     * The same, where the number follows from the weights: the fewest members that can prevent the
     * share, and so many more (TFEU Art. 238(3)(a): plus one).
     */
    blockingMembersBeyond: z.int().min(0).max(10).optional(),
  })
  .meta({ title: 'condition' });
export type Share = z.output<typeof Share>;

/** A number: nine affirmative votes. */
export const Count = z.strictObject({
  kind: z.literal('count'),
  ...Counted,
  atLeast: FractionText,
});
export type Count = z.output<typeof Count>;

export type Condition =
  | Share
  | Count
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      Share,
      Count,
      z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1).max(12) }),
      z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1).max(12) }),
    ]),
  )
  .meta({ title: 'condition' });

export const METHODS = ['vote', 'consensus', 'silence', 'election'] as const;
export const MODES = ['show', 'roll-call', 'recorded', 'secret', 'correspondence'] as const;
/** What takes a member's vote away for a decision under this rule. */
export const HINDRANCES = ['suspension', 'arrears', 'credentials'] as const;

export const Silence = z.strictObject({
  hoursMin: z
    .int()
    .min(1)
    .max(24 * 366 * 3),
  /** Where `blockedIf` names conditions, those break it instead (tacit acceptance). */
  objectionsToBreak: z.int().min(1).max(300).default(1),
  extendable: z.boolean().default(true),
  /** Whether it may be closed before its deadline, though never before its least hours. */
  closableEarly: z.boolean().default(false),
  /** Whether a broken one may be taken up again with a new deadline. */
  resumable: z.boolean().default(true),
});
export type Silence = z.output<typeof Silence>;

/** What becomes of an objection to a consensus. */
export const OBJECTIONS = [
  'prevents',
  /** Whoever presides may overrule it; it is recorded then. */
  'may-be-overruled',
  /** Who objects is left out of the commitment; the others go on (ASEAN minus X). */
  'leaves-out',
] as const;
export const Consensus = z.strictObject({
  objection: z.enum(OBJECTIONS).default('prevents'),
  /** Two: consensus minus one. */
  objectionsToBreak: z.int().min(1).max(300).default(1),
});
export type Consensus = z.output<typeof Consensus>;

export const Election = z.strictObject({
  /** What a candidate needs, over valid ballots; more than zero: the most votes suffice. */
  majority: Share,
  /** After so many open ballots it is restricted to those with the most votes. */
  restrictedAfter: z.int().min(1).optional(),
  /** Restricted to so many candidates for each seat that remains. */
  restrictedTimes: z.int().min(1).max(10).default(2),
  /** After so many restricted ballots as many open ones follow, and so on (UNGA rule 94). */
  alternates: z.int().min(1).optional(),
  /**
   * Whether a ballot that is not restricted may name any eligible member, candidate or not (UNGA
   * rules 92 to 94).
   */
  anyEligible: z.boolean().default(false),
  /** Who leaves after a ballot without a result: nobody, or the candidate with the fewest votes. */
  elimination: z.enum(['none', 'lowest']).default('none'),
  ballotsMax: z.int().min(1).max(200).optional(),
  /** How equal votes are parted where places do not suffice: by lot, or by another ballot. */
  ties: z.enum(['lot', 'ballot']).default('ballot'),
});
export type Election = z.output<typeof Election>;

export const SecondVote = z.strictObject({
  /** At a later sitting, or at once too. */
  laterSitting: z.boolean().default(false),
  /** So long after the close of the first vote; when that is past, it has carried nothing. */
  hoursMax: z
    .int()
    .min(1)
    .max(24 * 366)
    .optional(),
});
export type SecondVote = z.output<typeof SecondVote>;

export const DecisionRule = z.strictObject({
  name: Name,
  title: Titles,
  citation: Citation,
  /** Kinds of matters that it decides: substance, procedure, budget; absent: any. */
  matters: z.array(Name).max(40).default([]),
  method: z.enum(METHODS),
  modes: z.array(z.enum(MODES)).min(1).default(['show', 'roll-call', 'recorded']),
  /** Whether a member may change its vote before the close, as where votes light up on a board. */
  changeable: z.boolean().default(false),
  /** Among the members; absent: all. */
  electorate: Selector.optional(),
  hindrances: z.array(z.enum(HINDRANCES)).default(['suspension', 'arrears', 'credentials']),
  /** What adopts by a vote. Consensus and silence adopt where nothing prevents it. */
  adoptedIf: Condition.optional(),
  /**
   * Any of these whose condition is met prevents adoption: a veto, a blocking minority; by silence,
   * the objections that break it. An objection counts as a no.
   */
  blockedIf: z.array(Condition).max(12).default([]),
  /** The decision is put off where one is met: ITU, abstentions above half of the votes cast. */
  postponedIf: z.array(Condition).max(12).default([]),
  /** Another rule of the body, by which it is first decided that this one applies. */
  preliminary: Name.optional(),
  /** Another rule of the body to turn to where this one fails: a vote after consensus. */
  fallback: Name.optional(),
  /** Members that have to be there for a decision: counts those `present`, or the votes `cast`. */
  quorum: Condition.optional(),
  /** What an equally divided vote means. */
  tie: z.enum(['rejected', 'second-vote', 'casting-vote']).default('rejected'),
  /** When the vote is taken again that was equally divided or put off; absent: at any time. */
  secondVote: SecondVote.optional(),
  consensus: Consensus.optional(),
  silence: Silence.optional(),
  election: Election.optional(),
});
export type DecisionRule = z.output<typeof DecisionRule>;
