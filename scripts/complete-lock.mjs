/**
 * `node scripts/complete-lock.mjs`, after a dependency changed: writes into package-lock.json the
 * variants for other platforms that npm left out. npm omits a variant that the registry in use does
 * not offer, and then `npm ci` refuses the whole file on every platform. Versions are exact, taken
 * from the package that names the variant; the digest is left to the machine that installs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** What a variant's name says of its platform, such as `cli-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  if (!system || !processor) return null;
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : [];
  return {
    cpu: [processor],
    ...(system === 'linux' && libc.length > 0 && { libc }),
    os: [system],
  };
}

let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${place}/${key}`]) continue;
    const platform = platformOf(name);
    if (!platform || !/^\d/.test(version)) throw new Error(`cannot tell the platform of ${name}`);
    lock.packages[key] = { version, ...(entry.dev && { dev: true }), optional: true, ...platform };
    added += 1;
  }
}
const [own, ...others] = Object.entries(lock.packages);
others.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([own, ...others]);
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} variants added to package-lock.json\n`);
