import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Choice } from '../../payloads/decision-rule.ts';
import { decide } from './decide.ts';
import type { Outcome } from './poll.ts';
import { named, pollOf } from './poll-for-tests.ts';
import { rulesFaults } from './rule-faults.ts';
import { STANDARD_RULES } from './standard-rules.ts';
import { type WrittenRule, against, present, seats } from './standard/parts.ts';
import { DecisionRule } from '../../payloads/decision-rule.ts';

const members = named(9);
const groups = { first: members.slice(0, 4) };

const threshold = fc.constantFrom('1/2', '0.55', '3/5', '2/3', '1', '1/3');
const base = fc.constantFrom(
  'present-and-voting',
  'votes-cast',
  'present',
  'eligible',
  'members',
  'total-weight',
);
const scope = fc.record(
  {
    among: fc.constantFrom(seats('first'), { kind: 'not', of: seats('first') } as const),
    weights: fc.constant('power'),
  },
  { requiredKeys: [] },
);
const share = fc.tuple(threshold, base, fc.boolean(), scope).map(([of, over, more, where]) => ({
  kind: 'share' as const,
  of: 'yes' as const,
  threshold: of,
  base: over,
  more: more && of !== '1',
  ...where,
}));
const count = fc.tuple(fc.integer({ min: 1, max: 9 }), scope).map(([least, where]) => ({
  kind: 'count' as const,
  of: 'yes' as const,
  atLeast: `${least}`,
  ...where,
}));
const leaf = fc.oneof(share, count);
const adopting = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'all' as const, of })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'any' as const, of })),
);

/** Rules that ask for votes in favour, and are blocked by votes against. */
const rules = fc
  .record({
    adoptedIf: adopting,
    blockedIf: fc.array(leaf.map(against), { maxLength: 2 }),
    quorum: fc.option(share.map(present), { nil: undefined }),
  })
  .map(({ quorum, ...more }): WrittenRule => {
    const named = { name: 'rule', title: { en: 'Rule' }, citation: 'Rule 1' };
    return { ...named, method: 'vote', ...more, ...(quorum && { quorum }) };
  });

type Voted = readonly (Choice | 'silent' | 'absent' | 'hindered')[];
const voted = fc.array(
  fc.constantFrom<Voted[number]>('yes', 'no', 'abstain', 'silent', 'absent', 'hindered'),
  { minLength: 9, maxLength: 9 },
);
const power = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 });

function outcomeOf(rule: WrittenRule, given: Voted, weights: readonly number[]): Outcome {
  const of = (what: Voted[number]): string[] => members.filter((_, at) => given[at] === what);
  const outcome = decide(
    pollOf(rule, {
      members,
      groups,
      yes: of('yes'),
      no: of('no'),
      abstain: of('abstain'),
      absent: of('absent'),
      hindered: Object.fromEntries(of('hindered').map((actor) => [actor, 'suspended'])),
      weights: {
        power: Object.fromEntries(members.map((actor, at) => [actor, `${weights[at] ?? 0}`])),
      },
    }),
  );
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome;
}

const RUNS = { numRuns: 150 };

