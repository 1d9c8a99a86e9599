/**
 * Lets an office sign on this node: enters it in the registry, makes its key, registers the key and
 * records the mandate. Each step is left out where it was done before, so that whatever cut it
 * short, doing it again completes it.
 */
import { z } from 'zod';
import { Basis, RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type DraftAct, ledgerOf } from '../../kernel/submission.ts';
import { Name } from '../../practices/actors/acts/payloads.ts';
import { show as showActor } from '../../practices/actors/questions/show.ts';
import { readKeys } from '../../store/key-questions.ts';
import { REGISTRY } from '../../store/keys-area.ts';
import { readMandates, standsOn } from '../../store/mandate-questions.ts';
import { COVERED_MAX, Covered, REGISTERS_NAMED_MAX } from '../../kernel/authority-acts.ts';
import { Turns } from '../../store/turns.ts';
import type { Session } from '../account/sign-in.ts';
import { faultText, faultsIn } from '../faults.ts';
import { OFFICE_RULE } from '../host-rules.ts';
import { type Services, askingOf, todayOf } from '../services.ts';
import { viewerOf } from '../viewer.ts';
import { asRecorded, signedOrRecorded } from './signed-or-recorded.ts';

const Source = Basis.options[1].shape.source;

const Mandate = z.strictObject({
  /** Kinds of act: `agreements.sign`, `agreements.*` or `*`. */
  covers: z.array(Covered).min(1).max(COVERED_MAX),
  /** Null: all registers. */
  registers: z.array(RegisterKey).min(1).max(REGISTERS_NAMED_MAX).nullable().default(null),
  fromOn: PlainDateText.optional(),
  toOn: PlainDateText.nullable().default(null),
});

/** One after another, so that the same asked for twice at once is made once. */
const turns = new Turns();

/** What is asked for: an office of an actor, or the actor itself where no office is named. */
export const OfficeAsked = z.strictObject({
  actor: ActorId,
  office: ActorId.optional(),
  /** What the office is called; needed where the registry does not know it yet. */
  title: Name.optional(),
  /** Whether it binds its actor without full powers (VCLT Art. 7(2)). */
  exemptFromFullPowers: z.boolean().default(false),
  /** Where key and mandate come from: the note verbale, with reference and date. */
  source: Source,
  mandate: Mandate.optional(),
});
export type OfficeAsked = z.output<typeof OfficeAsked>;

export interface OfficeMade {
  readonly actor: string;
  readonly office: string;
  readonly key: string;
  readonly publicKey: string;
  /** The mandate that stands, where one was asked for. */
  readonly mandate: string | null;
  /** What was recorded now; nothing where all was there before. */
  readonly acts: readonly { readonly type: string; readonly id: string }[];
}

/** An office concludes nothing in its own name. */
const NO_PARTY = { treatyCapacity: false, regionalIntegration: false };

interface Making {
  readonly services: Services;
  readonly session: Session;
  readonly asked: OfficeAsked;
  /** Whose key is made: the office, or the actor itself. */
  readonly signer: string;
}

function recorded(making: Making, type: string, actor: string, payload: unknown): DraftAct {
  const { source } = making.asked;
  return { type, register: REGISTRY, actor, payload, basis: { kind: 'recorded', source } };
}

/** The entries that the registry lacks: those of the office. */
async function entriesFor(making: Making): Promise<DraftAct[] | Refusal> {
  const { services, session, asked, signer } = making;
  const asking = askingOf(services, session);
  const actor = await services.store.ask(showActor, { actor: asked.actor }, asking);
  if (isRefusal(actor) || signer === asked.actor) return isRefusal(actor) ? actor : [];
  const known = await services.store.ask(showActor, { actor: signer }, asking);
  if (!isRefusal(known)) return [];
  const held = actor.offices.find(({ id }) => id === signer);
  const title = asked.title ?? held?.title;
  if (title === undefined) {
    return refuse(
      OFFICE_RULE,
      said('{$signer} is not in the registry, and has no title here.', { signer }),
      {
        remedy: said('Say what the office is called.'),
        values: { title: 'is missing' },
      },
    );
  }
  const entry = { id: signer, kind: 'office', names: { en: title }, ...NO_PARTY };
  const entered = recorded(making, 'actors.enter', signer, entry);
  if (held) return [entered];
  const { exemptFromFullPowers } = asked;
  const office = { id: signer, actor: asked.actor, title, role: 'office', exemptFromFullPowers };
  return [entered, recorded(making, 'actors.hold-office', asked.actor, office)];
}

const sameList = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  JSON.stringify(one?.toSorted() ?? null) === JSON.stringify(other?.toSorted() ?? null);

/** The mandate that stands already as it is asked for. */
async function standingMandate(making: Making, wanted: z.output<typeof Mandate>) {
  const { services, session, asked, signer } = making;
  const today = todayOf(services);
  const { viewer } = askingOf(services, session);
  const given = await services.store.read(viewer, (query) =>
    readMandates(query, { actors: [asked.actor], holders: [signer] }),
  );
  return given.find(
    (mandate) =>
      standsOn(mandate, today) &&
      sameList(mandate.covers, wanted.covers) &&
      sameList(mandate.registers, wanted.registers) &&
      mandate.toOn === wanted.toOn &&
      (wanted.fromOn === undefined || mandate.fromOn === wanted.fromOn),
  );
}

