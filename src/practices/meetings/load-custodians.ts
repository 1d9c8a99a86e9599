/** Who keeps the registers of acts that only their keeper may make. */
import type { ActOf } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import type { Archive } from './rules/archive.ts';
import { KEEPERS_ACTS } from './rules/ballots/judging-ballots.ts';

/** Says to the archive who keeps the registers of those acts. */
export async function loadCustodians(
  query: Query,
  acts: readonly ActOf<unknown>[],
  archive: Archive,
): Promise<void> {
  const named = acts.flatMap(({ header: { register, type } }) =>
    register !== null && KEEPERS_ACTS.has(type) ? [register] : [],
  );
  if (named.length === 0) return;
  const rows = await query
    .withTables<{ registers: { key: string; custodian: string } }>()
    .selectFrom('registers')
    .select(['key', 'custodian'])
    .where('key', 'in', [...new Set(named)])
    .execute();
  for (const { key, custodian } of rows) archive.addCustodian(key, custodian);
}
