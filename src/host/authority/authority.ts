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
  /** All with whose key this node can sign now, in alphabetical order. */
  signersHere(): Promise<readonly ActorId[]>;
  /** Mandates that the holders were given, in the order of the record; those that ended too. */
  mandatesTo(holders: readonly ActorId[], viewer: Viewer): Promise<readonly RecordedMandate[]>;
  /** Who keeps the register; null where there is none that the viewer may know of. */
  custodianOf(register: string, viewer: Viewer): Promise<ActorId | null>;
  /** Whether any of the actors keeps a register. */
  keeps(actors: readonly ActorId[]): Promise<boolean>;
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

async function keepsIn(query: Query, actors: readonly string[]): Promise<boolean> {
  if (actors.length === 0) return false;
  // As above.
  const tables: Query<RecordTables> = query;
  const kept = tables.selectFrom('registers').select('key').where('custodian', 'in', actors);
  return (await kept.limit(1).executeTakeFirst()) !== undefined;
}

/** Authority as the record and the ring have it. */
export function authorityOf(store: Pick<Store, 'read'>, ring: KeyRing): Authority {
  const signersAmong = async (actors?: readonly string[]): Promise<string[]> => {
    const wanted = actors === undefined ? {} : { actors };
    const known = await store.read(ANYONE, (query) => readKeys(query, wanted));
    const able = known.filter(
      ({ actor, key, endedBy }) => endedBy === null && ring.keyFor(actor)?.id === key,
    );
    return able.map(({ actor }) => actor);
  };
  return {
    async signers(actors) {
      const able = new Set(await signersAmong(actors));
      return actors.filter((actor) => able.has(actor));
    },
    signersHere: async () => (await signersAmong()).toSorted(),
    mandatesTo: (holders, viewer) =>
      store.read(viewer, (query) => readMandates(query, { holders })),
    custodianOf: (register, viewer) => store.read(viewer, (query) => custodianIn(query, register)),
    keeps: (actors) => store.read({ actors }, (query) => keepsIn(query, actors)),
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
