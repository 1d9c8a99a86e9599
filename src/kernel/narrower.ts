/**
 * Different markings for different audiences of one act: members of a payload go into parts of
 * their own, and what follows from a part stands in rows of that part's audience alone.
 */
import { type Header, PARTS_MAX } from './act.ts';
import type { Json } from './canonical.ts';
import type { ActDefinition, AdmittedAct } from './define-area.ts';
import { rule } from './law.ts';
import { type Marking, isWithin } from './marking.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said } from './said.ts';
import { isNoteName, withoutNotes } from './release-note.ts';
import type { DraftPart } from './sign.ts';
import type { NarrowerPart } from './submission.ts';
import type { RowChange } from './table.ts';

export type Members = Readonly<Record<string, Json>>;

export const NARROWER_RULE = rule(
  'act.narrower-part',
  'FIRST, Traffic Light Protocol 2.0; Concord acts, "Parts"',
  'A part that is for fewer holds only members that the act can do without.',
);

/** A note on the release of a part belongs to that part, whatever the act is. */
const isSpared = (narrowable: readonly string[], name: string): boolean =>
  narrowable.includes(name) || isNoteName(name);

type Cuttable = Pick<ActDefinition, 'type' | 'narrowable'>;

/** Why members cannot stand in a part of their own. */
function membersFault(
  { type, narrowable = [] }: Cuttable,
  raw: Members,
  members: readonly string[],
): Refusal | null {
  const strange = members.find((name) => !isSpared(narrowable, name));
  if (strange !== undefined) {
    return refuse(
      NARROWER_RULE,
      said('{$type} cannot do without its member {$strange}.', { type, strange }),
      {
        remedy:
          narrowable.length === 0
            ? said('Members that may be marked for fewer: none.')
            : said('Members that may be marked for fewer: {$narrowable}.', { narrowable }),
        values: { member: strange },
      },
    );
  }
  const absent = members.find((name) => !Object.hasOwn(raw, name));
  if (absent === undefined && members.length > 0) return null;
  return refuse(
    NARROWER_RULE,
    absent === undefined
      ? said('The payload has no member for a narrower part.')
      : said('The payload has no member {$absent}.', { absent }),
    {
      remedy: said('Name members that the payload holds.'),
      values: { member: absent ?? '' },
    },
  );
}

/** Why a part cannot have its audience, which is that of the act or less. */
function markingFault(part: Marking, whole: Marking): Refusal | null {
  if (part.level === 'clear' || part.to.length === 0) {
    return refuse(NARROWER_RULE, said('A part for fewer is for nobody.'), {
      remedy: said('Name the actors that it is released to.'),
    });
  }
  if (isWithin(part, whole)) return null;
  return refuse(NARROWER_RULE, said('A part is marked for more than the act is.'), {
    remedy: said('Name for a part only actors that the act is for, at no looser level.'),
  });
}

/** The payload cut into its parts, the widest first; or why it cannot be cut so. */
export function cutPayload(
  definition: Cuttable,
  marking: Marking,
  raw: Members,
  narrower: readonly NarrowerPart[],
): readonly DraftPart[] | Refusal {
  if (narrower.length + 1 > PARTS_MAX) {
    return refuse(
      NARROWER_RULE,
      said('An act has no more than {$partsMax} parts.', { partsMax: PARTS_MAX }),
    );
  }
  for (const part of narrower) {
    const fault =
      membersFault(definition, raw, part.members) ?? markingFault(part.marking, marking);
    if (fault) return fault;
  }
  const named = narrower.flatMap(({ members }) => members);
  const twice = named.find((name, at) => named.indexOf(name) !== at);
  if (twice !== undefined) {
    return refuse(NARROWER_RULE, said('The member {$twice} is to stand in two parts.', { twice }));
  }
  const membersIn = (belongs: (name: string) => boolean): Record<string, Json> =>
    Object.fromEntries(Object.entries(raw).filter(([name]) => belongs(name)));
  return [
    { payload: membersIn((name) => !named.includes(name)) },
    ...narrower.map((part) => ({
      payload: membersIn((name) => part.members.includes(name)),
      marking: part.marking,
    })),
  ];
}

/** The members of those parts that all who see the act may see; null where one is not at hand. */
export function widestMembers(
  header: Pick<Header, 'parts'>,
  parts: readonly (Members | null)[],
): Members | null {
  const wide = parts.filter((_, at) => header.parts[at]?.marking === undefined);
  if (wide.includes(null)) return null;
  return Object.fromEntries(wide.flatMap((members) => Object.entries(members ?? {})));
}

/** Why an act that was cut into parts elsewhere is not well cut; judged on what is at hand. */
export function cutFault(
  definition: Cuttable & Pick<ActDefinition, 'payload'>,
  header: Pick<Header, 'parts'>,
  parts: readonly (Members | null)[],
): Refusal | null {
  const { type, narrowable = [], payload } = definition;
  const strange = parts
    .flatMap((members, at) => (header.parts[at]?.marking ? Object.keys(members ?? {}) : []))
    .find((name) => !isSpared(narrowable, name));
  if (strange !== undefined) {
    return refuse(
      NARROWER_RULE,
      said('{$type} cannot do without its member {$strange}.', { type, strange }),
    );
  }
  return payload.safeParse(withoutNotes(widestMembers(header, parts) ?? {})).success
    ? null
    : refuse(NARROWER_RULE, said('What all may see of the act is no {$type} by itself.', { type }));
}

/** A row, and the part whose audience it is for; null: that of the act. */
export interface PlacedChange {
  readonly change: RowChange;
  readonly part: number | null;
}

/** The rows of one view of an act, whose members were parsed by the schema. */
function rowsOfView(
  definition: ActDefinition,
  act: AdmittedAct<unknown>,
  payload: unknown,
): readonly RowChange[] {
  // The payload is what the definition's own schema gave.
  return definition.apply({ ...act, payload } as AdmittedAct<never>);
}

/**
 * The rows that follow from an act, each with the part that it is for. They are derived once for
 * each audience from what that audience may see, so that nothing of a narrower part can stand in a
 * row of a wider one, whatever `apply` does; and a node that a part was withheld from derives the
 * same other rows. Where what all may see is erased, nothing is left to derive rows from.
 */
export function placedChanges(
  definition: ActDefinition,
  act: AdmittedAct<unknown>,
  parts: readonly (Members | null)[],
): readonly PlacedChange[] {
  const wide = widestMembers(act.header, parts);
  if (wide === null) return [];
  const isHeldBy = (members: Members, { of }: RowChange): boolean =>
    of !== undefined && Object.hasOwn(members, of);
  const parsed = definition.payload.safeParse(withoutNotes(wide));
  // Another custodian may have judged it with a part that was withheld here.
  if (!parsed.success && parts.includes(null)) return [];
  // Judged when it was admitted: a schema that no longer takes it is a fault of ours, said aloud.
  if (!parsed.success) throw parsed.error;
  const placed: PlacedChange[] = rowsOfView(definition, act, parsed.data)
    .filter((change) => change.of === undefined || isHeldBy(wide, change))
    .map((change) => ({ change, part: null }));
  for (const [at, members] of parts.entries()) {
    if (members === null || act.header.parts[at]?.marking === undefined) continue;
    const view = definition.payload.safeParse(withoutNotes({ ...wide, ...members }));
    // A custodian that the part was withheld from could not judge it: then it leaves no rows.
    if (!view.success) continue;
    const rows = rowsOfView(definition, act, view.data);
    const own = rows.filter((change) => isHeldBy(members, change));
    placed.push(...own.map((change) => ({ change, part: at })));
  }
  return placed;
}
