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

export const Selector: z.ZodType<Selector> = z.lazy(() =>
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
);

/** Over what a share is taken. */
export const BASES = [
  /** Yes and no: who abstains is taken as not voting (UNGA Rules of Procedure, rule 86). */
  'present-and-voting',
  /** Yes, no and abstentions. */
  'votes-cast',
  /** Whoever is present, voting or not. */
  'present',
  /** Members that may vote. */
  'eligible',
  /** All members, suspended ones too. */
  'members',
] as const;
export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

const Counted = {
  /** Whose votes are counted, and over whom the base is taken; absent: all. */
  among: Selector.optional(),
  /** The weights by which they are counted; absent: one each. */
  weights: Name.optional(),
  /** What is counted. */
  of: z.enum(CHOICES).default('yes'),
};

/** A share of a base: `2/3` of those present and voting. */
export const Share = z.strictObject({
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
});
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
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    Share,
    Count,
    z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1).max(12) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1).max(12) }),
  ]),
) as z.ZodType<Condition>; // The recursive shape is the type, which zod cannot infer.

export const METHODS = ['vote', 'consensus', 'silence', 'election'] as const;
export const MODES = ['show', 'roll-call', 'recorded', 'secret', 'correspondence'] as const;
/** What takes a member's vote away for a decision under this rule. */
export const HINDRANCES = ['suspension', 'arrears', 'credentials'] as const;

export const Silence = z.strictObject({
  hoursMin: z
    .int()
    .min(1)
    .max(24 * 365),
  objectionsToBreak: z.int().min(1).max(300).default(1),
  extendable: z.boolean().default(true),
});

export const Election = z.strictObject({
  /** What a candidate needs; its base is over valid ballots. */
  majority: Share,
  /** After so many ballots without a result it is restricted to twice as many as seats remain. */
  restrictedAfter: z.int().min(1).optional(),
  /** Who leaves after a ballot without a result: nobody, or the candidate with the fewest votes. */
  elimination: z.enum(['none', 'lowest']).default('none'),
  ballotsMax: z.int().min(1).max(200).optional(),
});

export const DecisionRule = z.strictObject({
  name: Name,
  title: Titles,
  citation: Citation,
  /** Kinds of matters that it decides: substance, procedure, budget; absent: any. */
  matters: z.array(Name).max(40).default([]),
  method: z.enum(METHODS),
  modes: z.array(z.enum(MODES)).min(1).default(['show', 'roll-call', 'recorded']),
  /** Among the members; absent: all. */
  electorate: Selector.optional(),
  hindrances: z.array(z.enum(HINDRANCES)).default(['suspension', 'arrears', 'credentials']),
  /** What adopts; where a rule is by consensus or silence, the objections that prevent it. */
  adoptedIf: Condition.optional(),
  /** Any of these whose condition is met prevents adoption: a veto, a blocking minority. */
  blockedIf: z.array(Condition).max(12).default([]),
  /** The decision is put off where one is met: ITU, abstentions above half of the votes cast. */
  postponedIf: z.array(Condition).max(12).default([]),
  /** Another rule of the body, by which it is first decided that this one applies. */
  preliminary: Name.optional(),
  /** Another rule of the body to turn to where this one fails: a vote after consensus. */
  fallback: Name.optional(),
  /** Members that have to be present for a decision. */
  quorum: Share.optional(),
  silence: Silence.optional(),
  election: Election.optional(),
});
export type DecisionRule = z.output<typeof DecisionRule>;
