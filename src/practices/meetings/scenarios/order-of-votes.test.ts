/** The order of votes, second votes and reconsideration, told as rules of procedure. */
import { describe, expect, it } from 'vitest';
import { AMENDMENTS, MOTIONS, PARTS } from './order-of-votes.ts';
import { type OrderScenario, run } from './order-scenario.ts';
import { RECONSIDERATION, SECOND_VOTES } from './second-votes.ts';

function check(scenario: OrderScenario): void {
  const { refusedBy, then, outcomes = {} } = scenario;
  const after = run(scenario);
  expect(after.refusedBy).toBe(refusedBy);
  for (const [name, outcome] of Object.entries(outcomes)) expect(after.outcome(name)).toBe(outcome);
  const { of = 'draft', steps, next, result } = then ?? {};
  const order = after.order(of);
  expect(after.steps(of)).toEqual(steps ?? after.steps(of));
  expect(order.next).toBe(next === undefined ? order.next : next);
  expect(order.result).toBe(result ?? order.result);
}

describe('amendments', () => {
  it.each(AMENDMENTS)('$title', check);
});
describe('parts', () => {
  it.each(PARTS)('$title', check);
});
describe('motions', () => {
  it.each(MOTIONS)('$title', check);
});
describe('a second vote', () => {
  it.each(SECOND_VOTES)('$title', check);
});
describe('reconsideration', () => {
  it.each(RECONSIDERATION)('$title', check);
});