describe('whatever a rule says and whoever votes', () => {
  test('nothing is adopted without a vote in favour', () => {
    fc.assert(
      fc.property(rules, voted, power, (rule, given, weights) => {
        const none = given.map((one) => (one === 'yes' ? 'abstain' : one));
        expect(outcomeOf(rule, none, weights).outcome).not.toBe('adopted');
      }),
      RUNS,
    );
  });

  test('one more in favour never defeats what was adopted', () => {
    fc.assert(
      fc.property(rules, voted, power, fc.nat({ max: 8 }), (rule, given, weights, at) => {
        fc.pre(given[at] !== 'hindered');
        fc.pre(outcomeOf(rule, given, weights).outcome === 'adopted');
        const more = given.with(at, 'yes');
        expect(outcomeOf(rule, more, weights).outcome).toBe('adopted');
      }),
      RUNS,
    );
  });

  test('what is blocked had its majority, and is adopted once nobody blocks', () => {
    fc.assert(
      fc.property(rules, voted, power, (rule, given, weights) => {
        const outcome = outcomeOf(rule, given, weights);
        fc.pre(outcome.outcome === 'blocked');
        expect(outcome.tests.every(({ isMet }) => isMet)).toBe(true);
        expect(outcome.blockedBy.length).toBeGreaterThan(0);
        const others = given.map((one, at) =>
          outcome.blockedBy.includes(members[at] ?? '') ? 'yes' : one,
        );
        expect(outcomeOf(rule, others, weights).outcome).toBe('adopted');
      }),
      RUNS,
    );
  });

  test('the tally holds everybody once', () => {
    fc.assert(
      fc.property(rules, voted, power, (rule, given, weights) => {
        const { tally } = outcomeOf(rule, given, weights);
        expect(Object.values(tally).reduce((sum, one) => sum + one, 0)).toBe(members.length);
        expect(tally.hindered).toBe(given.filter((one) => one === 'hindered').length);
      }),
      RUNS,
    );
  });

  test('who may not vote changes nothing by being there or voting', () => {
    fc.assert(
      fc.property(rules, voted, power, (rule, given, weights) => {
        const of = (choice: Choice | null) => {
          const hindered = members.filter((_, at) => given[at] === 'hindered');
          const by = (what: Choice) => members.filter((_, at) => given[at] === what);
          const extra = (what: Choice) => (choice === what ? hindered : []);
          const outcome = decide(
            pollOf(rule, {
              members,
              groups,
              yes: [...by('yes'), ...extra('yes')],
              no: [...by('no'), ...extra('no')],
              abstain: by('abstain'),
              hindered: Object.fromEntries(hindered.map((actor) => [actor, 'suspended'])),
              weights: {
                power: Object.fromEntries(members.map((one, at) => [one, `${weights[at] ?? 0}`])),
              },
            }),
          );
          return isRefusal(outcome) ? outcome.reason : outcome.outcome;
        };
        expect(of('yes')).toBe(of(null));
        expect(of('no')).toBe(of(null));
      }),
      RUNS,
    );
  });
});

describe('against counting by hand', () => {
  const choices = fc.array(fc.constantFrom<Choice | 'silent'>('yes', 'no', 'abstain', 'silent'), {
    minLength: 1,
    maxLength: 40,
  });

  test('two thirds of those present and voting are 3 · yes ≥ 2 · (yes + no)', () => {
    const rule: WrittenRule = {
      name: 'rule',
      title: { en: 'Rule' },
      citation: 'Rule 83',
      method: 'vote',
      adoptedIf: { kind: 'share', threshold: '2/3', base: 'present-and-voting' },
    };
    fc.assert(
      fc.property(choices, (given) => {
        const names = named(given.length);
        const of = (what: Choice) => names.filter((_, at) => given[at] === what);
        const [yes, no] = [of('yes'), of('no')];
        const outcome = decide(pollOf(rule, { members: names, yes, no, abstain: of('abstain') }));
        const isCarried = yes.length > 0 && 3 * yes.length >= 2 * (yes.length + no.length);
        expect(!isRefusal(outcome) && outcome.outcome === 'adopted').toBe(isCarried);
      }),
      RUNS,
    );
  });

  test('a council of fifteen: nine in favour and no permanent member against', () => {
    const council = named(15);
    const entry = STANDARD_RULES[0]?.rules.find(({ until }) => until === undefined)?.rule;
    if (!entry) throw new Error('the council has a rule');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Choice>('yes', 'no', 'abstain'), { minLength: 15, maxLength: 15 }),
        (given) => {
          const of = (what: Choice) => council.filter((_, at) => given[at] === what);
          const outcome = decide(
            pollOf(entry, {
              members: council,
              groups: { permanent: council.slice(0, 5) },
              yes: of('yes'),
              no: of('no'),
              abstain: of('abstain'),
            }),
          );
          const isVetoed = given.slice(0, 5).includes('no');
          const hasNine = of('yes').length >= 9;
          const known = !hasNine ? 'rejected' : isVetoed ? 'blocked' : 'adopted';
          expect(!isRefusal(outcome) && outcome.outcome).toBe(known);
        },
      ),
      RUNS,
    );
  });
});

test('a rule without fault can be met and can fail', () => {
  fc.assert(
    fc.property(rules, power, (rule, weights) => {
      const faults = rulesFaults([DecisionRule.parse(rule)], {
        members,
        schemes: new Set(['power']),
        seatGroups: new Set(['first']),
        weight: (_, actor) => {
          return { numerator: BigInt(weights[members.indexOf(actor)] ?? 0), denominator: 1n };
        },
        isIn: (selector, actor) =>
          selector.kind === 'not' ? !groups.first.includes(actor) : groups.first.includes(actor),
      });
      fc.pre(faults.length === 0);
      const all = (what: Voted[number]) => members.map(() => what);
      expect(outcomeOf(rule, all('yes'), weights).outcome).toBe('adopted');
      expect(outcomeOf(rule, all('no'), weights).outcome).not.toBe('adopted');
    }),
    { numRuns: 200 },
  );
});
