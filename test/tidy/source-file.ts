/** The project's own files, as text, for rules that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A habit: what a file does against it, each as `path:line what`. */
export type Habit = (file: SourceFile) => string[];

const NOT_OURS = new Set(['node_modules', '.git', '.node', '.cache', 'dist', 'data', 'coverage']);
const NO_TEXT = new Set(['.png', '.jpg', '.ico', '.woff2', '.gz', '.log']);

/** Every text file of the project; the folders that git ignores are not the project. */
export function projectFiles(root: string, below = ''): SourceFile[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    // Only at the top: a folder `data` further down may well be part of the project.
    if (entry.name === 'node_modules' || (below === '' && isNotOurs(entry.name))) return [];
    if (entry.isDirectory()) return projectFiles(root, path);
    if (!entry.isFile() || NO_TEXT.has(extname(path))) return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

function isNotOurs(name: string): boolean {
  return NOT_OURS.has(name) || name.startsWith('.node-part') || name === 'test-results';
}

/** Programs, styles and programs' texts; not tables, documents or settings. */
export function isCode({ path }: SourceFile): boolean {
  return /\.(?:tsx?|mjs|cjs|js|css)$/.test(path);
}

/** Scenarios are given-when-then: tests, documentation and demonstration data in one. */
export function isTest({ path }: SourceFile): boolean {
  return /\.test\.tsx?$|\/scenarios(?:\/.*)?\.ts$/.test(path) || path.startsWith('test/');
}

/** One fault for every line that the pattern is found on. */
export function linesWith(file: SourceFile, pattern: RegExp, what: string): string[] {
  return file.text
    .split('\n')
    .flatMap((line, at) => (pattern.test(line) ? [`${file.path}:${at + 1} ${what}`] : []));
}
