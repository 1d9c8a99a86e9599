/** Every sentence that a finding of a practice says is there in its catalogues, and no other. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const SAID = /\bsaid\(\s*'((?:[^'\\]|\\.)*)'/g;
const PRACTICES = ['actors', 'agreements', 'meetings', 'notices'];

/** Where findings are made; refusals have catalogues of their own. */
const FINDING = /\b(?:finding|excludedFor|describe(?:Class|Delay|Single)|voidedIn)\(/;

function sentencesOf(practice: string): string[] {
  const files = globSync(`src/practices/${practice}/{rules,questions}/**/*.ts`, { cwd: root });
  const sources = files
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .filter((source) => FINDING.test(source) && !/\brefuse\(/.test(source));
  return sources.flatMap((source) => [...source.matchAll(SAID)].map((match) => match[1] ?? ''));
}

describe.each(PRACTICES)('findings of %s', (practice) => {
  it('are said by sentences that its catalogues have', () => {
    const path = join(root, `src/practices/${practice}/text/findings/en.json`);
    const known = new Set(Object.keys(JSON.parse(readFileSync(path, 'utf8'))));
    const sentences = sentencesOf(practice);
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((sentence) => !known.has(sentence))).toEqual([]);
  });
});
