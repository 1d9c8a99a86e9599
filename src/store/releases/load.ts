/** Reads acts that were released, and what was said of them. */
import { type Kysely, sql } from 'kysely';
import { Header } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import type { ReleasedAct, Statement } from './statements.ts';

interface ReleaseTables {
  releases_statement: Statement;
}

interface ReleasedRow {
  readonly id: string;
  readonly header: Buffer;
  readonly signature: Buffer;
  readonly custodian: string | null;
  readonly opened: boolean;
}

/** The statements on these acts, or on all; only what was recorded by then, where that is said. */
export async function loadStatements(
  query: Query,
  acts: readonly string[] | null,
  knownAt: string | null = null,
): Promise<Statement[]> {
  let wanted = (query as unknown as Kysely<ReleaseTables>)
    .selectFrom('releases_statement')
    .selectAll()
    .orderBy('ledger');
  if (acts !== null) wanted = wanted.where('of_act', '=', sql<string>`any(${[...acts]}::text[])`);
  return (knownAt === null ? wanted : wanted.where('recorded_at', '<=', knownAt)).execute();
}

/** Those of the acts that the transaction may see, with who keeps their registers. */
export async function loadReleased(
  query: Query,
  ids: readonly string[],
): Promise<Map<string, ReleasedAct>> {
  const { rows } = await sql<ReleasedRow>`
    select acts.id, acts.header, acts.signature, registers.custodian,
      coalesce(registers.opened_by = acts.id, false) as opened
    from acts join admissions on admissions.act = acts.id
      left join registers on registers.key = admissions.register
    where acts.id = any(${[...new Set(ids)]}::text[])`.execute(query);
  return new Map(
    rows.map(({ id, header, signature, custodian, opened }) => {
      const read = Header.parse(JSON.parse(header.toString('utf8')));
      const signed = { header, signature };
      return [id, { id, header: read, custodian: custodian ?? read.author, signed, opened }];
    }),
  );
}
