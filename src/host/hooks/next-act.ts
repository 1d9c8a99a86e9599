/** The next act that a webhook is to be told of, as its owner may see the record. */
import type { Query, Viewer } from '../../kernel/define-area.ts';
import type { Store } from '../../store/contract.ts';
import type { RecordTables } from '../../store/record-tables.ts';
import type { HookFilter } from './hook-filter.ts';

interface NextAct {
  readonly id: string;
  readonly ledger: number;
}

async function nextIn(
  query: Query,
  { area, register, actor, type }: HookFilter,
  after: number,
): Promise<NextAct | null> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  const tables: Query<RecordTables> = query;
  let wanted = tables
    .selectFrom('admissions')
    .innerJoin('acts', 'acts.id', 'admissions.act')
    .where('admissions.ledger', '>', after);
  if (register !== undefined) wanted = wanted.where('admissions.register', '=', register);
  if (actor !== undefined) wanted = wanted.where('acts.actor', '=', actor);
  if (type !== undefined) wanted = wanted.where('acts.type', '=', type);
  if (area !== undefined) wanted = wanted.where('acts.type', 'like', `${area}.%`);
  const found = await wanted
    .select(['acts.id', 'admissions.ledger'])
    .orderBy('admissions.ledger')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** The first act after this place of the record; row security stands between. */
export const nextAct = (
  store: Pick<Store, 'read'>,
  viewer: Viewer,
  filter: HookFilter,
  after: number,
): Promise<NextAct | null> => store.read(viewer, (query) => nextIn(query, filter, after));
