/**
 * In what order votes on a proposal are taken, and what no longer comes to the vote: motions,
 * whether the question is important, amendments from the furthest removed, parts, the whole. UNGA
 * Rules of Procedure, rules 74 to 79 and 89 to 91, which many bodies copied.
 */
import type { OutcomeKind } from './poll.ts';

/**
 * Motions in the order of precedence of rule 77. That the body has no competence is decided before
 * the vote on the proposal (rule 79).
 */
export const MOTIONS = [
  'suspension',
  'adjournment-of-meeting',
  'adjournment-of-debate',
  'no-action',
  'closure',
  'no-competence',
] as const;
export type Motion = (typeof MOTIONS)[number];

/** An amendment; they stand in the order of whoever presides, the furthest removed first. */
export interface Amendment {
  /** The decision on it. */
  readonly name: string;
  /** The amendment that this one amends; it is voted on before that one. */
  readonly of?: string;
  /** Amendments that fall where this one is adopted, since it implies their rejection. */
  readonly rejects?: readonly string[];
}

export interface Proposal {
  /** The decision on the whole. */
  readonly name: string;
  readonly motions?: readonly { readonly name: string; readonly motion: Motion }[];
  /** The decision whether its rule applies: whether the question is important. */
  readonly preliminary?: string;
  readonly amendments?: readonly Amendment[];
  readonly division?: {
    /** The decision on dividing it; null where nobody objected. */
    readonly motion: string | null;
    readonly parts: readonly { readonly name: string; readonly isOperative: boolean }[];
  };
}

export type StepKind = 'motion' | 'preliminary' | 'amendment' | 'division' | 'part' | 'whole';

export interface Step {
  readonly name: string;
  readonly kind: StepKind;
  readonly status: 'done' | 'next' | 'later' | 'not-put';
  readonly outcome: OutcomeKind | null;
  readonly citation: string;
  /** Why it is not put to the vote. */
  readonly reason?: string;
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
  motion: 'UNGA Rules of Procedure, rules 74 to 79',
  preliminary: 'UN Charter Art. 18(3)',
  amendment: 'UNGA Rules of Procedure, rule 90',
  division: 'UNGA Rules of Procedure, rule 89',
  part: 'UNGA Rules of Procedure, rule 89',
  whole: 'UNGA Rules of Procedure, rules 89 and 90',
};

interface Planned {
  readonly name: string;
  readonly kind: StepKind;
  readonly dropped: string | null;
}

const isAdopted = (outcomes: Outcomes, name: string): boolean => outcomes.get(name) === 'adopted';

/** An amendment of an amendment stands before it; otherwise the order given is kept. */
export function amendmentsInOrder(amendments: readonly Amendment[]): Amendment[] {
  const names = new Set(amendments.map(({ name }) => name));
  const taken = new Set<string>();
  const ordered: Amendment[] = [];
  const take = (one: Amendment): void => {
    if (taken.has(one.name)) return;
    taken.add(one.name);
    for (const below of amendments) if (below.of === one.name) take(below);
    ordered.push(one);
  };
  const isTop = ({ of }: Amendment): boolean => of === undefined || !names.has(of);
  for (const one of amendments) if (isTop(one)) take(one);
  // Amendments that amend each other in a circle have no order but the one they were given in.
  for (const one of amendments) take(one);
  return ordered;
}

function motionsOf({ motions = [] }: Proposal): Planned[] {
  return motions
    .toSorted((one, other) => MOTIONS.indexOf(one.motion) - MOTIONS.indexOf(other.motion))
    .map(({ name }) => ({ name, kind: 'motion', dropped: null }));
}

/** Those that end the matter; the others only interrupt the meeting, or its debate. */
const STOPPING: readonly Motion[] = ['adjournment-of-debate', 'no-action', 'no-competence'];