function grantFor(making: Making, wanted: z.output<typeof Mandate>) {
  const { services, session, asked, signer } = making;
  const { covers, registers, fromOn = todayOf(services), toOn } = wanted;
  const payload = { holder: signer, covers, registers, fromOn, toOn };
  const draft = recorded(making, 'mandates.grant', asked.actor, payload);
  return signedOrRecorded(services, session, draft);
}

/** Who signs, filled in where it is not yet; or why the person may not. */
async function asRecorder(making: Making, draft: DraftAct): Promise<DraftAct | Refusal> {
  const { services, session } = making;
  return draft.author === undefined ? asRecorded(services, session, draft) : draft;
}

/** The key that counts, or a fresh one with the act that registers it. */
async function keyFor(making: Making): Promise<{ key: OfficeKey; drafts: DraftAct[] }> {
  const { services, signer } = making;
  const { store, keys } = services;
  const known = await store.read({ actors: [] }, (query) => readKeys(query, { actors: [signer] }));
  const stateOf = (id: string | undefined) => known.find((one) => one.key === id);
  // A key that was revoked signs no more: another takes its place.
  if (stateOf(keys.ring.keyFor(signer)?.id)?.endedBy) await keys.putAway(signer);
  const made = await keys.make(signer);
  const publicKey = Buffer.from(made.publicBytes).toString('base64url');
  const key = { key: made.id, publicKey };
  if (stateOf(made.id)) return { key, drafts: [] };
  const payload = { actor: signer, publicKey };
  return { key, drafts: [recorded(making, 'keys.register', signer, payload)] };
}
type OfficeKey = Pick<OfficeMade, 'key' | 'publicKey'>;

/** Everything but the key, decided before a key is made for nothing. */
async function judged(making: Making, drafts: readonly DraftAct[]): Promise<Refusal | null> {
  const { services, session } = making;
  for (const draft of drafts) {
    const ready = await asRecorder(making, draft);
    if (isRefusal(ready)) return ready;
    const effect = await services.store.preview(ready, askingOf(services, session));
    if (isRefusal(effect)) return effect;
  }
  return null;
}

async function recordAll(making: Making, drafts: readonly DraftAct[]) {
  const ready: DraftAct[] = [];
  for (const draft of drafts) {
    const one = await asRecorder(making, draft);
    if (isRefusal(one)) return one;
    ready.push(one);
  }
  const { services, session } = making;
  const toldTo = viewerOf(session);
  const receipts = ready.length === 0 ? [] : await services.store.submit(ready, undefined, toldTo);
  const acts: { type: string; id: string }[] = [];
  for (const [at, receipt] of receipts.entries()) {
    if (isRefusal(receipt)) return receipt;
    making.services.position.raise(ledgerOf(receipt));
    acts.push({ type: ready[at]?.type ?? '', id: receipt.id });
  }
  return acts;
}

/** The mandate that is asked for: one that stands, or the act that grants it. */
async function mandateFor(
  making: Making,
): Promise<{ act: string | null; drafts: DraftAct[] } | Refusal> {
  const { mandate: wanted } = making.asked;
  if (!wanted) return { act: null, drafts: [] };
  const standing = await standingMandate(making, wanted);
  if (standing) return { act: standing.act, drafts: [] };
  const grant = await grantFor(making, wanted);
  return isRefusal(grant) ? grant : { act: null, drafts: [grant] };
}

async function make(making: Making): Promise<OfficeMade | Refusal> {
  const { asked, signer } = making;
  const entries = await entriesFor(making);
  if (isRefusal(entries)) return entries;
  const mandate = await mandateFor(making);
  if (isRefusal(mandate)) return mandate;
  const refusal = await judged(making, [...entries, ...mandate.drafts]);
  if (refusal) return refusal;
  const { key, drafts } = await keyFor(making);
  const acts = await recordAll(making, [...entries, ...drafts, ...mandate.drafts]);
  if (isRefusal(acts)) return acts;
  const granted = acts.find(({ type }) => type === 'mandates.grant')?.id ?? mandate.act;
  return { actor: asked.actor, office: signer, ...key, mandate: granted, acts };
}

function asFault(error: z.ZodError): Refusal {
  const values = Object.fromEntries(faultsIn(error).map(({ path, message }) => [path, message]));
  return refuse(
    OFFICE_RULE,
    said('The office cannot be made so: {$fault}.', { fault: faultText(error) }),
    { values },
  );
}

/** Makes an office able to sign here, as asked for; or the refusal, and nothing was made. */
export async function makeOffice(
  services: Services,
  session: Session,
  given: unknown,
): Promise<OfficeMade | Refusal> {
  const parsed = OfficeAsked.safeParse(given);
  if (!parsed.success) return asFault(parsed.error);
  const asked = parsed.data;
  const signer = asked.office ?? asked.actor;
  if (signer === asked.actor && asked.mandate) {
    return refuse(
      OFFICE_RULE,
      said('{$signer} needs no mandate to act in its own name.', { signer }),
      {
        remedy: said('Name an office, or leave out what the mandate covers.'),
        values: { office: 'is missing' },
      },
    );
  }
  const making = { services, session, asked, signer };
  // Whoever may not record is told so before anything else is looked at.
  const probe = await asRecorder(making, recorded(making, 'keys.register', signer, {}));
  return isRefusal(probe) ? probe : turns.take(() => make(making));
}
