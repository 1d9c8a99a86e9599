/** Bodies for tests: members, who of them hold which seats, and what they weigh. */
import { type Fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { own } from '../../../../kernel/own.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DecisionRule, type Selector } from '../../payloads/decision-rule.ts';
import { type Arithmetic, type Floor, arithmeticOf } from './arithmetic.ts';
import { type Game, gameOf } from './game.ts';

export interface Given {
  readonly members: readonly string[];
  readonly hindered?: readonly string[];
  readonly seats?: Readonly<Record<string, readonly string[]>>;
  readonly weights?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly totals?: Readonly<Record<string, string>>;
}

const fractionIn = (text: string | undefined): Fraction | null =>
  text === undefined ? null : parseFraction(text);

/** A body on the day of the test, under a rule. */
export function floorOf(rule: object, given: Given): Floor {
  const { members, hindered = [], seats = {}, weights = {}, totals = {} } = given;
  const isIn = (selector: Selector, actor: string): boolean => {
    if (selector.kind === 'not') return !isIn(selector.of, actor);
    if (selector.kind === 'seats') return own(seats, selector.seats)?.includes(actor) === true;
    return selector.kind === 'actors' ? selector.actors.includes(actor) : true;
  };
  return {
    rule: DecisionRule.parse({
      name: 'rule',
      title: { en: 'Rule' },
      citation: 'Rule 1',
      method: 'vote',
      ...rule,
    }),
    members: members.map((actor) => ({
      actor,
      isPresent: true,
      hindered: hindered.includes(actor) ? { reason: 'suspended', citation: 'Art. 5' } : null,
    })),
    weight: (scheme, actor) => fractionIn(own(own(weights, scheme), actor)),
    totalWeight: (scheme) => fractionIn(own(totals, scheme)),
    isIn,
  };
}

/** Its arithmetic; throws where there is none. */
export function arithmeticFor(rule: object, given: Given): Arithmetic {
  const found = arithmeticOf(floorOf(rule, given));
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

/** Its game; throws where it is none. */
export function gameFor(rule: object, given: Given): Game {
  const found = gameOf(arithmeticFor(rule, given));
  if (typeof found === 'string') throw new Error(`no game: ${found}`);
  return found;
}

/** Three letters for each of so many members. */
export const named = (number: number): string[] =>
  Array.from({ length: number }, (_, at) =>
    [at / 676, at / 26, at].map((one) => String.fromCharCode(65 + (Math.floor(one) % 26))).join(''),
  );

const PERMANENT = ['CHN', 'FRA', 'GBR', 'RUS', 'USA'];

/** Nine of fifteen, no negative vote of a permanent member (UN Charter Art. 27(3)). */
export const SECURITY_COUNCIL = {
  rule: {
    adoptedIf: { kind: 'count', of: 'yes', atLeast: '9' },
    blockedIf: [
      { kind: 'count', of: 'no', atLeast: '1', among: { kind: 'seats', seats: 'permanent' } },
    ],
  },
  given: { members: [...PERMANENT, ...named(10)], seats: { permanent: PERMANENT } },
} as const;

/** The Six of 1958: 12 of 17 on a proposal of the Commission (EEC Treaty Art. 148(2)). */
export const THE_SIX = {
  rule: {
    adoptedIf: { kind: 'count', of: 'yes', weights: 'votes', atLeast: '12' },
  },
  given: {
    members: ['DEU', 'FRA', 'ITA', 'BEL', 'NLD', 'LUX'],
    weights: { votes: { DEU: '4', FRA: '4', ITA: '4', BEL: '2', NLD: '2', LUX: '1' } },
  },
} as const;

/** 55 % of members and 65 % of population; at least four members block (TEU Art. 16(4)). */
export const DOUBLE_MAJORITY = {
  adoptedIf: {
    kind: 'all',
    of: [
      { kind: 'share', base: 'members', threshold: '0.55' },
      {
        kind: 'share',
        base: 'total-weight',
        weights: 'population',
        threshold: '0.65',
        blockingMembersMin: 4,
      },
    ],
  },
} as const;
