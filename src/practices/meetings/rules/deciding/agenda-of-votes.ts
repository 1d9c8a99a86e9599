/**
 * In what order votes on a proposal are taken, and what no longer comes to the vote: motions,
 * whether the question is important, amendments from the furthest removed, parts, the whole. UNGA
 * Rules of Procedure, rules 71, 74 to 80 and 89 to 91, which many bodies copied.
 */
import { type Amendment, amendmentsInOrder, impliesRejection } from './amendments-in-order.ts';
import { isStopping, precedenceOf } from './motions.ts';
import type { OutcomeKind } from './poll.ts';

export interface MovedMotion {
  readonly name: string;
  /** One of `MOTIONS`, or another that a body knows. */
  readonly motion: string;
  /** The amendment that it is about; absent: the whole proposal. */
  readonly of?: string;
}

export interface Proposal {
  /** The decision on the whole. */
  readonly name: string;
  readonly motions?: readonly MovedMotion[];
  /** The decision whether its rule applies: whether the question is important. */
  readonly preliminary?: string;
  readonly amendments?: readonly Amendment[];
  /** Amendments as whoever presides ranked them, the furthest removed first. */
  readonly ruled?: readonly string[];
  readonly division?: {
    /** The decision on dividing it; null where nobody objected. */
    readonly motion: string | null;
    readonly parts: readonly { readonly name: string; readonly isOperative: boolean }[];
    /** Whether every operative part is put by itself: else the rest stands whatever falls. */
    readonly isComplete: boolean;
  };
  /** Decisions that were withdrawn before they were voted on. */
  readonly withdrawn?: ReadonlySet<string>;
  /** Decisions whose second vote was not taken in time. */
  readonly lapsed?: ReadonlySet<string>;
}

export type StepKind = 'motion' | 'preliminary' | 'amendment' | 'division' | 'part' | 'whole';

export const NOT_PUT = [
  'withdrawn',
  /** A motion that ends the matter was carried. */
  'stopped',
  /** The adoption of another implies its rejection; or deletes all that it touches. */
  'implied',
  'deleted',
  /** What it amends, or is about, is not put itself. */
  'left',
  'undivided',
  'parts-rejected',
] as const;

/** Why something is not put to the vote, and by which decision. */
export interface NotPut {
  readonly kind: (typeof NOT_PUT)[number];
  readonly by: string | null;
}

export interface Step {
  readonly name: string;
  readonly kind: StepKind;
  readonly status: 'done' | 'next' | 'later' | 'not-put';
  readonly outcome: OutcomeKind | null;
  readonly citation: string;
  /** What this one is an amendment of, where that is an amendment itself. */
  readonly of: string | null;
  /** Why it is not put to the vote; null where it is. */
  readonly why: NotPut | null;
}

export interface Agenda {
  readonly steps: readonly Step[];
  /** The decision to be taken next; null where none is left. */
  readonly next: string | null;
  readonly result: 'pending' | 'adopted' | 'rejected' | 'not-put';
}

/** Outcomes by the names of decisions. */
export type Outcomes = ReadonlyMap<string, OutcomeKind>;

const CITED: Readonly<Record<StepKind, string>> = {
  motion: 'UNGA Rules of Procedure, rules 71, 74 to 79',
  preliminary: 'UN Charter Art. 18(3)',
  amendment: 'UNGA Rules of Procedure, rule 90',
  division: 'UNGA Rules of Procedure, rule 89',
  part: 'UNGA Rules of Procedure, rule 89',
  whole: 'UNGA Rules of Procedure, rules 89 and 90',
};
const CITED_NOT_PUT: Readonly<Record<NotPut['kind'], string>> = {
  withdrawn: 'UNGA Rules of Procedure, rule 80',
  stopped: 'UNGA Rules of Procedure, rules 74, 77 and 79',
  implied: 'UNGA Rules of Procedure, rule 90',
  deleted: 'UNGA Rules of Procedure, rule 90',
  left: 'UNGA Rules of Procedure, rule 90',
  undivided: 'UNGA Rules of Procedure, rule 89',
  'parts-rejected': 'UNGA Rules of Procedure, rule 89',
};

interface Planned {
  readonly name: string;
  readonly kind: StepKind;
  readonly of: string | null;
  readonly dropped: NotPut | null;
}

interface Told {
  readonly proposal: Proposal;
  readonly outcomes: Outcomes;
}

const isAdopted = (outcomes: Outcomes, name: string): boolean => outcomes.get(name) === 'adopted';

const plan = (name: string, kind: StepKind, dropped: NotPut | null = null): Planned => ({
  name,
  kind,
  of: null,
  dropped,
});

/** The motion that was carried and takes from the vote what it is about. */
function stoppedBy({ proposal, outcomes }: Told, about: string | undefined): NotPut | null {
  const carried = proposal.motions?.find(
    ({ name, motion, of }) => of === about && isStopping(motion) && isAdopted(outcomes, name),
  );
  return carried === undefined ? null : { kind: 'stopped', by: carried.name };
}

function motionsOf(told: Told, about: string | undefined): Planned[] {
  const { motions = [] } = told.proposal;
  const stopped = stoppedBy(told, about);
  return motions
    .filter(({ of }) => of === about)
    .toSorted((one, other) => precedenceOf(one.motion) - precedenceOf(other.motion))
    .map(({ name }) => plan(name, 'motion', name === stopped?.by ? null : stopped));
}

