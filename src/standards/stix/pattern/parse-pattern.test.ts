import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { PATTERN_LENGTH_MAX, PATTERN_NESTING_MAX, patternFault } from './parse-pattern.ts';

describe('a pattern', () => {
  it.each([
    "[ipv4-addr:value = '198.51.100.1/32']",
    "[file:hashes.'SHA-256' = 'aec0' AND file:size >= 25536]",
    "[a-b:c.d[*].e MATCHES '^x'] FOLLOWEDBY ([x:y != 2] OR [x:y NOT IN (1, -2.5, 'a')])",
    '[x:y = 1] WITHIN 5.5 SECONDS REPEATS 2 TIMES',
    "[x:y = true] START t'2024-01-01T00:00:00Z' STOP t'2024-02-01T00:00:00.5Z'",
    "[NOT EXISTS x:y OR (x:z ISSUBSET '10.0.0.0/8' AND x:z NOT LIKE 'a\\\\b%')]",
    "[x:'quoted name'[0] < h'00ff' AND x:b = b'AAE='] // said of it",
    "[/* what */ windows-registry-key:values[*].data='it\\'s']",
    '[x:y IN ()]',
  ])('follows the grammar: %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
  });

  it.each([
    ['', 'at character 1 stands its end, expected is [ or ('],
    ["[x:y = 'a'", 'at character 11 stands its end, expected is ]'],
    ['[file:hashes."MD5" = 1]', 'at character 14 stands what no pattern holds'],
    ["[x:y = 'a\\n']", 'at character 8 stands what no pattern holds'],
    ['[x:y > true]', 'at character 8 stands “true”, expected is a value'],
    ["[x:a-b = 'c']", 'at character 4 stands “a-b”, expected is the name of a property'],
    ['[x:y LIKE 5]', 'at character 11 stands “5”, expected is text in quotes'],
    [
      '[x:y = 1] REPEATS 1.5 TIMES',
      'at character 23 stands “TIMES”, expected is a whole number of times',
    ],
    [
      '[x:y = 1] WITHIN -5 SECONDS',
      'at character 18 stands “-5”, expected is a number that is not negative',
    ],
    ["[x:y = t'2024-13-01T00:00:00Z']", 'at character 8 stands “t”, expected is a value'],
    [
      '[x:y = 1] [x:y = 2]',
      'at character 11 stands “[”, expected is the end, or AND, OR, FOLLOWEDBY',
    ],
    ['[x = 1]', 'at character 4 stands “=”, expected is :'],
    ['[NOT x:y = 1]', 'at character 6 stands “x”, expected is EXISTS'],
    ['[AND:y = 1]', 'at character 2 stands “AND”, expected is the type of an object'],
  ])('does not: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  it('is bounded in nesting and length', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}[x:y = 1]${')'.repeat(depth)}`;
    expect(patternFault(nested(PATTERN_NESTING_MAX - 1))).toBeNull();
    expect(patternFault(nested(PATTERN_NESTING_MAX))).toContain('nested deeper');
    const long = (length: number): string => `[x:y = '${'a'.repeat(length - 10)}']`;
    expect(patternFault(long(PATTERN_LENGTH_MAX))).toBeNull();
    expect(patternFault(long(PATTERN_LENGTH_MAX + 1))).toContain('longer than');
  });

  it('never throws, whatever it holds', () => {
    const part = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      'x:y',
      '=',
      "'a'",
      ' AND ',
      'NOT ',
      '5',
      '.',
      ',',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(['string', 'object']).toContain(typeof patternFault(parts.join('')));
      }),
    );
  });
});
