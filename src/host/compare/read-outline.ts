/** Reads what a page says off its markup, in the page's own order. */
import {
  type Block,
  type Kind,
  type Outline,
  placeOf,
  withoutDays,
  withoutNumbers,
} from './blocks.ts';
import {
  type Element,
  type Node,
  attributeOf,
  below,
  firstBelow,
  hasClass,
  isElement,
  readHtml,
  timelessWordsOf,
  wordsOf,
} from './markup.ts';

/** What is no statement of the page: what leads elsewhere, and what is filled in. */
const PASSED = new Set(
  'form nav script style template button input select textarea noscript dialog svg hr br'.split(
    ' ',
  ),
);
const PASSED_CLASSES = ['table-foot', 'picture-links', 'downloads'];
/** What says what marks in a picture mean: it stands with the picture. */
const LEGEND = /\blegend|-legend\b|-key\b/;

/** What stands by itself, never within a sentence. */
const BLOCKS = new Set(
  (
    'address article aside blockquote details div dl figure figcaption h1 h2 h3 h4 h5 h6 header ' +
    'hr li main ol p pre section summary table ul form nav'
  ).split(' '),
);
/** An item or a card that holds one of these is read piece by piece. */
const PARTED = new Set('table section details article li figure dl'.split(' '));
/** At the end of these, the sections that began within them end. */
const BOUNDS = new Set('section aside details article main'.split(' '));
const HEADING = /^h([1-6])$/;
/** A fold's summary heads what is folded, below all headings. */
const SUMMARY_LEVEL = 7;

interface Heading {
  readonly level: number;
  readonly key: string;
  readonly words: string;
}

interface Reading {
  /** Forms of the page's own day, which it may name in a sentence. */
  readonly days: readonly string[];
  readonly blocks: Block[];
  readonly sections: Map<string, readonly string[]>;
  headings: readonly Heading[];
  /** The name of a section whose heading is still to come. */
  named: string | null;
  next: string | null;
}

const sectionIn = ({ headings }: Reading): string => headings.map(({ key }) => key).join(' › ');

function linkIn(one: Element): string | undefined {
  const links = one.tagName === 'a' ? [one] : below(one).filter(({ tagName }) => tagName === 'a');
  const href = links.map((link) => attributeOf(link, 'href')).find(Boolean);
  return href === undefined ? undefined : placeOf(href);
}

type Said = Pick<Block, 'element' | 'text'> &
  Partial<Pick<Block, 'likeness' | 'loosely' | 'plain' | 'cells' | 'table'>>;

function tell(reading: Reading, kind: Kind, { likeness = [], ...said }: Said): void {
  const section = sectionIn(reading);
  if (!reading.sections.has(section)) {
    reading.sections.set(
      section,
      reading.headings.map(({ words }) => words),
    );
  }
  reading.blocks.push({ ...said, kind, section, likeness });
}

function readSentence(reading: Reading, element: Element): void {
  const text = wordsOf(element);
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const plain = withoutDays(text, reading.days);
  const loosely = `${element.tagName}.${attributeOf(element, 'class') ?? ''}`;
  const likeness = [plain, withoutNumbers(timelessWordsOf(element))];
  tell(reading, 'sentence', { element, text, plain, likeness, loosely });
}

function readItem(reading: Reading, element: Element): void {
  const text = wordsOf(element);
  const link = linkIn(element);
  // What leads from a fold to another place on the page says again what stands there.
  const isAgain =
    link?.startsWith('#') === true && reading.headings.at(-1)?.level === SUMMARY_LEVEL;
  if (text === '' || isAgain) return;
  const likeness = [`${link ?? ''} ${withoutNumbers(text)}`];
  tell(reading, 'item', { element, text, likeness, ...(link && { loosely: link }) });
}

function readHeading(reading: Reading, element: Element, level: number): void {
  const words = wordsOf(element);
  const plain = withoutDays(words, reading.days);
  const key = level === 1 ? 'h1' : (reading.named ?? withoutNumbers(timelessWordsOf(element)));
  reading.named = null;
  const above = reading.headings.filter((heading) => heading.level < level);
  reading.headings = [...above, { level, key, words }];
  tell(reading, 'heading', { element, text: words, plain, likeness: [''] });
}

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'th' || tagName === 'td');

function readRow(reading: Reading, row: Element, columns: readonly string[], table: string): void {
  const cells = cellsOf(row).map((element, at) => ({
    column: columns[at] ?? '',
    text: wordsOf(element),
    element,
  }));
  const [first] = cells;
  if (first === undefined) return;
  const name = linkIn(first.element) ?? `${first.text} ${linkIn(row) ?? ''}`;
  const text = cells.map((cell) => cell.text).join(' | ');
  tell(reading, 'row', { element: row, text, likeness: [`${table} ${name}`], cells, table });
}

