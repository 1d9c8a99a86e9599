/**
 * A rule over the members of a day, in whole numbers: what each of its conditions weighs, over
 * whom, and how they are joined. What it would take, and how much each member counts for, are read
 * off it.
 */
import type { Formula } from '../../../../kernel/covering/formula.ts';
import { joined, leastCommonMultiple } from '../../../../kernel/covering/formula.ts';
import { type Fraction, fraction, parseFraction, sum } from '../../../../kernel/fraction.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type {
  Base,
  Condition,
  Count,
  Counting,
  DecisionRule,
  Selector,
  Share,
} from '../../payloads/decision-rule.ts';
import { blockersNeeded } from '../deciding/blocking-minority.ts';
import { breakersOf } from '../deciding/decide.ts';
import type { Elector, Poll } from '../deciding/poll.ts';
import { POWER } from './law.ts';

/** Who decides, and with which weights: a poll before anybody voted. */
export type Floor = Pick<Poll, 'rule' | 'members' | 'weight' | 'totalWeight' | 'isIn'>;

/** A single condition: counted · denominator ≥ numerator · base, each in units of the weights. */
export interface Leaf {
  readonly condition: Share | Count;
  readonly of: Counting;
  /** Null: a number of its own, `numerator`, and no share of anything. */
  readonly base: Base | null;
  /** The scheme by which it weighs; null: one each. */
  readonly scheme: string | null;
  /** Of each player; zero for those who are not counted. */
  readonly weights: readonly bigint[];
  readonly counts: readonly boolean[];
  /** How many units make one of the scheme’s own. */
  readonly scale: bigint;
  /** What members that may not vote add to the base, and how many they are. */
  readonly fixed: { readonly amount: bigint; readonly members: number };
  /** The base where it is told and does not follow from the members. */
  readonly total: bigint | null;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly more: boolean;
  /** Met where fewer than these are not in favour (TEU Art. 16(4)). */
  readonly blockingMembersMin: number | null;
}

/** Formulas are over the leaves by their numbers. */
export interface Arithmetic {
  readonly rule: DecisionRule;
  /** Members that may vote. */
  readonly players: readonly string[];
  readonly leaves: readonly Leaf[];
  readonly adopted: Formula;
  readonly blocked: readonly Formula[];
  readonly postponed: readonly Formula[];
  readonly quorum: Formula;
}

interface Compiling {
  readonly floor: Floor;
  readonly players: readonly string[];
  readonly hindered: readonly string[];
  readonly leaves: Leaf[];
  readonly missing: Set<string>;
}

const ONE = fraction(1n);
const ZERO = fraction(0n);

function weigher({ floor, missing }: Compiling, scheme: string | null) {
  return (actor: string): Fraction => {
    if (scheme === null) return ONE;
    const weight = floor.weight(scheme, actor);
    if (weight === null) missing.add(`${actor} in ${scheme}`);
    return weight ?? ZERO;
  };
}

function isOf({ floor }: Compiling, among: Selector | undefined): (actor: string) => boolean {
  return (actor) => among === undefined || floor.isIn(among, actor);
}

/** Which members that may not vote stand in the base all the same. */
const countsHindered = (base: Base | null): boolean =>
  base === 'members' || base === 'total-weight';

function totalOf({ floor }: Compiling, base: Base | null, scheme: string | null): Fraction | null {
  return base === 'total-weight' && scheme !== null ? (floor.totalWeight?.(scheme) ?? null) : null;
}

/** What a condition asks for, apart from whom it counts. */
function askedBy(condition: Share | Count) {
  const { of, weights: scheme = null } = condition;
  if (condition.kind === 'count') {
    const needed = parseFraction(condition.atLeast);
    return { of, scheme, base: null, needed, more: false, blockingMembersMin: null };
  }
  const { base, threshold, more } = condition;
  return { of, scheme, base, needed: parseFraction(threshold), more, blockingMembersMin: null };
}

const total = (all: readonly bigint[]): bigint => all.reduce((sum, one) => sum + one, 0n);

