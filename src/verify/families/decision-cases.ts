/** Real decisions with what came out of them, held against what the engine computes. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DecisionRule } from '../../practices/meetings/payloads/decision-rule.ts';
import { decide } from '../../practices/meetings/rules/deciding/decide.ts';
import type { Outcome as Decided, Poll } from '../../practices/meetings/rules/deciding/poll.ts';
import { type Populations, pollOfCase } from '../decisions/case-polls.ts';
import { statedRule, tableRule } from '../decisions/case-rules.ts';
import { CaseFile, DecisionCase, type Known, knownOf } from '../decisions/case-shape.ts';
import type { Family, Outcome, TruthFolder } from '../family.ts';
import { truthTable } from '../truth-tables.ts';

const FILE = 'meetings/decision-cases.json';
const PEOPLE = 'meetings/eu27-population.csv';
const NAME = 'meetings/decisions';

function populationsIn(folder: TruthFolder): Populations {
  const table = truthTable(folder.read(PEOPLE) ?? new Uint8Array());
  if (typeof table === 'string') return new Map();
  return new Map(table.rows.map((row) => [row('code'), row('population')]));
}

/** The outcome as the case's words tell it: adopted or not, and why where they say so. */
function inWords(kind: string, { kind: known }: Known): string {
  if (kind === 'adopted') return 'adopted';
  return known === null ? 'not adopted' : `not adopted: ${kind}`;
}

/** What a case says and asks, ready to be decided; or what it lacks. */
function prepared(
  given: DecisionCase,
  rule: DecisionRule | null,
  populations: Populations,
): { poll: Poll; known: Known } | string {
  const known = knownOf(given.outcome);
  if (known === null) return `its outcome is in words that are not known: ${given.outcome}`;
  if (rule === null) return 'its rule is in words that are not known';
  const poll = pollOfCase(given, rule, populations);
  return poll === null ? 'it does not say what was voted' : { poll, known };
}

function held(given: DecisionCase, decided: Decided, known: Known): string | null {
  const expected = known.isAdopted ? 'adopted' : inWords(known.kind ?? 'not', known);
  const found = inWords(decided.outcome, known);
  const needed = decided.tests[0]?.needed?.numerator;
  if (found !== expected) return `${found}, known is ${expected}; ${decided.finding.text ?? ''}`;
  return given.required === undefined || needed === BigInt(given.required)
    ? null
    : `${needed ?? 'no'} votes needed, known are ${given.required}`;
}

function outcomeOf(
  given: DecisionCase,
  rule: DecisionRule | null,
  populations: Populations,
): Outcome {
  const name = [given.body, given.ref].filter((words) => words !== '').join(', ');
  const ready = prepared(given, rule, populations);
  if (typeof ready === 'string') return { case: name, outcome: 'not-at-hand', reason: ready };
  const decided = decide(ready.poll);
  const reason = isRefusal(decided) ? decided.reason : held(given, decided, ready.known);
  return reason === null
    ? { case: name, outcome: 'reproduced' }
    : { case: name, outcome: 'missed', reason };
}

function casesIn(folder: TruthFolder): DecisionCase[] | string {
  const bytes = folder.read(FILE);
  try {
    const text: unknown = JSON.parse(Buffer.from(bytes ?? new Uint8Array()).toString('utf8'));
    return CaseFile.parse(text).cases.map((one) => DecisionCase.parse(one));
  } catch (error) {
    return `${FILE} is not such a list: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
}

export const decisionCases: Family = {
  files: [FILE],
  run(folder) {
    const cases = casesIn(folder);
    if (typeof cases === 'string') {
      const outcomes = [{ case: FILE, outcome: 'not-at-hand', reason: cases } as const];
      return Promise.resolve([{ name: NAME, outcomes }]);
    }
    const populations = populationsIn(folder);
    const own = cases.map((one) => outcomeOf(one, statedRule(one) ?? tableRule(one), populations));
    const tables = cases.flatMap((one) => {
      const rule = tableRule(one);
      return rule === null ? [] : [outcomeOf(one, rule, populations)];
    });
    return Promise.resolve([
      { name: NAME, outcomes: own },
      { name: `${NAME}-by-our-tables`, outcomes: tables },
    ]);
  },
};
