/** Which acts somebody may see, for what the node keeps about acts beside the record. */
import type { ActId } from '../../kernel/act.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import type { Store } from '../../store/contract.ts';

/** Those of the acts that the viewer may see. */
export async function actsSeen(
  store: Pick<Store, 'read'>,
  viewer: Viewer,
  acts: readonly ActId[],
): Promise<ReadonlySet<ActId>> {
  const named = [...new Set(acts)];
  if (named.length === 0) return new Set();
  const rows = await store.read(viewer, (query) =>
    query
      .withTables<{ acts: { id: ActId } }>()
      .selectFrom('acts')
      .select('id')
      .where('id', 'in', named)
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
