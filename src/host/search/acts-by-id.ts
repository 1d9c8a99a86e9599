/** Acts by their ids or the beginnings of them, as people copy them from a page. */
import type { Asked, Query } from '../../kernel/define-area.ts';
import type { RecordTables } from '../../store/record-tables.ts';
import type { Hit } from './ranking.ts';

const BEGINNING = /^[0-9a-f]{8,64}$/;
const ACTS_MAX = 10;
const SCORE = 1000;

/** What the viewer may see: the tables' row security stands between. */
function recordIn(query: Query): Query<RecordTables> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  return query;
}

/** The acts whose ids begin so, as far as they were admitted and known. */
export async function actsById({ query, knownAt }: Asked, text: string): Promise<Hit[]> {
  const beginning = text.trim().toLowerCase();
  if (!BEGINNING.test(beginning)) return [];
  const rows = await recordIn(query)
    .selectFrom('acts')
    .innerJoin('admissions', 'admissions.act', 'acts.id')
    .select(['acts.id', 'acts.type', 'admissions.register'])
    .where('acts.id', '>=', beginning)
    .where('acts.id', '<=', `${beginning}g`)
    .where('admissions.recorded_at', '<=', knownAt ?? '9999-12-31T23:59:59.999Z')
    .orderBy('acts.id')
    .limit(ACTS_MAX)
    .execute();
  return rows.map(({ id, register, type }) => {
    const title = { en: `${type} ${id.slice(0, 12)}…` };
    const thing = { kind: 'act', id, href: `/acts/${id}`, title, within: { en: register } };
    return { thing, score: SCORE, terms: [] };
  });
}
