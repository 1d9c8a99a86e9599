import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const components = fileURLToPath(new URL('..', import.meta.url));
const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Colours = ReadonlyMap<string, string>;

/** The tokens that a block sets to a colour. */
function coloursIn(block: string): Map<string, string> {
  const set = block.matchAll(
    /(--[a-z0-9-]+): (#[0-9a-f]{3,6}\b|light-dark\([^)]+\)|[A-Z][a-zA-Z]+);/g,
  );
  return new Map([...set].map(([, name = '', value = '']) => [name, value]));
}

/** What stands between two marks of the sheet. */
function between(start: string, end: string): string {
  const from = sheet.indexOf(start);
  const to = sheet.indexOf(end, from + 1);
  if (from === -1 || to === -1) throw new Error(`tokens.css has no ${start} before ${end}`);
  return sheet.slice(from, to);
}

const first = coloursIn(between(':root {', '--serif'));
const both = coloursIn(between('@supports', '@media (prefers-contrast'));
const more = coloursIn(between('@media (prefers-contrast', '@media (forced-colors'));
const forced = coloursIn(between('@media (forced-colors', '@media print'));
const print = coloursIn(sheet.slice(sheet.indexOf('@media print')));

/** One of the two values that a token has. */
function oneOf(values: Colours, at: 0 | 1): Map<string, string> {
  const chosen = [...values].map(([name, value]): [string, string] => {
    const pair = /^light-dark\((.+), (.+)\)$/.exec(value);
    return [name, pair?.[at + 1] ?? value];
  });
  return new Map(chosen);
}

const themes: Readonly<Record<string, { colours: Colours; least: number }>> = {
  'light, where a browser knows no other': { colours: first, least: 4.5 },
  light: { colours: new Map([...first, ...oneOf(both, 0)]), least: 4.5 },
  dark: { colours: new Map([...first, ...oneOf(both, 1)]), least: 4.5 },
  'light with more contrast': {
    colours: new Map([...first, ...oneOf(both, 0), ...oneOf(more, 0)]),
    least: 7,
  },
  'dark with more contrast': {
    colours: new Map([...first, ...oneOf(both, 1), ...oneOf(more, 1)]),
    least: 7,
  },
  print: { colours: new Map([...first, ...print]), least: 4.5 },
};

const grounds = ['paper', 'card', 'quiet-tint', 'good-tint', 'waiting-tint', 'bad-tint'];
const said = ['good', 'waiting', 'bad'];

/** What is written on what, anywhere in the sheets. */
const written: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'accent'].flatMap((ink) => grounds.map((on) => [ink, on] as const)),
  ...said.flatMap((ink) =>
    ['paper', 'card', 'quiet-tint', `${ink}-tint`].map((on) => [ink, on] as const),
  ),
  ['on-accent', 'accent'],
  ...['clear', 'green', 'amber', 'red'].map((level) => [`tlp-${level}`, 'tlp-ground'] as const),
];

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const digits = hex.slice(1);
  const six = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(six.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, one: string, other: string): number {
  const values = [one, other].map((name) => {
    const value = colours.get(`--${name}`);
    if (value === undefined) throw new Error(`there is no token --${name}`);
    return luminance(value);
  });
  const [brighter = 0, darker = 0] = values.toSorted((left, right) => right - left);
  return (brighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries(themes))('in %s', (_, { colours, least }) => {
  test(`every text holds ${least} to 1 on what it is written on`, () => {
    const faint = written
      .filter(([ink]) => !ink.startsWith('tlp') || least < 7)
      .map(([ink, on]) => ({ pair: `${ink} on ${on}`, ratio: contrast(colours, ink, on) }))
      .filter(({ ratio }) => ratio < least);
    expect(faint).toEqual([]);
  });

  test('the edges of controls hold 3 to 1', () => {
    expect(contrast(colours, 'edge', 'card')).toBeGreaterThanOrEqual(3);
    expect(contrast(colours, 'edge', 'paper')).toBeGreaterThanOrEqual(3);
  });
});

describe('the themes', () => {
  const themed = [...first.keys()].filter((name) => !name.startsWith('--tlp-'));

  test('light is the same for browsers that can choose and for those that cannot', () => {
    const light = oneOf(both, 0);
    expect(themed.filter((name) => light.get(name) !== first.get(name))).toEqual([]);
    expect(themed.length).toBeGreaterThanOrEqual(20);
  });

  test('paper and forced colours set what light sets', () => {
    expect([...print.keys()].toSorted()).toEqual(themed.toSorted());
    const withoutMaps = themed.filter((name) => !/^--(map|land)/.test(name));
    expect([...forced.keys()].toSorted()).toEqual(withoutMaps.toSorted());
  });
});

describe('the sheets of components', () => {
  const files = globSync('**/*.css', { cwd: components }).filter(
    (file) => !file.startsWith('tokens'),
  );
  const sheets = files.map((file) => [file, readFileSync(`${components}${file}`, 'utf8')] as const);

  test('are found', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  test.each(sheets)('%s names colours by their tokens alone', (_, css) => {
    const raw = /(#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\()(?![^{]*\{)/gi;
    expect([...css.matchAll(raw)].map(([found]) => found)).toEqual([]);
  });

  /** Of its surroundings (em), of paper (pt), or in the units of a drawing (px below 1). */
  test.each(sheets)('%s names sizes of type by their tokens, or as parts of others', (_, css) => {
    const sizes = [...css.matchAll(/\bfont(?:-size)?: ([^;]+);/g)].map(([, value = '']) => value);
    const loose = sizes.filter((value) => /(?:\d|\d\.\d+)rem|(?<!\d\.\d*)\b[1-9]\d*px/.test(value));
    expect(loose).toEqual([]);
  });
});
