/**
 * Suspensions of the operation of an agreement. VCLT Arts. 57, 58, 60, 72: of all provisions or
 * some, between all parties or certain ones; meanwhile the parties stay parties.
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { AgreementEvent } from '../history.ts';

export interface Suspension {
  readonly event: AgreementEvent;
  readonly from: PlainDateText;
  /** The first day on which the operation is resumed. */
  readonly until: PlainDateText | null;
  /** Null: all of them. */
  readonly provisions: readonly string[] | null;
  /** Null: between all. */
  readonly between: readonly string[] | null;
  readonly ground: string;
}

const list = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.map(String) : null;

function earlier(one: PlainDateText | null, other: PlainDateText | null): PlainDateText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * Every suspension among the events. Of several resumptions of one the first counts, in whatever
 * order they were recorded: what is resumed is suspended no more. VCLT Art. 72.
 */
export function suspensionsOf(events: readonly AgreementEvent[]): Suspension[] {
  const resumed = new Map<unknown, PlainDateText | null>();
  for (const event of events) {
    if (event.kind !== 'resume') continue;
    const { suspension } = event.detail;
    const day = event.effectiveOn ?? event.on;
    resumed.set(suspension, earlier(resumed.get(suspension) ?? null, day));
  }
  return events
    .filter((event) => event.kind === 'suspend')
    .map((event) => {
      const { until, provisions, between, ground } = event.detail;
      return {
        event,
        from: event.effectiveOn ?? event.on,
        until: earlier(typeof until === 'string' ? until : null, resumed.get(event.act) ?? null),
        provisions: list(provisions),
        between: list(between),
        ground: String(ground),
      };
    });
}

/** Whether a suspension lasts on a day. */
export function isSuspended({ from, until }: Suspension, day: PlainDateText): boolean {
  return from <= day && (until === null || day < until);
}

/** Those that last on a day between two, who are given as persons of law. */
export function suspensionsBetween(
  suspensions: readonly Suspension[],
  day: PlainDateText,
  pair: readonly [string, string],
  personOf: (actor: string) => string,
): Suspension[] {
  return suspensions.filter((one) => {
    if (!isSuspended(one, day)) return false;
    const named = one.between?.map(personOf);
    return named === undefined || pair.every((actor) => named.includes(personOf(actor)));
  });
}
