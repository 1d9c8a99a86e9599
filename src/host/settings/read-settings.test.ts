import { describe, expect, it } from 'vitest';
import { SLIPS_MAX, nearestName, slipsBetween } from './nearest.ts';
import { readSettings } from './read-settings.ts';
import { readSettingsFile } from './settings-file.ts';

/** Files by path, as a disk would have them. */
const disk =
  (files: Readonly<Record<string, string>>) =>
  (path: string): string | null =>
    new Map(Object.entries(files)).get(path) ?? null;

const FILE = '/srv/node/concord.conf';
const IN_FOLDER = { CONCORD_DATA: '/srv/node' };

const shownOf = (
  environment: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) => new Map(readSettings(environment, disk(files)).shown.map((one) => [one.name, one]));

describe('settings', () => {
  it('come from the file in the data folder, and from the environment before it', () => {
    const files = { [FILE]: 'CONCORD_NAME="Treaty Office"\nCONCORD_PORT=9000\n' };
    const shown = shownOf({ ...IN_FOLDER, CONCORD_PORT: '9001' }, files);
    expect(shown.get('CONCORD_NAME')).toMatchObject({
      value: 'Treaty Office',
      source: 'file',
      file: FILE,
    });
    expect(shown.get('CONCORD_PORT')).toMatchObject({ value: '9001', source: 'environment' });
    expect(shown.get('CONCORD_WORLD')).toMatchObject({ value: null, source: 'unset' });
  });

  it('come from the file of the system where the folder has none, or from one named', () => {
    const system = { '/etc/concord/concord.conf': 'CONCORD_WITNESSES=2' };
    expect(readSettings(IN_FOLDER, disk(system)).config.witnessQuorum).toBe(2);
    const named = { '/mine': 'CONCORD_WITNESSES=3', ...system };
    const { config } = readSettings({ ...IN_FOLDER, CONCORD_CONFIG: '/mine' }, disk(named));
    expect(config.witnessQuorum).toBe(3);
  });

  it('are refused where a name is none, with the one that was meant', () => {
    const wrong = () => readSettings({ CONCORD_PROT: '1' }, disk({}));
    expect(wrong).toThrow('environment: there is no setting CONCORD_PROT; did you mean');
    const inFile = { [FILE]: 'CONCORD_ORIGN=https://concord.example' };
    expect(() => readSettings(IN_FOLDER, disk(inFile))).toThrow('did you mean CONCORD_ORIGIN?');
  });

  it('are refused where the file that is named is not there', () => {
    const wrong = () => readSettings({ CONCORD_CONFIG: '/none' }, disk({}));
    expect(wrong).toThrow('/none, which is not there');
  });

  it('leave alone what other programs read from the environment', () => {
    const others = { CONCORD_URL: 'x', CONCORD_TOKEN: 'y', CONCORD_CHECKOUT: '/srv', PATH: '/bin' };
    expect(() => readSettings({ ...IN_FOLDER, ...others }, disk({}))).not.toThrow();
  });

  it('take secrets from files of their own, and never show them', () => {
    const files = { '/run/db': 'postgres://u:secret@h/d\n' };
    const environment = { ...IN_FOLDER, DATABASE_URL_FILE: '/run/db' };
    const { config, shown } = readSettings(environment, disk(files));
    expect(config.databaseUrl).toBe('postgres://u:secret@h/d');
    expect(JSON.stringify(shown)).not.toContain('secret@');
    expect(shown.find(({ name }) => name === 'DATABASE_URL')?.file).toBe('/run/db');
  });

  it('are refused where a secret is said twice, or its file is not there', () => {
    const twice = { DATABASE_URL: 'postgres://h/d', DATABASE_URL_FILE: '/run/db' };
    expect(() => readSettings(twice, disk({ '/run/db': 'x' }))).toThrow('both set');
    expect(() => readSettings({ DATABASE_URL_FILE: '/none' }, disk({}))).toThrow('not there');
  });

  it('let the environment say a secret otherwise than the file does', () => {
    const files = { [FILE]: 'DATABASE_URL=postgres://old/d', '/run/db': 'postgres://new/d' };
    const { config } = readSettings({ ...IN_FOLDER, DATABASE_URL_FILE: '/run/db' }, disk(files));
    expect(config.databaseUrl).toBe('postgres://new/d');
    const other = { [FILE]: 'DATABASE_URL_FILE=/run/db' };
    const back = readSettings({ ...IN_FOLDER, DATABASE_URL: 'postgres://env/d' }, disk(other));
    expect(back.config.databaseUrl).toBe('postgres://env/d');
  });
});

describe('a file of settings', () => {
  it('has comments, blank lines and quotes', () => {
    const read = readSettingsFile('# a\n; b\n\n A=1\nB=\'two words\'\nC="x"\nD=\nE=a#b\n');
    expect('values' in read && [...read.values]).toEqual([
      ['A', '1'],
      ['B', 'two words'],
      ['C', 'x'],
      ['D', ''],
      ['E', 'a#b'],
    ]);
  });

  it.each(['A', '1A=x', "A='x", 'A="x"y', 'A=a\\b', 'A=1\nA=2', 'export A=1'])(
    'is refused where it says %j',
    (text) => {
      expect('faults' in readSettingsFile(text)).toBe(true);
    },
  );
});

describe('the name that was meant', () => {
  it('is told within a bound of slips', () => {
    expect(slipsBetween('KITTEN', 'SITTING')).toBe(3);
    expect(nearestName(`NAME${'X'.repeat(SLIPS_MAX)}`, ['NAME'])).toBe('NAME');
    expect(nearestName(`NAME${'X'.repeat(SLIPS_MAX + 1)}`, ['NAME'])).toBeNull();
  });
});
