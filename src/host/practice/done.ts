/** What of a practice is done: read off its record, however it was done. */
import { isDeepStrictEqual } from 'node:util';
import type { Query } from '../../kernel/define-area.ts';
import type { Store } from '../../store/contract.ts';
import { payloadOf as joined } from '../../store/read-record.ts';
import type { RecordTables } from '../../store/record-tables.ts';
import { type Prepared, type Script, type Told, payloadOf } from './script.ts';

/** An act of the record, with as much as tells which one it is. */
export interface Recorded {
  readonly id: string;
  readonly type: string;
  readonly register: string | null;
  readonly actor: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** So many acts are read of a practice: the script has fewer than two hundred. */
const READ_MAX = 1000;

/** All acts of a practice in their order, as its whole cast may see them. */
export async function recordedIn(
  store: Pick<Store, 'read'>,
  { cast }: Script,
): Promise<readonly Recorded[]> {
  const viewer = { actors: cast.map(({ id }) => id) };
  return store.read(viewer, async (query) => {
    // The store keeps these tables under these names, and `RecordTables` types them.
    const tables: Query<RecordTables> = query;
    const rows = await tables
      .selectFrom('admissions')
      .innerJoin('acts', 'acts.id', 'admissions.act')
      .innerJoin('act_parts', 'act_parts.act', 'acts.id')
      .select(['acts.id', 'acts.type', 'acts.register', 'acts.actor'])
      .select(['act_parts.salt', 'act_parts.bytes'])
      .where('act_parts.part', '=', 0)
      .where('acts.type', 'not like', 'registers.%')
      .orderBy('admissions.ledger')
      .limit(READ_MAX)
      .execute();
    return rows.map(({ id, type, register, actor, salt, bytes }) => {
      const part = salt && bytes ? { salt, bytes } : null;
      return { id, type, register, actor, payload: joined([part]) };
    });
  });
}

/** What tells acts of one kind apart that one actor does in one register. */
const nameOf = (act: Pick<Recorded, 'type' | 'register' | 'actor'>): string =>
  [act.type, act.register, act.actor].join(' ');

/** The act by which a prepared one is done, however else it is worded; undefined where none is. */
function doneBy(prepared: Prepared, alike: readonly Recorded[], told: Told): string | undefined {
  const wanted = payloadOf(prepared, told);
  const found = alike.filter(({ payload }) =>
    prepared.match.every((name) => {
      const has = Object.entries(payload).find(([member]) => member === name)?.[1];
      const is = Object.entries(wanted).find(([member]) => member === name)?.[1];
      return isDeepStrictEqual(has, is);
    }),
  );
  return found[prepared.nth - 1]?.id;
}

/** The acts by which what is prepared was done, by key. */
export function doneIn(
  { path, further }: Script,
  recorded: readonly Recorded[],
  now: Date,
): ReadonlyMap<string, string> {
  const alike = Map.groupBy(recorded, nameOf);
  const acts = new Map<string, string>();
  for (const prepared of [...path, ...further]) {
    const same = alike.get(nameOf({ ...prepared, actor: actorOf(prepared) })) ?? [];
    const id = doneBy(prepared, same, { now, acts });
    if (id !== undefined) acts.set(prepared.key, id);
  }
  return acts;
}

/** In whose name it is: what the secretariat records of others names them first. */
export function actorOf({ by, about }: Prepared): string {
  return about ?? by;
}
