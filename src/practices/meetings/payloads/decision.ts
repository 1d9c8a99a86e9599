/** Payloads of acts by which a session decides. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { CHOICES, MODES } from './decision-rule.ts';
import {
  Actors,
  DocumentSymbol,
  Instant,
  Name,
  Note,
  OnBehalfOf,
  Reason,
  Titles,
} from './parts.ts';

/** What an amendment does; the first is the furthest removed from what it amends. */
export const CHANGES = ['deletes', 'replaces', 'adds'] as const;
const PARTS_MAX = 60;

/** What is decided on. */
export const DecidedOn = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('document'), symbol: DocumentSymbol }),
    z.strictObject({ kind: z.literal('text'), text: Name, version: DocumentSymbol.optional() }),
    /** An amendment of another question, which may be an amendment itself. */
    z.strictObject({
      kind: z.literal('amendment'),
      of: Name,
      what: z.string().min(1).max(300),
      symbol: DocumentSymbol.optional(),
      /** What it does to the parts that it touches, from which follows how far removed it is. */
      change: z.enum(CHANGES).optional(),
      touches: z.array(Name).max(PARTS_MAX).default([]),
    }),
    /** A part of another question, voted on by itself before the whole. */
    z.strictObject({
      kind: z.literal('part'),
      of: Name,
      what: z.string().min(1).max(300),
      role: z.enum(['operative', 'preambular']).default('operative'),
      /** Whether, with this one, every operative part is put by itself. */
      completes: z.boolean().default(false),
    }),
    /**
     * A motion: adjournment, closure, no action, priority, competence, division, reconsideration.
     */
    z.strictObject({ kind: z.literal('motion'), motion: Name, of: Name.optional() }),
    z.strictObject({
      kind: z.literal('election'),
      seats: z.int().min(1).max(300),
      /** The group whose seats are filled. */
      group: Name.optional(),
      /** Nobody, where ballots may name any eligible member. */
      candidates: Actors,
      /** Where the seats belong to several groups: the seats and candidates of each, told apart. */
      groups: z
        .array(z.strictObject({ group: Name, seats: z.int().min(1).max(300), candidates: Actors }))
        .min(1)
        .max(40)
        .optional(),
    }),
    /** Whether a rule applies to another question, which is decided before that question is. */
    z.strictObject({ kind: z.literal('rule'), of: Name, rule: Name }),
    z.strictObject({ kind: z.literal('other'), what: z.string().min(1).max(300) }),
  ])
  .meta({ title: 'decided-on' });
export type DecidedOn = z.output<typeof DecidedOn>;

/** Why a question is put again. */
export const AGAIN_BECAUSE = [
  /** It was equally divided, or put off: a second vote is due. */
  'second-vote',
  'no-quorum',
  /** The body decided to reconsider it. */
  'reconsidered',
  /** It failed under one rule, which names another to turn to. */
  'fallback',
] as const;
const Again = z.strictObject({ question: Name, because: z.enum(AGAIN_BECAUSE) });

/** `meetings.put-question`: opens a decision of the session under a rule of its body. */
export const PutQuestion = z.strictObject({
  decision: Name,
  title: Titles,
  on: DecidedOn,
  rule: Name,
  matter: Name.optional(),
  mode: z.enum(MODES).optional(),
  /** The item of the agenda under which it is put. */
  item: Name.optional(),
  /** The question that is put once more by this one. */
  again: Again.optional(),
  /** How the efforts ended that come before it, where it turns to another rule. */
  reason: Reason.optional(),
  /** An earlier proposal on the same question; they are voted on in the order of submission. */
  alternativeTo: Name.optional(),
  /** Voting waits for whoever presides to open it, as where amendments are still to be put. */
  waits: z.boolean().optional(),
  /** When voting begins; absent: at once, or, of a member's motion, when the chair opens it. */
  opensAt: Instant.optional(),
  /** When it ends by itself: a silence procedure, a vote by correspondence. */
  deadlineAt: Instant.optional(),
  note: Note,
});
export type PutQuestion = z.output<typeof PutQuestion>;

