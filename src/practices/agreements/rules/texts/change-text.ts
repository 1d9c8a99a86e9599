/** Changes that an amendment makes in a text, one after another. Pure. */
import {
  type Branch,
  branchIds,
  outlineOf,
  structureFault,
} from '../../../../standards/akoma-ntoso/outline.ts';
import type { Provision, TextChange } from '../../payloads/texts.ts';
import { isWithinProvision } from '../../provision.ts';

/** How many provisions from a place on belong to the one that stands there, itself included. */
function lengthAt(provisions: readonly Provision[], at: number): number {
  const wanted = provisions[at]?.id;
  const find = (branches: readonly Branch<Provision>[]): Branch<Provision> | null => {
    for (const branch of branches) {
      const found = branch.provision.id === wanted ? branch : find(branch.below);
      if (found) return found;
    }
    return null;
  };
  const branch = find(outlineOf(provisions));
  return branch ? branchIds(branch).length : 0;
}

/** Where an insertion goes: right after a provision that holds it, else after all below that. */
function placeAfter(provisions: readonly Provision[], at: number, first: Provision): number {
  const after = provisions[at];
  const isInside = after !== undefined && isWithinProvision(first.id, after.id);
  return isInside ? at + 1 : at + lengthAt(provisions, at);
}

/** A text with one change made in it, or why it cannot be made, in words. */
export function withChange(
  provisions: readonly Provision[],
  change: TextChange,
): Provision[] | string {
  const target = change.change === 'insert' ? change.after : change.provision;
  const at = provisions.findIndex(({ id }) => id === target);
  if (at === -1) return `there is no ${target} in it`;
  const next = spliced(provisions, at, change);
  return structureFault(next) ?? next;
}

function spliced(provisions: readonly Provision[], at: number, change: TextChange): Provision[] {
  if (change.change === 'insert') {
    const [first] = change.provisions;
    const place = first ? placeAfter(provisions, at, first) : at;
    return provisions.toSpliced(place, 0, ...change.provisions);
  }
  const by = change.change === 'replace' ? change.by : [];
  return provisions.toSpliced(at, lengthAt(provisions, at), ...by);
}
