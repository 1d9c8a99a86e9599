/** Where an actor stands towards an agreement on a day. VCLT Art. 2(1)(f) and (g), 14, 18, 25. */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import { boundSince } from './bound-as-member.ts';
import { changesIn, membersOf } from './classes.ts';
import { type Consent, stands } from './consents.ts';
import { type Chronicle, type Effect, effectOf } from './entry-into-force.ts';
import type { AgreementEvent } from './history.ts';
import {
  type LaterParty,
  laterPartiesOn,
  laterPartyOn,
  laterPartyChanges,
} from './versions/later-party.ts';

export const STANDINGS = [
  'party',
  'contracting',
  'provisional',
  'signatory',
  'declined',
  'withdrawn',
  'ended',
  'terminated',
  'none',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where one actor stands, with the acts that put it there. */
export interface Status {
  readonly actor: string;
  readonly standing: Standing;
  /** First day of this standing. */
  readonly since: PlainDateText | null;
  readonly consent: Consent | null;
  readonly effect: Effect | null;
  readonly signature: AgreementEvent | null;
  readonly provisional: AgreementEvent | null;
  /** Its refusal of what silence would accept, where that stands. */
  readonly refusal: AgreementEvent | null;
  /** Bound though it did not consent, as one of a class that the clause binds. */
  readonly boundAsMember: boolean;
  /** Where it stands towards what was amended, if it joined that later and so the amendment too. */
  readonly through: Status | null;
}

/** Acts of one person towards an agreement. */
interface Dossier {
  readonly consents: readonly { consent: Consent; effect: Effect }[];
  readonly signatures: readonly AgreementEvent[];
  readonly provisional: readonly AgreementEvent[];
}

/** Every person's acts, so that the standing of each is read without going through all events. */
export type Dossiers = ReadonlyMap<string, Dossier>;

/** Sorts the events of a chronicle by person. */
export function dossiersOf(chronicle: Chronicle): Dossiers {
  const { facts } = chronicle.scene;
  const consents = Map.groupBy(
    chronicle.consents.map((consent) => ({
      consent,
      effect: effectOf(consent, chronicle),
    })),
    ({ consent }) => consent.person,
  );
  const others = Map.groupBy(chronicle.history.events, (event) => facts.personOf(event.actor));
  const persons = new Set([...consents.keys(), ...others.keys()]);
  return new Map(
    [...persons].map((person) => {
      const events = others.get(person) ?? [];
      return [
        person,
        {
          consents: consents.get(person) ?? [],
          signatures: events.filter((event) => event.kind === 'sign'),
          provisional: events.filter(
            (event) =>
              event.kind.endsWith('provisionally') || event.kind === 'end-provisional-application',
          ),
        },
      ];
    }),
  );
}

const NOTHING: Dossier = { consents: [], signatures: [], provisional: [] };

/** The first day from which a consent has legal meaning; a succession may reach back. */
function beginOf(one: Dossier['consents'][number]): PlainDateText {
  const { effect, consent } = one;
  return effect.on !== null && effect.on < consent.on ? effect.on : consent.on;
}

function standingOfConsent(
  one: Dossier['consents'][number],
  day: PlainDateText,
): Pick<Status, 'standing' | 'since'> {
  const { consent, effect } = one;
  if (consent.until !== null && consent.until <= day) {
    const standing = consent.ended === 'withdrawal' ? 'withdrawn' : 'ended';
    return { standing, since: consent.until };
  }
  return effect.on !== null && effect.on <= day
    ? { standing: 'party', since: effect.on }
    : { standing: 'contracting', since: consent.on };
}

function isStanding(one: Dossier['consents'][number], day: PlainDateText): boolean {
  return one.consent.until === null || day < one.consent.until;
}

/** The consent that decides the standing on a day: one that stands, the earliest; else the last. */
function decisiveConsent(dossier: Dossier, day: PlainDateText) {
  const begun = dossier.consents.filter((one) => beginOf(one) <= day);
  return begun.find((one) => isStanding(one, day)) ?? begun.at(-1) ?? null;
}

type WithoutConsent = Pick<Status, 'signature' | 'provisional' | 'refusal'>;

function standingWithoutConsent({
  signature,
  provisional,
  refusal,
}: WithoutConsent): Pick<Status, 'standing' | 'since'> {
  if (refusal) return { standing: 'declined', since: refusal.on };
  if (provisional) {
    return { standing: 'provisional', since: provisional.effectiveOn ?? provisional.on };
  }
  if (signature) return { standing: 'signatory', since: signature.on };
  return { standing: 'none', since: null };
}

function provisionalOn(dossier: Dossier, day: PlainDateText): AgreementEvent | null {
  const last = dossier.provisional.findLast((event) => (event.effectiveOn ?? event.on) <= day);
  return last?.kind === 'apply-provisionally' ? last : null;
}

/** Whether the actor exists on the day; what does not exist has no standing of its own. */
function existsOn(actor: string, day: PlainDateText, chronicle: Chronicle): boolean {
  const to = chronicle.scene.facts.actor(actor)?.to ?? null;
  return to === null || day <= to;
}

function goneSince(actor: string, chronicle: Chronicle): PlainDateText | null {
  const last = chronicle.scene.facts.actor(actor)?.to ?? null;
  return last === null ? null : addDays(last, 1);
}

function ownStanding(
  decisive: Dossier['consents'][number] | null,
  day: PlainDateText,
  others: WithoutConsent,
): Pick<Status, 'standing' | 'since'> {
  return decisive ? standingOfConsent(decisive, day) : standingWithoutConsent(others);
}

function refusalOn(person: string, day: PlainDateText, { scene }: Chronicle) {
  const standing = scene.refusals.find((one) => one.person === person && stands(one, day));
  return standing?.event ?? null;
}

/** Whom the agreement bound, or who was to join it, is released when it ends. VCLT Art. 70(1). */
function afterTheEnd(
  own: Pick<Status, 'standing' | 'since'>,
  day: PlainDateText,
  { ending }: Chronicle,
): Pick<Status, 'standing' | 'since'> {
  if (ending === null || day < ending.on) return own;
  const isOut = own.standing === 'withdrawn' && (own.since ?? '') <= ending.on;
  if (isOut || own.standing === 'none' || own.standing === 'ended') return own;
  return { standing: 'terminated', since: ending.on };
}

/** Where an actor stands towards the agreement on a day. */
export function statusOn(
  actor: string,
  day: PlainDateText,
  chronicle: Chronicle,
  dossiers: Dossiers,
): Status {
  const person = chronicle.scene.facts.personOf(actor);
  const dossier = dossiers.get(person) ?? NOTHING;
  const signature = dossier.signatures.find((event) => event.on <= day) ?? null;
  const provisional = provisionalOn(dossier, day);
  const decisive = decisiveConsent(dossier, day);
  const refusal = refusalOn(person, day, chronicle);
  const others = { signature, provisional, refusal };
  const { consent = null, effect = null } = decisive ?? {};
  const base = { actor, consent, effect, ...others, boundAsMember: false, through: null };
  if (decisive && !existsOn(actor, day, chronicle)) {
    return { ...base, standing: 'ended', since: goneSince(actor, chronicle) };
  }
  const before = ownStanding(decisive, day, others);
  const own = afterTheEnd(before, day, chronicle);
  const since = own.standing === 'party' ? null : boundSince(actor, day, chronicle);
  if (since !== null) return { ...base, standing: 'party', since, boundAsMember: true };
  return { ...base, ...own, ...withTheParent(actor, day, chronicle, before) };
}

/** What one that joined the parent later has in place of a standing of its own. */
function withTheParent(
  actor: string,
  day: PlainDateText,
  chronicle: Chronicle,
  own: Pick<Status, 'standing' | 'since'>,
): LaterParty | null {
  const later = laterPartyOn(actor, day, chronicle, own);
  return later && { ...later, ...afterTheEnd(later, day, chronicle) };
}

/** The name under which a legal person goes on a day: an act may stand under an earlier one. */
function nameOn(actor: string, day: PlainDateText, chronicle: Chronicle): string {
  return existsOn(actor, day, chronicle) ? actor : chronicle.scene.facts.personOf(actor);
}

/** Actors that have, or ever had, a standing towards the agreement by the day. */
export function concerned(chronicle: Chronicle, day: PlainDateText): string[] {
  const { binds } = chronicle.history.adoption.finalClauses.entryIntoForce;
  const on = chronicle.decision.on;
  const members =
    binds === 'consenting' || on === null || on > day ? [] : membersOf(binds, day, chronicle.scene);
  const done = chronicle.history.events
    .filter((event) => event.on <= day || (event.effectiveOn ?? event.on) <= day)
    .filter((event) => event.kind !== 'record-event' && event.kind !== 'open-for-signature')
    .map((event) => event.actor);
  // One whose succession reaches back may be a party before the day on which it said so.
  const back = chronicle.consents
    .filter((consent) => consent.on > day && (effectOf(consent, chronicle).on ?? '9999') <= day)
    .map((consent) => consent.actor);
  const own = [...done, ...back].map((actor) => nameOn(actor, day, chronicle));
  const { facts } = chronicle.scene;
  // A legal person stands there once, though it acted under several names.
  const named = new Map<string, string>();
  for (const actor of [...own, ...members, ...laterPartiesOn(chronicle, day)]) {
    const person = facts.personOf(actor);
    if (!named.has(person)) named.set(person, actor);
  }
  return [...named.values()];
}

/** Parties on a day. */
export function partiesOn(
  chronicle: Chronicle,
  day: PlainDateText,
  dossiers: Dossiers,
): readonly string[] {
  return concerned(chronicle, day).filter(
    (actor) => statusOn(actor, day, chronicle, dossiers).standing === 'party',
  );
}

/** Days on which the parties may have changed. */
export function partyChanges(chronicle: Chronicle, dossiers: Dossiers): PlainDateText[] {
  const { decision, history, scene } = chronicle;
  if (decision.on === null) return [];
  const { binds } = history.adoption.finalClauses.entryIntoForce;
  const days = [...dossiers.values()]
    .flatMap((one) => one.consents)
    .flatMap(({ consent, effect }) => [effect.on, consent.until]);
  const bound = binds === 'consenting' ? [] : changesIn(binds, scene.facts, true);
  const refused = scene.refusals.flatMap(({ on, until }) => [on, until]);
  const end = chronicle.ending?.on ?? null;
  const own = [decision.on, end, ...days, ...bound, ...refused];
  const all = [...own, ...laterPartyChanges(chronicle)].filter((day) => day !== null);
  return [...new Set(all)].sort();
}

/** Notices of withdrawal given by the day that have yet to take effect. */
export function pendingWithdrawals(chronicle: Chronicle, day: PlainDateText) {
  return chronicle.consents.flatMap((consent) => {
    const { notice, until } = consent;
    if (notice === null || until === null || notice.on > day || until <= day) return [];
    return [{ actor: consent.actor, notice, effectiveOn: until }];
  });
}
