/** Bundles the programs for Node and the islands for browsers, into dist/. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { islandsIn, programsIn, PROGRAMS } from './entries.mjs';
import { fingerprint } from './fingerprint.mjs';

/**
 * Builds when a source changed since the last build.
 * @param {string} root the checkout
 * @param {string} name a program of entries.mjs
 * @returns {Promise<string>} the file to run
 */
export async function buildIfNeeded(root, name) {
  if (!(name in PROGRAMS)) {
    throw new Error(`there is no program ${name}; there are ${Object.keys(PROGRAMS).join(', ')}`);
  }
  if (!(name in programsIn(root))) throw new Error(`${PROGRAMS[name]} is not there yet`);
  const stamp = join(root, 'dist', 'built-from');
  const file = join(root, 'dist', `${name}.js`);
  const now = fingerprint(root);
  if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return file;
  const { build } = await import('esbuild');
  const outputs = [await build(forNode(root)), await build(forBrowsers(root))];
  for (const output of outputs.flatMap((one) => one.outputFiles)) put(output.path, output.contents);
  put(stamp, now);
  return file;
}

function forNode(root) {
  return {
    ...shared(root),
    entryPoints: programsIn(root),
    outdir: join(root, 'dist'),
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'node',
    target: 'node22',
    packages: 'external',
    sourcemap: 'linked',
    // Positions are all that a stack trace needs; the sources themselves would stay in memory.
    sourcesContent: false,
    plugins: [keepOwnPlace],
  };
}

function forBrowsers(root) {
  return {
    ...shared(root),
    entryPoints: islandsIn(root),
    outdir: join(root, 'dist', 'islands'),
    platform: 'browser',
    target: 'es2022',
    minify: true,
  };
}

/**
 * A module that reads a file beside its source asks `import.meta.url` where it is. In a bundle that
 * would be dist/; this keeps the answer that the tests get, the source's own place.
 */
const keepOwnPlace = {
  name: 'keep-own-place',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

function shared(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    loader: { '.css': 'text', '.svg': 'text', '.csv': 'text' },
    logLevel: 'warning',
    // Written below, each by a rename: a program that runs from dist/ never reads half a file.
    write: false,
  };
}

function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part-${process.pid}`;
  writeFileSync(part, contents);
  renameSync(part, path);
}
