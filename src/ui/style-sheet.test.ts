import { expect, test } from 'vitest';
import { compact, styleSheet } from './style-sheet.ts';

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
