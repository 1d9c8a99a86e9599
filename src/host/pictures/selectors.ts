/** As much of CSS selectors as the components' sheets use for what is drawn. */
import type { Element } from './elements.ts';

export interface Selector {
  readonly matches: (one: Element) => boolean;
  /** Classes weigh a thousand tags, as in the cascade. */
  readonly weight: number;
}

type Test = (one: Element) => boolean;

const CLASS_WEIGHT = 1000;
const PIECE = /^(?:\.([\w-]+)|\[([\w-]+)="([^"]*)"\]|:(is|not)\(([^)]*)\)|([a-z]+|\*))/;

interface Compound {
  readonly test: Test;
  readonly weight: number;
}

function ofList(list: string, isWanted: boolean): Compound | null {
  const tests = list.split(',').map((one) => compoundOf(one.trim()));
  if (tests.some((one) => one === null)) return null;
  const known = tests.filter((one) => one !== null);
  return {
    test: (one) => known.some(({ test }) => test(one)) === isWanted,
    weight: Math.max(0, ...known.map(({ weight }) => weight)),
  };
}

function pieceOf([, name, attribute, value, pseudo, list, tag]: RegExpExecArray): Compound | null {
  if (name !== undefined) return { test: ({ classes }) => classes.has(name), weight: CLASS_WEIGHT };
  if (attribute !== undefined) {
    const test: Test = ({ attributes }) => attributes.get(attribute) === value;
    return { test, weight: CLASS_WEIGHT };
  }
  if (pseudo !== undefined) return ofList(list ?? '', pseudo === 'is');
  return { test: (one) => tag === '*' || one.tag === tag, weight: tag === '*' ? 0 : 1 };
}

/** One element's part of a selector; null where it asks for what a file does not have. */
function compoundOf(source: string): Compound | null {
  const pieces: Compound[] = [];
  for (let rest = source; rest !== ''; ) {
    const found = PIECE.exec(rest);
    const piece = found === null ? null : pieceOf(found);
    if (found === null || piece === null) return null;
    pieces.push(piece);
    rest = rest.slice(found[0].length);
  }
  return {
    test: (one) => pieces.every(({ test }) => test(one)),
    weight: pieces.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** Whether what stands before the last part holds of the elements above. */
function holdsAbove(one: Element, parts: readonly Compound[], links: readonly string[]): boolean {
  const [part, link] = [parts.at(-1), links.at(-1)];
  if (part === undefined || link === undefined) return true;
  const further = (above: Element): boolean =>
    part.test(above) && holdsAbove(above, parts.slice(0, -1), links.slice(0, -1));
  if (link === '>') return one.parent !== null && further(one.parent);
  for (let above = one.parent; above !== null; above = above.parent) {
    if (further(above)) return true;
  }
  return false;
}

/** Splits at spaces and `>` that stand outside parentheses. */
function partsOf(source: string): { parts: string[]; links: string[] } {
  const tokens = source.match(/(?:\([^)]*\)|\[[^\]]*\]|[^\s>([])+|>/g) ?? [];
  const parts: string[] = [];
  const links: string[] = [];
  for (const token of tokens) {
    if (token === '>') links[links.length - 1] = '>';
    else {
      parts.push(token);
      links.push(' ');
    }
  }
  return { parts, links: links.slice(0, -1) };
}

/** A selector; null where it holds of nothing in a file, as `:hover`. */
export function selectorOf(source: string): Selector | null {
  const { parts, links } = partsOf(source.trim());
  const compounds = parts.map(compoundOf);
  if (compounds.length === 0 || compounds.some((one) => one === null)) return null;
  const known = compounds.filter((one) => one !== null);
  const last = known.at(-1);
  return {
    matches: (one) => last?.test(one) === true && holdsAbove(one, known.slice(0, -1), links),
    weight: known.reduce((sum, { weight }) => sum + weight, 0),
  };
}