/** What an adopted amendment left of the others: it implies that they are rejected. */
function impliedBy({ proposal, outcomes }: Told, one: Amendment): NotPut | null {
  for (const other of proposal.amendments ?? []) {
    if (!isAdopted(outcomes, other.name)) continue;
    const kind = impliesRejection(other, one);
    if (kind !== null) return { kind, by: other.name };
  }
  return null;
}

const withdrawalOf = ({ proposal }: Told, name: string): NotPut | null =>
  proposal.withdrawn?.has(name) === true ? { kind: 'withdrawn', by: null } : null;

function amendmentsOf(told: Told): Planned[] {
  const { amendments = [], ruled = [] } = told.proposal;
  const byName = new Map(amendments.map((one) => [one.name, one]));
  /** With what it amends an amendment goes too, unless it was voted on before. */
  const dropOf = (one: Amendment, seen: ReadonlySet<string> = new Set()): NotPut | null => {
    const own = withdrawalOf(told, one.name) ?? impliedBy(told, one) ?? stoppedBy(told, one.name);
    const above = byName.get(one.of ?? '');
    if (own !== null || above === undefined || seen.has(one.name)) return own;
    const isGone = dropOf(above, new Set([...seen, one.name])) !== null;
    return isGone ? { kind: 'left', by: above.name } : null;
  };
  return amendmentsInOrder(amendments, ruled).flatMap((one) => [
    ...motionsOf(told, one.name),
    {
      ...plan(one.name, 'amendment', dropOf(one)),
      of: byName.has(one.of ?? '') ? (one.of ?? null) : null,
    },
  ]);
}

function partsOf(told: Told): Planned[] {
  const { division } = told.proposal;
  if (!division) return [];
  const { motion, parts } = division;
  const isRefused =
    motion !== null && told.outcomes.has(motion) && !isAdopted(told.outcomes, motion);
  const dropped: NotPut | null = isRefused ? { kind: 'undivided', by: motion } : null;
  const own = parts.map(({ name }) => plan(name, 'part', dropped));
  return motion === null ? own : [plan(motion, 'division'), ...own];
}

/** Where every operative part was rejected, the whole is rejected with them (rule 89). */
function fallenWith({ proposal: { division }, outcomes }: Told): NotPut | null {
  const operative = division?.parts.filter((part) => part.isOperative) ?? [];
  const isFallen =
    division?.isComplete === true &&
    operative.length > 0 &&
    operative.every(({ name }) => isTaken(outcomes.get(name)) && !isAdopted(outcomes, name));
  return isFallen ? { kind: 'parts-rejected', by: operative.at(-1)?.name ?? null } : null;
}

function planned(told: Told): Planned[] {
  const { preliminary, name } = told.proposal;
  const isOver = isTaken(told.outcomes.get(name));
  const over: NotPut | null = isOver ? { kind: 'left', by: name } : null;
  const ended = withdrawalOf(told, name) ?? stoppedBy(told, undefined) ?? over;
  const rest: Planned[] = [
    ...(preliminary === undefined ? [] : [plan(preliminary, 'preliminary')]),
    ...amendmentsOf(told),
    ...partsOf(told),
    plan(name, 'whole', fallenWith(told)),
  ];
  const all = rest.map((one): Planned => (ended === null ? one : { ...one, dropped: ended }));
  return [...motionsOf(told, undefined), ...all].map((one): Planned => {
    const dropped = withdrawalOf(told, one.name) ?? one.dropped ?? over;
    return { ...one, dropped };
  });
}

/** Whether an outcome ends a step: what was postponed, or lacked a quorum, is still to be taken. */
const isTaken = (outcome: OutcomeKind | undefined): outcome is OutcomeKind =>
  outcome !== undefined && outcome !== 'postponed' && outcome !== 'no-quorum';

function resultOf(told: Told): Agenda['result'] {
  const { proposal, outcomes } = told;
  const { name, lapsed } = proposal;
  const whole = outcomes.get(name);
  if (isTaken(whole)) return whole === 'adopted' ? 'adopted' : 'rejected';
  if (withdrawalOf(told, name) ?? stoppedBy(told, undefined)) return 'not-put';
  // A vote that was equally divided, and not taken again in time, has carried nothing (rule 95).
  return fallenWith(told) !== null || lapsed?.has(name) === true ? 'rejected' : 'pending';
}

/** The steps of a proposal by what was decided so far, and which decision is next. */
export function agendaOfVotes(proposal: Proposal, outcomes: Outcomes): Agenda {
  const told = { proposal, outcomes };
  let next: string | null = null;
  const steps = planned(told).map(({ name, kind, of, dropped }): Step => {
    const outcome = outcomes.get(name);
    const citation = CITED[kind];
    const step = { name, kind, of, outcome: outcome ?? null, citation, why: null };
    if (isTaken(outcome) || proposal.lapsed?.has(name)) return { ...step, status: 'done' };
    if (dropped !== null) {
      return { ...step, status: 'not-put', citation: CITED_NOT_PUT[dropped.kind], why: dropped };
    }
    if (next !== null) return { ...step, status: 'later' };
    next = name;
    return { ...step, status: 'next' };
  });
  return { steps, next, result: resultOf(told) };
}

/**
 * Proposals in the order in which they were submitted, but for those to which the body gave
 * priority (rule 91).
 */
export function proposalsInOrder(
  submitted: readonly string[],
  priorities: readonly { readonly motion: string; readonly for: string }[],
  outcomes: Outcomes,
): string[] {
  const first = priorities
    .filter(({ motion }) => isAdopted(outcomes, motion))
    .map((priority) => priority.for)
    .filter((name) => submitted.includes(name));
  return [...new Set([...first, ...submitted])];
}
