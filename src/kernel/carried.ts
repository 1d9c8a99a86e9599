/**
 * An act within an act: a downgrade carries the signed original, so that those who are to have it
 * from then on can verify that it is the same, and derives the same rows again for them.
 */
import { type ActId, type Header, readAct } from './act.ts';
import type { Json } from './canonical.ts';
import type { ActDefinition, AdmittedAct } from './define-area.ts';
import { rule } from './law.ts';
import type { Marking } from './marking.ts';
import { type Members, type PlacedChange, placedChanges, widestMembers } from './narrower.ts';
import { type Refusal, isRefusal, refuse } from './refusal.ts';
import { said } from './said.ts';
import { withoutNotes } from './release-note.ts';
import { type SignedActJson, signedActJson, signedActOf } from './signed-act-json.ts';

/** What of a payload names an act and holds its bytes. */
export interface Carried {
  readonly act: ActId;
  readonly original: SignedActJson;
}

/** The original, read: its parts that are carried have the audience of what carries them. */
export interface Original {
  readonly header: Header;
  readonly members: readonly (Members | null)[];
}

/** Reads what is carried, marked as it is from now on; null where it is not the act it names. */
export function originalIn({ act, original }: Carried, marking: Marking): Original | null {
  const signed = signedActOf(original);
  const read = readAct(signed);
  if (isRefusal(read) || read.id !== act) return null;
  const members = signed.parts.map((part) =>
    // Reading has seen each to be an object.
    part === null ? null : (JSON.parse(Buffer.from(part.bytes).toString('utf8')) as Members),
  );
  const parts = read.header.parts.map((part, at) =>
    members[at] === null ? part : { digest: part.digest },
  );
  return { header: { ...read.header, marking, parts }, members };
}

export const CARRIED_RULE = rule(
  'act.carried',
  'Concord acts, "Markings"',
  'Only acts of a kind that is taken once, though it has rows for two audiences, are carried.',
);

/** Why what is carried cannot be, by its kind; null also for what is no act at all. */
export function carriedKindFault(
  find: (type: string) => ActDefinition | null,
  carried: Carried,
  marking: Marking,
): Refusal | null {
  const type = originalIn(carried, marking)?.header.type;
  if (type === undefined || find(type)?.carriable === true) return null;
  return refuse(
    CARRIED_RULE,
    said('An act of the kind {$type} is not released to more as it is.', { type }),
    {
      remedy: said('Say the same in an act of its own, for those who are to have it.'),
    },
  );
}

/**
 * The rows of the original once more, for the audience of the act that carries it and resting on
 * that act. Of parts that it leaves out there is nothing to derive rows from.
 */
export function carriedChanges(
  find: (type: string) => ActDefinition | null,
  { header, admission }: AdmittedAct<unknown>,
  carried: Carried,
): readonly PlacedChange[] {
  const original = originalIn(carried, header.marking);
  const definition = original && find(original.header.type);
  if (definition?.carriable !== true || original === null) return [];
  const wide = widestMembers(original.header, original.members);
  // Judged by its custodian; a node that does not know it so derives nothing from it.
  if (!definition.payload.safeParse(withoutNotes(wide ?? {})).success) return [];
  const act = { id: carried.act, header: original.header, payload: null, admission };
  return placedChanges(definition, act, original.members);
}

/** The original as a payload carries it: what all saw of it, and no part that was for fewer. */
export function carriedJson(
  { parts }: Pick<Header, 'parts'>,
  signed: Parameters<typeof signedActJson>[0],
): Record<string, Json> {
  const wide = signed.parts.map((part, at) => (parts[at]?.marking === undefined ? part : null));
  const { header, signature, parts: texts } = signedActJson({ ...signed, parts: wide });
  return { header, signature, parts: texts };
}
