import { expect, test } from 'vitest';
import { actsOf, finding } from './finding.ts';
import { parameter, rule, valueOn } from './law.ts';

const someRule = rule('agreements.entry-into-force', 'VCLT Art. 24(1)', 'As the text provides.');

test('a finding that says no more than its value has nothing else in it', () => {
  expect(finding({ question: 'In force?', value: false, rule: someRule })).toEqual({
    question: 'In force?',
    value: false,
    rule: someRule,
    counted: [],
    excluded: [],
    missing: [],
    parts: [],
  });
});

test('a finding rests on the acts that it and its parts counted, each once, as mentioned', () => {
  const part = finding({
    question: 'Enough deposits?',
    value: true,
    rule: someRule,
    counted: [
      { label: 'second', act: 'b' },
      { label: 'first', act: 'a' },
    ],
    excluded: [{ ref: { label: 'not counted', act: 'x' }, reason: 'a regional organisation' }],
  });
  const whole = finding({
    question: 'In force?',
    value: '2016-11-04',
    rule: someRule,
    counted: [{ label: 'first', act: 'a' }, { label: 'the clause' }],
    parts: [part, finding({ question: 'Why?', value: null, rule: someRule, parts: [part] })],
  });
  expect(actsOf(whole)).toEqual(['a', 'b']);
});

test('a parameter of the law has the value of the day, and none before the first', () => {
  const majority = parameter({
    id: 'security-council.majority',
    unit: 'votes',
    values: [
      { from: '1945-10-24', value: 7, citation: 'UN Charter Art. 27' },
      { from: '1965-08-31', value: 9, citation: 'UN Charter Art. 27, as amended' },
    ],
  });
  expect(valueOn(majority, '1945-10-23')).toBeNull();
  expect(valueOn(majority, '1945-10-24')?.value).toBe(7);
  expect(valueOn(majority, '1965-08-30')?.value).toBe(7);
  expect(valueOn(majority, '1965-08-31')?.value).toBe(9);
  expect(valueOn(majority, '2026-01-01')?.value).toBe(9);
});

test.each([
  ['1945-10-24', '1945-10-24'],
  ['1965-08-31', '1945-10-24'],
])('a parameter with values from %s and then %s is refused when it is defined', (one, next) => {
  const values = [one, next].map((from) => ({ from, value: 1, citation: 'none' }));
  expect(() => parameter({ id: 'a', unit: 'votes', values })).toThrow(RangeError);
});
