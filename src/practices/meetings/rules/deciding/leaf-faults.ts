/** What is wrong with a single condition, whatever is voted. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import type { Base, Count, Counting, Selector, Share } from '../../payloads/decision-rule.ts';
import type { Leaf, Placed } from './leaves.ts';
import type { FaultKind, RuleSetting } from './rule-setting.ts';

export type Fault = readonly [FaultKind, string];

const ZERO = fraction(0n);
const ONE = fraction(1n);

const ALL_MEMBERS: readonly Base[] = ['eligible', 'members', 'total-weight'];
const CAST: readonly Base[] = ['votes-cast', 'present', ...ALL_MEMBERS];

/** The bases that hold whoever is counted, so that a share is never above one. */
const HOLDS: Readonly<Record<Counting, readonly Base[]>> = {
  yes: ['present-and-voting', ...CAST],
  no: ['present-and-voting', ...CAST],
  voting: ['present-and-voting', ...CAST],
  abstain: CAST,
  cast: CAST,
  present: ['present', ...ALL_MEMBERS],
  'not-in-favour': ALL_MEMBERS,
};

function shareFaults({ threshold, more, of, base }: Share): Fault[] {
  const share = parseFraction(threshold);
  const [toZero, toOne] = [compare(share, ZERO), compare(share, ONE)];
  const faults: Fault[] = [];
  if (toZero < 0 || (toZero === 0 && !more)) {
    faults.push(['always', `a share of ${threshold} or more is always reached`]);
  }
  if (toOne > 0 || (toOne === 0 && more)) {
    const least = more ? 'more than' : 'at least';
    faults.push(['never', `${least} ${threshold} of a whole is never reached`]);
  }
  if (!HOLDS[of].includes(base)) {
    faults.push(['number', `what is counted (${of}) is not part of its base (${base})`]);
  }
  return faults;
}

function countFaults({ atLeast, weights }: Count, { members }: RuleSetting): Fault[] {
  const least = parseFraction(atLeast);
  if (compare(least, ZERO) <= 0) return [['always', `at least ${atLeast} is always reached`]];
  if (weights !== undefined) return [];
  if (least.denominator !== 1n) return [['number', `${atLeast} is no number of members`]];
  const isTooMany = members !== null && least.numerator > BigInt(members.length);
  return isTooMany
    ? [['never', `${atLeast} are needed, and the body has ${members.length} members`]]
    : [];
}

/** Names of seats and actors within a selector that the body does not have. */
export function selectorFaults(selector: Selector, setting: RuleSetting): Fault[] {
  const { members, seatGroups } = setting;
  switch (selector.kind) {
    case 'not':
      return selectorFaults(selector.of, setting);
    case 'seats':
      return seatGroups === null || seatGroups.has(selector.seats)
        ? []
        : [['unknown', `the body has no seats of the group ${selector.seats}`]];
    case 'actors': {
      const others = selector.actors.filter((actor) => members?.includes(actor) === false);
      return others.length === 0
        ? []
        : [['unknown', `${others.join(', ')} is not a member of the body`]];
    }
    default:
      return [];
  }
}

/** So many votes of a group, as the group never has. */
function seatFaults(leaf: Leaf, { seatNumbers }: RuleSetting): Fault[] {
  if (leaf.kind !== 'count' || leaf.weights !== undefined || leaf.among?.kind !== 'seats')
    return [];
  const number = seatNumbers?.get(leaf.among.seats);
  const least = parseFraction(leaf.atLeast);
  return number !== undefined && compare(least, fraction(BigInt(number))) > 0
    ? [['never', `${leaf.atLeast} of ${leaf.among.seats} are needed, which has ${number} seats`]]
    : [];
}

/** Weights that are all nothing make no share of anything. */
function massFaults({ weights }: Leaf, setting: RuleSetting): Fault[] {
  const { members } = setting;
  if (weights === undefined || members === null || members.length === 0) return [];
  if (setting.schemes?.has(weights) !== true) return [];
  const all = members.map((actor) => setting.weight(weights, actor));
  const isNothing = all.every((one) => one !== null && one.numerator === 0n);
  return isNothing ? [['never', `all weights of ${weights} are nothing`]] : [];
}

function scopeFaults({ among, weights }: Leaf, setting: RuleSetting): Fault[] {
  const named = among ? selectorFaults(among, setting) : [];
  const isUnknown = weights !== undefined && setting.schemes?.has(weights) === false;
  const scheme: Fault[] = isUnknown ? [['unknown', `the body has no weights ${weights}`]] : [];
  const isEmpty =
    among !== undefined &&
    named.length === 0 &&
    setting.members?.some((actor) => setting.isIn(among, actor)) === false;
  const empty: Fault[] = isEmpty ? [['never', 'nobody is among those whose votes it counts']] : [];
  return [...named, ...scheme, ...empty];
}

function blockingFaults(leaf: Leaf, { members }: RuleSetting): Fault[] {
  const { blockingMembersMin, blockingMembersBeyond: beyond } = leaf.kind === 'share' ? leaf : {};
  const least = blockingMembersMin ?? beyond;
  if (leaf.kind !== 'share' || least === undefined) return [];
  if (leaf.of !== 'yes') {
    return [['number', 'a least number of members that block stands with votes in favour']];
  }
  // Who counts against it is known beforehand only where all members do.
  if (beyond !== undefined && !ALL_MEMBERS.includes(leaf.base)) {
    return [['number', `nobody knows beforehand who can block a share of ${leaf.base}`]];
  }
  return members !== null && least > members.length
    ? [['always', `${least} would have to block, and the body has ${members.length} members`]]
    : [];
}

function purposeFaults({ purpose }: Placed, { of }: Leaf): Fault[] {
  const isOfPresence = of === 'present' || of === 'cast' || of === 'voting';
  if (purpose === 'quorum' && !isOfPresence) {
    return [['number', 'a quorum counts who is present, or the votes cast']];
  }
  if (purpose === 'elects' && of !== 'yes') {
    return [['number', 'a candidate is elected by votes in favour']];
  }
  return [];
}

/** All that is wrong with a share or a count where it stands. */
export function leafFaults(placed: Placed, leaf: Leaf, setting: RuleSetting): Fault[] {
  const own = leaf.kind === 'share' ? shareFaults(leaf) : countFaults(leaf, setting);
  return [
    ...own,
    ...purposeFaults(placed, leaf),
    ...blockingFaults(leaf, setting),
    ...seatFaults(leaf, setting),
    ...massFaults(leaf, setting),
    ...scopeFaults(leaf, setting),
  ];
}
