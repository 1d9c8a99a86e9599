/** Who may recover an actor's keys, and what such recovery keys have to approve next. */
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { InstantText } from '../kernel/dates.ts';
import { type Query, defineQuestion } from '../kernel/define-area.ts';
import type { RecordTables } from './record-tables.ts';

const Policy = z.object({
  /** Public keys, base64url. */
  keys: z.array(z.string()),
  threshold: z.int(),
  setBy: ActId,
  recordedAt: InstantText,
});

const Step = z.object({ act: ActId, type: z.string(), recordedAt: InstantText });

const Answer = z.object({
  /** Who may recover keys now; null where nobody was named. */
  policy: Policy.nullable(),
  /** The last act on the actor's keys, which approvals name; null where it has no key. */
  lastKeyAct: ActId.nullable(),
  /** Every act on the actor's keys, in the order of the record. */
  rows: z.array(Step),
});
export type RecoveryAnswer = z.output<typeof Answer>;

/** What a register of keys knows of the recovery of an actor's keys. */
export async function recoveryOf(
  query: Query,
  actor: string,
  knownAt: InstantText | null = null,
  registry: string = AUTHORITY_REGISTER,
): Promise<RecoveryAnswer> {
  // The store keeps these tables under these names, and `RecordTables` types them.
  const tables: Query<RecordTables> = query;
  const until = knownAt ?? 'infinity';
  const steps = await tables
    .selectFrom('keys_act')
    .select(['done_by as act', 'type', 'recorded_at as recordedAt'])
    .where('registry', '=', registry)
    .where('actor', '=', actor)
    .where('recorded_at', '<=', until)
    .orderBy('ledger')
    .execute();
  const policy = await tables
    .selectFrom('keys_recovery')
    .select(['keys', 'threshold', 'set_by as setBy', 'recorded_at as recordedAt'])
    .where('registry', '=', registry)
    .where('actor', '=', actor)
    .where('recorded_at', '<=', until)
    .orderBy('ledger', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { policy: policy ?? null, lastKeyAct: steps.at(-1)?.act ?? null, rows: steps };
}

export const showRecovery = defineQuestion({
  name: 'keys.recovery',
  title: 'Who may recover an actor’s keys, and what happened to them so far?',
  input: z.strictObject({ actor: ActorId }),
  output: Answer,
  example: { actor: 'FRA' },
  answer: ({ query, knownAt }, { actor }) => recoveryOf(query, actor, knownAt),
});
