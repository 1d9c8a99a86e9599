/** From an admitted act to rows, each in the audience of the part that it rests on. */
import type { Header, SignedAct } from '../kernel/act.ts';
import { type Carried, carriedChanges } from '../kernel/carried.ts';
import type { ActDefinition, AdmittedAct } from '../kernel/define-area.ts';
import { type Members, type PlacedChange, placedChanges } from '../kernel/narrower.ts';
import type { RowChange } from '../kernel/table.ts';
import { isTelling } from '../kernel/taking.ts';
import { audienceId } from './batch-state.ts';
import type { Candidate } from './candidate.ts';
import type { Catalog } from './catalog.ts';
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

const hasOnePart = ({ parts }: Header): boolean =>
  parts.every(({ marking }) => marking === undefined);

/** The rows of the act that an act carries; the payload is as its schema gave it. */
function carriedBy(
  catalog: Catalog,
  definition: ActDefinition,
  act: AdmittedAct<unknown>,
  payload: unknown,
): readonly PlacedChange[] {
  if (definition.carries !== true) return [];
  // Every schema of an act that carries another has these two members.
  return carriedChanges((type) => catalog.find(type)?.definition ?? null, act, payload as Carried);
}

/** The rows that follow from an act that is judged here, each with its part. */
export function placedHere(
  catalog: Catalog,
  candidate: Candidate,
  act: AdmittedAct<unknown>,
): readonly PlacedChange[] {
  const { definition } = candidate.found;
  if (hasOnePart(act.header)) {
    // The payload is what the definition's own schema gave.
    const changes = definition.apply(act as AdmittedAct<never>);
    const own = changes.map((change) => ({ change, part: null }));
    return [...own, ...carriedBy(catalog, definition, act, act.payload)];
  }
  const members =
    candidate.kind === 'draft'
      ? candidate.parts.map((part) => part.members)
      : membersOfParts(candidate.signed.parts);
  return placedChanges(definition, act, members);
}

/** The rows that follow from the parts at hand, in a register as it is called here. */
export function placedIn(
  catalog: Catalog,
  definition: ActDefinition,
  act: AdmittedAct<unknown>,
  members: readonly (Members | null)[],
): readonly PlacedChange[] {
  const { register } = act.admission;
  if (!isTelling(register, act.header.type)) return [];
  const [only = null] = members;
  const carried = only === null ? [] : carriedBy(catalog, definition, act, only);
  return [...placedChanges(definition, act, members), ...carried];
}

/** Gathers rows to be written, and gives them as changes. */
export function addHere(
  { rows, state }: Pick<Work, 'rows' | 'state'>,
  placed: readonly PlacedChange[],
  act: AdmittedAct<unknown>,
  audience: number,
): readonly RowChange[] {
  addPlaced(rows, placed, act, (part) => {
    const marking = part === null ? undefined : act.header.parts[part]?.marking;
    if (marking === undefined) return audience;
    const narrower = audienceId(state, marking);
    state.usedAudiences.add(narrower);
    return narrower;
  });
  return placed.map(({ change }) => change);
}

/** The rows that follow from an act that is admitted here; they are gathered to be written. */
export function applyHere(
  work: Pick<Work, 'rows' | 'state' | 'catalog'>,
  candidate: Candidate,
  act: AdmittedAct<unknown>,
  audience: number,
): readonly RowChange[] {
  return addHere(work, placedHere(work.catalog, candidate, act), act, audience);
}