/** `meetings.demand-rule`: that it is first decided whether another rule applies. */
export const DemandedRule = z.strictObject({ decision: Name, rule: Name, reason: Reason });
export type DemandedRule = z.output<typeof DemandedRule>;
/**
 * `meetings.rule-on-amendments`: whoever presides rules which is the furthest removed in substance,
 * in the order of voting, and which of them fall where one is adopted.
 */
export const RuledAmendments = z
  .strictObject({
    decision: Name,
    amendments: z
      .array(z.strictObject({ amendment: Name, rejects: z.array(Name).max(PARTS_MAX).default([]) }))
      .min(1)
      .max(PARTS_MAX),
    note: Note,
  })
  .refine(
    ({ amendments }) => new Set(amendments.map((one) => one.amendment)).size === amendments.length,
    'each amendment is ranked once',
  );
export type RuledAmendments = z.output<typeof RuledAmendments>;

/** `meetings.open-voting`: from then on votes are taken. */
export const OpenedVoting = z.strictObject({ decision: Name, note: Note });
export type OpenedVoting = z.output<typeof OpenedVoting>;
/** `meetings.vote` */
export const Vote = z.strictObject({ decision: Name, choice: z.enum(CHOICES) });
export type Vote = z.output<typeof Vote>;
/** `meetings.vote-for`: an open ballot in an election. */
export const VoteFor = z.strictObject({
  decision: Name,
  ballot: z.int().min(1).default(1),
  candidates: z.array(ActorId).max(300),
});
export type VoteFor = z.output<typeof VoteFor>;
/** `meetings.object`: breaks a silence or a consensus. */
export const Objection = z.strictObject({ decision: Name, reason: Reason });
export type Objection = z.output<typeof Objection>;
/** `meetings.state-position`: shades of consensus, and explanations of vote. */
export const POSITION_KINDS = [
  'reservation',
  'dissociation',
  'interpretation',
  'explanation',
  'correction',
] as const;
export const StatedPosition = z.strictObject({
  decision: Name,
  kind: z.enum(POSITION_KINDS),
  /** Of a correction: what was intended; the tally stays as it is. */
  intended: z.enum(CHOICES).optional(),
  words: z.string().min(1).max(20_000),
  onBehalfOf: OnBehalfOf,
});
export type StatedPosition = z.output<typeof StatedPosition>;
/** `meetings.extend-deadline` */
export const ExtendedDeadline = z.strictObject({ decision: Name, until: Instant, reason: Reason });
export type ExtendedDeadline = z.output<typeof ExtendedDeadline>;
/** `meetings.withdraw-objection`, by whoever objected. */
export const WithdrawnObjection = z.strictObject({ decision: Name, reason: Reason });
export type WithdrawnObjection = z.output<typeof WithdrawnObjection>;
/** `meetings.resume-silence`: a broken silence is taken up again, with a deadline of its own. */
export const ResumedSilence = z.strictObject({ decision: Name, until: Instant, reason: Reason });
export type ResumedSilence = z.output<typeof ResumedSilence>;
/** `meetings.close-voting`: what was cast until then counts, and nothing after it. */
export const ClosedVoting = z.strictObject({
  decision: Name,
  /** Whoever presides declares it adopted over objections, where the rule allows that. */
  overruled: z.boolean().optional(),
  /** How whoever presides parts an equally divided vote, where the rule says so. */
  castingVote: z.enum(['yes', 'no']).optional(),
  note: Note,
});
export type ClosedVoting = z.output<typeof ClosedVoting>;
/** `meetings.draw-lots`: whom a lot decided for, among candidates with equal votes. */
export const DrawnLots = z.strictObject({
  decision: Name,
  ballot: z.int().min(1),
  elected: Actors.min(1),
  note: Note,
});
export type DrawnLots = z.output<typeof DrawnLots>;
/** `meetings.withdraw-question` */
export const WithdrawnQuestion = z.strictObject({ decision: Name, reason: Reason });
export type WithdrawnQuestion = z.output<typeof WithdrawnQuestion>;
