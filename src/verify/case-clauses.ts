/** From the columns of a case to a clause on entry into force, or to what is missing for it. */
import { own } from '../kernel/own.ts';
import type { Condition, Delay, EntryIntoForce } from '../practices/agreements/clauses.ts';
import type { z } from 'zod';
import type { TruthRow } from './truth-tables.ts';

export type Clause = z.input<typeof EntryIntoForce>;

/** Whether the shares that words name are at hand: the attribute that holds them, or null. */
export type AttributeNamed = (words: string) => string | null;
/** The group that words name, or null. */
export type GroupNamed = (words: string) => string | null;

export interface AtHand {
  readonly attribute: AttributeNamed;
  readonly group: GroupNamed;
}

export type ClauseReading = { readonly clause: Clause } | { readonly lacks: string };

type ConditionReading = { readonly when: Condition } | { readonly lacks: string };

/** What all shares of a list add up to, in percent. */
const WHOLE = '100';
const ANY = { any: true } as const;
const STATES = { kind: 'state' } as const;

function percent(text: string): string {
  return `${text.replace('.', '')}/${10 ** (2 + (text.split('.')[1]?.length ?? 0))}`;
}

function weighed(share: string, words: string, more: boolean, atHand: AtHand): ConditionReading {
  const attribute = atHand.attribute(words);
  if (attribute === null) return { lacks: `the figures of “${words}”` };
  const of = { having: attribute };
  return { when: { weight: share, attribute, of, total: WHOLE, ...(more ? { more } : {}) } };
}

const both = (count: number, other: ConditionReading): ConditionReading =>
  'lacks' in other ? other : { when: { all: [{ count, of: ANY }, other.when] } };

function members(words: string, count: number, atHand: AtHand): ConditionReading {
  const group = atHand.group(words.replace(/\s+members?$/i, ''));
  if (group === null) return { lacks: `who belongs to “${words}”` };
  return { when: { count, of: { memberOf: group } } };
}

/** One form of a threshold, and how it is read. */
type Form = readonly [
  RegExp,
  (parts: readonly string[], atHand: AtHand, row: TruthRow) => ConditionReading,
];

const FORMS: readonly Form[] = [
  [/^(\d+)$/, ([, count]) => ({ when: { count: Number(count), of: ANY } })],
  [/^(\d+) States\b/, ([, count]) => ({ when: { count: Number(count), of: STATES } })],
  [
    /^(\d+) ?& ?(>=|>) ?(\d+(?:\.\d+)?)% (?:of )?(.+)$/,
    ([, count, sign, share = '', words = ''], atHand) =>
      both(Number(count), weighed(percent(share), words, sign === '>', atHand)),
  ],
  [
    /^(\d+) incl (\d+) (\S+ members?)$/i,
    ([, count, inside, words = ''], atHand) =>
      both(Number(count), members(words, Number(inside), atHand)),
  ],
  [
    /^(\d+)\/(\d+) of (\S+) Members(?: \(\d+\))?$/,
    ([, above, below, words = ''], atHand) => {
      const group = atHand.group(words);
      if (group === null) return { lacks: `who belongs to “${words}”` };
      return { when: { share: `${above}/${below}`, of: { memberOf: group } } };
    },
  ],
];

function thresholdOf(row: TruthRow, atHand: AtHand): ConditionReading {
  const text = row('threshold');
  for (const [pattern, read] of FORMS) {
    const parts = pattern.exec(text);
    if (parts) return read(parts, atHand, row);
  }
  return { lacks: text === '' ? 'a threshold' : `what is meant by the threshold “${text}”` };
}

const SHARE = /^AND .*?(>=|>)\s*(\d+(?:\.\d+)?)% of (.+)$/;
/** Words of the column on further conditions that say nothing beyond the other columns. */
const SAYS_NOTHING = /^(|count|class=.*|definite date|.*\bmin\(.*)$/;

function withExtra(first: Condition, row: TruthRow, atHand: AtHand): ConditionReading {
  const extra = row('extra_condition');
  if (SAYS_NOTHING.test(extra)) return { when: first };
  const [, sign, share = '', words = ''] = SHARE.exec(extra) ?? [];
  if (sign === undefined) return { lacks: `what decides the further condition “${extra}”` };
  const second = weighed(percent(share), words, sign === '>', atHand);
  return 'lacks' in second ? second : { when: { all: [first, second.when] } };
}

function delayOf(row: TruthRow): z.input<typeof Delay> | null {
  const amount = Number(row('delay_amount'));
  if (row('delay_amount') === '' || !Number.isSafeInteger(amount)) return null;
  const then = 'first-of-next-month' as const;
  const delays: Readonly<Record<string, z.input<typeof Delay>>> = {
    days: { days: amount },
    months: { months: amount },
    years: { years: amount },
    days_then_first_of_next_month: { days: amount, then },
    months_then_first_of_next_month: { months: amount, then },
    first_day_of_nth_month_after_month_of_deposit: { firstOfNthMonth: amount },
  };
  return own(delays, row('delay_rule')) ?? null;
}

/** A day that the case names is the earliest one, or the definite one where its words say so. */
function floorOf(row: TruthRow): Pick<Clause, 'notBefore' | 'definiteDate'> {
  const day = row('not_before');
  if (day === '') return {};
  const words = `${row('extra_condition')} ${row('note')}`;
  return /definite date/.test(words) ? { definiteDate: day } : { notBefore: day };
}

function clauseWith(when: Condition, row: TruthRow): ClauseReading {
  const delay = delayOf(row);
  if (!delay) return { lacks: `what is meant by the delay “${row('delay_rule')}”` };
  const counted = row('reio') === 'counted';
  return {
    clause: {
      when,
      delay,
      ...floorOf(row),
      regionalOrganisations: counted ? 'counted' : 'not-counted',
      definitiveSignature: true,
      citation: 'the final clauses, as the case gives them',
    },
  };
}

/** The clause that the columns of a case describe, or what is lacking to make it. */
export function clauseOfCase(row: TruthRow, atHand: AtHand): ClauseReading {
  const first = thresholdOf(row, atHand);
  if ('lacks' in first) return first;
  const all = withExtra(first.when, row, atHand);
  return 'lacks' in all ? all : clauseWith(all.when, row);
}

/** The clause by the threshold alone, for telling how far that goes. */
export function clauseOfThreshold(row: TruthRow, atHand: AtHand): ClauseReading {
  const first = thresholdOf(row, atHand);
  return 'lacks' in first ? first : clauseWith(first.when, row);
}
