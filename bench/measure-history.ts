/** Seventy years of roll calls: how long they take to record, and to answer from. */
import { join } from 'node:path';
import { isRefusal } from '../src/kernel/refusal.ts';
import { importRollCalls } from '../src/practices/meetings/import/import-roll-calls.ts';
import { agreement } from '../src/practices/meetings/questions/history/agreement.ts';
import {
  type Cast,
  ballotBook,
  selectionOf,
} from '../src/practices/meetings/rules/history/ballot-book.ts';
import { pairsOf } from '../src/practices/meetings/rules/history/agreement.ts';
import { blocsOf } from '../src/practices/meetings/rules/history/blocs.ts';
import type { Connection } from '../src/store/embedded-postgres.ts';
import type { Store } from '../src/store/contract.ts';
import { readWorldActors } from '../src/world/actors.ts';
import { loadActors } from '../src/world/load-actors.ts';
import { type Durations, timeEach } from './quantiles.ts';
import { OPERATOR, openRigStore } from './rigs.ts';
import { seeded } from './seeded.ts';

/** As many as the General Assembly took from 1946 to 2019, and the votes that were cast in them. */
export const ROLL_CALLS = 6203;
export const VOTES = 870_109;
export const VOTERS = 193;
const QUESTIONS = 100;
const FIRST_YEAR = 1946;
const BODY = 'measured-assembly';

export interface HistoryJob {
  readonly checkout: string;
  readonly folder: string;
  readonly connection: Connection;
}

export interface HistoryMeasured {
  readonly recorded: number;
  readonly votes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Memory of the process before, and the most that it took while it recorded. */
  readonly beforeBytes: number;
  readonly peakBytes: number;
  /** The first question on two of them, for which all roll calls are read. */
  readonly first: number;
  readonly two: Durations;
  readonly pairs: Durations;
  readonly blocs: Durations;
}

export interface Made {
  readonly rollCalls: string;
  readonly votes: string;
  readonly voters: string;
}

/** Tables of the size of the real ones; everybody sides with one of two halves, mostly. */
export function tablesOf(names: readonly string[]): Made {
  const random = seeded(1946);
  const rows: string[] = ['rcid,date,short'];
  const votes: string[] = ['rcid,c,v'];
  const share = Math.round((100 * VOTES) / (ROLL_CALLS * names.length));
  for (let number = 1; number <= ROLL_CALLS; number += 1) {
    const year = FIRST_YEAR + Math.floor((number * 74) / (ROLL_CALLS + 1));
    rows.push(`${number},${year}-11-${String(1 + (number % 28)).padStart(2, '0')},Vote ${number}`);
    for (let place = 1; place <= names.length && votes.length <= VOTES; place += 1) {
      if (!random.inPercent(share)) continue;
      const usual = place % 2 === number % 2 ? 'Y' : 'N';
      votes.push(`${number},${place},${random.inPercent(80) ? usual : 'A'}`);
    }
  }
  return {
    rollCalls: rows.join('\n'),
    votes: votes.join('\n'),
    voters: ['country', ...names.map((name) => `"${name}"`)].join('\n'),
  };
}

interface Recorded {
  readonly recorded: number;
  readonly votes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

async function record(store: Store, made: Made): Promise<Recorded> {
  const bytes = (text: string): Uint8Array => Buffer.from(text);
  const files = {
    rollCalls: bytes(made.rollCalls),
    votes: bytes(made.votes),
    voters: bytes(made.voters),
  };
  let peakBytes = 0;
  const look = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, 20);
  const [began, before] = [performance.now(), process.cpuUsage()];
  const options = { body: BODY, source: 'tables for measuring', custodian: OPERATOR };
  const report = await importRollCalls(store, files, options);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(look);
  if (isRefusal(report)) throw new Error(report.reason);
  const { recorded, votes } = report.totals;
  return { recorded, votes, seconds, cpuSeconds: (user + system) / 1e6, peakBytes };
}

/** Roll calls as they are on record, for measuring the rules alone. */
function castOf(made: Made): readonly Cast[] {
  const casts = made.rollCalls
    .split('\n')
    .slice(1)
    .map((row) => ({
      on: row.split(',')[1] ?? '',
      issues: [] as string[],
      yes: [] as string[],
      no: [] as string[],
      abstain: [] as string[],
    }));
  for (const row of made.votes.split('\n').slice(1)) {
    const [number = '', place = '', vote] = row.split(',');
    const cast = casts[Number(number) - 1];
    cast?.[vote === 'Y' ? 'yes' : vote === 'N' ? 'no' : 'abstain'].push(place);
  }
  return casts;
}

async function measureRules(made: Made) {
  const book = ballotBook(castOf(made), (actor) => actor);
  const all = selectionOf(book, {});
  const times = Array.from({ length: 10 }, (_, at) => at);
  const pairs = await timeEach(times, async () => void pairsOf(book, all));
  const known = pairsOf(book, all);
  const blocs = await timeEach(times, async () => void blocsOf(known, 'index', 850));
  return { pairs, blocs };
}

/** Records all of it in this process, asks about any two, and computes all pairs and blocs. */
export async function measureHistoryPart(job: HistoryJob): Promise<HistoryMeasured> {
  const actors = readWorldActors(join(job.checkout, 'world', 'actors'));
  const store = await openRigStore(job.folder, job.connection);
  try {
    await loadActors(store, actors);
    const states = actors.actors.filter(({ kind }) => kind === 'state').slice(0, VOTERS);
    const ids = states.map(({ id }) => id);
    const made = tablesOf(ids);
    const beforeBytes = process.memoryUsage.rss();
    const recorded = await record(store, made);
    const at = { viewer: { actors: [] }, asOf: '2026-01-01', knownAt: null };
    const random = seeded(7);
    const ask = async (): Promise<void> => {
      const asked = { body: BODY, one: random.pick(ids), other: random.pick(ids) };
      const answer = await store.ask(agreement, asked, at);
      if (isRefusal(answer)) throw new Error(answer.reason);
    };
    const began = performance.now();
    await ask();
    const first = performance.now() - began;
    const two = await timeEach(Array.from({ length: QUESTIONS }), ask);
    return { ...recorded, beforeBytes, first, two, ...(await measureRules(made)) };
  } finally {
    await store.close();
  }
}
