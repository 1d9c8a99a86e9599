/** A text under negotiation: a fold over the acts of its register. */
import type { TabledText } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';

export interface TextState {
  readonly name: string;
  readonly opening: Fact<TabledText>;
}

/** The text that the acts make; null where none of them tables it. */
export function foldText(name: string, facts: readonly Fact[]): TextState | null {
  const opening = facts.find(({ type }) => type === 'meetings.table-text');
  if (opening === undefined) return null;
  // The schema accepted the payload of this very type.
  return { name, opening: opening as Fact<TabledText> };
}
