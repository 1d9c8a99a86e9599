/** Recall, expiry and erasure of released acts, each an act in the register of what it is about. */
import type { ActOf } from '../../kernel/act.ts';
import {
  type AdmittedAct,
  type Judge,
  type Query,
  defineAct,
  defineArea,
} from '../../kernel/define-area.ts';
import { own } from '../../kernel/own.ts';
import { type RowOf, put } from '../../kernel/table.ts';
import { judgeRelease } from './judge.ts';
import { loadReleased, loadStatements } from './load.ts';
import { Downgrade, ErasureAnswer, ErasureRequest, Expiry, Recall } from './payloads.ts';
import { releaseOf, unanswered } from './questions.ts';
import { type Statement, statementTable } from './statements.ts';

const NO_ACT = '0'.repeat(64);
type Row = RowOf<typeof statementTable>;

/** A row of what is said, empty where the kind of statement does not say it. */
function rowOf(
  kind: string,
  { id, header, payload }: ActOf<{ readonly act: string; readonly reason?: string | undefined }>,
  more: Partial<Row> = {},
): Row {
  return {
    entry: id,
    of_act: payload.act,
    kind,
    actor: header.actor,
    parts: [],
    request: null,
    outcome: null,
    reason: payload.reason ?? null,
    legal_basis: null,
    on_day: null,
    marking: null,
    ...more,
  };
}

/** The row that an act of this area leaves. */
function statementOf(act: ActOf<unknown>): Row {
  // The store hands the area only what its schemas gave.
  const given = act as ActOf<Partial<Row> & { act: string; reason?: string }>;
  const said = act.payload as { on?: string; legalBasis?: string };
  const kinds: Readonly<Record<string, string>> = {
    'releases.downgrade': 'downgrade',
    'releases.recall': 'recall',
    'releases.expire': 'expire',
    'releases.request-erasure': 'request',
    'releases.confirm-erasure': 'answer',
  };
  const { parts = [], request = null, outcome = null } = given.payload;
  const kind = own(kinds, act.header.type) ?? '';
  return rowOf(kind, given, {
    parts,
    request,
    outcome,
    legal_basis: said.legalBasis ?? null,
    on_day: said.on ?? null,
    marking: kind === 'downgrade' ? act.header.marking : null,
  });
}

const apply = (act: AdmittedAct<unknown>) => [put(statementTable, statementOf(act))];

async function load(query: Query, given: readonly ActOf<unknown>[]): Promise<Judge> {
  const named = given.map((act) => (act.payload as { act: string }).act);
  const acts = await loadReleased(query, named);
  const statements: Statement[] = await loadStatements(query, named);
  return {
    decide: (act) => judgeRelease({ acts, statements }, act),
    evolve: (act) => {
      const placed = { act: act.id, register: '', position: 0, ledger: Number.MAX_SAFE_INTEGER };
      statements.push({ ...statementOf(act), ...placed, recorded_at: '', audience: 0 });
    },
  };
}

export const releasesArea = defineArea({
  name: 'releases',
  title: 'Releases',
  acts: [
    defineAct({
      type: 'releases.recall',
      title: 'Recall what was released',
      payload: Recall,
      example: { act: NO_ACT, reason: 'The source withdrew it.' },
      apply,
    }),
    defineAct({
      type: 'releases.expire',
      title: 'Let a release end on a day',
      payload: Expiry,
      example: { act: NO_ACT, on: '2027-01-01', reason: 'It is of no use after the season.' },
      apply,
    }),
    defineAct({
      type: 'releases.request-erasure',
      title: 'Ask all holders to erase',
      payload: ErasureRequest,
      example: { act: NO_ACT, parts: [0], reason: 'It names a patient.' },
      apply,
    }),
    defineAct({
      type: 'releases.confirm-erasure',
      title: 'Answer a request to erase',
      payload: ErasureAnswer,
      example: { act: NO_ACT, request: NO_ACT, outcome: 'erased' as const },
      apply,
    }),
    defineAct({
      type: 'releases.downgrade',
      title: 'Release it at a looser level, or to more',
      payload: Downgrade,
      carries: true,
      example: {
        act: NO_ACT,
        reason: 'The outbreak is public.',
        original: { header: '{}', signature: '', parts: [null] },
      },
      apply,
    }),
  ],
  tables: [statementTable],
  questions: [releaseOf, unanswered],
  decider: { load },
});
