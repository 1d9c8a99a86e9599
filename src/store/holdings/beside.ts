/**
 * Acts of the other branch of a stream that forked. They stand in no stream here; but a custodian
 * who held that branch may have admitted some of them, and it decides what counts in its register:
 * so they are kept, and brought into the record by an admission or a refusal that names them.
 */
import { type Kysely, sql } from 'kysely';
import { type ActId, readAct } from '../../kernel/act.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { SignedActJson, signedActJson, signedActOf } from '../../kernel/signed-act-json.ts';
import type { RecordTables } from '../record-tables.ts';
import type { HeldAct } from './ahead.ts';

type Db = Kysely<RecordTables>;

/** Acts of one stream that are kept beside it: who forks without end fills no disk. */
export const BESIDE_ACTS_MAX = 1000;

/** Keeps acts beside their streams, as many of each as there may be. */
export async function keepBeside(db: Db, acts: readonly HeldAct[]): Promise<void> {
  if (acts.length === 0) return;
  const given = acts.map(({ act, signed }) => {
    const { stream, seq } = act.header;
    return { act: act.id, stream, seq, signed: signedActJson(signed) };
  });
  await sql`insert into acts_beside (act, stream, seq, signed)
    select act, stream, seq, signed from (
      select fresh.*, row_number() over (partition by stream order by seq, act)
        + (select count(*) from acts_beside kept where kept.stream = fresh.stream) as place
      from json_to_recordset(${JSON.stringify(given)}::json)
        as fresh (act text, stream text, seq bigint, signed jsonb)
      where not exists (select from acts_beside kept where kept.act = fresh.act)
    ) as placed
    where place <= ${BESIDE_ACTS_MAX} on conflict do nothing`.execute(db);
}

/** Those of the acts that are kept beside their streams, with the parts that came. */
export async function loadBeside(db: Db, ids: readonly ActId[]): Promise<Map<ActId, HeldAct>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ act: string; signed: unknown }>`
    select act, signed from acts_beside where act = any(${[...ids]}::text[])`.execute(db);
  return new Map(
    rows.flatMap(({ act: id, signed: json }) => {
      const signed = signedActOf(SignedActJson.parse(json));
      const act = readAct(signed);
      return isRefusal(act) ? [] : [[id, { act, signed }] as const];
    }),
  );
}

/**
 * Where an act of another branch is recorded: the place in its stream is taken, so that it has one
 * of its own, by which no page and no head of the stream finds it.
 */
export const besideStream = (stream: string, id: ActId): string => `${stream} ${id}`;
