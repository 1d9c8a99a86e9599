/** Granular markings select what is in the object (section 7.2.3). */
import type { Json } from '../../../kernel/canonical.ts';
import { own } from '../../../kernel/own.ts';
import { isJsonObject } from '../json-text.ts';
import { RULES } from '../rules.ts';
import { type Remarks, quoted } from '../verdict.ts';

type Value = Readonly<Record<string, Json>>;

const SEGMENT = /^(?:\[(\d{1,9})\]|[a-zA-Z0-9_-]{1,250})$/;

/** One step of a selector; undefined where there is nothing. */
function step(held: Json | undefined, segment: string): Json | undefined {
  const [, index] = SEGMENT.exec(segment) ?? [];
  if (index !== undefined) return Array.isArray(held) ? held[Number(index)] : undefined;
  return isJsonObject(held) && Object.hasOwn(held, segment) ? own(held, segment) : undefined;
}

/** What a selector selects in an object; undefined where that is nothing. */
export function selected(value: Value, selector: string): Json | undefined {
  let held: Json | undefined = { ...value };
  for (const segment of selector.split('.')) {
    // An extension is selected by its name, and names of extensions hold no dots.
    held = SEGMENT.test(segment) ? step(held, segment) : undefined;
  }
  return held;
}

/** The granular markings of an object that are objects themselves. */
export function granularMarkingsOf(value: Value): { [key: string]: Json }[] {
  const markings = value['granular_markings'];
  return Array.isArray(markings) ? markings.filter(isJsonObject) : [];
}

/** Remarks on selectors that select nothing. */
export function checkGranularMarkings(value: Value, remarks: Remarks): void {
  for (const [at, marking] of granularMarkingsOf(value).entries()) {
    const { selectors } = marking;
    for (const selector of Array.isArray(selectors) ? selectors : []) {
      if (typeof selector !== 'string' || selected(value, selector) !== undefined) continue;
      const where = `granular_markings[${at}].selectors`;
      remarks.error(RULES.granular, where, `${quoted(selector)} selects nothing`);
    }
  }
}
