/** An act to be composed here: its form, who may ask for it, and what becomes of it. */
import { z } from 'zod';
import { ActId, ActType, BYTES_RULE, Basis, RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import { canonicalFault } from '../../kernel/canonical.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import type { Area, ActDefinition } from '../../kernel/define-area.ts';
import { Marking } from '../../kernel/marking.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import type { Person } from '../account/sign-in.ts';
import { ACTS_FOR_RULE, BODY_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';

export const DraftJson = z.strictObject({
  type: ActType,
  register: RegisterKey,
  actor: ActorId,
  payload: z.record(z.string(), z.unknown()),
  basis: Basis.default({ kind: 'signed' }),
  effectiveOn: PlainDateText.nullable().default(null),
  mandate: ActId.nullable().default(null),
  marking: Marking.optional(),
});
export type DraftJson = z.input<typeof DraftJson>;

/** Every kind of act that the areas define, by type. */
export function actsByType(areas: readonly Area[]): ReadonlyMap<string, ActDefinition> {
  return new Map(areas.flatMap((area) => area.acts.map((act) => [act.type, act] as const)));
}

function judgePerson(draft: z.output<typeof DraftJson>, person: Person, operator: string) {
  const spoken = draft.basis.kind === 'recorded' ? operator : draft.actor;
  const own = person.actors.join(', ') || 'nobody yet';
  if (person.actors.includes(spoken)) return null;
  return refuse(ACTS_FOR_RULE, `${person.name} does not act for ${spoken} on this node.`, {
    remedy:
      `Ask the administrator to entrust you with ${spoken}, act for ${own}, ` +
      'or record the act from a named source, if you keep the register.',
    values: { actor: spoken },
  });
}

function judgePayload(payload: unknown, definition: ActDefinition): Refusal | null {
  const fault = canonicalFault(payload);
  if (fault) return refuse(BYTES_RULE, `The payload cannot stand in an act: ${fault}.`);
  const parsed = definition.payload.safeParse(payload);
  if (parsed.success) return null;
  return refuse(
    BODY_RULE,
    `The payload of ${definition.type} is not well formed: ${faultText(parsed.error)}.`,
    { remedy: 'GET /api/openapi.json describes it, with an example.' },
  );
}

/** Reads what a person wants done; whether law allows it, the store decides. */
export function readDraft(
  json: unknown,
  person: Person,
  known: { readonly acts: ReadonlyMap<string, ActDefinition>; readonly operator: string },
): DraftAct | Refusal {
  const parsed = DraftJson.safeParse(json);
  if (!parsed.success) {
    return refuse(BODY_RULE, `The act is not well formed: ${faultText(parsed.error)}.`);
  }
  const { marking, ...draft } = parsed.data;
  const definition = known.acts.get(draft.type);
  if (!definition) {
    return refuse(UNKNOWN_RULE, `There is no act of the kind ${draft.type}.`, {
      remedy: 'GET /api lists the kinds of acts.',
    });
  }
  const refusal =
    judgePayload(draft.payload, definition) ?? judgePerson(parsed.data, person, known.operator);
  return refusal ?? { ...draft, ...(marking === undefined ? {} : { marking }) };
}
