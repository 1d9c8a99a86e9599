/** Who belongs to a body on a day, and by what seat. */
import type { ActId } from '../../../../kernel/act.ts';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { AllocatedSeats } from '../../payloads/body.ts';
import type { Selector } from '../../payloads/decision-rule.ts';
import type { Fact, Registry } from '../facts.ts';
import { type BodyState, holdsOn } from './body-state.ts';

/** A seat as it is held on a day. */
export interface HeldSeat {
  readonly member: string;
  /** The group of seats; null where the body has none. */
  readonly seats: string | null;
  readonly from: PlainDateText;
  readonly until: PlainDateText | null;
  readonly act: ActId;
}

/** The seats that are held on the day. */
export function seatsOn(body: BodyState, day: PlainDateText): readonly HeldSeat[] {
  return body.seats
    .filter((term) => holdsOn(term, day))
    .map(({ fact, from, until }) => {
      const { member, seats = null } = fact.payload;
      return { member, seats, from, until, act: fact.act };
    });
}

/** How the seats are allocated on the day; null before any allocation. */
export function allocationOn(body: BodyState, day: PlainDateText): Fact<AllocatedSeats> | null {
  return body.allocations.findLast(({ payload }) => payload.from <= day) ?? null;
}

/** The members of the body on the day, those whose rights are suspended among them. */
export function membersOn(
  body: BodyState,
  day: PlainDateText,
  registry: Registry,
): readonly string[] {
  const { membership } = body.opening.payload;
  switch (membership.kind) {
    case 'seats':
      return [...new Set(seatsOn(body, day).map(({ member }) => member))];
    case 'group': {
      const suspended = registry.suspendedOn(membership.group, day).map(({ actor }) => actor);
      return [...registry.membersOn(membership.group, day), ...suspended];
    }
    case 'parties':
      return registry.partiesTo(membership.agreement, day);
  }
}

/** Whether an actor is one of those that are told by the selector, on the day. */
export function isIn(
  selector: Selector,
  actor: string,
  { body, day, registry }: { body: BodyState; day: PlainDateText; registry: Registry },
): boolean {
  switch (selector.kind) {
    case 'all':
      return membersOn(body, day, registry).includes(actor);
    case 'group':
      return registry.membersOn(selector.group, day).includes(actor);
    case 'seats':
      return seatsOn(body, day).some(
        ({ member, seats }) => member === actor && seats === selector.seats,
      );
    case 'actors':
      return selector.actors.includes(actor);
    case 'parties':
      return registry.partiesTo(selector.agreement, day).includes(actor);
    case 'not':
      return !isIn(selector.of, actor, { body, day, registry });
  }
}
