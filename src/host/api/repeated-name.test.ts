import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedName } from './repeated-name.ts';

describe('a name in JSON', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":[{"d":1,"d":1}]}}', 'd'],
    ['{"a" :1,"\\u0061"\n:2}', 'a'],
    ['{"a":{"a":{"a":"a"}},"b":["a","a"]}', null],
    ['[{"a":1},{"a":1}]', null],
    ['{"a":"\\"a\\":1,{","b":"}"}', null],
    ['{"__proto__":1,"constructor":1}', null],
  ])('in %s stands twice: %s', (json, name) => {
    expect(repeatedName(json)).toBe(name);
  });

  it('stands once in whatever is written as JSON, and twice where its object is doubled', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, name) => {
        expect(repeatedName(json)).toBeNull();
        const key = JSON.stringify(name);
        expect(repeatedName(`{${key}:${json},"x":[${json}],${key}:1}`)).toBe(name);
      }),
    );
  });

  it('is looked for in what is as large as a body may be', () => {
    const large = `{"a":"${'\\n'.repeat(1_000_000)}","b":${'['.repeat(1000)}${']'.repeat(1000)}}`;
    expect(repeatedName(large)).toBeNull();
    expect(repeatedName(`${large.slice(0, -1)},"a":1}`)).toBe('a');
  });
});
