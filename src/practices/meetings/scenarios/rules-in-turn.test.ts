import { expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { governingRule } from '../rules/deciding/governing-rule.ts';
import { standardRulesOn } from '../rules/deciding/standard-rules.ts';
import { RULES_IN_TURN } from './rules-in-turn.ts';

test.each(RULES_IN_TURN)('$title', ({ under: [body, rule], on, then, by, ...given }) => {
  const { preliminary = {}, outcomes = {} } = given;
  const taken = {
    preliminary: new Map(Object.entries(preliminary)),
    outcomes: new Map(Object.entries(outcomes)),
  };
  const governing = governingRule(standardRulesOn(body, on), rule, taken);
  const found = isRefusal(governing) ? governing.reason : `${governing.kind} ${governing.by.name}`;
  expect(found).toBe(`${then} ${by}`);
});
