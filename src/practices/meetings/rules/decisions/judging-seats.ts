/** Whether an election is put for seats that there are, and for candidates that may hold them. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DrawnLots, PutQuestion } from '../../payloads/decision.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { electionOf } from './ballots.ts';
import type { OnFloor, Upon } from './judging.ts';
import { UPON } from './law.ts';

type Elected = Extract<PutQuestion['on'], { kind: 'election' }>;
type Given = OnFloor<PutQuestion> & { readonly rule: DecisionRule };
interface Part {
  readonly group: string | undefined;
  readonly seats: number;
  readonly candidates: readonly string[];
}

/** What is said of the groups adds up to what is said of the whole. */
function sumFault({ candidates, groups = [], seats }: Elected): Refusal | null {
  const names = groups.map(({ group }) => group);
  if (new Set(names).size < names.length) {
    return refuse(UPON.seats, said('A group is named twice.'));
  }
  const own = groups.flatMap((one) => one.candidates);
  const total = groups.reduce((count, one) => count + one.seats, 0);
  const isWhole =
    total === seats &&
    own.length === candidates.length &&
    new Set(own).size === own.length &&
    own.every((one) => candidates.includes(one));
  return isWhole
    ? null
    : refuse(
        UPON.seats,
        said('The groups have {$total} seats and {$count} candidates.', {
          total,
          count: own.length,
        }),
        {
          remedy: said(
            'Name as many seats and the same candidates as the groups have, each in one group.',
          ),
        },
      );
}

function partFault({ group, seats, candidates }: Part, { floor, day, rule }: Given) {
  if (candidates.length === 0 && rule.election?.anyEligible !== true) {
    return refuse(
      UPON.seats,
      group
        ? said('Nobody stands for election for {$group}.', { group })
        : said('Nobody stands for election.'),
      {
        remedy: said('Name the candidates; a rule may also let ballots name any eligible member.'),
      },
    );
  }
  if (new Set(candidates).size < candidates.length) {
    return refuse(UPON.seats, said('A candidate is named twice.'));
  }
  if (group === undefined) return null;
  const number = floor.seatsOf(group, day);
  if (number !== null && seats > number) {
    return refuse(
      UPON.seats,
      said('{$group} has {$number} seats, not {$seats}.', { group, number, seats }),
    );
  }
  const why = candidates.map((one) => floor.whyNoSeat(group, one, day)).find((one) => one !== null);
  return why === undefined ? null : refuse(UPON.seats, said('{$why}.', { why }));
}

/** Seats, candidates and groups of an election fit each other and the body. */
export function standsForSeats(given: Given): Refusal | null {
  const { on } = given.payload;
  if (on.kind !== 'election') return null;
  const apart = on.groups === undefined ? null : sumFault(on);
  if (apart !== null) return apart;
  const { group, seats, candidates } = on;
  const parts: readonly Part[] = on.groups ?? [{ group, seats, candidates }];
  for (const part of parts) {
    const fault = partFault(part, given);
    if (fault !== null) return fault;
  }
  return null;
}

/** Lots are drawn where votes were equal, for as many seats as that leaves. */
export function drawsLots(given: Upon<DrawnLots>): Refusal | null {
  const { decision, payload } = given;
  const state = electionOf(decision, given);
  const { elected, ballot } = payload;
  if (state?.status !== 'lot-needed' || state.tie === null || ballot !== state.ballots.length) {
    return refuse(UPON.ballot, said('No lot is to be drawn after ballot {$ballot}.', { ballot }));
  }
  const ties = state.groups === undefined ? [state] : [...state.groups.values()];
  const open = ties.flatMap(({ status, tie }) => (status === 'lot-needed' && tie ? [tie] : []));
  const isSettled = open.every(({ candidates, seats }) => {
    const own = elected.filter((one) => candidates.includes(one));
    return own.length === seats && new Set(own).size === seats;
  });
  const { candidates, seats } = state.tie;
  return isSettled && elected.length === seats
    ? null
    : refuse(
        UPON.ballot,
        said('The lot is between {$candidates}, for {$seats} seats.', { candidates, seats }),
      );
}
