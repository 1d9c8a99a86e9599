import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gallery } from './gallery.ts';
import { arabic, english, rendered } from './rendered.ts';
import { styleSheetFiles, wholeStyleSheet } from './style-sheet.ts';

const folder = new URL('.', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const shown = Object.entries(gallery).flatMap(([component, examples]) =>
  examples.map((example) => ({ name: `${component}, ${example.name}`, example })),
);

test('every component has its examples in the gallery and its style in the sheet', () => {
  const components = folders.filter((name) => !['base', 'text', 'tokens'].includes(name));
  expect(components.length).toBeGreaterThanOrEqual(21);
  expect(Object.keys(gallery).sort()).toEqual(components.sort());
  const present = folders.flatMap((name) =>
    readdirSync(new URL(`${name}/`, folder))
      .filter((file) => file.endsWith('.css'))
      .map((file) => `${name}/${file}`),
  );
  expect([...styleSheetFiles].sort()).toEqual(present.sort());
});

describe.each(shown)('$name', ({ example }) => {
  test('reads in English and in Arabic without a missing text', async () => {
    for (const text of [english, arabic]) {
      const html = await rendered(example.render(text));
      expect(html.length).toBeGreaterThan(10);
      expect(html).not.toMatch(/\bui\.[a-z]+|undefined|NaN|\[object|\{\$/);
    }
  });

  test('passes a content security policy that allows no inline style or script', async () => {
    const html = await rendered(example.render(english));
    expect(html).not.toMatch(/<[^>]+\s(style|on[a-z]+)="/);
    expect(html).not.toMatch(/<(script|style)\b/);
  });
});

test('the style sheet names no side but start and end, and loads nothing', () => {
  const sheet = wholeStyleSheet();
  const sides = /(^|[\s;{])(margin|padding|border|inset)?-?(left|right|top|bottom)\s*:/m;
  expect(sheet).not.toMatch(sides);
  expect(sheet).not.toMatch(/(^|[\s;{])(min-|max-)?(width|height)\s*:(?!.*\{)/m);
  expect(sheet).not.toMatch(/url\(|@import|@font-face|!important/);
});
