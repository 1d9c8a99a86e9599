/** Where a change points, or why it points nowhere. */
import { said } from '../../../../kernel/said.ts';
import type { Inline } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Change } from '../../payloads/negotiating-text.ts';
import { type Laid, isTooDeep } from './lay-words.ts';
import { type Astray, isAstray, positionOf, stretchOf } from './places.ts';
import { NESTED_MAX, type ProvisionNode, type Sequence, type Stretch } from './structure.ts';

/** What changes are put into. */
export interface Placing extends Laid {
  readonly provisions: Map<string, ProvisionNode>;
  readonly top: ProvisionNode[];
  readonly firsts: ProvisionNode[];
}

export interface InlineTarget {
  readonly sequence: Sequence;
  readonly stretch: Stretch;
}
/** Between which provisions: after one, or null: before all under the parent. */
export interface GapTarget {
  readonly after: ProvisionNode | null;
  readonly parent: ProvisionNode | null;
}
export interface WholeTarget {
  readonly provision: ProvisionNode;
}

type InsertProvision = Extract<Change, { kind: 'insert-provision' }>;

const TOO_DEEP: Astray = {
  astray: said('Changes, brackets or provisions nest beyond {$nestedMax}.', {
    nestedMax: NESTED_MAX,
  }),
};
const unknown = (name: string): Astray => ({
  astray: said('The text has no provision {$name}.', { name }),
});

/** Where a change points, or why it points nowhere. Changes nothing. */
export function targetOf(
  placing: Placing,
  change: Change,
): InlineTarget | GapTarget | WholeTarget | Astray {
  const target = findTarget(placing, change);
  if (isAstray(target)) return target;
  const words: readonly Inline[] = 'words' in change ? change.words : [];
  const depth = 'sequence' in target ? target.sequence.depth + 1 : 1;
  return isTooDeep(words, depth) ? TOO_DEEP : target;
}

function findTarget(placing: Placing, change: Change): ReturnType<typeof targetOf> {
  if (change.kind === 'insert') {
    const found = positionOf(placing.runs, change.at);
    if (isAstray(found)) return found;
    return { sequence: found.sequence, stretch: { from: found.at, to: found.at } };
  }
  if ('from' in change) return stretchOf(placing.runs, change.from, change.to);
  if (change.kind === 'insert-provision') {
    const isOption = change.provisionKind === 'option';
    return isOption ? { astray: said('Options are tabled together.') } : gapOf(placing, change);
  }
  const provision = placing.provisions.get(change.provision);
  return provision === undefined ? unknown(change.provision) : { provision };
}

function gapOf({ provisions }: Placing, change: InsertProvision): GapTarget | Astray {
  const { after, parent } = change;
  const above = parent === undefined ? null : (provisions.get(parent) ?? unknown(parent));
  if (above !== null && isAstray(above)) return above;
  if (above !== null && provisionDepth(above) >= NESTED_MAX) return TOO_DEEP;
  if (after === null || after === parent) return { after: null, parent: above };
  return gapAfter(provisions.get(after) ?? unknown(after), above);
}

function gapAfter(before: ProvisionNode | Astray, above: ProvisionNode | null): GapTarget | Astray {
  if (isAstray(before)) return before;
  if (above === null || before.parent === above) return { after: before, parent: before.parent };
  return {
    astray: said('{$provision} does not stand under {$above}.', {
      provision: before.id,
      above: above.id,
    }),
  };
}

/** How many provisions stand around one. */
export function provisionDepth({ parent }: ProvisionNode): number {
  let depth = 0;
  for (let around = parent; around !== null; around = around.parent) depth += 1;
  return depth;
}
