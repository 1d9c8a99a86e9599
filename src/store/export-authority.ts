/** The acts on which the authority for other acts rests: keys and mandates, from the first on. */
import { type Kysely, sql } from 'kysely';
import type { Header } from '../kernel/act.ts';
import { REGISTRY } from './keys-area.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

interface Wanted {
  readonly keys: Set<string>;
  readonly mandates: Set<string>;
}

/**
 * All acts on the keys of those whose keys these are, for an approval names the one before it; the
 * acts that give and end these mandates; and those that admitted all of them.
 */
async function actsFor(query: Db, registry: string, { keys, mandates }: Wanted): Promise<string[]> {
  const { rows } = await sql<{ act: string; by: string }>`
    with settling as (
      select act from keys_act where registry = ${registry} and actor in (
        select actor from keys_key
        where registry = ${registry} and key = any(${[...keys]}::text[])
      )
      union select act from mandates_mandate
        where registry = ${registry} and mandate = any(${[...mandates]}::text[])
      union select act from mandates_end
        where registry = ${registry} and mandate = any(${[...mandates]}::text[])
      union select act from (
        select act from keys_key where registry = ${registry} order by ledger limit 1
      ) as genesis
    )
    select settling.act, admissions.admitted_by as by
    from settling join admissions on admissions.act = settling.act`.execute(query);
  return [...new Set(rows.flatMap(({ act, by }) => [act, by]))];
}

async function headersOf(query: Db, ids: readonly string[]) {
  const { rows } = await sql<{ key: string; mandate: string | null; register: string | null }>`
    select key, convert_from(header, 'UTF8')::json->>'mandate' as mandate, register
    from acts where id = any(${[...ids]}::text[])`.execute(query);
  return rows;
}

/**
 * The ids of all acts that authority for the headers rests on, as the query's viewer may see them.
 * Those acts rest on keys and mandates of their own, so it goes on until nothing is added.
 */
export async function authorityIds(
  query: Db,
  register: string,
  headers: readonly Pick<Header, 'key' | 'mandate'>[],
  registry: string = REGISTRY,
): Promise<string[]> {
  // The register of keys and mandates holds them itself.
  if (register === REGISTRY) return [];
  const wanted: Wanted = { keys: new Set(), mandates: new Set() };
  let more: readonly { readonly key: string; readonly mandate: string | null }[] = headers;
  for (;;) {
    const before = wanted.keys.size + wanted.mandates.size;
    for (const { key, mandate } of more) {
      wanted.keys.add(key);
      if (mandate !== null) wanted.mandates.add(mandate);
    }
    const ids = await actsFor(query, registry, wanted);
    if (wanted.keys.size + wanted.mandates.size === before) return ids;
    more = await headersOf(query, ids);
  }
}
