/** Whether seats may be allocated, taken and left. */
import { addDays } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { AllocatedSeats, SeatGroup, SeatedMember, VacatedSeat } from '../../payloads/body.ts';
import { type BodyState, type Term, holdsOn } from './body-state.ts';
import { type BodyJudge, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { refuseFaulty, rulesFaults } from '../deciding/rule-faults.ts';
import { allocationOn, seatsOn } from './members.ts';
import { type OnDay, settingOn } from './rule-standing.ts';
import { rulesOn } from './rules-on.ts';

/** Whether two terms have a day in common. */
const meet = (
  one: { readonly from: string; readonly until?: string | null | undefined },
  other: { readonly from: string; readonly until?: string | null | undefined },
): boolean => holdsOn(one, other.from) || holdsOn(other, one.from);

/** How many seats the group has on a day; without end where nothing is allocated then. */
function numberOn(body: BodyState, seats: string | undefined, day: string): number {
  const groups = allocationOn(body, day)?.payload.groups ?? [];
  return groups.find((group) => group.seats === seats)?.number ?? Number.POSITIVE_INFINITY;
}

/** The first day of the term on which all seats of the group are held by others; or null. */
function fullOn(body: BodyState, { seats, from, until }: SeatedMember): string | null {
  const same = body.seats.filter(
    (term) => term.fact.payload.seats === seats && meet(term, { from, until }),
  );
  const later = [...same, ...body.allocations.map(({ payload }) => payload)]
    .map((one) => one.from)
    .filter((day) => holdsOn({ from, until }, day));
  const held = (day: string) => same.filter((term) => holdsOn(term, day)).length;
  const days = [from, ...later.sort()];
  return days.find((day) => held(day) >= numberOn(body, seats, day)) ?? null;
}

const isItsOwn = (term: Term<SeatedMember>, { member, seats }: SeatedMember): boolean =>
  term.fact.payload.member === member && term.fact.payload.seats === seats;

const twice: BodyJudge<SeatedMember> = ({ body, payload }) => {
  const isSeats = body.opening.payload.membership.kind === 'seats';
  if (!isSeats && payload.seats === undefined) {
    return refuse(BODY_RULES.seat, said('Who is a member here does not follow from seats.'), {
      remedy: said('Name the group of seats.'),
    });
  }
  const held = body.seats.find(
    (term) =>
      (isSeats ? term.fact.payload.member === payload.member : isItsOwn(term, payload)) &&
      meet(term, payload),
  );
  return held === undefined
    ? null
    : refuse(
        BODY_RULES.seat,
        said('{$member} holds a seat from {$from} already.', {
          member: payload.member,
          from: held.from,
        }),
        {
          remedy: said('Vacate it first, or correct the days.'),
        },
      );
};

function judgeGroup(
  group: SeatGroup,
  { body, payload, archive }: Parameters<BodyJudge<SeatedMember>>[0],
): Refusal | null {
  const { member, from } = payload;
  const { seats, of, immediateReelection } = group;
  const day = fullOn(body, payload);
  if (day !== null) {
    return refuse(
      BODY_RULES.seat,
      said('All seats of {$seats} are held on {$day}.', { seats, day }),
      {
        remedy: said('Vacate one of them first, or let the term end before.'),
      },
    );
  }
  if (of !== undefined && !archive.registry.membersOn(of, from).includes(member)) {
    return refuse(
      BODY_RULES.seat,
      said('{$member} is no member of {$of} on {$from}.', { member, of, from }),
    );
  }
  const retires = body.seats.some(
    (term) => isItsOwn(term, payload) && term.until === addDays(from, -1),
  );
  return retires && !immediateReelection
    ? refuse(
        BODY_RULES.reelection,
        said('The term of {$member} ends on the day before {$from}.', { member, from }),
      )
    : null;
}

const allocated: BodyJudge<SeatedMember> = (upon) => {
  const { body, payload } = upon;
  const allocation = allocationOn(body, payload.from);
  if (allocation === null) return null;
  const group = allocation.payload.groups.find(({ seats }) => seats === payload.seats);
  if (group !== undefined) return judgeGroup(group, upon);
  const names = allocation.payload.groups.map(({ seats }) => seats);
  return refuse(
    BODY_RULES.seat,
    payload.seats === undefined
      ? said('There are no seats without a group.')
      : said('There are no seats {$seats}.', { seats: payload.seats }),
    {
      remedy: said('Name one of {$names}.', { names }),
    },
  );
};

/** A seat is taken by one that exists, holds none in that time, and may hold this one. */
export const judgeSeating: readonly BodyJudge<SeatedMember>[] = [
  (upon) => unknownOn(upon.payload.member, upon.payload.from, upon),
  twice,
  allocated,
];

/** A seat is left by who holds it on its last day. */
export const judgeVacating: BodyJudge<VacatedSeat> = ({ body, payload }) => {
  const { member, seats = null, until } = payload;
  const isHeld = seatsOn(body, until).some(
    (held) => held.member === member && held.seats === seats,
  );
  return isHeld
    ? null
    : refuse(BODY_RULES.held, said('{$member} holds no such seat on {$until}.', { member, until }));
};

/** A group that a rule counts is not done away with as long as the rule is in force. */
function takenFromRules({ groups }: AllocatedSeats, on: OnDay): Refusal | null {
  const setting = settingOn(on);
  const names = new Set(groups.map(({ seats }) => seats));
  const seatNumbers = new Map(groups.map(({ seats, number }) => [seats, number]));
  const then = { ...setting, members: null, schemes: null, seatGroups: names, seatNumbers };
  return refuseFaulty(rulesFaults(rulesOn(on.body, on.day), then));
}

/** An allocation names each group once, and takes no seat away that is held on its first day. */
export const judgeAllocation: BodyJudge<AllocatedSeats> = ({ archive, body, payload }) => {
  const names = payload.groups.map(({ seats }) => seats);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined)
    return refuse(BODY_RULES.seat, said('{$again} is named twice.', { again }));
  const held = seatsOn(body, payload.from);
  const short = payload.groups.find(
    ({ seats, number }) => held.filter((one) => one.seats === seats).length > number,
  );
  if (short !== undefined) {
    return refuse(
      BODY_RULES.seat,
      said('More than {$number} seats of {$seats} are held on {$from}.', {
        number: short.number,
        seats: short.seats,
        from: payload.from,
      }),
      { remedy: said('Vacate them first.') },
    );
  }
  return takenFromRules(payload, { archive, body, day: payload.from });
};
