/** `npm run restore -- FILE`: a node from a backup, in the empty folder that CONCORD_DATA names. */
import { house } from '../house.ts';
import { progressPrinter } from '../progress.ts';
import { folderOf } from './folder.ts';
import { restore } from './restore.ts';
import { readSettings } from '../settings/read-settings.ts';

const [file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Error('Name the backup: npm run restore -- FILE');
  const { config } = readSettings(process.env);
  const progress = progressPrinter(process.stderr);
  const { header, acts } = await restore({
    config,
    house,
    dataFolder: folderOf(config),
    file,
    report: (told) => progress.report(told),
  });
  progress.end();
  process.stdout.write(
    `Restored ${header.operator} as of ${header.madeAt}, from ${acts} acts. It signs nothing ` +
      'until it has asked its peers for its own streams: start it, and see /admin/standing.\n',
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
