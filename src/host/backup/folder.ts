/** Where this node keeps its data, as its configuration says or by default. */
import { dataFolder } from '../../store/data-folder.ts';
import type { Config } from '../config.ts';

/** The data folder of the node that is set up by these environment variables. */
export function folderOf(config: Pick<Config, 'dataFolder'>): string {
  const checkout = process.env['CONCORD_CHECKOUT'] ?? process.cwd();
  return dataFolder({ checkout, named: config.dataFolder ?? undefined, user: process.getuid?.() });
}
