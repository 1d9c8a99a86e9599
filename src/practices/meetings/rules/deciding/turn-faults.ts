/** What is wrong with what a rule asks beforehand, or falls back on. */
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Fault } from './leaf-faults.ts';

type Method = DecisionRule['method'];
/** A question that has an answer: yes or no. */
const ANSWERS: readonly Method[] = ['vote', 'consensus'];
const PATHS = ['preliminary', 'fallback'] as const;

function fits(path: (typeof PATHS)[number], own: Method, other: Method): string | null {
  if (path === 'preliminary') {
    if (!ANSWERS.includes(own)) return `nothing is asked before a rule by ${own} applies`;
    return ANSWERS.includes(other) ? null : `a rule by ${other} answers no preliminary question`;
  }
  if (own === 'election')
    return 'an election that fills no seat has other ballots, and no other rule';
  return other === 'election' ? 'what was not adopted is not put to an election' : null;
}

/** Names of rules that the body has, and by which such a question can be decided. */
export function turnFaults(
  rule: DecisionRule,
  methods: ReadonlyMap<string, Method>,
): readonly (readonly [path: string, fault: Fault])[] {
  return PATHS.flatMap((path): [string, Fault][] => {
    const name = rule[path];
    if (name === undefined) return [];
    const other = methods.get(name);
    if (other === undefined) return [[path, ['unknown', `the body has no rule ${name}`]]];
    const why = fits(path, rule.method, other);
    return why === null ? [] : [[path, ['unread', why]]];
  });
}
