/** Takes a batch of acts of other nodes: one transaction, each act judged where its stream ends. */
import type { ActId, Header, SignedAct } from '../../kernel/act.ts';
import type { Taken } from '../../kernel/exchange.ts';
import { markingsIn } from '../../kernel/release.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { type SignedCandidate, provisionalAct } from '../candidate.ts';
import { anyKeyFor } from '../elsewhere.ts';
import { judgeOurs } from '../judge-batch.ts';
import { headOf } from '../batch-state.ts';
import { loadClosing } from '../fork-rulings.ts';
import { lockRecord } from '../load-batch-state.ts';
import {
  type Recorder,
  finishWork,
  forBatch,
  loadKnown,
  noteStreams,
  openWork,
} from '../record-batch.ts';
import { signedCandidate } from '../signed-candidate.ts';
import { vouchFor } from '../vouched-keys.ts';
import type { Work } from '../work.ts';
import type { Ahead } from './ahead.ts';
import { admitElsewhere } from './admit-elsewhere.ts';
import { heedRefusals, takeRefusal } from './take-refusal.ts';
import { type Given, asksUs, loadPlaces, registersNamed } from './take-given.ts';
import { recordIn } from './record-at-hand.ts';
import { keepBeside, loadBeside } from './beside.ts';
import { decideHeld } from './decide-kept.ts';
import { rebuildFilled } from './fill-in.ts';
import { loadDecided } from './load-decided.ts';
import { keepRefusalsAhead } from './refusals-ahead.ts';
import { heedRulings } from './rulings.ts';
import { isDecision, isStripped, withheldFrom } from './withheld.ts';
import { type Taking, bringIn, keep, notNext, recordOf } from './taking.ts';

/** Ends the transaction: at this act something had begun that cannot be carried through. */
export class Halted extends Error {
  readonly at: number;
  readonly taken: Taken;
  constructor(at: number, taken: Taken) {
    super('an admission could not be carried through');
    this.at = at;
    this.taken = taken;
  }
}

/** What a custodian elsewhere decided: carried out where it can be, else it waits. */
async function takeDecision(taking: Taking, given: Given, at: number): Promise<Taken> {
  const { act, admits } = given;
  const { work } = taking;
  const { id } = act;
  if (admits) {
    const before = work.state.ledger;
    const done = await admitElsewhere(taking, act, admits);
    if (done && 'refusal' in done) {
      const outcome = done.forNow ? 'waiting' : 'rejected';
      const { refusal, lacks } = done;
      const taken: Taken = { outcome, id, refusal, ...(lacks && { lacks }) };
      if (work.state.ledger > before) throw new Halted(at, taken);
      return taken;
    }
    taking.elsewhere.push(...(done ?? []));
    for (const one of done ?? []) bringIn(taking, one.act.id);
  } else {
    takeRefusal(taking, act);
  }
  taking.kept.push(recordOf(given));
  keep(taking, given);
  return { outcome: 'kept', id };
}

/** Acts for registers that this node keeps, one after another, of one area. */
async function takeOurs(taking: Taking, run: readonly Ours[]): Promise<Taken[]> {
  const { work } = taking;
  const [first] = run;
  if (!first) return [];
  const judge = await work.judgeOf(
    first.candidate.found.area,
    run.map(({ candidate }) => provisionalAct(candidate, work.node.network, work.state.recordedAt)),
  );
  const taken: Taken[] = [];
  for (const { given, candidate } of run) {
    const fault = await notNext(taking, given);
    if (fault) {
      taken.push(fault);
      continue;
    }
    const verdict = judgeOurs(work, judge, candidate, recordOf(given));
    keep(taking, given);
    const { id } = given.act;
    if (verdict === null) {
      taking.kept.push(recordOf(given));
      taken.push({ outcome: 'kept', id });
      continue;
    }
    taking.verdicts.push(verdict);
    taken.push(
      verdict.verdict === 'refused'
        ? { outcome: 'refused', id, refusal: verdict.refusal }
        : { outcome: 'admitted', id, register: candidate.register },
    );
  }
  return taken;
}

interface Ours {
  readonly given: Given;
  readonly candidate: SignedCandidate;
}

/** The act as a candidate for a register of ours; null where it asks nothing of this node. */
function oursOf({ work, isSilent }: Taking, given: Given): Ours | null {
  if (isSilent) return null;
  const { act, signed } = given;
  const custodian = work.state.registers.get(act.header.register ?? '')?.custodian;
  if (!asksUs(act, custodian, work.node) || isStripped(work.node, given)) return null;
  const candidate = signedCandidate(work.catalog, work.node, signed);
  return isRefusal(candidate) ? null : { given, candidate };
}

async function takeOther(taking: Taking, given: Given, at: number): Promise<Taken> {
  const fault = await notNext(taking, given);
  if (fault) return fault;
  const lacking = withheldFrom(taking.work, given);
  if (lacking) return { outcome: 'waiting', id: given.act.id, refusal: lacking };
  if (isDecision(given.act)) return takeDecision(taking, given, at);
  taking.kept.push(recordOf(given));
  keep(taking, given);
  await heedRefusals(taking, given.act.id);
  return { outcome: 'kept', id: given.act.id };
}

const rejected = (refusal: Refusal): Taken => ({ outcome: 'rejected', id: null, refusal });

