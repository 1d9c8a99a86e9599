/** What another custodian admitted or refused, and what follows from it here. */
import { type Act, type ActId, type SignedAct, streamOf } from '../../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../kernel/authority-acts.ts';
import type { AdmittedAct } from '../../kernel/define-area.ts';
import { CLEAR } from '../../kernel/marking.ts';
import { withoutNotes } from '../../kernel/release-note.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Sentence, said, asWritten } from '../../kernel/said.ts';
import {
  type AdmitPayload,
  OpenPayload,
  POSITION_RULE,
  RefusePayload,
  judgeAdmission,
} from '../../kernel/register.ts';
import {
  HELD_RULE,
  isOnAuthority,
  isTelling,
  judgeElsewhere,
  localRegister,
} from '../../kernel/taking.ts';
import { addHere, membersOfParts, placedIn } from '../apply-act.ts';
import { audienceId, positionOf } from '../batch-state.ts';
import { recordAuthority } from '../authority.ts';
import { mandateAbove, registeredKey, registeredMandate } from '../elsewhere.ts';
import type { AcceptedElsewhere, Work } from '../work.ts';
import { PAYLOAD_RULE } from '../rules.ts';
import type { RecordAtHand } from './taking.ts';

/** An act as it is at hand; `whole`: no part of it was withheld or erased. */
export interface Body {
  readonly act: Act;
  readonly whole: boolean;
  readonly parts: SignedAct['parts'];
}
export type Bodies = (id: ActId) => Body | null;

/** Why an admission cannot take effect: for now, or ever. */
export interface Held {
  readonly refusal: Refusal;
  readonly forNow: boolean;
  /** The acts that are not at hand. */
  readonly lacks?: readonly ActId[];
}

const later = (reason: Sentence, remedy: Sentence): Held => ({
  refusal: refuse(HELD_RULE, reason, { remedy }),
  forNow: true,
});
const never = (refusal: Refusal): Held => ({ refusal, forNow: false });

/** What a decision is carried out with. */
export interface Deciding {
  readonly work: Work;
  readonly bodies: Bodies;
  readonly record: Pick<RecordAtHand, 'lastAdmittedBy'>;
}

interface Admitting {
  readonly work: Work;
  readonly admit: Act;
  readonly payload: AdmitPayload;
  /** The register under its name here. */
  readonly register: string;
  /** Place of our ledger at which keys and mandates are judged; null: where the act comes. */
  readonly at: number | null;
}

/** The rows that follow. Where a part is lacking and the rest does not do, none follow. */
function rowsOf({ work }: Admitting, act: AdmittedAct<unknown>, { parts }: Body) {
  const found = work.catalog.find(act.header.type);
  if (act.payload === null || !found) return [];
  return placedIn(work.catalog, found.definition, act, membersOfParts(parts));
}

/** The payload as its schema gives it; null where nothing is to follow from it. */
function payloadOf({ work }: Admitting, { act, whole }: Body): Held | { payload: unknown } {
  const { type } = act.header;
  const found = work.catalog.find(type);
  if (!found)
    return later(
      said('This node knows no acts of type {$type}.', { type }),
      said('Bring it up to date.'),
    );
  const parsed = found.definition.payload.safeParse(withoutNotes(act.payload));
  if (parsed.success) return { payload: parsed.data };
  return whole
    ? never(refuse(PAYLOAD_RULE, said('Act {$id} does not fit {$type}.', { id: act.id, type })))
    : { payload: null };
}

function judge(admitting: Admitting, body: Body): Held | { payload: unknown } {
  const { work, admit, at, payload, register } = admitting;
  const { header, id } = body.act;
  if (header.register !== payload.register) {
    return never(
      refuse(
        HELD_RULE,
        said('Act {$id} is not for {$register}.', { id, register: payload.register }),
      ),
    );
  }
  if (!isTelling(register, header.type)) return { payload: null };
  const custodian = admit.header.author;
  const { operator } = work.node;
  const authority = judgeElsewhere(header, at ?? work.state.ledger + 1, {
    custodian,
    key: registeredKey(work.state, header, custodian, operator),
    mandate: registeredMandate(work.state, header, custodian, operator),
    above: (act) => mandateAbove(work.state, act, custodian, operator),
  });
  if (authority === 'unknown') {
    return later(
      said('The authority for act {$id} is not at hand.', { id }),
      said('Follow the node of its author.'),
    );
  }
  return authority === 'holds' ? payloadOf(admitting, body) : never(authority);
}

function apply(admitting: Admitting, body: Body, payload: unknown): AcceptedElsewhere {
  const { act } = body;
  const { work, register, admit } = admitting;
  const { state } = work;
  const audience = audienceId(state, act.header.marking);
  state.usedAudiences.add(audience);
  if (!state.registers.has(register)) {
    const opened = { key: register, custodian: admit.header.author, opened_by: act.id, audience };
    state.registers.set(register, opened);
    state.freshRegisters.push(opened);
  }
  const position = positionOf(state, register, audience);
  position.last += 1;
  position.changed = true;
  state.ledger += 1;
  const { recordedAt, ledger } = state;
  const admission = { register, position: position.last, ledger, recordedAt };
  const admitted: AdmittedAct<unknown> = { id: act.id, header: act.header, payload, admission };
  const changes = addHere(work, rowsOf(admitting, admitted, body), admitted, audience);
  recordAuthority(state, admitted, changes);
  work.known.set(act.id, { id: act.id, register, position: position.last, ledger });
  return { act: admitted, audience, admittedBy: admit.id };
}

