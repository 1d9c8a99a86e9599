/** What a roll call adds up to, beside what its source states. */
import { rule } from '../../../../kernel/law.ts';

export interface RollCallTally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

interface Cast {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
  readonly unresolved: readonly { readonly vote: 'yes' | 'no' | 'abstain' }[];
}

/** All votes on record, those of whom the registry does not know among them. */
export function tallyOf(cast: Cast): RollCallTally {
  const of = (vote: 'yes' | 'no' | 'abstain'): number =>
    cast[vote].length + cast.unresolved.filter((one) => one.vote === vote).length;
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
}

/** Whether the votes add up to what the source states; null where it states nothing. */
export function addsUp(tally: RollCallTally, stated: RollCallTally | null): boolean | null {
  if (stated === null) return null;
  return tally.yes === stated.yes && tally.no === stated.no && tally.abstain === stated.abstain;
}

export const MAJORITY_RULES = {
  simple: rule(
    'meetings.past-simple-majority',
    'Charter Art. 18(3); Rules of Procedure of the General Assembly, rules 85 and 86',
    'More members vote for it than against; who abstains is taken as not voting.',
  ),
  twoThirds: rule(
    'meetings.past-two-thirds',
    'Charter Art. 18(2); Rules of Procedure of the General Assembly, rules 83 and 86',
    'Two thirds of the members present and voting are for it.',
  ),
} as const;

/** One majority with its arithmetic: so many for it, of so many needed, among so many. */
export interface Majority {
  readonly majority: keyof typeof MAJORITY_RULES;
  readonly citation: string;
  readonly votes: number;
  readonly needed: number;
  readonly voting: number;
  readonly reached: boolean;
}

/**
 * What the two majorities of the General Assembly would have asked. Which of them applied, a roll
 * call of the past does not say: both are told, and neither is called the outcome.
 */
export function majoritiesOf({ yes, no }: RollCallTally): readonly Majority[] {
  const voting = yes + no;
  const told = (majority: Majority['majority'], needed: number): Majority => ({
    majority,
    citation: MAJORITY_RULES[majority].citation,
    votes: yes,
    needed,
    voting,
    reached: voting > 0 && yes >= needed,
  });
  return [
    told('simple', Math.floor(voting / 2) + 1),
    told('twoThirds', Math.ceil((2 * voting) / 3)),
  ];
}
