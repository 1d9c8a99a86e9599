/** The passwords of the embedded server: random, made once, readable for the node's user only. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Secrets = z.object({
  /** Of PostgreSQL's superuser; used while the server is prepared, never to answer a request. */
  administratorPassword: z.string().min(32),
  /** Of the role that owns Concord's database. */
  ownerPassword: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** The passwords kept in the data folder; null where there are none. */
export async function keptSecrets(dataDir: string): Promise<Secrets | null> {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8').catch(() => null);
  return text === null ? null : Secrets.parse(JSON.parse(text));
}

/** New passwords, on disk for good before they are used anywhere. */
export async function makeSecrets(dataDir: string): Promise<Secrets> {
  const secrets: Secrets = {
    administratorPassword: randomBytes(32).toString('base64url'),
    ownerPassword: randomBytes(32).toString('base64url'),
  };
  const file = join(dataDir, 'secrets.json');
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
  return secrets;
}
