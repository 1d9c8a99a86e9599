/**
 * The settings of a node from the environment and a file, each with where it comes from. The
 * environment wins; what is no setting is refused, so that a slip is not taken for a default.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../../store/embedded/cannot-start.ts';
import { folderOf } from '../backup/folder.ts';
import { type Config, Environment, readConfig } from '../config.ts';
import { nearestName } from './nearest.ts';
import { SETTING_WORDS } from './setting-words.ts';
import { SETTINGS_FILE, readSettingsFile } from './settings-file.ts';

const SYSTEM_FILE = '/etc/concord/concord.conf';
const WHICH_FILE = 'CONCORD_CONFIG';
const FILE_SUFFIX = '_FILE';
/** Names of the environment that other programs of the package read. */
const OTHERS = /^CONCORD_(CHECKOUT|CONFIG|URL|TOKEN|TAXII_AUTHORIZATION|PROPERTY_[A-Z]+)$/;

/** A setting as it holds, for people: secrets are not shown. */
export interface SettingShown {
  readonly name: string;
  /** Null: not set, or a secret. */
  readonly value: string | null;
  readonly secret: boolean;
  readonly source: 'environment' | 'file' | 'unset';
  /** The file, where it comes from one. */
  readonly file: string | null;
}

export interface SettingsRead {
  readonly config: Config;
  readonly shown: readonly SettingShown[];
}

interface Given {
  readonly value: string;
  readonly source: 'environment' | 'file';
  readonly file: string | null;
}

type Variables = Readonly<Record<string, string | undefined>>;
/** The text of a file; null where there is none. Throws where it may not be read. */
export type ReadText = (path: string) => string | null;

const isFault = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const readText: ReadText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return null;
    throw new CannotStart(`${path} cannot be read: ${String(error)}`);
  }
};

const NAMES = Object.keys(Environment.shape);
const SECRETS = Object.entries(SETTING_WORDS).flatMap(([name, { secret }]) =>
  secret ? [name] : [],
);
const ALLOWED = [...NAMES, ...SECRETS.map((name) => `${name}${FILE_SUFFIX}`)];

function unknownIn(names: Iterable<string>, where: string): string[] {
  return [...names].flatMap((name) => {
    if (ALLOWED.includes(name)) return [];
    const near = nearestName(name, ALLOWED);
    return [
      `${where}: there is no setting ${name}${near === null ? '' : `; did you mean ${near}?`}`,
    ];
  });
}

function fileOf(environment: Variables, read: ReadText): { path: string; text: string } | null {
  const named = environment[WHICH_FILE];
  if (named !== undefined && named !== '') {
    const text = read(named);
    if (text === null) throw new CannotStart(`${WHICH_FILE} names ${named}, which is not there.`);
    return { path: named, text };
  }
  const dataFolder = environment['CONCORD_DATA'] ?? null;
  const inFolder = join(folderOf({ dataFolder }), SETTINGS_FILE);
  for (const path of [inFolder, SYSTEM_FILE]) {
    const text = read(path);
    if (text !== null) return { path, text };
  }
  return null;
}

function throwFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new CannotStart(`The settings do not hold:\n${faults.join('\n')}`);
}

function gather(environment: Variables, read: ReadText): Map<string, Given> {
  const given = new Map<string, Given>();
  const faults: string[] = [];
  const file = fileOf(environment, read);
  if (file) {
    const found = readSettingsFile(file.text);
    if ('faults' in found) throwFaults(found.faults.map((fault) => `${file.path}: ${fault}`));
    else {
      faults.push(...unknownIn(found.values.keys(), file.path));
      for (const [name, value] of found.values) {
        given.set(name, { value, source: 'file', file: file.path });
      }
    }
  }
  const set = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const ours = set.filter(([name]) => name.startsWith('CONCORD_') && !OTHERS.test(name));
  faults.push(
    ...unknownIn(
      ours.map(([name]) => name),
      'environment',
    ),
  );
  throwFaults(faults);
  const known = set.filter(([name]) => ALLOWED.includes(name));
  for (const [name] of known) {
    // Whichever way the file says a secret, the environment wins.
    const plain = name.endsWith(FILE_SUFFIX) ? name.slice(0, -FILE_SUFFIX.length) : name;
    given.delete(plain);
    given.delete(`${plain}${FILE_SUFFIX}`);
  }
  for (const [name, value] of known) given.set(name, { value, source: 'environment', file: null });
  return given;
}

/** Secrets that stand in files of their own, read from there. */
function openSecrets(given: Map<string, Given>, read: ReadText): void {
  for (const name of SECRETS) {
    const named = given.get(`${name}${FILE_SUFFIX}`);
    if (named === undefined) continue;
    if (given.has(name)) throwFaults([`${name} and ${name}${FILE_SUFFIX} are both set: leave one`]);
    const text = read(named.value);
    if (text === null) throwFaults([`${name}${FILE_SUFFIX}: ${named.value} is not there`]);
    given.set(name, { value: (text ?? '').trim(), source: named.source, file: named.value });
  }
}

/** Reads the settings. Throws CannotStart, which says what is wrong and where. */
export function readSettings(environment: Variables, read: ReadText = readText): SettingsRead {
  const given = gather(environment, read);
  openSecrets(given, read);
  const values = Object.fromEntries(
    NAMES.flatMap((name) => {
      const one = given.get(name);
      return one === undefined ? [] : [[name, one.value]];
    }),
  );
  const config = readConfig(values);
  const shown = NAMES.map((name): SettingShown => {
    const { value = null, source = 'unset', file = null } = given.get(name) ?? {};
    const secret = SECRETS.includes(name);
    return { name, value: secret ? null : value, secret, source, file };
  });
  return { config, shown };
}