/** The motion that was carried and takes the proposal from the agenda. */
function stoppedBy({ motions = [] }: Proposal, outcomes: Outcomes): string | null {
  const stopping = motions.find(
    ({ name, motion }) => STOPPING.includes(motion) && isAdopted(outcomes, name),
  );
  return stopping ? `the motion ${stopping.name} (${stopping.motion}) was carried` : null;
}

function amendmentsOf({ amendments = [] }: Proposal, outcomes: Outcomes): Planned[] {
  return amendmentsInOrder(amendments).map((one): Planned => {
    const by = amendments.find(
      ({ name, rejects = [] }) => rejects.includes(one.name) && isAdopted(outcomes, name),
    );
    const dropped = by ? `the adoption of ${by.name} implies its rejection` : null;
    return { name: one.name, kind: 'amendment', dropped };
  });
}

function partsOf({ division }: Proposal, outcomes: Outcomes): Planned[] {
  if (!division) return [];
  const { motion, parts } = division;
  const isRefused = motion !== null && outcomes.has(motion) && !isAdopted(outcomes, motion);
  const dropped = isRefused ? 'the motion for division was not carried' : null;
  const own: Planned[] = parts.map(({ name }) => ({ name, kind: 'part', dropped }));
  return motion === null ? own : [{ name: motion, kind: 'division', dropped: null }, ...own];
}

/** Where every operative part was rejected, the whole is rejected with them (rule 89). */
function fallenWith({ division }: Proposal, outcomes: Outcomes): string | null {
  const operative = division?.parts.filter((part) => part.isOperative) ?? [];
  const isFallen =
    operative.length > 0 &&
    operative.every(({ name }) => outcomes.has(name) && !isAdopted(outcomes, name));
  return isFallen ? 'all its operative parts were rejected' : null;
}

function planned(proposal: Proposal, outcomes: Outcomes): Planned[] {
  const { preliminary, name } = proposal;
  const stopped = stoppedBy(proposal, outcomes);
  const before: Planned[] =
    preliminary === undefined ? [] : [{ name: preliminary, kind: 'preliminary', dropped: null }];
  const rest: Planned[] = [
    ...before,
    ...amendmentsOf(proposal, outcomes),
    ...partsOf(proposal, outcomes),
    { name, kind: 'whole', dropped: fallenWith(proposal, outcomes) },
  ];
  return [
    ...motionsOf(proposal).map((one): Planned => {
      const isOpen = stopped !== null && !outcomes.has(one.name);
      return isOpen ? { ...one, dropped: stopped } : one;
    }),
    ...rest.map((one): Planned => (stopped === null ? one : { ...one, dropped: stopped })),
  ];
}

/** Whether an outcome ends a step: what was postponed, or lacked a quorum, is still to be taken. */
const isTaken = (outcome: OutcomeKind | undefined): outcome is OutcomeKind =>
  outcome !== undefined && outcome !== 'postponed' && outcome !== 'no-quorum';

function resultOf(proposal: Proposal, outcomes: Outcomes): Agenda['result'] {
  if (stoppedBy(proposal, outcomes) !== null) return 'not-put';
  if (fallenWith(proposal, outcomes) !== null) return 'rejected';
  const whole = outcomes.get(proposal.name);
  if (!isTaken(whole)) return 'pending';
  return whole === 'adopted' ? 'adopted' : 'rejected';
}

/** The steps of a proposal by what was decided so far, and which decision is next. */
export function agendaOfVotes(proposal: Proposal, outcomes: Outcomes): Agenda {
  let next: string | null = null;
  const steps = planned(proposal, outcomes).map(({ name, kind, dropped }): Step => {
    const outcome = outcomes.get(name);
    const step = { name, kind, outcome: outcome ?? null, citation: CITED[kind] };
    if (isTaken(outcome)) return { ...step, status: 'done' };
    if (dropped !== null) return { ...step, status: 'not-put', reason: dropped };
    if (next !== null) return { ...step, status: 'later' };
    next = name;
    return { ...step, status: 'next' };
  });
  return { steps, next, result: resultOf(proposal, outcomes) };
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
