/** The programs of this package and where each begins. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Name of a program, as `scripts/run` takes it, and the file in which it begins. */
export const PROGRAMS = {
  start: 'src/host/main.ts',
  cli: 'src/cli/main.ts',
  backup: 'src/host/backup/backup-main.ts',
  restore: 'src/host/backup/restore-main.ts',
  config: 'src/host/settings/config-main.ts',
  verify: 'src/verify/main.ts',
  bench: 'bench/main.ts',
  simulate: 'test/simulator/main.ts',
};

/** The programs whose source is there. */
export function programsIn(root) {
  const all = Object.entries(PROGRAMS);
  return Object.fromEntries(all.filter(([, file]) => existsSync(join(root, file))));
}

/** The custom elements, each of which a browser loads by itself. */
export function islandsIn(root) {
  const folder = join(root, 'src', 'islands');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name));
  return names.map((name) => join(folder, name));
}
