/** How long the search takes over the shipped world, asked in six languages, cold and warm. */
import { house } from '../src/host/house.ts';
import { searchIn } from '../src/host/search/area.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Store } from '../src/store/contract.ts';
import { type Durations, timeEach } from './quantiles.ts';
import { type Rig, openRigStore } from './rigs.ts';

const QUERIES = [
  ['en', 'nuclear'],
  ['en', 'is the CTBT in force, and why not?'],
  ['en', 'what binds kenya and norwey to each other'],
  ['en', 'A/RES/72/31'],
  ['en', 'vclt 24'],
  ['fr', 'traité sur l’interdiction complète'],
  ['fr', 'l’Inde et le Brésil votent-ils de même ?'],
  ['es', 'derechos del niño'],
  ['es', '¿qué vincula a Kenia y Noruega entre sí?'],
  ['ru', 'вступил ли в силу ДВЗЯИ'],
  ['ru', 'ядерное оружие'],
  ['zh', '肯尼亚和挪威之间受哪些条约约束？'],
  ['zh', '核武器'],
  ['ar', 'هل معاهدة الحظر الشامل للتجارب النووية سارية؟'],
  ['ar', 'حقوق الطفل'],
  ['en', 'qqqq zzzz'],
] as const;
const ROUNDS = 40;

export interface SearchMeasured {
  /** The first of all: shelves are read and indexed. */
  readonly firstMilliseconds: number;
  readonly memoryBytes: number;
  /** Answers and results, all of these asked before. */
  readonly warm: Durations;
  /** Results alone, as they are suggested while one types. */
  readonly suggested: Durations;
}

async function asks(store: Store, [locale, text]: (typeof QUERIES)[number], answers: boolean) {
  const find = searchIn(house.areas);
  if (find === null) throw new Error('the house has no search');
  const asOf = new Date().toISOString().slice(0, 10);
  const input = { text, locale, answers, limit: answers ? 20 : 8 };
  const found = await store.ask(find, input, { viewer: { actors: [] }, asOf, knownAt: null });
  if (isRefusal(found)) throw new Error(found.reason);
}

/** Measures on a node of its own that has the world. */
export async function measureSearch(rig: Rig): Promise<SearchMeasured> {
  const store = await openRigStore(rig.folder, await rig.database('measured_search'));
  try {
    await house.loadWorld(store, () => undefined, 'load');
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    await asks(store, QUERIES[0], false);
    const firstMilliseconds = performance.now() - began;
    globalThis.gc?.();
    const memoryBytes = process.memoryUsage().heapUsed - before;
    for (const query of QUERIES) await asks(store, query, true);
    const rounds = Array.from({ length: ROUNDS }, () => QUERIES).flat();
    const warm = await timeEach(rounds, (query) => asks(store, query, true));
    const suggested = await timeEach(rounds, (query) => asks(store, query, false));
    return { firstMilliseconds, memoryBytes, warm, suggested };
  } finally {
    await store.close();
  }
}
