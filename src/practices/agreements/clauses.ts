/**
 * Final clauses as data: the grammar in which an agreement says when it enters into force, for
 * whom, and how one leaves it. Nothing here names a treaty; a clause is a value that rules
 * interpret. Source: VCLT Articles 11-18, 24, 25, 54-56; UN Treaty Handbook, sections 4.2 and 6.
 */
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { ProvisionId } from './provision.ts';

/** A positive fraction as text, `2/3` or `0.55`; exact, never a float. */
export const FractionText = z
  .string()
  .regex(
    /^(\d{1,9}\/[1-9]\d{0,8}|\d{1,9}(\.\d{1,12})?)$/,
    'a fraction is a text, such as "2/3" or "0.55"',
  );

/** Which day a changing class is read on: a fixed date, the adoption, or the day being judged. */
export const ReadOn = z.union([PlainDateText, z.enum(['adoption', 'live'])]);

/** A class of actors whose instruments a condition counts. */
export type ActorClass =
  | { any: true }
  | { kind: 'state' | 'organisation' | 'territory' }
  | { memberOf: string; on?: string | undefined }
  | { partyTo: string; on?: string | undefined }
  | { signatoryBy: string }
  | { listed: string[] }
  | { having: string; atLeast?: string | undefined }
  | { both: ActorClass[] }
  | { either: ActorClass[] }
  | { except: ActorClass };

export const ActorClass: z.ZodType<ActorClass> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.literal(true) }),
    z.strictObject({ kind: z.enum(['state', 'organisation', 'territory']) }),
    z.strictObject({ memberOf: ActorId, on: ReadOn.optional() }),
    z.strictObject({ partyTo: z.string(), on: ReadOn.optional() }),
    /** Those that had signed this agreement by the date. */
    z.strictObject({ signatoryBy: ReadOn }),
    z.strictObject({ listed: z.array(ActorId).min(1).max(400) }),
    /** Those for which a dated attribute is on record, at or above a value where one is given. */
    z.strictObject({ having: z.string(), atLeast: FractionText.optional() }),
    z.strictObject({ both: z.array(ActorClass).min(2).max(8) }),
    z.strictObject({ either: z.array(ActorClass).min(2).max(8) }),
    z.strictObject({ except: ActorClass }),
  ]),
);

/** What has to be fulfilled. `share` is of a class's members; `weight` of a dated attribute. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { count: number; of: ActorClass }
  | { share: string; of: ActorClass; more?: boolean | undefined }
  | {
      weight: string;
      attribute: string;
      of: ActorClass;
      total?: string | undefined;
      more?: boolean | undefined;
    }
  | { named: string[]; atLeast?: number | undefined }
  | { event: string }
  | { on: string };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(2).max(8) }),
    z.strictObject({ any: z.array(Condition).min(2).max(8) }),
    z.strictObject({ count: z.int().min(1).max(1000), of: ActorClass }),
    /** At least this fraction of the class has consented; `more`: strictly more than it. */
    z.strictObject({
      share: FractionText,
      of: ActorClass,
      more: z.boolean().optional(),
    }),
    /**
     * Consenting members of the class hold at least this fraction of the attribute's total: of
     * `total` where the text fixes it (100 for a list of percentages), else of the whole class.
     */
    z.strictObject({
      weight: FractionText,
      attribute: z.string(),
      of: ActorClass,
      total: FractionText.optional(),
      more: z.boolean().optional(),
    }),
    /** All of the list, or at least n of it. */
    z.strictObject({
      named: z.array(ActorId).min(1).max(400),
      atLeast: z.int().min(1).optional(),
    }),
    /** An event or decision recorded in the register under this key. */
    z.strictObject({ event: z.string().min(1).max(80) }),
    /** A definite date. */
    z.strictObject({ on: PlainDateText }),
  ]),
);

/**
 * Time between the deciding day and effect. The deciding day is not counted; month ends clamp.
 * `then` moves the result to the first day of the month that follows it.
 * `firstOfNthMonth: n`: first day of the n-th month after the month of the deciding day.
 */