function leafOf(condition: Share | Count, compiling: Compiling): Leaf {
  const { players, hindered } = compiling;
  const { needed, ...asked } = askedBy(condition);
  const { base, scheme } = asked;
  const isCounted = isOf(compiling, condition.among);
  const weigh = weigher(compiling, scheme);
  const told = totalOf(compiling, base, scheme);
  const counts = players.map(isCounted);
  const own = players.map((actor, at) => (counts[at] === true ? weigh(actor) : ZERO));
  const others = told === null && countsHindered(base) ? hindered.filter(isCounted) : [];
  const theirs = others.map(weigh);
  const scale = leastCommonMultiple([...own, ...theirs, ...(told ? [told] : [])]);
  const whole = (one: Fraction): bigint => (one.numerator * scale) / one.denominator;
  const all = [...own.filter((_, at) => counts[at] === true), ...theirs];
  const over = { base: told ?? sum(all), threshold: needed, more: asked.more };
  return {
    condition,
    ...asked,
    blockingMembersMin:
      condition.kind === 'share' ? blockersNeeded(condition, () => all, over) : null,
    counts,
    weights: own.map(whole),
    scale,
    fixed: { amount: total(theirs.map(whole)), members: others.length },
    total: told && whole(told),
    numerator: base === null ? needed.numerator * scale : needed.numerator,
    denominator: needed.denominator,
  };
}

function formulaOf(condition: Condition, compiling: Compiling): Formula {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return joined(
      condition.kind,
      condition.of.map((one) => formulaOf(one, compiling)),
    );
  }
  return { demand: compiling.leaves.push(leafOf(condition, compiling)) - 1 };
}

/** What prevents adoption under the rule’s method. */
function blockersOf(rule: DecisionRule): readonly Condition[] {
  if (rule.method === 'vote') return rule.blockedIf;
  const isLeftOut = rule.method === 'consensus' && rule.consensus?.objection === 'leaves-out';
  return isLeftOut ? [] : breakersOf(rule);
}

/** What adopts under the rule’s method, before anything prevents it; null: no vote tells. */
function adopterOf({ method, adoptedIf }: DecisionRule, compiling: Compiling): Formula | null {
  if (method === 'consensus' || method === 'silence') return true;
  return method === 'vote' && adoptedIf ? formulaOf(adoptedIf, compiling) : null;
}

/** Members within the electorate of the rule, those that may not vote among them. */
export function electorsIn({ rule: { electorate }, members, isIn }: Floor): readonly Elector[] {
  return members.filter(({ actor }) => electorate === undefined || isIn(electorate, actor));
}

/** The rule over those who may vote; refused where yes and no do not tell what it decides. */
export function arithmeticOf(floor: Floor): Arithmetic | Refusal {
  const { rule } = floor;
  const members = electorsIn(floor);
  const mayVote = members.filter(({ hindered }) => hindered === null);
  const compiling: Compiling = {
    floor,
    players: mayVote.map(({ actor }) => actor),
    hindered: members.flatMap(({ actor, hindered }) => (hindered === null ? [] : [actor])),
    leaves: [],
    missing: new Set(),
  };
  const adopted = adopterOf(rule, compiling);
  if (adopted === null)
    return refuse(POWER.yesOrNo, said('{$name} is decided by no yes or no.', { name: rule.name }));
  const blocked = blockersOf(rule).map((one) => formulaOf(one, compiling));
  const postponing = rule.method === 'vote' ? rule.postponedIf : [];
  const postponed = postponing.map((one) => formulaOf(one, compiling));
  const quorum = rule.quorum ? formulaOf(rule.quorum, compiling) : true;
  const { players, leaves, missing } = compiling;
  if (missing.size > 0) {
    const [first = ''] = missing;
    return refuse(
      POWER.weights,
      said('There is no weight for {$first}; {$count} are missing.', {
        first,
        count: missing.size,
      }),
    );
  }
  return { rule, players, leaves, adopted, blocked, postponed, quorum };
}