/**
 * The place at which a marked admission's keys and mandates are judged: where the act of the
 * custodian's clear stream that it names took effect here. What is clear is judged where it comes.
 */
async function placeOfAuthority({ record }: Deciding, admit: Act): Promise<number | null> {
  const { marking, parents, author } = admit.header;
  const [parent] = parents;
  if (marking.level === 'clear' || parent === undefined) return null;
  const ledger = await record.lastAdmittedBy(streamOf(author, CLEAR), parent);
  return ledger === null ? null : ledger + 1;
}

const WHOLE = said('It comes whole from the node of the custodian.');

/** Whether an act that later ones are judged by came without what it says to all who see it. */
const saysTooLittle = ({ act: { header }, parts }: Body): boolean =>
  isOnAuthority(header.type) &&
  header.parts.some(({ marking }, at) => marking === undefined && !parts[at]);

/** The acts that an admission names, all of them at hand. */
function bodiesOf({ work, bodies }: Deciding, { acts }: AdmitPayload): Body[] | Held {
  const held: Body[] = [];
  for (const id of acts) {
    // What has an effect has it once, whoever else decides on it later.
    if (work.known.has(id))
      return never(refuse(POSITION_RULE, said('Act {$id} is decided on already.', { id })));
    const body = bodies(id);
    if (!body) {
      const refused = later(
        said('Act {$id} is not at hand.', { id }),
        said('It comes in its author’s stream.'),
      );
      return { ...refused, lacks: acts.filter((one) => !bodies(one)) };
    }
    if (saysTooLittle(body)) {
      const refused = later(
        said('What act {$id} says of keys or mandates is not at hand.', { id }),
        WHOLE,
      );
      return { ...refused, lacks: [id] };
    }
    held.push(body);
  }
  return held;
}

/**
 * Whether a name that nobody holds here is left to this node, which keeps a copy of its own. The
 * opening says so; what goes on from an opening without effect has none either.
 */
function isLeftToUs({ work, bodies }: Deciding, { register, first, acts }: AdmitPayload): boolean {
  if (register === AUTHORITY_REGISTER) return false;
  if (first > 1) return true;
  const opening = bodies(acts[0] ?? '')?.act;
  if (opening?.header.type !== 'registers.open') return false;
  const { operator, keys } = work.node;
  const copies = OpenPayload.safeParse(opening.payload).data?.copies ?? [];
  return copies.some((actor) => actor === operator || keys.keyFor(actor) !== null);
}

/**
 * Carries out another custodian's admission: every act that it names gets the position that it
 * says, or none does. Null where the register is not that custodian's here: then nothing follows.
 */
export async function admitElsewhere(
  deciding: Deciding,
  admit: Act,
  payload: AdmitPayload,
): Promise<AcceptedElsewhere[] | Held | null> {
  const { work } = deciding;
  const { author, marking } = admit.header;
  const register = localRegister(payload.register, author, work.node.operator);
  const known = work.state.registers.get(register);
  if (known && known.custodian !== author) return null;
  const position = positionOf(work.state, register, audienceId(work.state, marking));
  if (!known && isLeftToUs(deciding, payload)) return null;
  const fault = judgeAdmission(payload, position.last);
  if (fault) return never(fault);
  const held = bodiesOf(deciding, payload);
  if ('refusal' in held) return held;
  const admitting = { work, admit, payload, register, at: await placeOfAuthority(deciding, admit) };
  const done: AcceptedElsewhere[] = [];
  for (const body of held) {
    // In a registry each act changes what the next is judged by.
    const judged = judge(admitting, body);
    if ('refusal' in judged) return judged;
    done.push(apply(admitting, body, judged.payload));
  }
  return done;
}

/** The act that a refusal names, where it is not at hand; else null. */
export function refusedAhead({ bodies }: Pick<Deciding, 'bodies'>, admit: Act): ActId | null {
  const act = RefusePayload.safeParse(admit.payload).data?.act;
  return act === undefined || bodies(act) ? null : act;
}

/**
 * A refusal by the custodian of an act that is at hand: kept, so that it can be shown. Null where
 * it is not that custodian's to refuse, or decided on already: then nothing follows.
 */
export function refusalElsewhere(
  { work, bodies }: Deciding,
  admit: Act,
): { act: Act; refusal: Refusal; by: ActId } | null {
  const parsed = RefusePayload.safeParse(admit.payload);
  if (!parsed.success) return null;
  const act = bodies(parsed.data.act)?.act;
  if (!act || act.header.register !== parsed.data.register || work.known.has(act.id)) return null;
  const { author } = admit.header;
  const register = localRegister(parsed.data.register, author, work.node.operator);
  if (work.state.registers.get(register)?.custodian !== author) return null;
  const { rule, citation, reason } = parsed.data;
  const refusal = refuse({ id: rule, citation, text: reason }, asWritten(reason));
  work.known.set(act.id, refusal);
  return { act, refusal, by: admit.id };
}
