/**
 * A text under negotiation: a fold over the acts of its register. Whatever order the changes of
 * different delegations arrive in, the same text comes out; what is settled, withdrawn and said
 * last goes by the order of admission.
 */
import type { TabledText } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import type { Placing } from './change-target.ts';
import { Standings } from './standing.ts';
import type { Issue } from './structure.ts';
import { TextFold, type TextVersion } from './text-fold.ts';

export interface TextState {
  readonly name: string;
  readonly opening: Fact<TabledText>;
  /** Provisions and runs, as changes point at them. */
  readonly structure: Placing;
  /** Everything that is or was not agreed, by name. */
  readonly issues: ReadonlyMap<string, Issue>;
  /** What has become of each of them. */
  readonly standings: Standings;
  /** Versions that were issued, the latest last. */
  readonly versions: readonly TextVersion[];
  /** Whether a version ended the negotiation. */
  readonly isFinal: boolean;
  /** Acts that point at something that is not there, or that the reader may not see. */
  readonly unplaced: readonly Fact[];
}

/** What a fold has come to, or null where no act tabled the text yet. */
export function stateOf(name: string, fold: TextFold): TextState | null {
  const { opening, issues, versions, unplaced } = fold;
  if (opening === null) return null;
  return {
    name,
    opening,
    structure: fold,
    issues,
    standings: new Standings(),
    versions,
    isFinal: versions.some((version) => version.isFinal),
    unplaced,
  };
}

/** The text that the acts make; null where none of them tables it. */
export function foldText(name: string, facts: readonly Fact[]): TextState | null {
  const fold = new TextFold();
  for (const fact of facts) fold.admit(fact);
  return stateOf(name, fold);
}

/** The text as it was after an act; null where there is none such. */
export function foldVersion(name: string, facts: readonly Fact[], act: string): TextState | null {
  const at = facts.findIndex((fact) => fact.act === act);
  return at === -1 ? null : foldText(name, facts.slice(0, at + 1));
}
