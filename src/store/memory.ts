/**
 * The memory that questions keep costly results in. One for each clearance, so that nobody is
 * served what another may see; what was kept stands as long as its registers have not moved since.
 */
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { InstantText } from '../kernel/dates.ts';
import type { Asked, Memory, MemoryKind } from '../kernel/define-area.ts';
import type { RecordTables } from './record-tables.ts';

export const CLEARANCES_KEPT_MAX = 50;
export const VALUES_KEPT_MAX = 2000;
const BEFORE_ALL: InstantText = '0001-01-01T00:00:00.000Z';

interface Kept {
  readonly value: unknown;
  readonly registers: readonly string[];
  /** Where the record ended, for this viewer, when the value was computed. */
  readonly ledger: number;
}

interface Clearance {
  /** Where the record ended at the first look; what moved before is not known. */
  readonly from: number;
  /** Up to where admissions have been looked through. */
  seen: number;
  /** Where each register moved last, of those that moved since the first look. */
  readonly moved: Map<string, number>;
  readonly values: LRUCache<string, Kept>;
}

/** Where the record ends for the viewer of a transaction. */
interface End {
  /** Order of the last admission, 0 for none. */
  readonly ledger: number;
  readonly recordedAt: InstantText | null;
}

async function endOf(query: Kysely<RecordTables>): Promise<End> {
  const last = await query
    .selectFrom('admissions')
    .select(['ledger', 'recorded_at'])
    .orderBy('ledger', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ledger: last?.ledger ?? 0, recordedAt: last?.recorded_at ?? null };
}

/**
 * The instant of the last admission by `knownAt`, and null where nothing was admitted since. The
 * same rows are known at both, so what was computed for one instant serves all until the next.
 */
async function settle(
  query: Kysely<RecordTables>,
  knownAt: InstantText | null,
  end: End,
): Promise<InstantText | null> {
  if (knownAt === null) return null;
  const last = await query
    .selectFrom('admissions')
    .select((select) => select.fn.max('recorded_at').as('recorded_at'))
    .where('recorded_at', '<=', knownAt)
    .executeTakeFirst();
  // Before the first admission nothing is known, at whichever instant one asks.
  const settled = last?.recorded_at ?? BEFORE_ALL;
  return settled === end.recordedAt ? null : settled;
}

async function lookFurther(query: Kysely<RecordTables>, clearance: Clearance): Promise<void> {
  const rows = await query
    .selectFrom('admissions')
    .select(['register', (select) => select.fn.max('ledger').as('ledger')])
    .where('ledger', '>', clearance.seen)
    .groupBy('register')
    .execute();
  // A look that began earlier may end later: registers only ever move forward.
  for (const { register, ledger } of rows) {
    clearance.moved.set(register, Math.max(ledger, clearance.moved.get(register) ?? 0));
    clearance.seen = Math.max(clearance.seen, ledger);
  }
}

/** So few, since each may be all that is on record of a subject. */
export const JUDGED_KEPT_MAX = 32;

/**
 * The memory of those who judge, one batch after another: they see all that is on record. What came
 * of a batch is not known here, so that nothing is recalled unless it is looked at again.
 */
export function judgesMemory(): Memory {
  const values = new LRUCache<string, { readonly value: unknown }>({ max: JUDGED_KEPT_MAX });
  return {
    recall: () => undefined,
    latest: <Value>(kind: MemoryKind<Value>, name: string) =>
      // A kind's name stands for its type; `keep` took nothing else under it.
      values.get(`${kind.name}\n${name}`)?.value as Value | undefined,
    keep: (kind, name, _registers, value) => {
      values.set(`${kind.name}\n${name}`, { value });
    },
  };
}

export class Memories {
  readonly #clearances = new LRUCache<string, Clearance>({ max: CLEARANCES_KEPT_MAX });

  #clearance(setting: string, end: number): Clearance {
    const known = this.#clearances.get(setting);
    if (known) return known;
    const values = new LRUCache<string, Kept>({ max: VALUES_KEPT_MAX });
    const fresh = { from: end, seen: end, moved: new Map<string, number>(), values };
    this.#clearances.set(setting, fresh);
    return fresh;
  }

  /**
   * The memory for one question, in the transaction that it is answered in, and the instant that it
   * is asked for. `setting` is the viewer as the policies read it; admissions that the viewer may
   * not see move nothing for that viewer.
   */
  async open(
    query: Kysely<RecordTables>,
    setting: string,
    knownAt: InstantText | null,
  ): Promise<Pick<Asked, 'memory' | 'knownAt'>> {
    const end = await endOf(query);
    const clearance = this.#clearance(setting, end.ledger);
    if (end.ledger > clearance.seen) await lookFurther(query, clearance);
    return {
      memory: memoryOf(clearance, end.ledger),
      knownAt: await settle(query, knownAt, end),
    };
  }

  forget(): void {
    this.#clearances.clear();
  }
}

/** The memory of a transaction that sees the record up to `end`, whatever others see meanwhile. */
function memoryOf({ from, moved, values }: Clearance, end: number): Memory {
  return {
    recall<Value>(kind: MemoryKind<Value>, name: string): Value | undefined {
      const kept = values.get(`${kind.name}\n${name}`);
      if (!kept) return undefined;
      const both = Math.min(kept.ledger, end);
      const stands = kept.registers.every((register) => (moved.get(register) ?? 0) <= both);
      // A kind's name stands for its type; `keep` took nothing else under it.
      return stands ? (kept.value as Value) : undefined;
    },
    latest: <Value>(kind: MemoryKind<Value>, name: string) =>
      // A kind's name stands for its type; `keep` took nothing else under it.
      values.get(`${kind.name}\n${name}`)?.value as Value | undefined,
    keep(kind, name, registers, value) {
      if (end < from) return;
      values.set(`${kind.name}\n${name}`, { value, registers, ledger: end });
    },
  };
}
