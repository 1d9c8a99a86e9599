/** How properties of one object stand to each other, as its table says. */
import type { Json } from '../../../kernel/canonical.ts';
import { own } from '../../../kernel/own.ts';
import type { Constraints } from '../kinds.ts';
import { RULES } from '../rules.ts';
import { compareTimestamps, isTimestamp } from '../timestamp.ts';
import type { Remarks } from '../verdict.ts';

type Value = Readonly<Record<string, Json>>;

const hasIn =
  (value: Value) =>
  (name: string): boolean =>
    Object.hasOwn(value, name);

function checkCounts(value: Value, constraints: Constraints, where: string, remarks: Remarks) {
  const { someOf = [], oneOf = [] } = constraints;
  for (const names of someOf) {
    if (names.some(hasIn(value))) continue;
    remarks.error(RULES.combination, where, `one at least has to be there: ${names.join(', ')}`);
  }
  for (const names of oneOf) {
    if (names.filter(hasIn(value)).length === 1) continue;
    remarks.error(RULES.combination, where, `exactly one has to be there: ${names.join(', ')}`);
  }
}

function checkCompany(value: Value, constraints: Constraints, where: string, remarks: Remarks) {
  for (const [name, ...others] of constraints.with ?? []) {
    const missing = hasIn(value)(name) ? others.filter((other) => !hasIn(value)(other)) : [];
    if (missing.length === 0) continue;
    remarks.error(RULES.combination, where, `with ${name} has to be ${missing.join(', ')}`);
  }
}

/** The instant in a property, or null where there is none that can be read. */
export function instantIn(value: Value, name: string): string | null {
  const held = own(value, name);
  return typeof held === 'string' && isTimestamp(held) ? held : null;
}

function checkOrder(value: Value, constraints: Constraints, where: string, remarks: Remarks) {
  for (const [first, second, strictly] of constraints.order ?? []) {
    const [from, to] = [instantIn(value, first), instantIn(value, second)];
    if (from === null || to === null) continue;
    if (compareTimestamps(from, to) < (strictly ? 0 : 1)) continue;
    const at = where === '' ? second : `${where}.${second}`;
    const how = strictly ? 'after' : 'at or after';
    remarks.error(RULES.order, at, `${second} has to be ${how} ${first}`);
  }
}

/** Checks the combinations that the table asks for. */
export function checkConstraints(
  value: Value,
  constraints: Constraints,
  where: string,
  remarks: Remarks,
): void {
  checkCounts(value, constraints, where, remarks);
  checkCompany(value, constraints, where, remarks);
  checkOrder(value, constraints, where, remarks);
}
