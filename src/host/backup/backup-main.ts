/** `npm run backup -- FILE`: one file with all that the node cannot make again, keys included. */
import { backUp } from './backup.ts';
import { folderOf } from './folder.ts';
import { readSettings } from '../settings/read-settings.ts';

const [file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Error('Name the file to write: npm run backup -- FILE');
  const { config } = readSettings(process.env);
  await backUp(config, folderOf(config), file);
  process.stdout.write(
    `${file} holds the record, the accounts and the private keys of this node: ` +
      'whoever has it can sign as this node. Keep it as you keep the keys.\n',
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
