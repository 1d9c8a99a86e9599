/** A digest that changes when any source does, so that an unchanged checkout is not built again. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['src', 'bench', 'test/simulator', 'world', 'scripts/build'];
const FILES = ['package-lock.json', 'tsconfig.json'];

/** The digest of the names, sizes and times of everything that a build reads. */
export function fingerprint(root) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of FILES) hash.update(mark(join(root, file)));
  for (const folder of FOLDERS.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (/(?:^|[\\/])node_modules[\\/]/.test(entry)) continue;
      if (/\.(tsx?|json|css|mjs|csv|svg)$/.test(entry))
        hash.update(mark(join(root, folder, entry)));
    }
  }
  return hash.digest('hex');
}

function mark(file) {
  const { mtimeMs, size } = statSync(file);
  return `${file} ${mtimeMs} ${size}\n`;
}
