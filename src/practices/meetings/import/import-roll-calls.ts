/**
 * Import of roll calls: each becomes one act that the custodian records from the named source. What
 * is on record stays as it is, so an import that broke off goes on where it ended.
 */
import { z } from 'zod';
import type { Query, Viewer } from '../../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../../kernel/refusal.ts';
import type { Progress } from '../../../kernel/submission.ts';
import type { RollCall, RollCalls } from '../../../standards/roll-calls/roll-calls.ts';
import {
  type RollCallFiles,
  readRollCalls,
} from '../../../standards/roll-calls/read-roll-calls.ts';
import { loadActorFacts } from '../../actors/area.ts';
import { loadNumbersOf } from '../load-roll-calls.ts';
import { registerOf } from '../registers.ts';
import { HISTORY_RULES } from '../rules/history/judging.ts';
import { type RollCallDraft, RollCallPlanning, byDate } from './plan-roll-calls.ts';
import { type VoterOptions, Voters } from './voters.ts';

/**
 * Few enough that what is made for them is gone while it is young: with 500 at once a process takes
 * half as much memory again, which the collector frees only when it must.
 */
export const ROLL_CALLS_AT_ONCE = 100;
const TOLD_MAX = 500;

const Span = { votes: z.int(), from: z.string(), to: z.string() };

export const RollCallReport = z.strictObject({
  /** Roll calls that were not recorded, and why; the first of them. */
  rows: z.array(z.strictObject({ number: z.string(), outcome: z.string(), reason: z.string() })),
  /** Voters that the registry does not know for certain; their votes stand by name. */
  unresolved: z.array(z.strictObject({ name: z.string(), code: z.string().nullable(), ...Span })),
  /** Voters that, by the registry, did not exist on the days that the source states. */
  outOfTime: z.array(z.strictObject({ actor: z.string(), ...Span })),
  /** Roll calls whose votes do not add up to the tally that the source states. */
  differing: z.array(
    z.strictObject({ number: z.string(), stated: z.string(), counted: z.string() }),
  ),
  faults: z.array(z.strictObject({ table: z.string(), line: z.int(), reason: z.string() })),
  totals: z.strictObject({
    rollCalls: z.int(),
    votes: z.int(),
    recorded: z.int(),
    'already-recorded': z.int(),
    refused: z.int(),
    rejected: z.int(),
    differing: z.int(),
    faults: z.int(),
    unresolvedVotes: z.int(),
  }),
});
export type RollCallReport = z.infer<typeof RollCallReport>;

/** The part of a store that the import needs. */
export interface RollCallStore {
  submit(drafts: readonly RollCallDraft[]): Promise<readonly ({ readonly id: string } | Refusal)[]>;
  /** Writes progress down, so that who sees what was recorded after it sees it too. */
  tell(progress: Progress): Promise<void>;
  read<Result>(viewer: Viewer, reading: (query: Query) => Promise<Result>): Promise<Result>;
}

export interface RollCallImport extends VoterOptions {
  readonly body: string;
  readonly source: string;
  readonly custodian: string;
}

/** How the import of a body's roll calls is called where its progress is told. */
export const importTask = (body: string): string => `import ${registerOf('votes', body)}`;

type Rows = RollCallReport['rows'];

interface Recorded {
  readonly recorded: number;
  readonly again: number;
  readonly refused: Rows;
}

/** Plans and records part by part, so that what is made for one is gone before the next. */
async function recordAll(
  store: RollCallStore,
  rollCalls: readonly RollCall[],
  planning: RollCallPlanning,
  tell: (left: number) => Promise<void>,
): Promise<Recorded> {
  let [recorded, again] = [0, 0];
  const refused: Rows = [];
  for (let from = 0; from < rollCalls.length; from += ROLL_CALLS_AT_ONCE) {
    const part = planning.plan(rollCalls.slice(from, from + ROLL_CALLS_AT_ONCE));
    await tell(Math.max(0, rollCalls.length - from - ROLL_CALLS_AT_ONCE));
    const receipts = await store.submit(part.map(({ draft }) => draft));
    for (const [at, receipt] of receipts.entries()) {
      if (!isRefusal(receipt)) recorded += 1;
      else if (receipt.rule.id === HISTORY_RULES.once.id) again += 1;
      else {
        const number = part[at]?.number ?? '';
        refused.push({ number, outcome: receipt.rule.id, reason: receipt.reason });
      }
    }
  }
  return { recorded, again, refused };
}

const spelled = (tally: { yes: number; no: number; abstain: number }): string =>
  `${tally.yes}-${tally.no}-${tally.abstain}`;

/** Roll calls that the source states otherwise than its own votes add up to. */
function differingIn({ rollCalls }: RollCalls): RollCallReport['differing'] {
  return rollCalls.flatMap(({ number, stated, votes }) => {
    if (stated === null) return [];
    const { yes, no, abstain } = votes;
    const counted = { yes: yes.length, no: no.length, abstain: abstain.length };
    return spelled(stated) === spelled(counted)
      ? []
      : [{ number, stated: spelled(stated), counted: spelled(counted) }];
  });
}

/** Imports the tables; refused as a whole where one of the files is none of them. */
export async function importRollCalls(
  store: RollCallStore,
  files: RollCallFiles,
  options: RollCallImport,
): Promise<RollCallReport | Refusal> {
  const given = readRollCalls(files);
  return isRefusal(given) ? given : recordRollCalls(store, given, options);
}

/** Records roll calls that were read from whatever table, those that are not on record yet. */
export async function recordRollCalls(
  store: RollCallStore,
  given: RollCalls,
  options: RollCallImport,
): Promise<RollCallReport> {
  const viewer = { actors: [options.custodian] };
  const [actors, known] = await store.read(viewer, async (query) => [
    await loadActorFacts(query, {
      asKnownAt: null,
      groups: options.group === undefined ? [] : [options.group],
      attributes: [],
    }),
    await loadNumbersOf(query, options.body),
  ]);
  const fresh = given.rollCalls.filter(({ number }) => !known.has(number));
  const voters = new Voters(actors, options);
  const plan = new RollCallPlanning(given.voters, { ...options, voters });
  const total = given.rollCalls.length;
  const { recorded, again, refused } = await recordAll(store, byDate(fresh), plan, (left) =>
    store.tell({ task: importTask(options.body), done: total - left, total }),
  );
  const rejected = plan.rejected.map((one) => ({ ...one, outcome: 'rejected' }));
  const differing = differingIn(given);
  return {
    rows: [...refused, ...rejected].slice(0, TOLD_MAX),
    unresolved: [...plan.unresolved],
    outOfTime: [...plan.outOfTime],
    differing: differing.slice(0, TOLD_MAX),
    faults: [...given.faults],
    totals: {
      rollCalls: total,
      votes: given.votes,
      recorded,
      'already-recorded': total - fresh.length + again,
      refused: refused.length,
      rejected: rejected.length,
      differing: differing.length,
      faults: given.faultCount,
      unresolvedVotes: plan.unresolved.reduce((sum, { votes }) => sum + votes, 0),
    },
  };
}
