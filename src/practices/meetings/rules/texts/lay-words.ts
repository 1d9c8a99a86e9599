/** Lays words down as a sequence: names runs, brackets and placeholders by their place. */
import {
  type Attribution,
  type Inline,
  attributed,
  isBracket,
  isPlaceholder,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Fact } from '../facts.ts';
import {
  type Holder,
  type Issue,
  type IssueKind,
  NESTED_MAX,
  type ProvisionNode,
  type Sequence,
  emptySequence,
} from './structure.ts';

/** Where a run stands. */
export interface RunPlace {
  readonly sequence: Sequence;
  readonly node: number;
}

/** What laying words down adds to. */
export interface Laid {
  readonly runs: Map<string, RunPlace>;
  readonly issues: Map<string, Issue>;
}

/** Of most issues nothing is said: they share it, and whoever says something makes another. */
const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** What an issue is before anybody said anything on it. */
export function newIssue(
  fact: Fact,
  given: Pick<Issue, 'id' | 'kind' | 'provision' | 'outer' | 'stretch'> &
    Partial<Pick<Issue, 'by' | 'proposers' | 'reason' | 'options' | 'attributions'>>,
): Issue {
  return {
    act: fact.act,
    by: [],
    proposers: NONE,
    passings: [],
    issuedAt: fact.issuedAt,
    recordedAt: fact.recordedAt,
    reason: null,
    options: [],
    attributions: [],
    stances: NONE,
    settlement: null,
    withdrawal: null,
    ...given,
  };
}

function depthOf(words: readonly Inline[]): number {
  const depths = words.filter(isBracket).map(({ alternatives }) => {
    const inner = alternatives.map((alternative) => depthOf(attributed(alternative).words));
    return 1 + Math.max(...inner);
  });
  return Math.max(0, ...depths);
}

/** Whether words, laid down at a depth, would nest deeper than is taken. */
export function isTooDeep(words: readonly Inline[], depth: number): boolean {
  return depth + depthOf(words) > NESTED_MAX;
}

/** Counts the runs and issues of one origin through all its words. */
export class WordLayer {
  readonly #name: string;
  readonly #fact: Fact;
  readonly #provision: ProvisionNode;
  readonly #laid: Laid;
  #runs = 0;
  #issues = 0;

  /** `name` is that of the provision or change whose words they are. */
  constructor(name: string, fact: Fact, provision: ProvisionNode, laid: Laid) {
    this.#name = name;
    this.#fact = fact;
    this.#provision = provision;
    this.#laid = laid;
  }

  lay(words: readonly Inline[], sequence: Sequence): void {
    for (const inline of words) {
      if (isBracket(inline)) this.#layBracket(inline.alternatives.map(attributed), sequence);
      else if (isPlaceholder(inline)) this.#layPlaceholder(inline.placeholder, sequence);
      else {
        const run = this.#layRun(sequence);
        this.#place(sequence, inline.length, { kind: 'run', run, text: inline });
      }
    }
  }

  #place(sequence: Sequence, width: number, node: Sequence['nodes'][number]): void {
    const start = sequence.starts.at(-1) ?? 0;
    sequence.nodes.push(node);
    sequence.starts.push(start + width);
  }

  #layRun(sequence: Sequence): string {
    const run = `${this.#name}.${this.#runs}`;
    this.#runs += 1;
    this.#laid.runs.set(run, { sequence, node: sequence.nodes.length });
    return run;
  }

  #issue(kind: IssueKind, outer: Sequence, more: Pick<Issue, 'options' | 'attributions'>): Issue {
    const from = outer.starts.at(-1) ?? 0;
    const issue = newIssue(this.#fact, {
      id: `${this.#name}:${this.#issues}`,
      kind,
      provision: this.#provision,
      outer,
      stretch: { from, to: from + 1 },
      ...more,
    });
    this.#issues += 1;
    this.#laid.issues.set(issue.id, issue);
    return issue;
  }

  #layPlaceholder(label: string, sequence: Sequence): void {
    const issue = this.#issue('placeholder', sequence, { options: [], attributions: [] });
    const run = this.#layRun(sequence);
    this.#place(sequence, 1, { kind: 'placeholder', run, label, issue });
  }

  #layBracket(
    alternatives: readonly (Attribution & { readonly words: readonly Inline[] })[],
    sequence: Sequence,
  ): void {
    const options: Sequence[] = [];
    const attributions = alternatives.map(({ by, supportedBy, opposedBy }) => ({
      by,
      supportedBy,
      opposedBy,
    }));
    const issue = this.#issue('bracket', sequence, { options, attributions });
    const node = sequence.nodes.length;
    this.#place(sequence, 1, { kind: 'bracket', issue });
    for (const [number, { words }] of alternatives.entries()) {
      const holder: Holder = { kind: 'alternative', issue, number, outer: sequence, node };
      const option = emptySequence(holder, sequence.depth + 1);
      options.push(option);
      this.lay(words, option);
    }
  }
}
