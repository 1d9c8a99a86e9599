/** What two readings of a page do not have in common, by section, in the page's own order. */
import type { Block, Kind, Outline } from './blocks.ts';
import { type Met, meet } from './pairing.ts';

/** What came, what went, or what says something else. */
export type Change = Met<Block>;

export interface ChangedSection {
  /** What it is called, from the outermost heading to its own. */
  readonly title: readonly string[];
  readonly changes: readonly Change[];
}

export interface Counts {
  readonly came: number;
  readonly went: number;
  readonly changed: number;
  readonly same: number;
}

export interface Comparison {
  readonly counts: Counts;
  readonly sections: readonly ChangedSection[];
}

/** In this order a section tells of them. */
const KINDS: readonly Kind[] = ['heading', 'sentence', 'term', 'row', 'item', 'picture'];
/** A heading that came or went is that of what came or went; pictures show what is told anyway. */
const UNCOUNTED = new Set<Kind>(['heading', 'picture']);

type Grouped = ReadonlyMap<string, readonly Block[]>;

const keyOf = (section: string, kind: Kind): string => `${kind}\n${section}`;

function grouped({ blocks }: Outline): Grouped {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    const key = keyOf(block.section, block.kind);
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [block]);
    else held.push(block);
  }
  return groups;
}

const kindOf = ({ before, after }: Change): Kind | undefined => (after ?? before)?.kind;
const isSame = ({ before, after }: Change): boolean =>
  before?.text === after?.text || (before?.plain !== undefined && before.plain === after?.plain);
const isTold = (change: Change): boolean =>
  kindOf(change) !== 'heading' || (change.before !== null && change.after !== null);

/**
 * Of a list that goes on elsewhere, what stands after the last that both have may stand there, and
 * is not told.
 */
function untilLastShared(changes: readonly Change[]): readonly Change[] {
  const last = changes.findLastIndex(({ before, after }) => before !== null && after !== null);
  return changes.slice(0, last + 1);
}

const isListed = (kind: Kind): boolean => kind === 'row' || kind === 'item';

function countsOf(changes: readonly Change[]): Counts {
  const counted = changes.filter((change) => !UNCOUNTED.has(kindOf(change) ?? 'heading'));
  const came = counted.filter(({ before }) => before === null).length;
  const went = counted.filter(({ after }) => after === null).length;
  const same = counted.filter(isSame).length;
  return { came, went, same, changed: counted.length - came - went - same };
}

/** The sections of both, in the order of the second. */
function sectionsOf(before: Outline, after: Outline): string[] {
  const [ours, theirs] = [before, after].map(({ sections }) =>
    [...sections.keys()].map((text) => ({ text, likeness: [] })),
  );
  return meet(ours ?? [], theirs ?? []).map((one) => (one.after ?? one.before)?.text ?? '');
}

/** Compares what a page said with what it says. Of lists cut short, only what both surely lack. */
export function compareOutlines(before: Outline, after: Outline): Comparison {
  const [ours, theirs] = [grouped(before), grouped(after)];
  const goesOn = before.next !== null || after.next !== null;
  const sections = sectionsOf(before, after).map((section) => {
    const changes = KINDS.flatMap((kind) => {
      const key = keyOf(section, kind);
      const met = meet(ours.get(key) ?? [], theirs.get(key) ?? []);
      return goesOn && isListed(kind) ? untilLastShared(met) : met;
    });
    const title = after.sections.get(section) ?? before.sections.get(section) ?? [];
    return { title, changes: changes.filter(isTold) };
  });
  const counts = countsOf(sections.flatMap(({ changes }) => changes));
  const changed = sections.map((one) => {
    return { ...one, changes: one.changes.filter((change) => !isSame(change)) };
  });
  return { counts, sections: changed.filter(({ changes }) => changes.length > 0) };
}
