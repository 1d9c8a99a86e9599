/** Shapes of the answers on decisions. */
import { z } from 'zod';
import { InstantText } from '../../../../kernel/dates.ts';
import { add, fraction, fractionText, multiply, toDecimal } from '../../../../kernel/fraction.ts';
import { CHOICES, Condition, METHODS, MODES } from '../../payloads/decision-rule.ts';
import { POSITION_KINDS } from '../../payloads/decision.ts';
import { HINDERED_FOR, OUTCOMES, type Tested } from '../../rules/deciding/poll.ts';
import { PHASES } from '../../rules/decisions/phase.ts';

export const Instant = InstantText.nullable();
export const Result = z.enum(OUTCOMES).nullable();
export const PhaseShape = z.enum(PHASES);

/** How a member stands in a roll call. */
export const STANDINGS = [...CHOICES, 'not-voting', 'absent', 'hindered'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A condition with its arithmetic; exact, as fractions in text, with a decimal to show. */
export interface TestedShape {
  readonly condition: Condition;
  readonly label: string;
  readonly counted: string;
  readonly base: string | null;
  readonly required: string;
  /** The least whole number that meets it; null where votes are weighed. */
  readonly needed: string | null;
  /** How many more are needed; null where it is met, or votes are weighed. */
  readonly lacking: string | null;
  readonly shown: {
    readonly counted: string;
    readonly base: string | null;
    readonly required: string;
    readonly percent: string | null;
  };
  readonly isMet: boolean;
  readonly isDeemedMet: boolean;
  readonly parts: readonly TestedShape[];
}

export const TestedShape: z.ZodType<TestedShape> = z.lazy(() =>
  z.object({
    condition: Condition,
    label: z.string(),
    counted: z.string(),
    base: z.string().nullable(),
    required: z.string(),
    needed: z.string().nullable(),
    lacking: z.string().nullable(),
    shown: z.object({
      counted: z.string(),
      base: z.string().nullable(),
      required: z.string(),
      percent: z.string().nullable(),
    }),
    isMet: z.boolean(),
    isDeemedMet: z.boolean(),
    parts: z.array(TestedShape),
  }),
) as z.ZodType<TestedShape>; // The recursive shape is the interface, which zod cannot infer.

const PLACES = 2;
const HUNDRED = 100n;

type Exact = Tested['counted'];

const decimal = (one: Exact): string =>
  one.denominator === 1n ? fractionText(one) : toDecimal(one, PLACES);

function percent(counted: Exact, base: Exact | null): string | null {
  if (base === null || base.numerator === 0n) return null;
  const share = {
    numerator: counted.numerator * base.denominator * HUNDRED,
    denominator: counted.denominator * base.numerator,
  };
  return toDecimal(share, PLACES);
}

/** What is short of a whole number of votes. */
function lackingOf({ counted, isMet, needed }: Tested): string | null {
  if (isMet || needed === null) return null;
  const lacks = add(needed, multiply(counted, fraction(-1n)));
  return lacks.denominator === 1n && lacks.numerator > 0n ? fractionText(lacks) : null;
}

/** A tested condition as it stands in an answer. */
export function testedShape(tested: Tested): TestedShape {
  const { condition, label, counted, base, required, needed, isMet } = tested;
  return {
    condition,
    label,
    counted: fractionText(counted),
    base: base === null ? null : fractionText(base),
    required: fractionText(required),
    needed: needed === null ? null : fractionText(needed),
    lacking: lackingOf(tested),
    shown: {
      counted: decimal(counted),
      base: base === null ? null : decimal(base),
      required: decimal(required),
      percent: percent(counted, base),
    },
    isMet,
    isDeemedMet: tested.isDeemedMet ?? false,
    parts: tested.parts.map(testedShape),
  };
}

export const Tally = z.object({
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  absent: z.int(),
  notVoting: z.int(),
  hindered: z.int(),
  invalid: z.int(),
});
export type Tally = z.output<typeof Tally>;

/** One decision in a list. */
export const DecisionRow = z.object({
  session: z.string(),
  sessionTitle: z.string(),
  body: z.string(),
  decision: z.string(),
  title: z.string(),
  /** What is decided on, in a few words: a symbol, the name of a text, seats. */
  on: z.string(),
  kind: z.string(),
  rule: z.string(),
  method: z.enum(METHODS).nullable(),
  mode: z.enum(MODES).nullable(),
  phase: PhaseShape,
  result: Result,
  yes: z.int().nullable(),
  no: z.int().nullable(),
  abstain: z.int().nullable(),
  putAt: InstantText,
  deadlineAt: Instant,
  endedAt: Instant,
});
export type DecisionRow = z.output<typeof DecisionRow>;

/** A member in a roll call. */
export const RollRow = z.object({
  actor: z.string(),
  name: z.string(),
  standing: z.enum(STANDINGS),
  /** By the first of the schemes that the rule counts by. */
  weight: z.string().nullable(),
  /** Why it may not vote. */
  hindered: z.string().nullable(),
  hinderedFor: z.enum(HINDERED_FOR).nullable(),
  citation: z.string().nullable(),
  /** What it says it had meant, after the close. */
  intended: z.enum(CHOICES).nullable(),
  recordedAt: Instant,
  act: z.string().nullable(),
});
export type RollRow = z.output<typeof RollRow>;

export const Named = z.object({ actor: z.string(), name: z.string() });

export const ObjectionRow = z.object({
  ...Named.shape,
  /** Not withdrawn, nor of a silence that was taken up again since. */
  stands: z.boolean(),
  reason: z.string(),
  recordedAt: InstantText,
  act: z.string(),
});

export const PositionRow = z.object({
  ...Named.shape,
  kind: z.enum(POSITION_KINDS),
  /** Whether it came before the decision was closed. */
  isBefore: z.boolean(),
  intended: z.enum(CHOICES).nullable(),
  words: z.string(),
  onBehalfOf: z.array(Named),
  recordedAt: InstantText,
  act: z.string(),
});
export type PositionRow = z.output<typeof PositionRow>;

/** A step in the life of the question. */
export const StepRow = z.object({
  kind: z.enum([
    'put',
    'demanded',
    'opened',
    'extended',
    'objected',
    'relented',
    'resumed',
    'closed',
    'lots',
    'papers',
    'box',
    'withdrawn',
    'ended',
  ]),
  ...Named.shape,
  at: InstantText,
  /** Of an extension, the new deadline. */
  until: Instant,
  note: z.string(),
  act: z.string().nullable(),
});
export type StepRow = z.output<typeof StepRow>;
