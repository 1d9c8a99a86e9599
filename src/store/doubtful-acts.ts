/**
 * Acts in doubt: signed with a key after the last act that its owner stands by. They were admitted
 * while the key counted, and so they stand; that they are in doubt is found and shown, and what is
 * to become of them is for people to settle by further acts.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { InstantText } from '../kernel/dates.ts';
import { type Query, defineQuestion } from '../kernel/define-area.ts';
import { KeyId } from '../kernel/key.ts';

/** No more are listed at once; the oldest come first, and `more` says that there are others. */
export const DOUBTFUL_ACTS_MAX = 1000;

const Row = z.object({
  act: ActId,
  type: z.string(),
  register: z.string().nullable(),
  author: ActorId,
  actor: ActorId,
  key: KeyId,
  /** The act by which the key's owner said so, and the last act that it stands by. */
  endedBy: ActId,
  standsBy: ActId,
  /** When the act itself was admitted; null where it was not. */
  recordedAt: InstantText.nullable(),
});
export type DoubtfulAct = z.output<typeof Row>;

interface Wanted {
  readonly actor?: string | undefined;
  readonly acts?: readonly string[];
  readonly knownAt?: InstantText | null;
}

/**
 * Acts in doubt that the query's viewer may see. Within the stream of the last act that the owner
 * stands by, its sequence decides; in other streams of the same key, the order of the record.
 */
export async function readDoubtful(query: Query, wanted: Wanted): Promise<DoubtfulAct[]> {
  const { actor = null, acts = null, knownAt = null } = wanted;
  const until = knownAt ?? 'infinity';
  const { rows } = await sql<DoubtfulAct>`
    select acts.id as act, acts.type, acts.register, acts.author, acts.actor, acts.key,
      ended.act as "endedBy", ended.effective_from as "standsBy",
      placed.recorded_at as "recordedAt"
    from keys_end as ended
    join acts as stood on stood.id = ended.effective_from
    join admissions as standing on standing.act = stood.id
    join acts on acts.key = ended.key and acts.id <> ended.act
    left join admissions as placed on placed.act = acts.id
    where ended.registry = ${AUTHORITY_REGISTER} and ended.recorded_at <= ${until}::timestamptz
      and (placed.act is null or placed.recorded_at <= ${until}::timestamptz)
      and (case when acts.stream = stood.stream then acts.seq > stood.seq
        else coalesce(placed.ledger > standing.ledger, false) end)
      and (${actor}::text is null or acts.author = ${actor})
      and (${acts}::text[] is null or acts.id = any(${acts}::text[]))
    order by placed.ledger, acts.stream, acts.seq
    limit ${DOUBTFUL_ACTS_MAX + 1}`.execute(query);
  return rows;
}

export const doubtfulActs = defineQuestion({
  name: 'keys.doubtful',
  title: 'Which acts were signed with a key after the last act that its owner stands by?',
  input: z.strictObject({
    actor: ActorId.optional().describe('Only what was signed with this actor’s keys'),
  }),
  output: z.object({ rows: z.array(Row), more: z.boolean() }),
  example: {},
  async answer({ query, knownAt }, { actor }) {
    const rows = await readDoubtful(query, { actor, knownAt });
    return { rows: rows.slice(0, DOUBTFUL_ACTS_MAX), more: rows.length > DOUBTFUL_ACTS_MAX };
  },
});
