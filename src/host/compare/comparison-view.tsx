/** What two days do not have in common, as components show it. */
import { raw } from 'hono/html';
import { serialize, serializeOuter } from 'parse5';
import type {
  ChangedPart,
  ChangedThing,
  ComparedSection,
  Listed,
  ListedRows,
  PictureOfDay,
} from '../../ui/comparison/comparison.tsx';
import type { Content } from '../../ui/markup.ts';
import type { Block, Cell, Kind } from './blocks.ts';
import type { Change, ChangedSection } from './compare-outlines.ts';
import { type Element, forReading, spaced, takenOff, withoutActs } from './markup.ts';

/** The whole pages of both days, for links to places on them. */
export interface Pages {
  readonly before: string;
  readonly after: string;
}

type Side = keyof Pages;

/** The page wrote this markup itself, so that it is escaped already. */
const inner = (one: Element, side: Side, pages: Pages): Content =>
  raw(serialize(takenOff(forReading(one), { prefix: `${side}-`, page: pages[side] })));

/** A sentence or an item, whose parts the page had set apart. */
const line = (one: Element, side: Side, pages: Pages): Content => inner(spaced(one), side, pages);

const outer = (one: Element, side: Side, pages: Pages): Content =>
  raw(serializeOuter(takenOff(one, { prefix: `${side}-`, page: pages[side] })));

/** Cells by their columns: a column may be there on one of the days alone. */
function byColumn(cells: readonly Cell[]): Map<string, Cell> {
  return new Map(cells.map((cell, at) => [cell.column || String(at), cell]));
}

function partsOf(before: Block, after: Block, pages: Pages): ChangedPart[] {
  const [ours, theirs] = [byColumn(before.cells ?? []), byColumn(after.cells ?? [])];
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((key) => {
    const [one, other] = [ours.get(key), theirs.get(key)];
    if (one?.text === other?.text) return [];
    const column = (other ?? one)?.column ?? '';
    return [
      {
        column,
        before: one ? inner(one.element, 'before', pages) : '–',
        after: other ? inner(other.element, 'after', pages) : '–',
      },
    ];
  });
}

function changedThing(before: Block, after: Block, pages: Pages): ChangedThing {
  const [name] = after.cells ?? [];
  if (name === undefined) {
    const parts = {
      before: line(before.element, 'before', pages),
      after: line(after.element, 'after', pages),
    };
    return { parts: [parts] };
  }
  const parts = partsOf(before, after, pages);
  return { name: inner(name.element, 'after', pages), parts };
}

function rowsOf(blocks: readonly Block[], side: Side, pages: Pages): ListedRows[] {
  const tables = Map.groupBy(blocks, ({ table, cells }) =>
    JSON.stringify([table, cells?.map(({ column }) => column)]),
  );
  return [...tables.values()].map((rows) => ({
    caption: rows[0]?.table ?? '',
    columns: rows[0]?.cells?.map(({ column }) => column) ?? [],
    rows: rows.map(({ cells = [] }) => cells.map((cell) => inner(cell.element, side, pages))),
  }));
}

/** Of longer lists, what leads to each act is on the whole page alone. */
const LINKED_MAX = 60;

const unlinked = (block: Block): Block => ({
  ...block,
  element: withoutActs(block.element),
  ...(block.cells && {
    cells: block.cells.map((cell) => ({ ...cell, element: withoutActs(cell.element) })),
  }),
});

function listed(blocks: readonly Block[], side: Side, pages: Pages): Listed {
  const told = blocks.filter(({ kind }) => kind !== 'picture');
  const counted = told.length > LINKED_MAX ? told.map(unlinked) : told;
  const rows = counted.filter(({ kind }) => kind === 'row');
  const items = counted.filter(({ kind }) => kind === 'sentence' || kind === 'item');
  const terms = counted.filter(({ kind }) => kind === 'term');
  return {
    count: counted.length,
    tables: [...rowsOf(terms, side, pages), ...rowsOf(rows, side, pages)],
    items: items.map(({ element }) => line(element, side, pages)),
  };
}

const isOf = (kind: Kind) => (change: Change) => (change.after ?? change.before)?.kind === kind;

const pictureOf = ({ before, after }: Change, pages: Pages): PictureOfDay => ({
  before: before && outer(before.element, 'before', pages),
  after: after && outer(after.element, 'after', pages),
});

/** Words for a section: the headings below the page's own, from the outermost on. */
export function titleOf({ title }: ChangedSection, head: string): string {
  return title.slice(1).join(' · ') || head;
}

/** A section as it is shown. */
export function sectionView(section: ChangedSection, head: string, pages: Pages): ComparedSection {
  const { changes } = section;
  const changed = changes.flatMap(({ before, after }) =>
    before && after && after.kind !== 'picture' ? [changedThing(before, after, pages)] : [],
  );
  const came = changes.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const went = changes.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  return {
    title: titleOf(section, head),
    changed,
    came: listed(came, 'after', pages),
    went: listed(went, 'before', pages),
    pictures: changes.filter(isOf('picture')).map((change) => pictureOf(change, pages)),
  };
}
