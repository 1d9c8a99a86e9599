/** What is worked out of a whole text is worked out once, for as long as the text is kept. */
import type { TextState } from '../../rules/texts/text-state.ts';

/** Bounds a computation to once for each state of a text; what it gives is nobody's to change. */
export function oncePerText<Given extends { readonly state: TextState }, Value>(
  compute: (given: Given) => Value,
): (given: Given) => Value {
  // A state is kept for one clearance, and goes when its text moves on: so does what stands here.
  const known = new WeakMap<TextState, { readonly value: Value }>();
  return (given) => {
    const held = known.get(given.state) ?? { value: compute(given) };
    known.set(given.state, held);
    return held.value;
  };
}
