/** The sittings of a session: numbered meetings, and who is in the room. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { Fact } from '../facts.ts';
import { does } from './said.ts';

export type SittingStanding = 'open' | 'suspended' | 'closed';

/** When the sitting was opened, suspended, taken up again and closed. */
export interface SittingStep {
  readonly act: string;
  readonly at: InstantText;
  readonly as: SittingStanding;
}
/** Somebody came or went. */
export interface PresenceStep {
  readonly act: string;
  readonly at: InstantText;
  readonly actor: string;
  readonly isPresent: boolean;
}

export interface Sitting {
  readonly number: number;
  readonly title: string | null;
  readonly place: string | null;
  readonly steps: readonly SittingStep[];
  readonly presence: readonly PresenceStep[];
}

const MOVES = {
  'suspend-sitting': 'suspended',
  'resume-sitting': 'open',
  'close-sitting': 'closed',
} as const;
// The keys of a constant object are exactly its names.
const MOVING = Object.keys(MOVES) as (keyof typeof MOVES)[];

function presenceIn(fact: Fact): PresenceStep[] {
  const { act, recordedAt: at, actor } = fact;
  if (does(fact, 'check-in')) {
    return [{ act, at, actor, isPresent: fact.payload.as === 'present' }];
  }
  if (!does(fact, 'register-presence')) return [];
  const { present, left } = fact.payload;
  return [
    ...present.map((one) => ({ act, at, actor: one, isPresent: true })),
    ...left.map((one) => ({ act, at, actor: one, isPresent: false })),
  ];
}

interface Growing extends Omit<Sitting, 'steps' | 'presence'> {
  readonly steps: SittingStep[];
  readonly presence: PresenceStep[];
}

/** The sittings that the acts make, the first first. */
export function foldSittings(facts: readonly Fact[]): readonly Sitting[] {
  const sittings: Growing[] = [];
  for (const fact of facts) {
    const { act, recordedAt: at } = fact;
    if (does(fact, 'open-sitting')) {
      const { number = nextNumber(sittings), title = null, place = null } = fact.payload;
      sittings.push({ number, title, place, steps: [{ act, at, as: 'open' }], presence: [] });
      continue;
    }
    const verb = MOVING.find((one) => does(fact, one));
    const last = sittings.at(-1);
    if (verb !== undefined) last?.steps.push({ act, at, as: MOVES[verb] });
    else last?.presence.push(...presenceIn(fact));
  }
  return sittings;
}

/** The number of the sitting that is opened next. */
export function nextNumber(sittings: readonly Pick<Sitting, 'number'>[]): number {
  return 1 + Math.max(0, ...sittings.map(({ number }) => number));
}

/** The sitting that is going on at an instant, suspended or not; null between two of them. */
export function sittingAt(
  { sittings }: { readonly sittings: readonly Sitting[] },
  at: InstantText,
): { readonly sitting: Sitting; readonly standing: SittingStanding } | null {
  const sitting = sittings.findLast(({ steps }) => (steps[0]?.at ?? '') <= at);
  const standing = sitting?.steps.findLast((step) => step.at <= at)?.as ?? 'closed';
  return sitting === undefined || standing === 'closed' ? null : { sitting, standing };
}

/** Who is in the room at an instant, in the order in which they came; nobody between sittings. */
export function presentAt(
  session: { readonly sittings: readonly Sitting[] },
  at: InstantText,
): ReadonlyMap<string, PresenceStep> {
  const present = new Map<string, PresenceStep>();
  for (const step of sittingAt(session, at)?.sitting.presence ?? []) {
    if (step.at > at) continue;
    if (!step.isPresent) present.delete(step.actor);
    else if (!present.has(step.actor)) present.set(step.actor, step);
  }
  return present;
}
