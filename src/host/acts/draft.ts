/** An act to be composed here: its form, who may ask for it, and what becomes of it. */
import { z } from 'zod';
import { ActId, ActType, BYTES_RULE, Basis, RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import { canonicalFault } from '../../kernel/canonical.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import type { Area, ActDefinition } from '../../kernel/define-area.ts';
import { Marking } from '../../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type Chooser, chooseAuthor } from '../authority/choose-author.ts';
import { BODY_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';

export const DraftJson = z.strictObject({
  type: ActType,
  register: RegisterKey,
  actor: ActorId,
  /** Whose key signs; absent: whoever may, by the mandates of the record. */
  author: ActorId.optional(),
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

/** Reads what is wanted; who may ask for it is judged apart. */
function readAsked(json: unknown, acts: ReadonlyMap<string, ActDefinition>): DraftAct | Refusal {
  const parsed = DraftJson.safeParse(json);
  if (!parsed.success) {
    return refuse(BODY_RULE, `The act is not well formed: ${faultText(parsed.error)}.`);
  }
  const { marking, author, ...draft } = parsed.data;
  const definition = acts.get(draft.type);
  if (!definition) {
    return refuse(UNKNOWN_RULE, `There is no act of the kind ${draft.type}.`, {
      remedy: 'GET /api lists the kinds of acts.',
    });
  }
  const refusal = judgePayload(draft.payload, definition);
  if (refusal) return refusal;
  return {
    ...draft,
    ...(author === undefined ? {} : { author }),
    ...(marking === undefined ? {} : { marking }),
  };
}

/**
 * Reads what a person wants done, and finds out who signs it and under which mandate; whether law
 * allows it, the store decides.
 */
export async function readDraft(
  json: unknown,
  by: Chooser,
  acts: ReadonlyMap<string, ActDefinition>,
): Promise<DraftAct | Refusal> {
  const draft = readAsked(json, acts);
  if (isRefusal(draft)) return draft;
  const signing = await chooseAuthor(draft, by);
  return isRefusal(signing) ? signing : { ...draft, ...signing };
}
