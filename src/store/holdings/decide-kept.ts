/**
 * Deciding what waits: acts for registers that this node keeps, which stand in their authors'
 * streams and of which it has not said yet what became. They came while it signed nothing, before
 * it kept that register, or before what they speak of.
 */
import { sql } from 'kysely';
import type { Act, ActId } from '../../kernel/act.ts';
import { FORGETFUL, type Query } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type SignedCandidate, provisionalAct } from '../candidate.ts';
import { judgeOurs } from '../judge-batch.ts';
import { lockRecord } from '../load-batch-state.ts';
import { type Recorder, finishWork, openWork } from '../record-batch.ts';
import { signedCandidate } from '../signed-candidate.ts';
import type { NodeIdentity, Verdict, Work } from '../work.ts';
import { asksUs, loadHeld } from './take-given.ts';
import { recordOf } from './taking.ts';
import { isStripped } from './withheld.ts';

/** Acts that are decided in one transaction. */
const DECIDED_AT_ONCE_MAX = 500;

/** What is looked at: all that waits, or what these authors did in these registers. */
interface Sought {
  readonly registers: readonly string[];
  readonly authors: readonly string[];
}

/** What is looked at: one of these acts, or what waits in general. */
type Among = Sought | { readonly acts: readonly ActId[] };

function narrowedTo(sought: Among | null) {
  if (!sought) return sql``;
  if ('acts' in sought) return sql`and acts.id = any(${[...sought.acts]}::text[])`;
  return sql`and acts.author = any(${sought.authors}::text[])
    and acts.register = any(${sought.registers}::text[])`;
}

async function undecided(
  { db }: Pick<Work, 'db'>,
  after: string,
  sought: Among | null,
): Promise<ActId[]> {
  const narrower = narrowedTo(sought);
  const { rows } = await sql<{ id: string }>`
    select acts.id from acts
      join registers on registers.key = acts.register
      left join admissions on admissions.act = acts.id
      left join refusals on refusals.act = acts.id
    where admissions.act is null and refusals.act is null and acts.id > ${after}
      and acts.type not like 'registers.%' ${narrower}
    order by acts.id limit ${DECIDED_AT_ONCE_MAX}`.execute(db);
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
      // Several are judged in one transaction, each as though it were alone.
      FORGETFUL,
    );
    const { act, signed } = candidate;
    const { stream } = act.header;
    const head = work.state.streams.get(stream);
    const verdict = judgeOurs(work, judge, candidate, recordOf({ act, signed }));
    if (verdict) verdicts.push(verdict);
    // It stands where it stood: its stream does not end there, unless it did before.
    if (head) work.state.streams.set(stream, head);
  }
  return verdicts;
}

/** Decides on those of the acts that nobody decided on, in the transaction of who asks. */
export async function decideHeld(
  recorder: Recorder,
  db: Work['db'],
  ids: readonly ActId[],
): Promise<Work | null> {
  const open = ids.length === 0 ? [] : await undecided({ db }, '', { acts: ids });
  return open.length === 0 ? null : (await decideThese(recorder, db, open)).work;
}

async function decideThese(
  recorder: Recorder,
  db: Work['db'],
  ids: readonly ActId[],
): Promise<{ readonly work: Work; readonly admitted: boolean }> {
  const { node, catalog } = recorder;
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
    if (!isToDecide(act, custodian, node) || isStripped(node, { act, signed })) return [];
    const candidate = signedCandidate(catalog, node, signed);
    return isRefusal(candidate) ? [] : [candidate];
  });
  const verdicts = await decide(work, candidates);
  const known = new Set(candidates.map(({ act }) => act.id));
  await finishWork(work, verdicts, { kept: [], elsewhere: [], refusals: [], held: known });
  return { work, admitted: verdicts.some(({ verdict }) => verdict === 'accepted') };
}

/** How far one look at what waits came, and whether anything was admitted. */
interface Looked {
  readonly last: string;
  readonly admitted: boolean;
}

/** Decides some of what waits after an id, in the order of streams. */
async function decideSome(
  recorder: Recorder,
  after: string,
  sought: Sought | null,
): Promise<Looked | null> {
  return recorder.writer.transaction().execute(async (db) => {
    await lockRecord(db);
    const ids = await undecided({ db }, after, sought);
    const last = ids.at(-1);
    if (last === undefined) return null;
    const { admitted } = await decideThese(recorder, db, ids);
    return { last, admitted };
  });
}

/** Decides all that is sought; whether anything was admitted. */
async function decideAll(recorder: Recorder, sought: Sought | null): Promise<boolean> {
  let admitted = false;
  let looked = await decideSome(recorder, '', sought);
  while (looked) {
    admitted ||= looked.admitted;
    looked = await decideSome(recorder, looked.last, sought);
  }
  return admitted;
}

/** Decides all that waits. */
export async function decideKept(recorder: Recorder): Promise<void> {
  await decideAll(recorder, null);
}

/** Decides what waits in registers where something came that acts may wait for. */
export async function decideAwaited(
  recorder: Recorder,
  registers: readonly string[],
): Promise<void> {
  if (registers.length === 0) return;
  const streams = await recorder.writer.selectFrom('streams').select('author').distinct().execute();
  const authors = streams
    .map(({ author }) => author)
    .filter((author) => recorder.node.keys.keyFor(author) === null);
  if (authors.length === 0) return;
  // What is admitted may be what others waited for; each time around fewer are left.
  while (await decideAll(recorder, { registers, authors }));
}
