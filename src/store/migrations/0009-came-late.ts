/** What came before what it needs: acts without their parts, and refusals before their acts. */
import { type Kysely, sql } from 'kysely';
import { type RoleNames, keepFromReader } from '../row-security.ts';

export async function up(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  // Acts of which a part for this node was withheld on the way. It is asked for again.
  await sql`create table acts_lacking (act text primary key)`.execute(db);
  // Which parts are for this node is not known here: those for others are sorted out later.
  await sql`insert into acts_lacking
    select id from acts, lateral (
      select jsonb_array_length(convert_from(header, 'utf8')::jsonb -> 'parts') as parts
    ) as said
    where (select count(*) from act_parts where act = acts.id) < said.parts`.execute(db);
  // Custodians' refusals of acts that were not at hand. They follow when the act comes.
  await sql`
    create table refusals_ahead (
      act text not null,
      refused_by text not null,
      primary key (act, refused_by)
    )`.execute(db);
  await sql`insert into refusals_ahead
    select convert_from(act_parts.bytes, 'utf8')::jsonb ->> 'act', acts.id
    from acts join act_parts on act_parts.act = acts.id
    where acts.type = 'registers.refuse' and act_parts.bytes is not null
      and convert_from(act_parts.bytes, 'utf8')::jsonb ? 'act'
      and not exists (select from refusals where refused_by = acts.id)
    on conflict do nothing`.execute(db);
  await keepFromReader(db, 'acts_lacking', roles);
  await keepFromReader(db, 'refusals_ahead', roles);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table refusals_ahead`.execute(db);
  await sql`drop table acts_lacking`.execute(db);
}
