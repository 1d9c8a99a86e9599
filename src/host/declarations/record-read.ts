/** Records the statements that a person confirmed, each from the named source. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { rule } from '../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import {
  type AskedAct,
  actsOf,
} from '../../practices/agreements/import/declarations/confirming.ts';
import type { Proposal } from '../../practices/agreements/import/declarations/proposals.ts';
import type { Session } from '../account/sign-in.ts';
import { readDraft } from '../acts/draft.ts';
import type { Fields } from '../form.ts';
import { type Services, chooserOf } from '../services.ts';
import { viewerOf } from '../viewer.ts';
import { confirmedOf } from './reading-fields.ts';

const ANSWERS_RULE = rule(
  'agreements.reading-answers',
  'VCLT Arts. 20(4)(b), 22',
  'An objection or a withdrawal names what on record it answers.',
);

/** What became of one act asked for. */
export type Became = { readonly id: string } | Refusal;
/** By the place of the statement in the text. */
export type Outcomes = ReadonlyMap<number, readonly Became[]>;

interface Wanted {
  readonly from: number;
  readonly act: AskedAct;
}

/** What answers something comes after it, and withdrawals last. */
const RANKS = ['agreements.reserve', 'agreements.declare', 'agreements.object'];
const rankOf = ({ act }: Wanted): number => {
  const at = RANKS.indexOf(act.type);
  return at === -1 ? RANKS.length : at;
};

const noAnswer = (): Refusal =>
  refuse(ANSWERS_RULE, said('It is not said which act on record it answers.'), {
    remedy: said(
      'Tick what it answers; record the reservation first where it is not on record yet.',
    ),
  });

export interface ToRecord {
  readonly agreement: string;
  readonly source: string;
  readonly session: Session;
  readonly acts: ReadonlyMap<string, ActDefinition>;
  readonly typed: Fields;
}

interface Sorted {
  readonly ready: readonly { readonly from: number; readonly draft: DraftAct }[];
  readonly outcomes: Map<number, Became[]>;
}

function note(outcomes: Map<number, Became[]>, from: number, became: Became): void {
  outcomes.set(from, [...(outcomes.get(from) ?? []), became]);
}

async function sorted(
  services: Services,
  proposals: readonly Proposal[],
  given: ToRecord,
): Promise<Sorted> {
  const { agreement, source, session, acts, typed } = given;
  const outcomes = new Map<number, Became[]>();
  const wanted = proposals.flatMap((proposal): Wanted[] => {
    const { from } = proposal;
    const asked = actsOf(confirmedOf(proposal, typed), agreement, source);
    if (asked.length === 0) note(outcomes, from, noAnswer());
    return asked.map((act) => ({ from, act }));
  });
  const by = chooserOf(services, session);
  const ready: { from: number; draft: DraftAct }[] = [];
  for (const { from, act } of wanted.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    const draft = await readDraft(act, by, acts);
    if (isRefusal(draft)) note(outcomes, from, draft);
    else ready.push({ from, draft });
  }
  return { ready, outcomes };
}

/** Submits what is ready in one go; what is refused leaves the others as they are. */
export async function recordRead(
  services: Services,
  proposals: readonly Proposal[],
  given: ToRecord,
): Promise<Outcomes> {
  const { ready, outcomes } = await sorted(services, proposals, given);
  const drafts = ready.map((one) => one.draft);
  const toldTo = viewerOf(given.session);
  const receipts = await services.store.submit(drafts, undefined, toldTo);
  for (const [at, { from }] of ready.entries()) {
    const receipt = receipts[at];
    if (receipt === undefined) throw new Error('the store gave no receipt for an act');
    note(outcomes, from, isRefusal(receipt) ? receipt : { id: receipt.id });
  }
  // Whoever recorded sees the result in the next answer.
  services.position.raise(await services.store.ledger());
  return outcomes;
}
