/** Cases of decisions as they are written down: a body, a rule, what was voted, what came out. */
import { z } from 'zod';

const Threshold = z.union([z.string(), z.number()]);
const Clause = z.looseObject({
  threshold: Threshold.optional(),
  base: z.string().optional(),
  group: z.string().optional(),
  abstain_counts: z.boolean().optional(),
});
const CaseRule = Clause.extend({
  all: z.array(Clause).optional(),
  states: Threshold.optional(),
  population: Threshold.optional(),
  blocking_min: z.number().optional(),
  objections_to_break: z.number().optional(),
  default: z.string().optional(),
  postpone_if: z.string().optional(),
  secret: z.boolean().optional(),
});

export const DecisionCase = z.looseObject({
  body: z.string(),
  matter: z.string().optional(),
  rule: CaseRule.optional(),
  ref: z.string().default(''),
  yes: z.number().optional(),
  no: z.number().optional(),
  abstain: z.number().optional(),
  ballots: z.number().optional(),
  /** How many decide in all; the rest of them were away. */
  members: z.number().optional(),
  absent: z.number().optional(),
  votes_cast: z.number().optional(),
  required: z.number().optional(),
  yes_pct: z.number().optional(),
  population_pct: z.number().optional(),
  no_by: z.array(z.string()).optional(),
  abstain_by: z.array(z.string()).optional(),
  objections_by: z.array(z.string()).optional(),
  synthetic: z.record(z.string(), z.union([z.number(), z.array(z.number())])).optional(),
  outcome: z.string(),
  status: z.string().default(''),
});
export type DecisionCase = z.output<typeof DecisionCase>;
export type CaseClause = z.output<typeof Clause>;

export const CaseFile = z.looseObject({ cases: z.array(z.unknown()) });

/** What is known of a case: whether it was adopted, and what more its words say of why. */
export interface Known {
  readonly isAdopted: boolean;
  /** `rejected`: the majority was not there; `blocked`: it was, and somebody prevented it. */
  readonly kind: 'rejected' | 'blocked' | 'postponed' | null;
}

const FAILED =
  /^(?:motion\s+)?(?:not\s+(?:adopted|elected)|fail|reject|defeat|blocked|veto|silence\s+broken)/i;
const ADOPTED = /^(?:motion\s+)?(?:adopted|carried|elected|passe|accepted)/i;

/** What the words of an outcome say; null where they say neither. */
export function knownOf(words: string): Known | null {
  if (/^postponed/i.test(words)) return { isAdopted: false, kind: 'postponed' };
  if (ADOPTED.test(words)) return { isAdopted: true, kind: null };
  if (!FAILED.test(words)) return null;
  if (/not a veto|short of/i.test(words)) return { isAdopted: false, kind: 'rejected' };
  return { isAdopted: false, kind: /\bveto(?:ed)?\b|blocked/i.test(words) ? 'blocked' : null };
}
