/**
 * The little of Markdown that the user guide is written in: headings, paragraphs, lists, pictures,
 * commands, and in a line bold words, code and links. All else is read as the words that it is.
 */

/** Words of one kind within a line. */
export type Span =
  | { readonly kind: 'plain' | 'strong' | 'code'; readonly words: string }
  | { readonly kind: 'link'; readonly words: string; readonly target: string };

/** What stands under one another. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly words: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Span[][] }
  | { readonly kind: 'commands'; readonly words: string }
  | { readonly kind: 'picture'; readonly file: string; readonly says: string };

const SPAN = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^()\s]+)\)/g;
/** Another task, a page of the node, or an address by https; what a script could be is none. */
const TARGET =
  /^(?:[a-z0-9-]+\.md|(?:\.\.\/)+[A-Za-z0-9/.-]+\.md|\/(?!\/)[^\s]*|https:\/\/[^\s]+)$/;

function spanOf([whole, strong, code, words, target]: RegExpExecArray): Span {
  if (strong !== undefined) return { kind: 'strong', words: strong };
  if (code !== undefined) return { kind: 'code', words: code };
  const isSafe = words !== undefined && target !== undefined && TARGET.test(target);
  return isSafe ? { kind: 'link', words, target } : { kind: 'plain', words: whole };
}

/** The words of a line, told apart. */
export function spansIn(line: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(SPAN)) {
    if (match.index > from) spans.push({ kind: 'plain', words: line.slice(from, match.index) });
    spans.push(spanOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) spans.push({ kind: 'plain', words: line.slice(from) });
  return spans;
}

const FENCE = '```';
const HEADING = /^(#{1,3}) +(.+)$/;
const PICTURE = /^!\[([^\]]*)\]\((?:[^()\s]*\/)?([a-z0-9-]+\.png)\)$/;
const ITEM = /^(?:(-)|\d+\.) +(.+)$/;
const CONTINUED = /^ {2,}(.+)$/;

/** Lines that go together: nothing between them, and no item, heading or picture begins. */
function isBegin(line: string): boolean {
  return line === '' || [HEADING, PICTURE, ITEM].some((one) => one.test(line)) || line === FENCE;
}

function listAt(lines: readonly string[], from: number): { block: Block; next: number } {
  const ordered = !lines[from]?.startsWith('-');
  const items: string[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const [, bullet, first] = ITEM.exec(line) ?? [];
    const [, more] = CONTINUED.exec(line) ?? [];
    if (first !== undefined && (bullet === undefined) === ordered) items.push(first);
    else if (more !== undefined) items.push(`${items.pop() ?? ''} ${more}`);
    else break;
  }
  return { block: { kind: 'list', ordered, items: items.map(spansIn) }, next };
}

function untilFence(lines: readonly string[], from: number): { block: Block; next: number } {
  const end = lines.indexOf(FENCE, from + 1);
  const last = end === -1 ? lines.length : end;
  return {
    block: { kind: 'commands', words: lines.slice(from + 1, last).join('\n') },
    next: last + 1,
  };
}

function paragraphAt(lines: readonly string[], from: number): { block: Block; next: number } {
  let next = from + 1;
  while (next < lines.length && !isBegin(lines[next] ?? '')) next += 1;
  const words = lines.slice(from, next).join(' ');
  return { block: { kind: 'paragraph', spans: spansIn(words) }, next };
}

function blockAt(lines: readonly string[], at: number): { block: Block; next: number } {
  const line = lines[at] ?? '';
  const [, marks, heading] = HEADING.exec(line) ?? [];
  if (marks !== undefined && heading !== undefined) {
    return { block: { kind: 'heading', level: marks.length, words: heading }, next: at + 1 };
  }
  const [, says, file] = PICTURE.exec(line) ?? [];
  if (says !== undefined && file !== undefined) {
    return { block: { kind: 'picture', file, says }, next: at + 1 };
  }
  if (line === FENCE) return untilFence(lines, at);
  return ITEM.test(line) ? listAt(lines, at) : paragraphAt(lines, at);
}

/** A text in that little Markdown, block by block. */
export function readBlocks(source: string): Block[] {
  const lines = source.split('\n').map((line) => line.trimEnd());
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at] === '') {
      at += 1;
      continue;
    }
    const { block, next } = blockAt(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}
