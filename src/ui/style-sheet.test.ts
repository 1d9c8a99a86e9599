import { expect, test } from 'vitest';
import { classesIn, compact, sheetsApart, styleSheet, wholeStyleSheet } from './style-sheet.ts';

test('a sheet is compacted without changing what it says', () => {
  const sheet = `
/* Why it is so; { } */
.a > .b:is(.c, .d) ,
.e :hover {
  margin: calc(1rem + 2px) 0;
  content: "·";
}
`;
  expect(compact(sheet)).toBe(
    '.a > .b:is(.c,.d),.e :hover{margin: calc(1rem + 2px) 0;content: "·";}',
  );
});

test('the sheet of the house holds no comment, and closes what it opens', () => {
  const sheet = styleSheet();
  expect(sheet).not.toContain('/*');
  expect(sheet.split('{').length).toBe(sheet.split('}').length);
  expect(sheet.length).toBeGreaterThan(10_000);
});

test('a sheet apart is served with a page that has its classes, and with no other', () => {
  const named = (html: string) =>
    sheetsApart().flatMap((one) => (one.isOn(classesIn(html)) ? one.name : []));
  expect(named('<p class="kind">matrix paper</p>')).toEqual([]);
  expect(named('<figure class="matrix matrix-wide">')).toEqual(['matrix.css']);
  expect(named('<article class="paper"><p class="provision depth-1">')).toEqual([
    'official-paper.css',
    'legal-text.css',
  ]);
  for (const { css } of sheetsApart()) {
    expect(styleSheet()).not.toContain(css);
    expect(wholeStyleSheet()).toContain(css);
  }
});
