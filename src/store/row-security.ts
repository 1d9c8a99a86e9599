/**
 * Row security by construction: every table with marked content is made through here. What a row
 * shows depends on its audience and on the viewer that the transaction was opened for; without a
 * viewer only what is clear for all is seen.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';

/** The id of the audience of what is clear for all. */
export const CLEAR_AUDIENCE = 0;
/** The setting of a transaction that names the viewer's actors, separated by commas. */
export const VIEWER_SETTING = 'concord.viewer';

/** The logins that policies are made for, by name. */
export interface RoleNames {
  readonly writer: string;
  readonly reader: string;
}

/** Tables that the reader may select without row security: nothing there is marked. */
export const UNMARKED_TABLES: readonly string[] = ['progress'];

/** Which audiences the viewer belongs to; an empty release set overlaps with nobody. */
const RELEASED = sql`id = ${sql.lit(CLEAR_AUDIENCE)}
  or released_to && string_to_array(current_setting(${sql.lit(VIEWER_SETTING)}, true), ',')`;

const VISIBLE = sql`audience = ${sql.lit(CLEAR_AUDIENCE)}
  or audience in (select id from audiences)`;

async function secure(
  db: Kysely<unknown>,
  table: string,
  roles: RoleNames,
  visible: RawBuilder<unknown>,
): Promise<void> {
  const name = sql.table(table);
  const [reader, writer] = [sql.id(roles.reader), sql.id(roles.writer)];
  const statements = [
    sql`revoke all on ${name} from public`,
    sql`grant select on ${name} to ${reader}`,
    sql`grant select, insert, update, delete on ${name} to ${writer}`,
    sql`alter table ${name} enable row level security`,
    // Forced, so that not even the owner reads past the policies by accident.
    sql`alter table ${name} force row level security`,
    sql`create policy reader_sees on ${name} for select to ${reader} using (${visible})`,
    sql`create policy writer_keeps on ${name} for all to ${writer} using (true) with check (true)`,
    sql`create policy owner_keeps on ${name} for all to current_user
      using (true) with check (true)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

/** Secures a table that has an `audience` column. */
export async function secureRows(
  db: Kysely<unknown>,
  table: string,
  roles: RoleNames,
): Promise<void> {
  await secure(db, table, roles, VISIBLE);
}

/** Secures the audiences themselves, on which every other policy rests. */
export async function secureAudiences(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  await secure(db, 'audiences', roles, RELEASED);
}

/** Keeps a table from the reader altogether. */
export async function keepFromReader(
  db: Kysely<unknown>,
  table: string,
  roles: RoleNames,
): Promise<void> {
  const [name, writer] = [sql.table(table), sql.id(roles.writer)];
  await sql`revoke all on ${name} from public`.execute(db);
  await sql`grant select, insert, update, delete on ${name} to ${writer}`.execute(db);
}
