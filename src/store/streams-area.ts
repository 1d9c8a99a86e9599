/** `streams.resolve`: a fork of a stream is resolved by an act that names both of its acts. */
import type { Kysely } from 'kysely';
import type { ActOf } from '../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { type Judge, type Query, defineAct, defineArea } from '../kernel/define-area.ts';
import {
  RESOLVE_TYPE,
  ResolvePayload,
  type Ruling,
  type RulingState,
  judgeRuling,
} from '../kernel/fork-ruling.ts';
import { defineTable, put } from '../kernel/table.ts';
import { effectiveOf, loadForkNames, loadRulings, standingOf } from './fork-rulings.ts';
import type { RecordTables } from './record-tables.ts';

/** What was said of forks, in this node's registry and in those beside it. */
export const resolutionTable = defineTable({
  name: 'streams_resolution',
  columns: {
    registry: { type: 'text' },
    resolution: { type: 'text' },
    stream: { type: 'text' },
    seq: { type: 'integer' },
    kept: { type: 'text' },
    dropped: { type: 'text' },
    author: { type: 'text' },
  },
  key: ['registry', 'resolution'],
  indexes: [['stream']],
});

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  // The store hands each area only acts that its own schemas accepted; and types its own tables.
  const db = query as unknown as Kysely<RecordTables>;
  const named = given.map((act) => act.payload as ResolvePayload);
  const streams = [...new Set(named.map(({ stream }) => stream))];
  const drops = named.map(({ drop }) => drop);
  const registry = await db
    .selectFrom('registers')
    .select('custodian')
    .where('key', '=', AUTHORITY_REGISTER)
    .executeTakeFirst();
  const rulings: Ruling[] = await loadRulings(db, streams);
  const state: RulingState = {
    operator: registry?.custodian ?? '',
    forks: await loadForkNames(db, streams),
    rulings,
    standing: await standingOf(db, drops),
    effective: await effectiveOf(db, drops),
  };
  return {
    decide: (act) => judgeRuling(state, act as ActOf<ResolvePayload>),
    evolve: (act) => {
      const { header, payload } = act as ActOf<ResolvePayload>;
      rulings.push({ ...payload, by: header.author, ledger: Number.MAX_SAFE_INTEGER });
    },
  };
}

const EXAMPLE_ID = '0'.repeat(64);

export const streamsArea = defineArea({
  name: 'streams',
  title: 'Streams',
  acts: [
    defineAct({
      type: RESOLVE_TYPE,
      title: 'Resolve a fork of a stream',
      payload: ResolvePayload,
      example: {
        stream: 'KEN/clear',
        seq: 42,
        keep: EXAMPLE_ID,
        drop: `${EXAMPLE_ID.slice(1)}1`,
        reason: 'The other act was signed by a copy of the node that should not have run.',
      },
      apply: ({ id, header, payload, admission }) => [
        put(resolutionTable, {
          registry: admission.register,
          resolution: id,
          stream: payload.stream,
          seq: payload.seq,
          kept: payload.keep,
          dropped: payload.drop,
          author: header.author,
        }),
      ],
    }),
  ],
  tables: [resolutionTable],
  questions: [],
  decider: { load },
});
