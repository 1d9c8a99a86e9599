/** Opens the store: the one way in for the host, the importers, the benches and the tests. */
import type { Kysely } from 'kysely';
import type { Area, Asked, Query, Question, Viewer } from '../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import { AdmittedListener } from './admitted-listener.ts';
import { firstIssue } from './candidate-faults.ts';
import { attachmentsOf } from './attachments.ts';
import { givenNoMore } from './releases/given-no-more.ts';
import { dayOf } from '../kernel/dates.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { type ConnectionSettings, openPool, settingsAs } from './connection.ts';
import type { DraftAct, Progress } from '../kernel/submission.ts';
import type { Asking, Preview, Store } from './contract.ts';
import { exportProof } from './export-proof.ts';
import { exportRecord } from './export-record.ts';
import { admitOperator } from './genesis.ts';
import { holdingsOf } from './holdings/holdings.ts';
import { jobsOf } from './jobs.ts';
import type { KeyRing } from './key-ring.ts';
import { lastLedger, recordEnd } from './load-batch-state.ts';
import { logWitnessesOf } from './log-witness.ts';
import { merkleLogOf } from './merkle-log.ts';
import { readMark, writeMark } from './marks.ts';
import { Memories } from './memory.ts';
import { prepareDatabase, rebuildTables } from './prepare-database.ts';
import { previewDraft } from './preview.ts';
import { ProgressKeeper, readProgress } from './progress.ts';
import { readReleasedAct } from './releases/read-released.ts';
import { readAs, readCounts, viewerSetting } from './read-record.ts';
import type { Recorder } from './record-batch.ts';
import type { RecordTables } from './record-tables.ts';
import { type HighWater, streamsBehind } from './high-water.ts';
import { Gate, readWaiting, writeWaiting } from './standing.ts';
import { Replica, type ReplicaSettings, isOfReplica } from './replica.ts';
import { standingOf } from './resume.ts';
import { sqlState } from './roles.ts';
import { receiveActs, submitDrafts } from './submit.ts';
import { inputFault, textFault } from './input-fault.ts';
import { toldReceipts, toldRefusal } from './told-refusal.ts';
import { Turns } from './turns.ts';

export interface StoreOptions {
  /** The owner of the database: may create roles, and the database where it is not there yet. */
  readonly connection: ConnectionSettings;
  /** From which the passwords of the other roles derive; the same for all processes of a node. */
  readonly secret: string;
  /** The actor whose node this is, and the network that it belongs to. */
  readonly operator: string;
  readonly network: string;
  readonly keys: KeyRing;
  /** The name of the node's Merkle log: its address without the scheme; absent: by its operator. */
  readonly logOrigin?: string;
  readonly areas: readonly Area[];
  /** Hears of a rebuild, where definitions changed since the last start. */
  readonly report?: (progress: Progress) => void;
  /** How far own streams went, kept beside the database; absent: nobody keeps it. */
  readonly highWater?: HighWater;
  /** A replica that questions are read from; absent: all are read from the primary. */
  readonly replica?: ReplicaSettings;
  /** The clock; for tests. */
  readonly now?: () => Date;
}

const silent = (): void => undefined;

interface Parts {
  readonly options: StoreOptions;
  readonly catalog: Catalog;
  readonly recorder: Recorder;
  readonly reader: Kysely<RecordTables>;
  readonly replica: Replica | null;
  readonly owner: Kysely<RecordTables>;
  readonly listener: AdmittedListener;
  readonly memories: Memories;
  readonly turns: Turns;
  readonly exports: Turns;
  readonly progress: ProgressKeeper;
}

/** Opens the store, making database, roles and tables where they are missing. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { connection, secret, operator, network, keys } = options;
  const catalog = catalogOf(options.areas);
  await prepareDatabase(connection, secret, catalog, options.report ?? silent);
  const writer = openPool<RecordTables>(settingsAs(connection, secret, 'writer'), 'writer').db;
  const now = options.now ?? ((): Date => new Date());
  const replica = replicaOf(options, writer);
  const parts: Parts = {
    options,
    catalog,
    recorder: {
      node: { operator, network, keys },
      catalog,
      writer,
      now: () => now().toISOString(),
      gate: new Gate(writer),
      highWater: options.highWater ?? null,
    },
    reader: openPool<RecordTables>(settingsAs(connection, secret, 'reader'), 'reader').db,
    replica,
    owner: openPool<RecordTables>(connection, 'owner').db,
    listener: new AdmittedListener(
      settingsAs(connection, secret, 'writer'),
      () => recordEnd(writer),
      async () => replica?.need(),
    ),
    memories: new Memories(),
    turns: new Turns(),
    exports: new Turns(),
    progress: new ProgressKeeper(writer),
  };
  const store = storeOf(parts);
  try {
    await holdBack(parts);
    await replica?.look();
    await admitOperator(store, keys, writer);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The replica, read as the reader, in the database of the same name. */
function replicaOf(
  { replica, connection, secret }: StoreOptions,
  writer: Kysely<RecordTables>,
): Replica | null {
  if (!replica) return null;
  const { database } = connection;
  const reached = settingsAs({ ...replica.connection, database }, secret, 'reader');
  return new Replica({ ...replica, connection: reached }, writer);
}

/** Lets the node wait where its database holds less than it is known to have signed. */
async function holdBack({ recorder, owner, options }: Parts): Promise<void> {
  const { writer } = recorder;
  if (!options.highWater || (await readWaiting(writer))) return;
  const behind = await streamsBehind(writer, options.highWater.known);
  if (behind.length === 0) return;
  if ((await lastLedger(writer)) === 0) {
    throw new Error(
      'The record is empty, though this node has signed before: restore a backup, ' +
        'or remove the file that says how far its streams went (high-water.json) to begin anew.',
    );
  }
  await writeWaiting(owner, {
    why: 'set-back',
    since: recorder.now(),
    backupAt: null,
    behind: [...behind],
  });
}

