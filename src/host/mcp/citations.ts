/** What an answer rests on, gathered from wherever it stands in it, so that it can be cited. */

export const CITED_MAX = 40;
const DEPTH_MAX = 24;
const ACT = /^[0-9a-f]{64}$/;

export interface Cited {
  /** Provisions of law, as lawyers cite them, and the rule that rests on each. */
  readonly rules: readonly { readonly citation: string; readonly says: string }[];
  /** Addresses of the acts. */
  readonly acts: readonly string[];
  /** How many acts are not named here; the answer names them. */
  readonly moreActs: number;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Each object within a value, outermost first. */
function* objectsIn(value: unknown, depth = 0): Generator<Readonly<Record<string, unknown>>> {
  if (depth > DEPTH_MAX) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item, depth + 1);
  } else if (isRecord(value)) {
    yield value;
    for (const item of Object.values(value)) yield* objectsIn(item, depth + 1);
  }
}

/** The rules and acts that an answer names; `origin` is where the node is reached. */
export function citationsIn(answer: unknown, origin: string): Cited {
  const rules = new Map<string, string>();
  const acts = new Set<string>();
  for (const { citation, text, act } of objectsIn(answer)) {
    const cited = textOf(citation);
    if (cited !== '' && !rules.has(cited)) rules.set(cited, textOf(text));
    if (ACT.test(textOf(act))) acts.add(`${origin}/acts/${textOf(act)}`);
  }
  return {
    rules: [...rules].slice(0, CITED_MAX).map(([citation, says]) => ({ citation, says })),
    acts: [...acts].slice(0, CITED_MAX),
    moreActs: Math.max(0, acts.size - CITED_MAX),
  };
}
