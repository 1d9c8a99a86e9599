/** The rule of a case, in the platform's own words; or what it lacks. */
import { Condition, DecisionRule } from '../../practices/meetings/payloads/decision-rule.ts';
import { standardRulesOn } from '../../practices/meetings/rules/deciding/standard-rules.ts';
import type { StandardRules } from '../../practices/meetings/rules/deciding/standard/parts.ts';
import type { CaseClause, DecisionCase } from './case-shape.ts';

/** Any group of a case that counts apart; the others are `not` it. */
export const GROUP = 'article-5';
const THRESHOLD = /^(?<more>>)?\s*(?<share>\d+(?:\/\d+|\.\d+)?)(?:\s+of\s+(?<base>.+))?$/;

interface Base {
  readonly base: 'present-and-voting' | 'votes-cast' | 'present' | 'eligible' | 'total-weight';
  readonly weights?: string;
}

/** What a case takes its share of. Its votes cast are those in favour and against. */
function baseOf(words: string | undefined, abstentionsCount: boolean | undefined): Base | null {
  const said = (words ?? 'present and voting').toLowerCase().replaceAll('_', ' ');
  const total = /^total (?<what>[a-z ]+)$/.exec(said)?.groups?.['what'];
  if (total !== undefined) {
    return { base: 'total-weight', weights: total.trim().replaceAll(' ', '-') };
  }
  if (/voting|votes cast/.test(said)) {
    return { base: abstentionsCount === true ? 'votes-cast' : 'present-and-voting' };
  }
  if (said.includes('present')) return { base: 'present' };
  return /member|part|eligible/.test(said) ? { base: 'eligible' } : null;
}

function conditionOf(clause: CaseClause, groupsBefore: number): Condition | null {
  const found = THRESHOLD.exec(String(clause.threshold ?? ''))?.groups;
  if (!found) return null;
  const base = baseOf(clause.base ?? found['base'], clause.abstain_counts);
  if (base === null) return null;
  const seats = { kind: 'seats', seats: GROUP } as const;
  const among = groupsBefore === 0 ? seats : ({ kind: 'not', of: seats } as const);
  return Condition.parse({
    kind: 'share',
    threshold: found['share'] ?? '',
    more: found['more'] !== undefined,
    ...base,
    ...(clause.group !== undefined && { among }),
  });
}

function severalOf(clauses: readonly CaseClause[]): Condition | null {
  let groups = 0;
  const conditions = clauses.map((clause) => {
    const condition = conditionOf(clause, groups);
    if (clause.group !== undefined) groups += 1;
    return condition;
  });
  const all = conditions.filter((one) => one !== null);
  return all.length < clauses.length || groups > 2 ? null : { kind: 'all', of: all };
}

function doubleMajority(rule: NonNullable<DecisionCase['rule']>): Condition | null {
  const { states, population, blocking_min: least } = rule;
  if (states === undefined || population === undefined) return null;
  const share = { kind: 'share', base: 'eligible' } as const;
  return Condition.parse({
    kind: 'all',
    of: [
      { ...share, threshold: String(states) },
      {
        ...share,
        threshold: String(population),
        weights: 'population',
        ...(least !== undefined && { blockingMembersMin: least }),
      },
    ],
  });
}

const NAMED = { name: 'case', title: { en: 'Rule of the case' } } as const;

/** What adopts, in a case that votes. Its `required` number stands in where it tells no base. */
function adoptingIn({ rule, required, yes, no }: DecisionCase): Condition | null {
  if (rule === undefined) return null;
  if (yes !== undefined && no === undefined && required !== undefined) {
    return Condition.parse({ kind: 'count', atLeast: `${required}` });
  }
  return doubleMajority(rule) ?? (rule.all ? severalOf(rule.all) : conditionOf(rule, 0));
}

const MANY_ABSTAIN = /abstentions > half of (?:the )?votes cast/i;
const HALF_ABSTAIN = {
  kind: 'share',
  of: 'abstain',
  base: 'votes-cast',
  threshold: '1/2',
  more: true,
};

/** A rule by consensus or silence; null where votes are counted. */
function unvotedRule({ rule, ref, body }: DecisionCase): DecisionRule | null {
  const citation = ref || body;
  if (rule?.objections_to_break !== undefined) {
    const silence = { hoursMin: 1, objectionsToBreak: rule.objections_to_break };
    return DecisionRule.parse({ ...NAMED, citation, method: 'silence', silence });
  }
  return /^consensus/i.test(rule?.default ?? '')
    ? DecisionRule.parse({ ...NAMED, citation, method: 'consensus' })
    : null;
}

/** The rule that a case states; null where it states none, or one in words that are not known. */
export function statedRule(given: DecisionCase): DecisionRule | null {
  const unvoted = unvotedRule(given);
  if (unvoted) return unvoted;
  const adoptedIf = adoptingIn(given);
  if (adoptedIf === null) return null;
  const postpones = given.rule?.postpone_if;
  if (postpones !== undefined && !MANY_ABSTAIN.test(postpones)) return null;
  return DecisionRule.parse({
    ...NAMED,
    citation: given.ref || given.body,
    method: 'vote',
    adoptedIf,
    postponedIf: postpones === undefined ? [] : [HALF_ABSTAIN],
  });
}

interface Known {
  readonly body: RegExp;
  readonly matter?: RegExp;
  readonly rule: readonly [body: StandardRules['body'], name: string];
}

/** Which of our tables a body's name in a case means; the first that fits. */
const TABLES: readonly Known[] = [
  { body: /UNSC|Security Council/, matter: /proced/, rule: ['un-security-council', 'procedure'] },
  { body: /UNSC|Security Council/, rule: ['un-security-council', 'substance'] },
  { body: /UNGA|General Assembly/, rule: ['un-general-assembly', 'simple-majority'] },
  { body: /EU Council/, rule: ['council-of-the-eu', 'qualified-majority'] },
  { body: /IMF/, rule: ['imf-board-of-governors', 'eighty-five-percent'] },
  { body: /Codex/, rule: ['codex-alimentarius-commission', 'majority-of-votes-cast'] },
  { body: /ITU/, rule: ['itu-conference', 'simple-majority'] },
  { body: /Treaty conference/, rule: ['treaty-conference', 'adoption'] },
  { body: /WTO/, rule: ['wto-general-council', 'consensus'] },
  { body: /NATO/, rule: ['nato-council', 'silence'] },
  { body: /Montreal/, rule: ['montreal-protocol-parties', 'adjustment'] },
  { body: /GEF/, rule: ['gef-council', 'double-majority'] },
];

const TWO_THIRDS = /^2\/3$/;

/** The rule of our own tables for the body of a case, on the last day of its year. */
export function tableRule(given: DecisionCase): DecisionRule | null {
  const { body, matter = '', rule, ref } = given;
  const year = /\b(?:19|20)\d\d\b/.exec(ref.replace(/^\S+/, ''))?.[0] ?? '2026';
  const found = TABLES.find(
    (one) => one.body.test(body) && (one.matter === undefined || one.matter.test(matter)),
  );
  if (!found) return null;
  const [table, name] = found.rule;
  const isImportant =
    table === 'un-general-assembly' && TWO_THIRDS.test(String(rule?.threshold ?? ''));
  const wanted = isImportant ? 'important-question' : name;
  const rules = standardRulesOn(table, `${year}-12-31`);
  return rules.find((one) => one.name === wanted) ?? null;
}
