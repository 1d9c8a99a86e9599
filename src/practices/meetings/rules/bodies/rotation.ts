/** Whose turn it is: who may be elected to the seats of a group, and which of them fall vacant. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { SeatGroup } from '../../payloads/body.ts';
import type { Registry } from '../facts.ts';
import type { BodyState } from './body-state.ts';
import { type HeldSeat, allocationOn, seatsOn } from './members.ts';

/** The group of seats as it is allocated on the day; null where there is none of the name. */
export function groupOn(body: BodyState, group: string, day: PlainDateText): SeatGroup | null {
  const groups = allocationOn(body, day)?.payload.groups ?? [];
  return groups.find(({ seats }) => seats === group) ?? null;
}

/** Why an actor may not be elected to a seat of the group; null: it may, or nothing is known. */
export function whyNoSeat(
  body: BodyState,
  {
    group: name,
    actor,
    day,
    registry,
  }: { group: string; actor: string; day: PlainDateText; registry: Registry },
): string | null {
  const group = groupOn(body, name, day);
  if (group === null) return null;
  const { immediateReelection, of } = group;
  if (of !== undefined && !registry.membersOn(of, day).includes(actor)) {
    return `${actor} is no member of ${of} on ${day}`;
  }
  const held = seatsOn(body, day).some((seat) => seat.member === actor && seat.seats === name);
  return held && !immediateReelection
    ? `${actor} holds a seat of ${name}, and is not elected again at once`
    : null;
}

/** A seat whose term ends, and whether its holder may be elected again at once. */
export interface Vacancy extends HeldSeat {
  readonly until: PlainDateText;
  readonly maySucceedItself: boolean;
}

/** Seats held on the day whose terms end, the first to end before the others. */
export function vacanciesAfter(body: BodyState, day: PlainDateText): readonly Vacancy[] {
  return seatsOn(body, day)
    .flatMap((held): Vacancy[] => {
      const { seats, until } = held;
      if (until === null) return [];
      const group = seats === null ? null : groupOn(body, seats, day);
      return [{ ...held, until, maySucceedItself: group?.immediateReelection ?? true }];
    })
    .toSorted((one, other) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0));
}
