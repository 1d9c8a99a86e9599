/** An act to be composed here: its form, who may ask for it, and what becomes of it. */
import { z } from 'zod';
import { ActId, ActType, BYTES_RULE, Basis, PARTS_MAX, RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import { canonicalFault } from '../../kernel/canonical.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import type { Area, ActDefinition } from '../../kernel/define-area.ts';
import { isNoteName } from '../../kernel/release-note.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type Chooser, chooseAuthor } from '../authority/choose-author.ts';
import { BODY_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';
import { AskedRelease, type MembersOf, RELEASE_RULE } from '../releases/asked-release.ts';
import { releasePayload } from '../releases/release-payload.ts';

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
  /** Absent: clear, for all; or the actor's own, where the kind of act is reserved. */
  marking: AskedRelease.optional(),
  /** Members of the payload that are for fewer than the act. */
  narrower: z
    .array(z.strictObject({ members: z.array(z.string()).min(1), marking: AskedRelease }))
    .max(PARTS_MAX - 1)
    .default([]),
});
export type DraftJson = z.input<typeof DraftJson>;

/** Every kind of act that the areas define, by type. */
export function actsByType(areas: readonly Area[]): ReadonlyMap<string, ActDefinition> {
  return new Map(areas.flatMap((area) => area.acts.map((act) => [act.type, act] as const)));
}

function judgePayload(payload: unknown, definition: ActDefinition): Refusal | null {
  const fault = canonicalFault(payload);
  if (fault)
    return refuse(BYTES_RULE, said('The payload cannot stand in an act: {$fault}.', { fault }));
  const parsed = definition.payload.safeParse(payload);
  if (parsed.success) return null;
  return refuse(
    BODY_RULE,
    said('The payload of {$type} is not well formed: {$fault}.', {
      type: definition.type,
      fault: faultText(parsed.error),
    }),
    { remedy: said('GET /api/openapi.json describes it, with an example.') },
  );
}

/** Reads what is wanted; who may ask for it is judged apart. */
function readAsked(
  json: unknown,
  acts: ReadonlyMap<string, ActDefinition>,
): z.output<typeof DraftJson> | Refusal {
  const parsed = DraftJson.safeParse(json);
  if (!parsed.success) {
    return refuse(
      BODY_RULE,
      said('The act is not well formed: {$fault}.', { fault: faultText(parsed.error) }),
    );
  }
  const draft = parsed.data;
  const definition = acts.get(draft.type);
  if (!definition) {
    return refuse(
      UNKNOWN_RULE,
      said('There is no act of the kind {$type}.', { type: draft.type }),
      {
        remedy: said('GET /api lists the kinds of acts.'),
      },
    );
  }
  return judgePayload(draft.payload, definition) ?? draft;
}

/** What was chosen for a release is not the asker’s to say. */
function noteFault(payload: Readonly<Record<string, unknown>>): Refusal | null {
  const member = Object.keys(payload).find(isNoteName);
  return member === undefined
    ? null
    : refuse(BODY_RULE, said('The member {$member} is written by the node itself.', { member }), {
        remedy: said('Name groups in “marking.membersOf”.'),
      });
}

/** Who asks, and what groups stand for. */
export interface Drafting extends Chooser {
  readonly membersOf?: MembersOf;
  /** Fills in of a draft what its author need not say. */
  readonly completed?: (json: unknown) => Promise<unknown>;
}

async function draftOf(
  { marking, narrower, author, ...draft }: z.output<typeof DraftJson>,
  { today, membersOf = nobodyKnown }: Drafting,
): Promise<DraftAct | Refusal> {
  const asked = { payload: draft.payload, marking, narrower };
  const released = await releasePayload(asked, today, membersOf);
  if (isRefusal(released)) return released;
  return { ...draft, ...released, ...(author === undefined ? {} : { author }) };
}

const nobodyKnown: MembersOf = async (group) =>
  refuse(RELEASE_RULE, said('No group {$group} is known here.', { group }), { values: { group } });

/**
 * Reads what a person wants done, and finds out who signs it and under which mandate; whether law
 * allows it, the store decides.
 */
export async function readDraft(
  json: unknown,
  by: Drafting,
  acts: ReadonlyMap<string, ActDefinition>,
): Promise<DraftAct | Refusal> {
  const asked = readAsked(by.completed ? await by.completed(json) : json, acts);
  if (isRefusal(asked)) return asked;
  const draft = noteFault(asked.payload) ?? (await draftOf(asked, by));
  if (isRefusal(draft)) return draft;
  const signing = await chooseAuthor(draft, by);
  return isRefusal(signing) ? signing : { ...draft, ...signing };
}
