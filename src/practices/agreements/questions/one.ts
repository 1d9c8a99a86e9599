/** Questions on one agreement: what it is, who is bound, and why. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { Adoption } from '../payloads/agreement.ts';
import type { Known } from '../chronicles.ts';
import { type Told, circulatedOn, datedOn } from '../rules/depositary/four-dates.ts';
import { noticesIn } from '../rules/reservations/reservation-said.ts';
import { describeDelay } from '../rules/delays.ts';
import { agreementFinding } from '../rules/versions/ending-finding.ts';
import { entryIntoForceFinding } from '../rules/findings.ts';
import { type Status, concerned, pendingWithdrawals, statusOn } from '../rules/status.ts';
import { consentBehind, statusFinding } from '../rules/status-finding.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { findingIn, sentenceIn } from './in-words.ts';
import { rowOf } from './list.ts';
import { Registered, registrationOf } from './registered.ts';
import {
  AgreementInput,
  AgreementRow,
  Day,
  InLanguage,
  StandingText,
  chronicleFor,
  dayOf,
  nameIn,
  titleIn,
  unknownActor,
} from './shapes.ts';
import { Threshold, thresholdsOf } from './thresholds.ts';

async function parentOf(asked: Asked, { parent }: Adoption, locale: Locale) {
  const known = parent === undefined ? null : await chronicleFor(asked, parent);
  if (known === null || isRefusal(known)) return null;
  const { agreement, adoption } = known.chronicle.history;
  return { agreement, title: titleIn(locale, adoption) };
}

export const show = defineQuestion({
  name: 'agreements.show',
  title: 'What is this agreement, and where does it stand?',
  input: AgreementInput,
  output: z.object({
    row: AgreementRow,
    adoption: Adoption,
    adoptedBy: z.string(),
    depositaries: z.array(z.object({ actor: z.string(), name: z.string() })),
    /** The agreement that this one amends or supplements, where the asker may see it. */
    parent: z.object({ agreement: z.string(), title: z.string() }).nullable(),
    registration: Registered,
    fulfilledOn: Day,
    thresholds: z.array(Threshold),
    /** The time between the deciding day and entry into force, in words. */
    delay: z.string(),
    pending: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        noticeOn: PlainDateText,
        effectiveOn: PlainDateText,
        act: z.string(),
      }),
    ),
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { chronicle } = known;
    const { locale } = input;
    const { adoption } = chronicle.history;
    const { fulfilledOn } = chronicle.decision;
    return {
      row: rowOf(known, asked.asOf, input.locale),
      adoption,
      adoptedBy: chronicle.history.adoptedBy,
      depositaries: adoption.depositary.map((actor) => {
        return { actor, name: nameIn(locale, actor, chronicle) };
      }),
      parent: await parentOf(asked, adoption, locale),
      registration: registrationOf(known, asked.asOf),
      fulfilledOn: fulfilledOn !== null && fulfilledOn <= asked.asOf ? fulfilledOn : null,
      delay: sentenceIn(
        locale,
        describeDelay(adoption.finalClauses.entryIntoForce.delay),
        chronicle,
      ),
      thresholds: thresholdsOf(known, asked.asOf, locale),
      pending: pendingWithdrawals(chronicle, asked.asOf).map((one) => ({
        actor: one.actor,
        name: nameIn(input.locale, one.actor, chronicle),
        noticeOn: one.notice.on,
        effectiveOn: one.effectiveOn,
        act: one.notice.act,
      })),
      finding: findingIn(locale, agreementFinding(chronicle, asked.asOf), chronicle),
    };
  },
});

export const entryIntoForce = defineQuestion({
  name: 'agreements.entry-into-force',
  title: 'When does this agreement enter into force, and why?',
  input: AgreementInput,
  output: z.object({ on: Day, fulfilledOn: Day, finding: FindingShape }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const { fulfilledOn, on } = known.chronicle.decision;
    const foreseen = fulfilledOn !== null && fulfilledOn <= asked.asOf;
    return {
      on: foreseen ? on : null,
      fulfilledOn: foreseen ? fulfilledOn : null,
      finding: findingIn(
        input.locale,
        entryIntoForceFinding(known.chronicle, asked.asOf),
        known.chronicle,
      ),
    };
  },
});

