/** From an admitted act to rows, each in the audience of the part that it rests on. */
import type { SignedAct } from '../kernel/act.ts';
import type { ActDefinition, AdmittedAct } from '../kernel/define-area.ts';
import { type Members, type PlacedChange, placedChanges } from '../kernel/narrower.ts';
import type { RowChange } from '../kernel/table.ts';
import { audienceId } from './batch-state.ts';
import type { Candidate } from './candidate.ts';
import type { RowBuffer } from './row-buffer.ts';
import type { Work } from './work.ts';

/** The members of each part, which reading has seen to be objects; null where not at hand. */
export function membersOfParts(parts: SignedAct['parts']): (Members | null)[] {
  return parts.map((part) =>
    part === null ? null : (JSON.parse(Buffer.from(part.bytes).toString('utf8')) as Members),
  );
}

/** Gathers the rows, each for the audience of its part. */
export function addPlaced(
  rows: RowBuffer,
  placed: readonly PlacedChange[],
  act: AdmittedAct<unknown>,
  audienceOfPart: (part: number | null) => number,
): void {
  for (const { change, part } of placed) rows.add([change], act, audienceOfPart(part));
}

/** The members of each part of a candidate. */
export function membersOf(candidate: Candidate): readonly (Members | null)[] {
  return candidate.kind === 'draft'
    ? candidate.parts.map((part) => part.members)
    : membersOfParts(candidate.signed.parts);
}

/** The rows that follow from an act that is admitted; they are gathered to be written. */
export function applyHere(
  { rows, state }: Pick<Work, 'rows' | 'state'>,
  definition: ActDefinition,
  members: () => readonly (Members | null)[],
  act: AdmittedAct<unknown>,
  audience: number,
): readonly RowChange[] {
  const { parts } = act.header;
  if (parts.every(({ marking }) => marking === undefined)) {
    // The payload is what the definition's own schema gave.
    const changes = definition.apply(act as AdmittedAct<never>);
    rows.add(changes, act, audience);
    return changes;
  }
  const placed = placedChanges(definition, act, members());
  addPlaced(rows, placed, act, (part) => {
    const marking = part === null ? undefined : parts[part]?.marking;
    return marking === undefined ? audience : audienceId(state, marking);
  });
  return placed.map(({ change }) => change);
}
