/** What changes in law where one more act gives an agreement another chronicle. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Consequence } from '../../../kernel/define-area.ts';
import {
  deskConsequence,
  isOfTheDesk,
  noticeConsequence,
} from './depositary/consequences-depositary.ts';
import { type Consent, stands } from './consents.ts';
import type { Chronicle } from './entry-into-force.ts';
import { clauseRule, entryIntoForceFinding, nameOf } from './findings.ts';
import {
  isOfReservations,
  reservationConsequences,
} from './reservations/consequences-reservations.ts';
import { standingOf, versionConsequences } from './versions/consequences-versions.ts';
import type { AgreementEvent } from './history.ts';
import { type Status, dossiersOf, statusOn } from './status.ts';

const say = (key: string, values: Consequence['values'] = {}): Consequence => ({
  key: `agreements.effect.${key}`,
  values,
});

export interface Change {
  readonly before: Chronicle;
  readonly after: Chronicle;
  readonly day: PlainDateText;
  /** The events that stand on one side only, or differ. */
  readonly touched: readonly AgreementEvent[];
}

function differences(before: Chronicle, after: Chronicle): AgreementEvent[] {
  const byAct = ({ history }: Chronicle) => new Map(history.events.map((one) => [one.act, one]));
  const [was, is] = [byAct(before), byAct(after)];
  const acts = [...new Set([...was.keys(), ...is.keys()])];
  return acts.flatMap((act) => {
    const [one, other] = [was.get(act), is.get(act)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    return [one, other].filter((event) => event !== undefined);
  });
}

function stillMissing({ after, day }: Change): string {
  return entryIntoForceFinding(after, day).missing.join('; ');
}

/** Entry into force before and after, where the act changed it. */
function ofForce(change: Change, was: string | null, is: string | null): Consequence[] {
  if (was === is) return [];
  if (is === null) return [say('undone', { missing: stillMissing(change) })];
  if (was !== null) return [say('moves', { from: was, to: is })];
  const kind = change.touched.at(-1)?.kind ?? 'correction';
  return [say(is > change.day ? 'enters' : 'entered', { kind, on: is })];
}

/** The agreement itself: whether and when it enters into force. VCLT Art. 24(1), (2). */
function ofAgreement(change: Change): Consequence[] {
  const { before, after, day, touched } = change;
  const opened = touched.findLast((event) => event.kind === 'open-for-signature');
  if (opened) return [say(opened.on > day ? 'opens' : 'opened', { on: opened.on })];
  const changed = ofForce(change, before.decision.on, after.decision.on);
  const isConsent = before.consents.length !== after.consents.length;
  return after.decision.on === null && isConsent && changed.length === 0
    ? [say('missing', { missing: stillMissing(change) })]
    : changed;
}

function sameStanding(one: Status, other: Status): boolean {
  const read = ({ standing, since, effect, consent }: Status) =>
    [standing, since, effect?.on, consent?.until, consent?.event.act, consent?.notice?.act].join(
      ' ',
    );
  return read(one) === read(other);
}

const WITHOUT_CONSENT: Readonly<Partial<Record<Status['standing'], string>>> = {
  signatory: 'signatory',
  provisional: 'provisional',
  withdrawn: 'left',
  declined: 'refused',
  terminated: 'released',
  none: 'nothing',
};

const leavesOn = (consent: Consent | null): PlainDateText | null =>
  consent?.ended === 'withdrawal' ? consent.until : null;

/** A notice of withdrawal, and when it takes effect or what it waits for. VCLT Art. 54. */
function noticeSentence(
  name: string,
  consent: Consent | null,
  day: PlainDateText,
): Consequence | null {
  if (consent?.notice && consent.until === null) return say('waits', { name });
  const until = leavesOn(consent);
  return until === null ? null : say(until > day ? 'leaves' : 'left', { name, on: until });
}

/** Where one stands that has consented. VCLT Arts. 11-16, 24. */
function consentSentence(
  name: string,
  { standing, since, effect }: Status,
  day: PlainDateText,
): Consequence | null {
  if (standing !== 'party' && standing !== 'contracting') return null;
  const on = effect?.on ?? (standing === 'party' ? since : null);
  return on === null
    ? say('consented', { name })
    : say(on > day ? 'bound-from' : 'bound-since', { name, on });
}

/** Where an actor stands, in one sentence. VCLT Arts. 2(1)(f) and (g), 14, 18, 25. */
function standingSentence(name: string, status: Status, day: PlainDateText): Consequence {
  const without = WITHOUT_CONSENT[status.standing] ?? 'ended';
  const own = noticeSentence(name, status.consent, day) ?? consentSentence(name, status, day);
  return own ?? say(without, { name, on: status.since ?? day });
}

function ofActors({ before, after, day, touched }: Change): Consequence[] {
  const events = touched.filter(({ kind }) => !isOfTheDesk(kind) && !isOfReservations(kind));
  const [was, is] = [dossiersOf(before), dossiersOf(after)];
  return [...new Set(events.flatMap((event) => standingOf(event) ?? []))].map((actor) => {
    const status = statusOn(actor, day, after, is);
    const name = nameOf(actor, after);
    const same = sameStanding(statusOn(actor, day, before, was), status);
    return same ? say('same', { name }) : standingSentence(name, status, day);
  });
}

/** Whose doing it is: of what goes back, that of the one whose instrument it was. */
function doerOf(event: AgreementEvent, chronicle: Chronicle): string {
  const { received } = event.detail;
  const receipt = chronicle.history.events.find((one) => one.act === received);
  return nameOf((receipt ?? event).actor, chronicle);
}

/** What the depositary's own work brings about. */
function ofDesk({ before, after, touched }: Change): Consequence[] {
  const known = new Set(before.history.events.map(({ act }) => act));
  return touched
    .filter((event) => !known.has(event.act))
    .flatMap((event) => {
      if (event.kind === 'notify') return [noticeConsequence(event, after)];
      return deskConsequence(event, (one) => doerOf(one, after)) ?? [];
    });
}

/** Those that had consented before, and whom this act makes parties. VCLT Art. 24(2). */
function ofOthers({ before, after, touched }: Change): Consequence[] {
  const { on } = after.decision;
  if (before.decision.on !== null || on === null) return [];
  const own = new Set(touched.map((event) => after.scene.facts.personOf(event.actor)));
  const bound = after.consents.filter((one) => stands(one, on) && !own.has(one.person));
  const count = new Set(bound.map((one) => one.person)).size;
  return count === 0 ? [] : [say('others', { count })];
}

/**
 * The consequences of an act, the weightiest first: those for the agreement, for the actors whose
 * acts it adds or changes, and for others. `before` is null where the act adopts the agreement.
 */
export function consequencesOf(
  before: Chronicle | null,
  after: Chronicle,
  day: PlainDateText,
): Consequence[] {
  if (before === null) {
    const { adoption } = after.history;
    const values = { title: adoption.title.en, on: adoption.adoptedOn };
    return [say('adopted', { ...values, clause: clauseRule(after).text })];
  }
  const change = { before, after, day, touched: differences(before, after) };
  const ofVersions = versionConsequences(change);
  return [
    ...ofAgreement(change),
    ...ofVersions,
    ...reservationConsequences(change),
    ...ofDesk(change),
    ...ofActors(change),
    ...ofOthers(change),
  ];
}
