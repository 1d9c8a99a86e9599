/** The lock file installs everywhere and names no host. */
import { z } from 'zod';
import type { SourceFile } from './source-file.ts';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** What is wrong with package-lock.json; `npm ci` refuses it where a variant is missing. */
export function lockFaults({ path, text }: SourceFile): string[] {
  const { packages } = Lock.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([place, entry]) => {
    const variants = Object.keys(entry.optionalDependencies ?? {});
    const missing = variants.filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
    );
    return [
      ...(entry.resolved ? [`${path}: ${place} has an address`] : []),
      ...missing.map((name) => `${path} lacks ${name}: run node scripts/complete-lock.mjs`),
    ];
  });
}
