/**
 * Carrying out what resolves a fork: where the branch that is dropped stands here and had no
 * effect, its acts move aside, and the stream ends again before the place at which it forked.
 */
import { sql } from 'kysely';
import type { ActId } from '../../kernel/act.ts';
import { RESOLVE_TYPE, authorOfStream, rulingOn } from '../../kernel/fork-ruling.ts';
import { effectiveOf, loadForkNames, loadRulings, standingOf } from '../fork-rulings.ts';
import { keepBeside } from './beside.ts';
import { loadHeld } from './take-given.ts';
import type { Accepted, AcceptedElsewhere, Work } from '../work.ts';

type Settling = Pick<Work, 'db' | 'node' | 'state'>;

/** Moves an act and all that follow it in its stream aside. */
async function setAside({ db, state }: Settling, stream: string, seq: number): Promise<void> {
  const later = sql`select id from acts where stream = ${stream} and seq >= ${seq}`;
  await sql`insert into acts_aside
    select id, stream, seq, header, signature, ${state.recordedAt} from acts
    where id in (${later}) on conflict do nothing`.execute(db);
  // A custodian may yet turn out to have admitted some of them.
  const { rows: ids } = await sql<{ id: string }>`${later}`.execute(db);
  const held = await loadHeld(
    db,
    ids.map(({ id }) => id),
  );
  await keepBeside(db, [...held.values()]);
  // What such an act refused was not refused, and what was refused of them is none of the record.
  await sql`delete from refusals where act in (${later}) or refused_by in (${later})`.execute(db);
  await sql`delete from attachment_uses where act in (${later})`.execute(db);
  await sql`delete from act_parts where act in (${later})`.execute(db);
  const { rows } = await sql<{ prev: string | null }>`
    select prev from acts where stream = ${stream} and seq = ${seq}`.execute(db);
  await sql`delete from acts where stream = ${stream} and seq >= ${seq}`.execute(db);
  const last = rows[0]?.prev ?? null;
  if (last === null) await sql`delete from streams where stream = ${stream}`.execute(db);
  else {
    await sql`update streams set seq = ${seq - 1}, last = ${last}
      where stream = ${stream}`.execute(db);
  }
}

/** Carries out what counts for the forks of a stream. What was signed here stays as it is. */
export async function settleStream(settling: Settling, stream: string): Promise<void> {
  const { db, node } = settling;
  if (node.keys.keyFor(authorOfStream(stream)) !== null) return;
  const rulings = await loadRulings(db, [stream]);
  for (const fork of await loadForkNames(db, [stream])) {
    const drop = rulingOn(fork, rulings, node.operator)?.drop;
    if (drop === undefined || !(await standingOf(db, [drop])).has(drop)) continue;
    if ((await effectiveOf(db, [drop])).has(drop)) continue;
    await setAside(settling, fork.stream, fork.seq);
  }
}

/** Carries out what a batch has admitted that resolves forks. */
export async function settleAdmitted(
  work: Work,
  admitted: readonly Pick<Accepted | AcceptedElsewhere, 'act'>[],
): Promise<void> {
  for (const { act } of admitted) {
    if (act.header.type !== RESOLVE_TYPE || act.payload === null) continue;
    // The area's own schema gave it.
    await settleStream(work, (act.payload as { stream: string }).stream);
  }
}

/** Those of the acts that were moved aside: what is remembered of them counts no more. */
export async function asideOf(
  { db }: Pick<Work, 'db'>,
  ids: readonly ActId[],
): Promise<Set<ActId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ act: string }>`
    select act from acts_aside where act = any(${[...ids]}::text[])`.execute(db);
  return new Set(rows.map(({ act }) => act));
}
