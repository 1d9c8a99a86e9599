/**
 * The look of what is drawn, as attributes of its elements: the sheets' own rules with the tokens
 * of the light theme. A file then needs neither sheet nor variables, which editors do not know.
 */
import { wholeStyleSheet } from '../../ui/style-sheet.ts';
import { plainValue } from './colours.ts';
import { type Element, below } from './elements.ts';
import { type Selector, selectorOf } from './selectors.ts';

interface Rule {
  readonly selector: Selector;
  readonly look: readonly (readonly [name: string, value: string])[];
}

/** What of CSS is an attribute of SVG as well. */
const LOOKS = new Set(
  (
    'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin ' +
    'stroke-opacity opacity font-size font-weight font-family text-anchor dominant-baseline ' +
    'paint-order direction unicode-bidi display'
  ).split(' '),
);
const PIXELS_PER_REM = 16;

/** The blocks of a compact sheet that hold always: those of a medium are left out. */
function blocksOf(sheet: string): { selectors: string; body: string }[] {
  const blocks: { selectors: string; body: string }[] = [];
  let at = 0;
  while (at < sheet.length) {
    const open = sheet.indexOf('{', at);
    if (open === -1) break;
    const selectors = sheet.slice(at, open).trim();
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < sheet.length; end += 1) {
      if (sheet[end] === '{') depth += 1;
      if (sheet[end] === '}') depth -= 1;
    }
    if (!selectors.startsWith('@'))
      blocks.push({ selectors, body: sheet.slice(open + 1, end - 1) });
    at = end;
  }
  return blocks;
}

function declarationsOf(body: string): [string, string][] {
  return body.split(';').flatMap((one): [string, string][] => {
    const colon = one.indexOf(':');
    if (colon === -1) return [];
    return [[one.slice(0, colon).trim(), one.slice(colon + 1).trim()]];
  });
}

const inPixels = (value: string): string =>
  value.replaceAll(/([\d.]+)rem/g, (_, size: string) => `${Number(size) * PIXELS_PER_REM}px`);

const FONT = /^(?:(normal|bold|\d00) )?([\d.]+(?:px|rem))(?:\/\S+)? (.+)$/;

/** The fonts that a file names, without those that only a browser knows. */
const namedFonts = (families: string): string =>
  families
    .split(/, ?/)
    .filter((one) => !['system-ui', 'ui-serif', 'ui-monospace'].includes(one))
    .join(', ')
    .replaceAll('"', "'");

function looksOf(name: string, value: string): [string, string][] {
  if (name === 'font') {
    const [, weight = '400', size = '', families = ''] = FONT.exec(value) ?? [];
    if (size === '') return [];
    return [
      ['font-weight', weight],
      ['font-size', inPixels(size)],
      ['font-family', namedFonts(families)],
    ];
  }
  return LOOKS.has(name) ? [[name, inPixels(value)]] : [];
}

/** Splits a list of selectors at commas outside parentheses. */
const selectorsOf = (list: string): string[] => list.match(/(?:\([^)]*\)|[^,(])+/g) ?? [];

function tokensIn(blocks: readonly { selectors: string; body: string }[]) {
  const roots = blocks.filter(({ selectors }) => selectors === ':root');
  const all = roots.flatMap(({ body }) => declarationsOf(body));
  return new Map(all.filter(([name]) => name.startsWith('--')));
}

function rulesIn(sheet: string): Rule[] {
  const blocks = blocksOf(sheet);
  const tokens = tokensIn(blocks);
  const rules = blocks.flatMap(({ selectors, body }): Rule[] => {
    const look = declarationsOf(body).flatMap(([name, value]) => {
      const plain = name.startsWith('--') ? null : plainValue(value, tokens);
      return plain === null ? [] : looksOf(name, plain);
    });
    if (look.length === 0) return [];
    return selectorsOf(selectors).flatMap((one): Rule[] => {
      const selector = selectorOf(one);
      return selector === null ? [] : [{ selector, look }];
    });
  });
  // The sort keeps the order of what weighs the same, as the cascade does.
  return rules.toSorted((one, other) => one.selector.weight - other.selector.weight);
}

let known: { rules: readonly Rule[]; tokens: ReadonlyMap<string, string> } | undefined;

function sheetKnown() {
  if (known !== undefined) return known;
  const sheet = wholeStyleSheet();
  known = { rules: rulesIn(sheet), tokens: tokensIn(blocksOf(sheet)) };
  return known;
}

/** The light theme's value of a token, `--ink`. */
export function lightToken(name: string): string {
  return sheetKnown().tokens.get(name) ?? '#000';
}

/** The fonts that the sheets name for text. */
export const lightFonts = (): string => namedFonts(lightToken('--sans'));

/** Writes onto each element below what the sheets say of it. */
export function putLook(root: Element): void {
  const { rules } = sheetKnown();
  for (const one of below(root)) {
    for (const { selector, look } of rules) {
      if (!selector.matches(one)) continue;
      for (const [name, value] of look) one.attributes.set(name, value);
    }
  }
}
