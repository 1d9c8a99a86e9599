/**
 * Deciding what came while the node signed nothing: acts for registers that it keeps, which stand
 * in their authors' streams and of which it has not said yet what became.
 */
import { sql } from 'kysely';
import type { Act, ActId } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type SignedCandidate, provisionalAct } from '../candidate.ts';
import { judgeOurs } from '../judge-batch.ts';
import { lockRecord } from '../load-batch-state.ts';
import { type Recorder, finishWork, openWork } from '../record-batch.ts';
import { signedCandidate } from '../signed-candidate.ts';
import type { NodeIdentity, Verdict, Work } from '../work.ts';
import { asksUs, loadHeld } from './take-given.ts';
import { recordOf } from './taking.ts';

/** Acts that are decided in one transaction. */
const DECIDED_AT_ONCE_MAX = 500;

async function undecided(work: Pick<Work, 'db'>, after: string): Promise<ActId[]> {
  const { rows } = await sql<{ id: string }>`
    select acts.id from acts
      join registers on registers.key = acts.register
      left join admissions on admissions.act = acts.id
      left join refusals on refusals.act = acts.id
    where admissions.act is null and refusals.act is null and acts.id > ${after}
      and acts.type not like 'registers.%'
    order by acts.id limit ${DECIDED_AT_ONCE_MAX}`.execute(work.db);
  return rows.map(({ id }) => id);
}

/** Whether this node is to decide on what it holds: also on its own, whose decision was lost. */
function isToDecide(act: Act, custodian: string | undefined, node: NodeIdentity): boolean {
  const isOwn = node.keys.keyFor(act.header.author) !== null;
  if (!isOwn) return asksUs(act, custodian, node);
  return custodian !== undefined && node.keys.keyFor(custodian) !== null;
}

async function decide(work: Work, candidates: readonly SignedCandidate[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const candidate of candidates) {
    await work.rows.flush(work.db);
    const { network } = work.node;
    const judge = await candidate.found.area.decider.load(
      // An area types the tables that it asks for by itself.
      work.db as unknown as Query,
      [provisionalAct(candidate, network, work.state.recordedAt)],
      work.state.recordedAt,
    );
    const { act, signed } = candidate;
    const { stream } = act.header;
    const head = work.state.streams.get(stream);
    verdicts.push(judgeOurs(work, judge, candidate, recordOf({ act, signed })));
    // It stands where it stood: its stream does not end there, unless it did before.
    if (head) work.state.streams.set(stream, head);
  }
  return verdicts;
}

/** Decides some of what waits after an id, in the order of streams; the last id looked at. */
async function decideSome(recorder: Recorder, after: string): Promise<string | null> {
  const { node, catalog, writer } = recorder;
  return writer.transaction().execute(async (db) => {
    await lockRecord(db);
    const ids = await undecided({ db }, after);
    if (ids.length === 0) return null;
    const held = [...(await loadHeld(db, ids)).values()].toSorted(
      (one, other) =>
        one.act.header.stream.localeCompare(other.act.header.stream) ||
        one.act.header.seq - other.act.header.seq,
    );
    const work = await openWork(recorder, db, {
      markings: held.map(({ act }) => act.header.marking),
      streams: held.map(({ act }) => act.header.stream),
      registers: held.flatMap(({ act }) => act.header.register ?? []),
      keys: held.map(({ act }) => act.header.key),
      mandates: held.flatMap(({ act }) => act.header.mandate ?? []),
      keyHeldFor: (actor) => node.keys.keyFor(actor)?.id ?? null,
    });
    const candidates = held.flatMap(({ act, signed }) => {
      const custodian = work.state.registers.get(act.header.register ?? '')?.custodian;
      if (!isToDecide(act, custodian, node)) return [];
      const candidate = signedCandidate(catalog, node, signed);
      return isRefusal(candidate) ? [] : [candidate];
    });
    const verdicts = await decide(work, candidates);
    const known = new Set(candidates.map(({ act }) => act.id));
    await finishWork(work, verdicts, { kept: [], elsewhere: [], refusals: [], held: known });
    return ids.at(-1) ?? null;
  });
}

/** Decides all that waits. */
export async function decideKept(recorder: Recorder): Promise<void> {
  for (let after: string | null = ''; after !== null; ) after = await decideSome(recorder, after);
}
