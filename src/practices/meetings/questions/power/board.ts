/**
 * A rule as plain data for a page that computes it itself while members are moved: whole numbers as
 * text, and formulas over conditions by their numbers.
 */
import { z } from 'zod';
import type { Formula } from '../../../../kernel/covering/formula.ts';
import { fraction, toDecimal } from '../../../../kernel/fraction.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { BASES, COUNTED, type Selector } from '../../payloads/decision-rule.ts';
import type { Leaf } from '../../rules/power/arithmetic.ts';
import type { Choices } from '../../rules/power/linear.ts';
import { type Stand, standingOf } from '../../rules/power/standing.ts';
import { type OpenRule, groupTitles } from './open-rule.ts';

const Whole = z.string();

const FormulaShape: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.boolean(),
    z.object({ demand: z.int() }),
    z.object({ all: z.array(FormulaShape) }),
    z.object({ any: z.array(FormulaShape) }),
  ]),
);

const LeafShape = z.object({
  of: z.enum(COUNTED),
  base: z.enum(BASES).nullable(),
  scheme: z.string().nullable(),
  /** Whom it counts, in words; null: everybody. */
  among: z.string().nullable(),
  amongKind: z.enum(['group', 'others']).nullable(),
  /** The share or number that is asked for, as the rule writes it. */
  asked: z.string(),
  weights: z.array(Whole),
  counts: z.array(z.boolean()),
  scale: Whole,
  fixed: z.object({ amount: Whole, members: z.int() }),
  total: Whole.nullable(),
  numerator: Whole,
  denominator: Whole,
  more: z.boolean(),
  blockingMembersMin: z.int().nullable(),
  /** As it stands: in percent of its base where it is weighed, else in numbers. */
  have: z.string(),
  need: z.string(),
  unit: z.enum(['count', 'percent']),
  met: z.boolean(),
  /** Met only because too few stand against it. */
  deemed: z.boolean(),
});
export type BoardLeaf = z.output<typeof LeafShape>;

export const BoardShape = z.object({
  /** Whose weights the conditions list, in their order. */
  players: z.array(z.string()),
  leaves: z.array(LeafShape),
  adopted: FormulaShape,
  blocked: z.array(FormulaShape),
  postponed: z.array(FormulaShape),
  quorum: FormulaShape,
});

const PLACES = 2;

function selectorWords(selector: Selector, titleOf: (group: string) => string): string {
  switch (selector.kind) {
    case 'all':
      return '';
    case 'group':
      return titleOf(selector.group);
    case 'seats':
      return titleOf(selector.seats);
    case 'actors':
      return selector.actors.map(titleOf).join(', ');
    case 'parties':
      return selector.agreement;
    case 'not':
      return selectorWords(selector.of, titleOf);
  }
}

/** What is needed of a base, as a number of votes: the least that is enough. */
function neededOf(leaf: Leaf, base: bigint): bigint {
  const exact = leaf.numerator * base;
  const least = exact / leaf.denominator;
  const isWhole = least * leaf.denominator === exact;
  return isWhole && !leaf.more ? least : least + 1n;
}

/** What a condition has and needs, in the unit in which it is shown. */
function shown(leaf: Leaf, { counted, base }: Stand) {
  const amount = (one: bigint): string =>
    toDecimal(fraction(one, leaf.scale), leaf.scale === 1n ? 0 : PLACES);
  if (base === null) {
    return {
      have: amount(counted),
      need: amount(leaf.numerator / leaf.denominator),
      unit: 'count' as const,
    };
  }
  if (leaf.scheme === null) {
    return { have: `${counted}`, need: `${neededOf(leaf, base)}`, unit: 'count' as const };
  }
  const percent = (part: bigint, whole: bigint): string =>
    whole === 0n ? '0' : toDecimal(fraction(part * 100n, whole), PLACES);
  return {
    have: percent(counted, base),
    need: percent(leaf.numerator, leaf.denominator),
    unit: 'percent' as const,
  };
}

function leafShape(leaf: Leaf, stand: Stand, titleOf: (group: string) => string): BoardLeaf {
  const { condition, of, base, scheme, counts, more, blockingMembersMin, fixed } = leaf;
  const { among } = condition;
  return {
    of,
    base,
    scheme,
    among: among === undefined ? null : selectorWords(among, titleOf) || null,
    amongKind: among === undefined ? null : among.kind === 'not' ? 'others' : 'group',
    asked: condition.kind === 'share' ? condition.threshold : condition.atLeast,
    weights: leaf.weights.map(String),
    counts: [...counts],
    scale: `${leaf.scale}`,
    fixed: { amount: `${fixed.amount}`, members: fixed.members },
    total: leaf.total === null ? null : `${leaf.total}`,
    numerator: `${leaf.numerator}`,
    denominator: `${leaf.denominator}`,
    more,
    blockingMembersMin,
    ...shown(leaf, stand),
    met: stand.isMet,
    deemed: stand.isDeemedMet,
  };
}

/** The board of a rule, as it stands when all have chosen. */
export function boardOf(
  open: OpenRule,
  choices: Choices,
  locale: Locale,
): z.output<typeof BoardShape> {
  const { players, leaves, adopted, blocked, postponed, quorum } = open.arithmetic;
  const { stands } = standingOf(open.arithmetic, choices);
  const titleOf = groupTitles(open, locale);
  return {
    players: [...players],
    leaves: leaves.flatMap((leaf, at) => {
      const stand = stands[at];
      return stand === undefined ? [] : [leafShape(leaf, stand, titleOf)];
    }),
    adopted,
    blocked: [...blocked],
    postponed: [...postponed],
    quorum,
  };
}