/** Tells of progress to whoever asked to hear it, and writes it down. */
function reporting({ progress }: Parts, report: ((progress: Progress) => void) | undefined) {
  return (step: Progress): void => {
    report?.(step);
    progress.report(step);
  };
}

function logsOf({ recorder, options }: Parts): Pick<Store, 'log' | 'witnesses'> {
  const origin = options.logOrigin ?? `${options.network}/${options.operator}`;
  const settings = { ...recorder, origin };
  const log = merkleLogOf(settings);
  return { log, witnesses: logWitnessesOf(settings, log) };
}

function storeOf(parts: Parts): Store {
  const { recorder, reader, owner, catalog, listener, turns, options, replica } = parts;
  const { writer } = recorder;
  const logs = logsOf(parts);
  /** Who is told of a place in the record finds it also where questions are read. */
  const known = async <Result>(told: Promise<Result>): Promise<Result> => {
    const result = await told;
    await replica?.need();
    return result;
  };
  return {
    operator: options.operator,
    network: options.network,
    submit: async (drafts, report, toldTo) => {
      const step = reporting(parts, report);
      const receipts = await known(turns.take(submitDrafts(recorder, drafts, step)));
      return toldTo ? toldReceipts({ ...parts, viewer: toldTo }, drafts, receipts) : receipts;
    },
    preview: (draft, at) => preview(parts, draft, at),
    receive: (acts) => known(turns.take(receiveActs(recorder, acts, reporting(parts, undefined)))),
    ask: (question, input, at) => ask(parts, question, input, at),
    // An area types the tables that it asks for by itself.
    read: (viewer, reading) =>
      readAs(reader, viewer, (query) => reading(query as unknown as Query)),
    act: (id, viewer) => readNear(parts, viewer, (query) => readReleasedAct(catalog, query, id)),
    counts: (viewer) => readNear(parts, viewer, readCounts),
    ledger: () => known(lastLedger(writer)),
    replica: () => replica?.state ?? null,
    onAdmitted: (told) => listener.add(told),
    onMoved: (moved) => listener.addMoved(moved),
    rebuild: (report) =>
      turns.take(async () => ({
        acts: await rebuildTables(owner, catalog, reporting(parts, report)),
      })),
    attachments: attachmentsOf({
      reader,
      writer,
      endedOf: givenNoMore(recorder.catalog, () => dayOf(recorder.now())),
    }),
    holdings: holdingsOf(recorder, reader, turns),
    standing: standingOf(parts),
    // Each is in memory whole, so there is one at a time.
    exportRecord: (asked) => parts.exports.take(() => exportRecord({ ...recorder, reader }, asked)),
    ...logs,
    exportProof: (asked) =>
      parts.exports.take(() => exportProof({ ...recorder, reader, ...logs }, asked)),
    jobs: jobsOf(writer),
    progress: () => readProgress(reader),
    tell: (progress) => parts.progress.tell(progress),
    mark: (key) => readMark(owner, key),
    setMark: (key, value) => writeMark(owner, key, value),
    close: async () => {
      await Promise.all([turns.end(), parts.exports.end()]);
      await options.highWater?.close();
      await listener.close();
      await parts.progress.settled();
      await replica?.close();
      await Promise.all([writer.destroy(), reader.destroy(), owner.destroy()]);
    },
  };
}

/** Reads from the replica where it holds what is known to be admitted, else from the primary. */
async function readNear<Result>(
  { reader, replica }: Parts,
  viewer: Viewer,
  reading: (query: Kysely<RecordTables>) => Promise<Result>,
): Promise<Result> {
  if (!replica || !(await replica.isReady())) return readAs(reader, viewer, reading);
  try {
    return await readAs(replica.db, viewer, reading);
  } catch (error) {
    if (!isOfReplica(error)) throw error;
    // What gets in the way of replay is cancelled there, and is no reason to leave the replica.
    if (sqlState(error)?.startsWith('40') !== true) replica.lost();
    return readAs(reader, viewer, reading);
  }
}

/** What an area is given to answer from, in one transaction under the viewer's row security. */
async function readFor<Result>(
  parts: Parts,
  at: Asking,
  answer: (asked: Asked) => Promise<Result>,
): Promise<Result> {
  const { memories, recorder } = parts;
  return readNear(parts, at.viewer, async (query) => {
    const opened = await memories.open(query, viewerSetting(at.viewer), at.knownAt);
    // An area types the tables that it asks for by itself.
    const asked = { ...at, ...opened, now: recorder.now() };
    return answer({ ...asked, query: query as unknown as Query });
  });
}

async function preview(parts: Parts, draft: DraftAct, at: Asking): Promise<Refusal | Preview> {
  const admissible = await previewDraft(parts.recorder, draft);
  if (isRefusal(admissible)) return toldRefusal({ ...parts, viewer: at.viewer }, draft, admissible);
  const { area, act, changes } = admissible;
  const consequences = await readFor(
    parts,
    at,
    async (asked) => (await area.preview?.(asked, act)) ?? [],
  );
  return { marking: act.header.marking, consequences, changes };
}

async function ask<Input, Output>(
  parts: Parts,
  question: Question<Input, Output>,
  input: unknown,
  at: Asking,
): Promise<Output | Refusal> {
  const parsed = question.input.safeParse(input);
  if (!parsed.success) return inputFault(question.name, firstIssue(parsed.error.issues));
  const fault = textFault(parsed.data);
  if (fault) return inputFault(question.name, fault);
  // The question's own schema gave the input.
  return readFor(parts, at, (asked) => question.answer(asked, parsed.data as Input));
}
