/**
 * What somebody is told of why a draft is refused. A decider judges by the whole record, and its
 * reasons may quote acts that are hidden from whoever submits. So a reason is told only if the same
 * decider, given no more than the submitter may see, gives it as well.
 */
import type { Kysely } from 'kysely';
import type { InstantText } from '../kernel/dates.ts';
import { FORGETFUL, type Judge, type Query, type Viewer } from '../kernel/define-area.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { DraftAct, Receipt } from '../kernel/submission.ts';
import { provisionalAct } from './candidate.ts';
import { draftCandidate } from './draft-candidate.ts';
import { readAs } from './read-record.ts';
import type { Recorder } from './record-batch.ts';
import type { RecordTables } from './record-tables.ts';

/**
 * Those that an area's rules gave, with the instant at which they did: a reason that names it is
 * given again only by who judges at the same. What the store itself refuses rests on the act alone.
 */
const ofAreas = new WeakMap<Refusal, InstantText>();

/** The same judge, whose refusals are remembered as those of an area at an instant. */
export function rememberingRefusals(judge: Judge, at: InstantText): Judge {
  return {
    decide: (act) => {
      const refusal = judge.decide(act);
      if (refusal) ofAreas.set(refusal, at);
      return refusal;
    },
    evolve: (act) => judge.evolve(act),
  };
}

interface Telling {
  readonly recorder: Recorder;
  readonly reader: Kysely<RecordTables>;
  readonly viewer: Viewer;
}

/** What the area would say of it, had the record no more than the viewer sees; null: accepted. */
async function refusalFor(
  telling: Telling,
  draft: DraftAct,
  at: InstantText,
): Promise<Refusal | null> {
  const { recorder } = telling;
  const { catalog, node } = recorder;
  const candidate = draftCandidate(catalog, node.operator, draft);
  if (isRefusal(candidate)) return candidate;
  const act = provisionalAct(candidate, node.network, at);
  return readAs(telling.reader, telling.viewer, async (query) => {
    // An area types the tables that it asks for by itself.
    const judge = await candidate.found.area.decider.load(
      query as unknown as Query,
      [act],
      at,
      // What judges keep is of the whole record; the viewer is told of what it may see.
      FORGETFUL,
    );
    return judge.decide(act);
  });
}

const wordsOf = ({ rule, reason, remedy, values }: Refusal): string =>
  JSON.stringify([rule.id, reason, remedy, values]);

/** The refusal as the viewer may be told it: whole, or its rule alone. */
export async function toldRefusal(
  telling: Telling,
  draft: DraftAct,
  refusal: Refusal,
): Promise<Refusal> {
  const at = ofAreas.get(refusal);
  if (at === undefined) return refusal;
  // With acts missing, a record may be none that an area can judge: that is no reason to tell more.
  const own = await refusalFor(telling, draft, at).catch(() => null);
  if (own !== null && wordsOf(own) === wordsOf(refusal)) return refusal;
  return refuse(
    refusal.rule,
    said('The record does not admit this act; why is not released to you.'),
    {
      remedy: said('Ask the custodian of the register.'),
    },
  );
}

/** The receipts of drafts, in their order, as the viewer may be told them. */
export async function toldReceipts(
  telling: Telling,
  drafts: readonly DraftAct[],
  receipts: readonly Receipt[],
): Promise<Receipt[]> {
  const told: Receipt[] = [];
  for (const [at, receipt] of receipts.entries()) {
    const draft = drafts[at];
    const isTold = draft !== undefined && isRefusal(receipt);
    told.push(isTold ? await toldRefusal(telling, draft, receipt) : receipt);
  }
  return told;
}
