/**
 * From the day on which a release ends, nobody is given what was released but those who keep it,
 * without anybody doing anything. What others had before that, `expiries.ts` destroys.
 */
import type { Kysely } from 'kysely';
import type { ActId } from '../../kernel/act.ts';
import type { PlainDateText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import type { Catalog } from '../catalog.ts';
import type { RecordTables } from '../record-tables.ts';
import { loadReleased, loadStatements } from './load.ts';
import { type ReleasedAct, type Statement, endedBy, keepsAfterEnd } from './statements.ts';

/** Which of the acts ended for these actors by the day. Pure. */
export function endedFor(
  acts: ReadonlyMap<ActId, ReleasedAct>,
  statements: readonly Statement[],
  { actors, today }: { readonly actors: readonly string[]; readonly today: PlainDateText },
): ReadonlySet<ActId> {
  const ended = endedBy(statements, today).map(({ of_act: act }) => act);
  return new Set(
    ended.filter((id) => {
      const act = acts.get(id);
      return act !== undefined && !keepsAfterEnd(act, actors);
    }),
  );
}

/** Which of these acts the actors are not given any more; for a transaction that may see them. */
export type GivenNoMore = (
  query: Kysely<RecordTables>,
  actors: readonly string[],
  acts: readonly ActId[],
) => Promise<ReadonlySet<ActId>>;

/** The same for a node, by its clock; nothing ends where nobody can say that it does. */
export function givenNoMore(catalog: Catalog, today: () => PlainDateText): GivenNoMore {
  if (catalog.find('releases.expire') === null) return async () => new Set();
  return async (given, actors, ids) => {
    // Both are the same database; an area's own tables are not among those of the record.
    const query = given as unknown as Query;
    const said = await loadStatements(query, ids);
    const ends = said.filter(({ kind }) => kind === 'expire');
    if (ends.length === 0) return new Set();
    const acts = await loadReleased(
      query,
      ends.map(({ of_act: act }) => act),
    );
    return endedFor(acts, ends, { actors, today: today() });
  };
}
