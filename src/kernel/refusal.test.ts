import { expect, test } from 'vitest';
import { rule } from './law.ts';
import { isRefusal, refuse } from './refusal.ts';
import { said } from './said.ts';

const someRule = rule('some.rule', 'VCLT Art. 24(1)', 'As the text provides.');

test('a refusal says which rule says no, why, and what can be done', () => {
  const bare = refuse(someRule, said('It is not open.'));
  const reason = 'It is not open.';
  const wanted = { refused: true, rule: someRule, reason, values: {} };
  expect(bare).toEqual({ ...wanted, said: { reason: said('It is not open.') } });
  const full = refuse(someRule, said('No.'), {
    remedy: said('Wait.'),
    values: { on: '2026-01-01' },
  });
  expect(full).toMatchObject({ remedy: 'Wait.', values: { on: '2026-01-01' } });
  expect(isRefusal(bare) && isRefusal(full)).toBe(true);
});

test('a refusal is told from an answer, in JSON as well', () => {
  expect(isRefusal(JSON.parse(JSON.stringify(refuse(someRule, said('No.')))))).toBe(true);
  const answers = [null, undefined, 'refused', 1, [], {}, { refused: false, rule: someRule }];
  for (const answer of answers) {
    expect(isRefusal(answer)).toBe(false);
  }
});

test('an answer that counts what was refused is no refusal', () => {
  expect(isRefusal({ refused: true })).toBe(false);
  expect(isRefusal({ refused: 3, rule: someRule, reason: 'three rows' })).toBe(false);
  expect(isRefusal({ refused: true, rule: 'VCLT', reason: 'text' })).toBe(false);
});