/** Takes acts one after another. Throws `Halted` where one cannot be carried through. */
export async function takeAll(taking: Taking, all: readonly (Given | Refusal)[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let at = 0; at < all.length; ) {
    const given = all[at];
    if (given === undefined) break;
    if (isRefusal(given)) {
      taken.push(rejected(given));
      at += 1;
      continue;
    }
    const run = oursFrom(taking, all, at);
    if (run.length > 0) taken.push(...(await takeOurs(taking, run)));
    else taken.push(await takeOther(taking, given, at));
    at += Math.max(run.length, 1);
  }
  return taken;
}

/** The longest run from here of acts for registers of ours that one area judges. */
function oursFrom(taking: Taking, all: readonly (Given | Refusal)[], from: number): Ours[] {
  const run: Ours[] = [];
  for (const given of all.slice(from)) {
    const ours = isRefusal(given) ? null : oursOf(taking, given);
    const area = run[0]?.candidate.found.area;
    if (!ours || (area && ours.candidate.found.area !== area)) break;
    run.push(ours);
  }
  return run;
}

/**
 * Which signatures hold; those whose key nobody here knows are left out. By what came and not by
 * act: one act may come twice, once with a false signature.
 */
async function checkSignatures(
  work: Work,
  given: readonly Given[],
  ahead: Ahead,
): Promise<Map<SignedAct, boolean>> {
  const checks = given.flatMap((one) => {
    const key = anyKeyFor(work.state, one.act.header);
    return key ? [{ signed: one.signed, holds: ahead.holds(one, key) }] : [];
  });
  const known = await Promise.all(checks.map(({ holds }) => holds));
  return new Map(checks.map(({ signed }, at) => [signed, known[at] === true]));
}

async function takeOnce(
  whole: Recorder,
  ahead: Ahead,
  all: readonly (Given | Refusal)[],
): Promise<readonly Taken[]> {
  const given = all.filter((one): one is Given => !isRefusal(one));
  if (given.length === 0) return all.filter(isRefusal).map(rejected);
  const isSilent = (await whole.gate.refusal()) !== null;
  const fresh = new Map<ActId, Given>();
  const { taken, works } = await whole.writer.transaction().execute(async (db) => {
    await lockRecord(db);
    const recorder = forBatch(whole);
    const held = await loadDecided(db, given, ahead);
    const beside = await loadBeside(
      db,
      given.flatMap(({ decides }) => decides.filter((id) => !held.has(id))),
    );
    const bodies = [...held.values(), ...beside.values()];
    const acts = [...given, ...bodies].map(({ act }) => act);
    const work = await openWork(recorder, db, {
      markings: acts.flatMap(({ header }) => markingsIn(header)),
      streams: acts.map(({ header }) => header.stream),
      registers: registersNamed(given, recorder.node.operator),
      keys: acts.map(({ header }) => header.key),
      mandates: acts.flatMap(({ header }) => header.mandate ?? []),
      keyHeldFor: (actor) => recorder.node.keys.keyFor(actor)?.id ?? null,
    });
    const decided = given.flatMap(({ decides }) => decides);
    for (const [id, known] of await loadKnown(db, decided)) work.known.set(id, known);
    await vouchFor(
      db,
      work.state,
      given.map(({ act }) => act),
    );
    const taking: Taking = {
      isSilent,
      work,
      fresh,
      places: await loadPlaces(db, given.map(({ act }) => act.header).filter(isBehind(work))),
      ...(await loadClosing(db, streamsOf(given), recorder.node.operator)),
      holds: await checkSignatures(work, given, ahead),
      beside,
      setAside: [],
      bodies: (id) => {
        const found = fresh.get(id) ?? held.get(id) ?? beside.get(id);
        if (!found) return null;
        const { parts } = found.signed;
        return { act: found.act, whole: parts.every((part) => part !== null), parts };
      },
      record: recordIn(work, given),
      kept: [],
      verdicts: [],
      elsewhere: [],
      refusals: [],
      ahead: [],
      filled: [],
    };
    const outcomes = await takeAll(taking, all);
    await keepBeside(db, taking.setAside);
    await keepRefusalsAhead(db, taking.ahead);
    await finishWork(work, taking.verdicts, taking);
    await rebuildFilled(work, taking.filled);
    const late = isSilent ? null : await decideHeld(recorder, db, taking.filled);
    return { taken: outcomes, works: late ? [work, late] : [work] };
  });
  for (const work of works) noteStreams(whole, work);
  ahead.keep(fresh.values());
  return taken;
}

/** The streams of the acts, each once. */
const streamsOf = (given: readonly Given[]): string[] => [
  ...new Set(given.map(({ act }) => act.header.stream)),
];

/** Whether an act's place is one that its stream has here already. */
const isBehind =
  ({ state }: Work) =>
  ({ stream, seq }: Header): boolean =>
    seq <= headOf(state, stream).seq;

/**
 * Takes a batch by `once`, which writes all or nothing. What cannot be carried through is undone
 * with all that came with it, and what came before it and after it is taken without it.
 */
export async function takeAround(
  once: (acts: readonly (Given | Refusal)[]) => Promise<readonly Taken[]>,
  acts: readonly (Given | Refusal)[],
): Promise<readonly Taken[]> {
  if (acts.length === 0) return [];
  try {
    return await once(acts);
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    const before = await takeAround(once, acts.slice(0, error.at));
    const after = await takeAround(once, acts.slice(error.at + 1));
    return [...before, error.taken, ...after];
  }
}

/** Takes a batch, in a transaction. */
export async function takeBatch(
  recorder: Recorder,
  ahead: Ahead,
  acts: readonly (Given | Refusal)[],
): Promise<readonly Taken[]> {
  await heedRulings(recorder, acts);
  return takeAround((given) => takeOnce(recorder, ahead, given), acts);
}
