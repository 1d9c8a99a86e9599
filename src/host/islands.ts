/** The scripts that pages may do without, as the build bundled them. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const BUILT = new URL('../../dist/islands/', import.meta.url);
const SOURCES = new URL('../islands/', import.meta.url);

const changedAt = (file: URL): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When any of the islands, or what they share, was last changed. */
function sourcesChangedAt(): number {
  const all = globSync('**/*.ts', { cwd: fileURLToPath(SOURCES) });
  return Math.max(0, ...all.map((file) => changedAt(new URL(file, SOURCES))));
}

/** The text of an island: as it was built, or, where that is older than its source, built now. */
export function islandText(name: string): string {
  const [built, source] = [new URL(`${name}.js`, BUILT), new URL(`${name}.ts`, SOURCES)];
  if (changedAt(built) > sourcesChangedAt()) return readFileSync(built, 'utf8');
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