export const status = defineQuestion({
  name: 'agreements.status',
  title: 'Where does this actor stand towards this agreement, and why?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    actor: ActorId,
    locale: InLanguage,
  }),
  output: z.object({
    name: z.string(),
    standing: StandingText,
    since: Day,
    effectiveOn: Day,
    finding: FindingShape,
  }),
  example: { agreement: 'paris-agreement', actor: 'USA' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    if (!known.chronicle.scene.facts.actor(input.actor)) return unknownActor(input.actor);
    const found = statusOn(input.actor, asked.asOf, known.chronicle, known.dossiers);
    return {
      name: nameIn(input.locale, input.actor, known.chronicle),
      standing: found.standing,
      since: found.since,
      effectiveOn: found.effect?.on ?? null,
      finding: findingIn(
        input.locale,
        statusFinding(found, known.chronicle, asked.asOf),
        known.chronicle,
      ),
    };
  },
});

const PartyRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** ISO 3166 numeric code, where it has one. */
  numericCode: z.string().nullable(),
  standing: StandingText,
  since: Day,
  signedOn: Day,
  instrument: z.string().nullable(),
  /** The instrument's own date, its receipt, its circulation to the parties, its effect. */
  madeOn: Day,
  depositedOn: Day,
  circulatedOn: Day,
  effectiveOn: Day,
  effectBy: z.string().nullable(),
  withdrawnOn: Day,
  provisionalOn: Day,
  /** The act that decides the standing, and where it was recorded from. */
  act: z.string().nullable(),
  source: z.string().nullable(),
});

/** Which day belongs to which step. */
function daysOf({ since, signature, consent, effect, provisional, standing }: Status) {
  return {
    since,
    signedOn: dayOf(signature),
    depositedOn: dayOf(consent),
    effectiveOn: dayOf(effect),
    withdrawnOn: standing === 'withdrawn' && consent ? consent.until : null,
    provisionalOn: dayOf(provisional),
  };
}

function effectByOf({ boundAsMember, effect, through }: Status): string | null {
  if (boundAsMember) return 'member';
  return through === null ? (effect?.by ?? null) : 'later-party';
}

function instrumentOf(status: Status) {
  const { consent } = status;
  const effectBy = effectByOf(status);
  return { instrument: consent?.event.instrument ?? null, effectBy };
}

/** When its instrument was made, and when the others were told of it. */
function sentOf({ consent }: Status, told: Told, day: string) {
  return consent === null
    ? { madeOn: null, circulatedOn: null }
    : { madeOn: datedOn(consent.event), circulatedOn: circulatedOn(consent.event.act, told, day) };
}

function partyRow(
  found: Status,
  { chronicle }: Known,
  { locale, told, day }: { locale: Locale; told: Told; day: string },
): z.output<typeof PartyRow> {
  const { actor, standing } = found;
  const event = consentBehind(found)?.event ?? found.provisional ?? found.signature;
  return {
    actor,
    name: nameIn(locale, actor, chronicle),
    numericCode: chronicle.scene.facts.actor(actor)?.numericCode ?? null,
    standing,
    ...daysOf(found),
    ...instrumentOf(found),
    ...sentOf(found, told, day),
    act: event?.act ?? null,
    source: event?.source ?? null,
  };
}

export const parties = defineQuestion({
  name: 'agreements.parties',
  title: 'Who is bound by this agreement, since when?',
  input: z.strictObject({
    agreement: AgreementInput.shape.agreement,
    standing: StandingText.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(PartyRow) }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, input) {
    const known = await chronicleFor(asked, input.agreement);
    if (isRefusal(known)) return known;
    const told = noticesIn(known.chronicle.history);
    const about = { locale: input.locale, told, day: asked.asOf };
    const rows = concerned(known.chronicle, asked.asOf)
      .map((actor) => statusOn(actor, asked.asOf, known.chronicle, known.dossiers))
      .filter((found) => found.standing !== 'none')
      .filter((found) => input.standing === undefined || found.standing === input.standing)
      .map((found) => partyRow(found, known, about));
    const { compare } = new Intl.Collator(input.locale);
    return { rows: rows.sort((one, other) => compare(one.name, other.name)) };
  },
});
