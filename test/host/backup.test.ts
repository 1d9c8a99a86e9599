import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/host/backup/backup.ts';
import { restore } from '../../src/host/backup/restore.ts';
import { refuseHalfRestored, restoringFile } from '../../src/host/backup/restoring.ts';
import { type Config, readConfig } from '../../src/host/config.ts';
import type { House } from '../../src/host/house.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { notesArea } from '../../src/store/test-area.ts';

const house: House = {
  areas: [notesArea],
  pages: [],
  feeds: [],
  dates: [],
  mailings: [],
  texts: [],
  loadWorld: async () => undefined,
};

let folder: string;
const databases: TestDatabase[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-host-backup-'));
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function freshConfig(more: Record<string, string> = {}): Promise<Config> {
  const database = await createTestDatabase();
  databases.push(database);
  const { user, password, host, port, database: name } = database.connection;
  const at = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const DATABASE_URL = `${at}?host=${encodeURIComponent(host)}`;
  const given = { DATABASE_URL, CONCORD_PORT: '0', CONCORD_LOG: 'silent', ...more };
  return readConfig(given);
}

const report = (): void => undefined;
const start = (config: Config, name: string): Promise<Running> =>
  startNode({ config, house, dataFolder: join(folder, name), report });

describe('a node that is backed up and restored', () => {
  it('is looked for where it is: a folder without a node is left as it was', async () => {
    const nowhere = join(folder, 'nowhere');
    const embedded = readConfig({ CONCORD_LOG: 'silent' });
    const asked = backUp(embedded, nowhere, join(folder, 'none.backup'));
    await expect(asked).rejects.toThrow(`There is no node in ${nowhere}`);
    expect(await readdir(folder)).not.toContain('nowhere');
  });

  it('has its keys and its record again', async () => {
    const config = await freshConfig();
    const first = await start(config, 'first');
    const file = join(folder, 'node.backup');
    await backUp(config, join(folder, 'first'), file);
    await first.stop();

    const again = await freshConfig();
    const into = { config: again, house, dataFolder: join(folder, 'again'), file, report };
    const { header } = await restore(into);
    expect(header.operator).toBe(config.operator);
    expect((await readdir(join(folder, 'again', 'keys'))).toSorted()).toEqual(
      (await readdir(join(folder, 'first', 'keys'))).toSorted(),
    );
    const restored = await start(again, 'again');
    const told = await fetch(`${restored.address}/api/keys/list`);
    expect(told.status).toBe(200);
    expect(JSON.stringify(await told.json())).toContain(config.operator);
    await restored.stop();
  }, 60_000);

  it('is made in an empty folder alone, and of the same operator', async () => {
    const config = await freshConfig();
    const file = join(folder, 'node.backup');
    const used = { config, house, dataFolder: join(folder, 'first'), file, report };
    await expect(restore(used)).rejects.toThrow('is not empty');
    const other = await freshConfig({ CONCORD_OPERATOR: 'another' });
    const strange = { config: other, house, dataFolder: join(folder, 'other'), file, report };
    await expect(restore(strange)).rejects.toThrow('CONCORD_OPERATOR');
  }, 60_000);

  it('starts in no folder in which a restore was cut short', async () => {
    await refuseHalfRestored(folder);
    await writeFile(restoringFile(folder), '');
    await expect(refuseHalfRestored(folder)).rejects.toThrow('was cut short');
  });
});