function readTable(reading: Reading, table: Element, name: string): void {
  const inside = below(table);
  const head = inside.find(({ tagName }) => tagName === 'thead');
  const [headRow] = head === undefined ? [] : below(head).filter((one) => one.tagName === 'tr');
  const columns = headRow === undefined ? [] : cellsOf(headRow).map(wordsOf);
  const heads = new Set(head === undefined ? [] : below(head));
  for (const row of inside.filter((one) => one.tagName === 'tr' && !heads.has(one))) {
    readRow(reading, row, columns, name);
  }
}

/** A table may stand folded in two, and is one. */
function readTables(reading: Reading, element: Element): void {
  const tables = [element, ...below(element)].filter(({ tagName }) => tagName === 'table');
  const [caption] = tables.map((table) => firstBelow(table, 'caption'));
  const name = caption === undefined ? '' : withoutDays(wordsOf(caption), reading.days);
  for (const table of tables) readTable(reading, table, name);
}

function readTerms(reading: Reading, list: Element): void {
  let term: Element | undefined;
  for (const one of below(list)) {
    if (one.tagName === 'dt') term = one;
    if (one.tagName !== 'dd') continue;
    const name = term === undefined ? '' : wordsOf(term);
    const text = wordsOf(one);
    const cells = [
      { column: '', text: name, element: term ?? one },
      { column: '', text, element: one },
    ];
    tell(reading, 'term', { element: one, text: `${name}: ${text}`, likeness: [name], cells });
  }
}

/** How something is drawn, without the names by which its parts find each other. */
const drawnIn = (figure: Element): string =>
  [figure, ...below(figure)]
    .flatMap(({ tagName, attrs }) => [
      tagName,
      ...attrs.filter(({ name }) => name !== 'href').map(({ value }) => value),
    ])
    .join(' ');

function readFigure(reading: Reading, figure: Element): void {
  if (firstBelow(figure, 'svg') !== undefined) {
    const name = attributeOf(figure, 'id') ?? attributeOf(figure, 'class') ?? '';
    const text = `${drawnIn(figure)} ${wordsOf(figure)}`;
    tell(reading, 'picture', { element: figure, text, likeness: [name] });
  }
  readWithin(reading, figure);
}

const isParted = (one: Element): boolean => below(one).some(({ tagName }) => PARTED.has(tagName));

const isPassed = (one: Element): boolean =>
  PASSED.has(one.tagName) ||
  PASSED_CLASSES.some((name) => hasClass(one, name)) ||
  LEGEND.test(attributeOf(one, 'class') ?? '');

function readBounded(reading: Reading, element: Element): void {
  const { headings } = reading;
  reading.named = attributeOf(element, 'id') ?? null;
  readWithin(reading, element);
  reading.named = null;
  reading.headings = headings;
}

const isFold = (one: Element['parentNode']): boolean =>
  one !== null && 'tagName' in one && hasClass(one, 'fold');

/** Whether it is read in a way of its own. */
function readOwn(reading: Reading, element: Element): boolean {
  const { tagName } = element;
  // What is folded because it is long goes on with what stands before it.
  if (tagName === 'summary' && isFold(element.parentNode)) return true;
  const level = tagName === 'summary' ? SUMMARY_LEVEL : Number(HEADING.exec(tagName)?.[1] ?? 0);
  if (level > 0) readHeading(reading, element, level);
  else if (tagName === 'table' || hasClass(element, 'data-table')) readTables(reading, element);
  else if (tagName === 'dl') readTerms(reading, element);
  else if (tagName === 'figure') readFigure(reading, element);
  else if ((tagName === 'li' || tagName === 'article') && !isParted(element)) {
    readItem(reading, element);
  } else return false;
  return true;
}

function readElement(reading: Reading, element: Element): void {
  if (isPassed(element)) {
    const next = below(element).find((one) => attributeOf(one, 'rel') === 'next');
    if (next !== undefined) reading.next = attributeOf(next, 'href') ?? null;
    return;
  }
  if (readOwn(reading, element)) return;
  if (BOUNDS.has(element.tagName)) readBounded(reading, element);
  else readWithin(reading, element);
}

const isBlock = (node: Node): node is Element =>
  isElement(node) &&
  (BLOCKS.has(node.tagName) || below(node).some(({ tagName }) => BLOCKS.has(tagName)));

/** What stands within an element: blocks each by itself, and the words between them. */
function readWithin(reading: Reading, element: Element): void {
  let run: Node[] = [];
  const end = () => {
    const childNodes = run.filter((node) => !isElement(node) || !isPassed(node));
    if (childNodes.length > 0) readSentence(reading, { ...element, attrs: [], childNodes });
    run = [];
  };
  const { childNodes } = element;
  if (!childNodes.some(isBlock)) {
    readSentence(reading, element);
    return;
  }
  for (const node of childNodes) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    end();
    readElement(reading, node);
  }
  end();
}

/** What the body of a page says. */
export function readOutline(html: string, days: readonly string[]): Outline {
  const reading: Reading = {
    days,
    blocks: [],
    sections: new Map(),
    headings: [],
    named: null,
    next: null,
  };
  readWithin(reading, readHtml(html));
  const { blocks, sections, next } = reading;
  return { blocks, sections, next };
}
