/**
 * Authors' acts on forks of their streams, as nodes exchange them: beside the streams, for a stream
 * that is closed cannot bring the act that opens it.
 */
import type { Kysely } from 'kysely';
import type { SignedAct } from '../../kernel/act.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import { RESOLVE_TYPE, ResolvePayload, authorOfStream } from '../../kernel/fork-ruling.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { mayView } from '../../kernel/marking.ts';
import { signatureHolds } from '../../kernel/sign.ts';
import { SignedActJson, signedActJson, signedActOf } from '../../kernel/signed-act-json.ts';
import { anyKeyFor } from '../elsewhere.ts';
import { loadForkNames } from '../fork-rulings.ts';
import { readyKey } from '../key-ring.ts';
import { lockRecord } from '../load-batch-state.ts';
import { type Recorder, openWork } from '../record-batch.ts';
import type { RecordTables } from '../record-tables.ts';
import { headerOf } from './forks.ts';
import { settleStream } from './set-aside.ts';
import { type Given, loadHeld } from './take-given.ts';

type Db = Kysely<RecordTables>;

/** An author's act on a fork of its own stream; null for any other. */
export function rulingIn(given: Given | Refusal): { given: Given; said: ResolvePayload } | null {
  if (isRefusal(given) || given.act.header.type !== RESOLVE_TYPE) return null;
  const { header, payload } = given.act;
  const said = ResolvePayload.safeParse(payload).data;
  if (!said || said.keep === said.drop || said.stream !== header.stream) return null;
  const isSigned = header.basis.kind === 'signed' && header.author === header.actor;
  return isSigned && header.author === authorOfStream(said.stream) ? { given, said } : null;
}

/** Keeps what an author said of a fork that is proved here, with a key that still counts. */
async function keepRuling(
  recorder: Recorder,
  db: Db,
  { given, said }: { given: Given; said: ResolvePayload },
): Promise<void> {
  const { act, signed } = given;
  const { stream, seq, keep, drop } = said;
  const forks = await loadForkNames(db, [stream]);
  const isProved = forks.some(
    (fork) => fork.seq === seq && fork.acts.includes(keep) && fork.acts.includes(drop),
  );
  if (!isProved) return;
  const work = await openWork(recorder, db, {
    markings: [act.header.marking],
    streams: [stream],
    registers: [],
    keys: [act.header.key],
    mandates: [],
    keyHeldFor: () => null,
  });
  const key = anyKeyFor(work.state, act.header);
  if (!key || key.until !== null) return;
  if (!signatureHolds(act.id, signed.signature, readyKey(key))) return;
  const { author } = act.header;
  const proof = JSON.stringify(signedActJson(signed));
  await db
    .insertInto('fork_rulings')
    .values({ act: act.id, stream, seq, kept: keep, dropped: drop, author, signed: proof })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await settleStream(work, stream);
}

/** Heeds the authors' acts on forks among those that came, before the others are taken. */
export async function heedRulings(
  recorder: Recorder,
  all: readonly (Given | Refusal)[],
): Promise<void> {
  const rulings = all.flatMap((given) => rulingIn(given) ?? []);
  if (rulings.length === 0) return;
  await recorder.writer.transaction().execute(async (db) => {
    await lockRecord(db);
    for (const ruling of rulings) await keepRuling(recorder, db, ruling);
  });
}

/** The authors' acts on forks that are known here, of streams that the viewer may see. */
export async function readRulings(writer: Db, { actors }: Viewer): Promise<SignedAct[]> {
  const ahead = await writer.selectFrom('fork_rulings').select('signed').orderBy('act').execute();
  const rows = await writer
    .selectFrom('streams_resolution')
    .select(['resolution', 'stream', 'author'])
    .orderBy('resolution')
    .execute();
  const own = rows.filter(({ stream, author }) => authorOfStream(stream) === author);
  const held = await loadHeld(
    writer,
    own.map(({ resolution }) => resolution),
  );
  const acts = [
    ...ahead.map(({ signed }) => signedActOf(SignedActJson.parse(signed))),
    ...[...held.values()].map(({ signed }) => signed),
  ];
  const seen = new Map(acts.map((act) => [Buffer.from(act.signature).toString('hex'), act]));
  return [...seen.values()].filter((act) => {
    const marking = headerOf(act)?.marking;
    return marking !== undefined && (marking.level === 'clear' || mayView(marking, actors));
  });
}
