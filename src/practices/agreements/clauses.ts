/**
 * Final clauses as data: the grammar in which an agreement says when it enters into force, for
 * whom, and how one leaves it. Nothing here names a treaty; a clause is a value that rules
 * interpret. Source: VCLT Articles 11-18, 24, 25, 54-56; UN Treaty Handbook, sections 4.2 and 6.
 */
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { FRACTION_FORMAT } from '../../kernel/text-formats.ts';
import { ProvisionId } from './provision.ts';

/** A positive fraction as text, `2/3` or `0.55`; exact, never a float. */
export const FractionText = z
  .string()
  .regex(
    /^(\d{1,9}\/[1-9]\d{0,8}|\d{1,9}(\.\d{1,12})?)$/,
    'a fraction is a text, such as "2/3" or "0.55"',
  )
  .meta({ format: FRACTION_FORMAT });

/** Which day a changing class is read on: a fixed date, the adoption, or the day being judged. */
export const ReadOn = z
  .union([PlainDateText, z.enum(['adoption', 'live'])])
  .meta({ title: 'read-on' });

/** A class of actors whose instruments a condition counts. */
export type ActorClass =
  | { any: true }
  | { kind: 'state' | 'organisation' | 'territory' }
  | { memberOf: string; on?: string | undefined }
  | { partyTo: string; on?: string | undefined }
  | { signatoryBy: string }
  | { listed: string[] }
  | { having: string; atLeast?: string | undefined }
  | { declined: true }
  | { both: ActorClass[] }
  | { either: ActorClass[] }
  | { except: ActorClass };

export const ActorClass: z.ZodType<ActorClass> = z
  .lazy(() =>
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
      /** Those that refused this amendment, and have not withdrawn the refusal. */
      z.strictObject({ declined: z.literal(true) }),
      z.strictObject({ both: z.array(ActorClass).min(2).max(8) }),
      z.strictObject({ either: z.array(ActorClass).min(2).max(8) }),
      z.strictObject({ except: ActorClass }),
    ]),
  )
  .meta({ title: 'actor-class' });

/**
 * Time between the deciding day and effect. The deciding day is not counted; month ends clamp.
 * `then` moves the result to the first day of the month that follows it.
 * `firstOfNthMonth: n`: first day of the n-th month after the month of the deciding day.
 */
export const Delay = z
  .union([
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
  ])
  .meta({ title: 'delay' });
export type Delay = z.infer<typeof Delay>;

/** A key under which an event is recorded in the register. */
const EventKey = z.string().min(1).max(80);

/** From when a period runs: the adoption, or an event that the register records. */
export type Start = z.infer<typeof Start>;
export const Start = z
  .union([z.literal('adoption'), z.strictObject({ event: EventKey })])
  .meta({ title: 'start' });

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
  | { on: string }
  | { silence: Silence };

/**
 * Silence that accepts: it is met when its time ends, unless by then too many have refused. What is
 * too many is a condition too, which counts refusals where others count consents; absent: nothing
 * stops it, and a refusal keeps out its maker only. SOLAS Art. VIII(b)(vi)(2); IHR Art. 59.
 */
export interface Silence {
  readonly lasts?: Delay | undefined;
  readonly from?: Start | undefined;
  /** Its last day, where the adopting body fixed one. */
  readonly until?: string | undefined;
  readonly unless?: Condition | undefined;
}

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
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
      z.strictObject({ event: EventKey }),
      /** A definite date. */
      z.strictObject({ on: PlainDateText }),
      z.strictObject({ silence: Silence }),
    ]),
  )
  .meta({ title: 'condition' });

const Silence: z.ZodType<Silence> = z.lazy(() =>
  z
    .strictObject({
      lasts: Delay.optional(),
      from: Start.optional(),
      until: PlainDateText.optional(),
      unless: Condition.optional(),
    })
    .refine(({ lasts, until }) => (lasts === undefined) !== (until === undefined), {
      message: 'either how long it lasts, or until when',
    }),
);

