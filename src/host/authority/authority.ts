/** What the node knows of who may sign: the keys that it holds, and the mandates of the record. */
import type { ActorId } from '../../kernel/actor-id.ts';
import type { Query, Viewer } from '../../kernel/define-area.ts';
import type { PlainDateText } from '../../kernel/dates.ts';
import type { Store } from '../../store/contract.ts';
import type { KeyRing } from '../../store/key-ring.ts';
import { readKeys } from '../../store/key-questions.ts';
import { type RecordedMandate, readMandates, standsOn } from '../../store/mandate-questions.ts';
import type { RecordTables } from '../../store/record-tables.ts';

export interface Authority {
  /** Those among the actors with whose key, by the record, this node can sign now. */
  signers(actors: readonly ActorId[]): Promise<readonly ActorId[]>;
  /** Mandates that the holders were given, in the order of the record; those that ended too. */
  mandatesTo(holders: readonly ActorId[], viewer: Viewer): Promise<readonly RecordedMandate[]>;
  /** Who keeps the register; null where there is none that the viewer may know of. */
  custodianOf(register: string, viewer: Viewer): Promise<ActorId | null>;
}

/** Keys and registers are the node's own affair: what is asked of them tells no content. */
const ANYONE: Viewer = { actors: [] };

async function custodianIn(query: Query, register: string): Promise<string | null> {
  // The store keeps this table under this name, and `RecordTables` types it.
  const tables: Query<RecordTables> = query;
  const row = await tables
    .selectFrom('registers')
    .select('custodian')
    .where('key', '=', register)
    .executeTakeFirst();
  return row?.custodian ?? null;
}

/** Authority as the record and the ring have it. */
export function authorityOf(store: Pick<Store, 'read'>, ring: KeyRing): Authority {
  return {
    async signers(actors) {
      const held = actors.flatMap((actor) => {
        const key = ring.keyFor(actor);
        return key ? [{ actor, key: key.id }] : [];
      });
      const named = held.map(({ actor }) => actor);
      const known = await store.read(ANYONE, (query) => readKeys(query, { actors: named }));
      const counting = new Set(known.flatMap((one) => (one.endedBy === null ? [one.key] : [])));
      return held.flatMap(({ actor, key }) => (counting.has(key) ? [actor] : []));
    },
    mandatesTo: (holders, viewer) =>
      store.read(viewer, (query) => readMandates(query, { holders })),
    custodianOf: (register, viewer) => store.read(viewer, (query) => custodianIn(query, register)),
  };
}

/** Whether a mandate is so general that its holder reads what is released to its giver. */
function opensReading(mandate: RecordedMandate): boolean {
  return mandate.registers === null && mandate.covers.some((pattern) => pattern.endsWith('*'));
}

/**
 * On whose behalf a person reads: the actors entrusted to them, and those that gave one of these a
 * general mandate that stands on the day. A mandate for named registers or single kinds of act is
 * for those acts, and opens nothing else that its giver holds.
 */
export async function readsFor(
  authority: Authority,
  actors: readonly ActorId[],
  day: PlainDateText,
): Promise<readonly ActorId[]> {
  if (actors.length === 0) return [];
  const mandates = await authority.mandatesTo(actors, { actors });
  const givers = mandates
    .filter((mandate) => opensReading(mandate) && standsOn(mandate, day))
    .map((mandate) => mandate.actor);
  return [...new Set([...actors, ...givers])].sort();
}