export const Delay = z.union([
  z.strictObject({
    days: z.int().min(0).max(3660),
    then: z.literal('first-of-next-month').optional(),
  }),
  z.strictObject({
    months: z.int().min(0).max(240),
    then: z.literal('first-of-next-month').optional(),
  }),
  z.strictObject({ years: z.int().min(0).max(50) }),
  z.strictObject({ firstOfNthMonth: z.int().min(1).max(240) }),
]);
export type Delay = z.infer<typeof Delay>;

/** When the agreement enters into force, and for those who join later. */
export const EntryIntoForce = z.strictObject({
  when: Condition,
  delay: Delay,
  /** In no case earlier than this day. */
  notBefore: PlainDateText.optional(),
  /** Enters into force on this day if the condition is met by then; else by condition and delay. */
  definiteDate: PlainDateText.optional(),
  /** Whether the instrument of a regional organisation is counted beside those of its members. */
  regionalOrganisations: z.enum(['counted', 'not-counted']).default('not-counted'),
  /** Delay for a party that joins later; absent: the same delay. */
  laterJoiners: Delay.optional().meta({ examples: [{ days: 30 }] }),
  /**
   * Who joins later: those whose instrument came after the condition was met, or only those whose
   * instrument came after entry into force (the others are bound from that day).
   */
  laterThan: z.enum(['condition', 'entry-into-force']).default('condition'),
  /**
   * Those of each list join together: one is bound from when the last of them has consented, as
   * where members of an organisation share its registry (Singapore Treaty, Art. 26(3)).
   */
  jointly: z.array(z.array(ActorId).min(2).max(60)).max(60).optional(),
  /** Whether entry into force binds those that consented, or every member of a class. */
  binds: z
    .union([z.literal('consenting'), ActorClass])
    .default('consenting')
    .meta({ examples: [{ memberOf: 'un', on: 'live' }] }),
  /** Which signatures express consent: none, or those marked definitive. */
  definitiveSignature: z.boolean().default(false),
  citation: z.string().min(1).max(200),
});
export type EntryIntoForce = z.infer<typeof EntryIntoForce>;

/** How a party leaves: notice, and how long it may not give any. Default VCLT 56(2): 12 months. */
export type Withdrawal = z.infer<typeof Withdrawal>;
export const Withdrawal = z.strictObject({
  permitted: z.boolean().default(true),
  notice: Delay.meta({ examples: [{ months: 12 }] }),
  /** No notice before this long after entry into force, of the agreement or for the party. */
  lockedFor: z
    .strictObject({
      delay: Delay.meta({ examples: [{ years: 3 }] }),
      from: z.enum(['agreement', 'party']),
    })
    .optional(),
  citation: z.string().min(1).max(200),
});

/** What the text says of reservations. Default: permitted as VCLT Arts. 19-20 allow. */
export const ReservationsClause = z.strictObject({
  /** `only`: to the provisions named; `except`: to all but those. */
  policy: z.enum(['permitted', 'prohibited', 'only', 'except']),
  provisions: z.array(ProvisionId).max(100).default([]),
  /**
   * Whose acceptance it takes: that of each other by its silence; of all, where it is clear that
   * the agreement is to apply in its entirety; of the organisation's organ, in its constituent
   * instrument. VCLT Art. 20(2), (3), (5).
   */
  acceptance: z.enum(['each', 'all', 'organ']).default('each'),
  /** Silence after which it counts as accepted. VCLT Art. 20(5): twelve months. */
  silence: Delay.default({ months: 12 }),
  citation: z.string().min(1).max(200),
});
export type ReservationsClause = z.infer<typeof ReservationsClause>;

export const FinalClauses = z.strictObject({
  entryIntoForce: EntryIntoForce,
  withdrawal: Withdrawal.optional(),
  reservations: ReservationsClause.optional().meta({
    examples: [{ policy: 'prohibited', citation: 'Article 30' }],
  }),
  /** Who may consent; absent: any State. */
  openTo: ActorClass.optional().meta({ examples: [{ kind: 'state' }] }),
  /** Where the text lets it be applied before entry into force. */
  provisionalApplication: z.strictObject({ citation: z.string().min(1).max(200) }).optional(),
});
export type FinalClauses = z.infer<typeof FinalClauses>;