/** When the agreement enters into force, and for those who join later. */
export const EntryIntoForce = z.strictObject({
  when: Condition,
  delay: Delay,
  /** From when the delay runs, where that is not the day on which the condition is met. */
  delayFrom: Start.optional().meta({ examples: ['adoption'] }),
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
    .meta({ title: 'actor-class', examples: [{ memberOf: 'un', on: 'live' }] }),
  /** Which signatures express consent: none, or those marked definitive. */
  definitiveSignature: z.boolean().default(false),
  citation: z.string().min(1).max(200),
});
export type EntryIntoForce = z.infer<typeof EntryIntoForce>;

/** How a party leaves: notice, and how long it may not give any. Default VCLT 56(2): 12 months. */
export type Withdrawal = z.infer<typeof Withdrawal>;
export const Withdrawal = z.strictObject({
  /** Where the text is silent and nothing implies a right: VCLT Art. 56(1), not permitted. */
  permitted: z.boolean().default(true),
  /** Before a period's end, where it is bound in periods; else the time until effect. */
  notice: Delay.meta({ examples: [{ months: 12 }] }),
  /** No notice before this long after entry into force, of the agreement or for the party. */
  lockedFor: z
    .strictObject({
      delay: Delay.meta({ examples: [{ years: 3 }] }),
      from: z.enum(['agreement', 'party']),
    })
    .optional(),
  /**
   * Bound for a first period from entry into force of the agreement, and for further ones unless
   * notice came in time; it takes effect at a period's end (Genocide Convention, Art. XIV).
   */
  periods: z
    .strictObject({
      first: Delay.meta({ examples: [{ years: 10 }] }),
      then: Delay.meta({ examples: [{ years: 5 }] }),
    })
    .optional(),
  /**
   * Notice only while a window is open: for so long after each so many years in force, as where a
   * party that does not use it is bound for as many years again (ILO Convention 169, Art. 39).
   */
  windows: z
    .strictObject({
      every: Delay.meta({ examples: [{ years: 10 }] }),
      open: Delay.meta({ examples: [{ years: 1 }] }),
    })
    .optional(),
  /** Not before the end of what lasts for the one that leaves (Ottawa Convention, Art. 20(3)). */
  whileLasting: z
    .strictObject({
      begins: EventKey.meta({ examples: ['armed-conflict-begins'] }),
      ends: EventKey.meta({ examples: ['armed-conflict-ends'] }),
    })
    .optional(),
  /** Notice runs once this is recorded of the one that leaves (NPT Art. X(1)). */
  runsFrom: EventKey.optional().meta({ examples: ['security-council-notified'] }),
  citation: z.string().min(1).max(200),
});

/** How long it lasts, by its own terms. VCLT Art. 54(a). */
export type Term = z.infer<typeof Term>;
export const Term = z.strictObject({
  /** From its entry into force. */
  lasts: Delay.optional().meta({ examples: [{ years: 10 }] }),
  /** The first day on which it is no longer in force, where the text names it. */
  until: PlainDateText.optional(),
  /** An event, recorded in time, that prolongs it: by so long each time, or for good. */
  extension: z.strictObject({ event: EventKey, by: Delay.optional() }).optional(),
  /** Ends when fewer than these are left; absent: that ends nothing (VCLT Art. 55). */
  partiesMin: z.int().min(2).max(200).optional(),
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
  term: Term.optional().meta({ examples: [{ lasts: { years: 10 }, citation: 'Article 14' }] }),
  /**
   * Of an amendment: who joins the amended agreement after it is in force has the amended text
   * (VCLT Art. 40(5), which holds where nothing is said), or only by a consent of its own.
   */
  laterParties: z.enum(['amended', 'separate-consent']).optional(),
  reservations: ReservationsClause.optional().meta({
    examples: [{ policy: 'prohibited', citation: 'Article 30' }],
  }),
  /** Who may consent; absent: any State. */
  openTo: ActorClass.optional().meta({ examples: [{ kind: 'state' }] }),
  /** Where the text lets it be applied before entry into force. */
  provisionalApplication: z.strictObject({ citation: z.string().min(1).max(200) }).optional(),
});
export type FinalClauses = z.infer<typeof FinalClauses>;
