/** Where delegations stand, as each of them noted it: the last word on each issue counts. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { HeldPosition, PositionSource, Stance } from '../../payloads/position.ts';
import { nameIn } from '../../registers.ts';
import type { Fact } from '../facts.ts';

/** One position, as the holder noted it last. */
export interface Held {
  /** Who noted it. */
  readonly holder: string;
  readonly text: string | null;
  readonly issue: string;
  readonly title: string | null;
  /** Whose position it is. */
  readonly of: string;
  readonly knownFrom: PositionSource;
  readonly stance: Stance;
  readonly note: string | null;
  readonly act: string;
  readonly at: InstantText;
  /** Whether others than the holder may see it. */
  readonly isShared: boolean;
}

function heldOf(fact: Fact): Held {
  // The schema accepted the payload of this very type.
  const { text, issue, title, of, knownFrom, stance, note } = fact.payload as HeldPosition;
  const holder = nameIn('positions', fact.register);
  return {
    holder,
    text: text ?? null,
    issue,
    title: title ?? null,
    of,
    knownFrom,
    stance,
    note: note ?? null,
    act: fact.act,
    at: fact.recordedAt,
    isShared: fact.marking.level === 'clear' || fact.marking.to.some((one) => one !== holder),
  };
}

const keyOf = ({ holder, text, issue, of }: Held): string =>
  [holder, text ?? '', issue, of].join('\n');

/**
 * The positions that the acts make, in the order in which each was noted first. A title that was
 * given once stands until another is given.
 */
export function heldPositions(facts: readonly Fact[]): readonly Held[] {
  const held = new Map<string, Held>();
  for (const fact of facts.toSorted((one, other) => one.ledger - other.ledger)) {
    if (fact.type !== 'meetings.hold-position') continue;
    const next = heldOf(fact);
    const before = held.get(keyOf(next));
    held.set(keyOf(next), { ...next, title: next.title ?? before?.title ?? null });
  }
  return [...held.values()];
}
