/** Questions on what one actor, or two together, are bound by. */
import { z } from 'zod';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';

import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { KINDS, SECTORS } from '../payloads/agreement.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { OUTCOMES, relationOn } from '../rules/reservations/relations.ts';
import { consentBehind } from '../rules/status-finding.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { type Status, statusOn } from '../rules/status.ts';
import { ActorName, actorNamed, namedIn } from './actor-named.ts';
import { Day, InLanguage, StandingText, StateText, dayOf, titleIn } from './shapes.ts';

const Standing = z.object({
  agreement: z.string(),
  title: z.string(),
  kind: z.enum(KINDS),
  sectors: z.array(z.enum(SECTORS)),
  state: StateText,
  standing: StandingText,
  since: Day,
  signedOn: Day,
  instrument: z.string().nullable(),
  depositedOn: Day,
  effectiveOn: Day,
  act: z.string().nullable(),
});

/** The acts behind a standing. */
function actsBehind(status: Status) {
  const { signature, consent, effect } = status;
  return {
    signedOn: dayOf(signature),
    instrument: consent?.event.instrument ?? null,
    depositedOn: dayOf(consent),
    effectiveOn: dayOf(effect),
    act: (consentBehind(status)?.event ?? signature)?.act ?? null,
  };
}

function standingOf(
  found: Status,
  known: Known,
  asked: Asked,
  locale: Locale,
): z.output<typeof Standing> {
  const { adoption, agreement } = known.chronicle.history;
  return {
    agreement,
    title: titleIn(locale, adoption),
    kind: adoption.kind,
    sectors: adoption.sectors,
    state: agreementStateOn(known.chronicle, asked.asOf),
    standing: found.standing,
    since: found.since,
    ...actsBehind(found),
  };
}

const readStatus = (actor: string, known: Known, asked: Asked): Status =>
  statusOn(actor, asked.asOf, known.chronicle, known.dossiers);

export const ofActor = defineQuestion({
  name: 'agreements.of-actor',
  title: 'What is this actor bound by, since when?',
  input: z.strictObject({
    actor: ActorName,
    sector: z.enum(SECTORS).optional(),
    locale: InLanguage,
  }),
  output: z.object({ actor: z.string(), name: z.string(), rows: z.array(Standing) }),
  example: { actor: 'KEN' },
  async answer(asked, input) {
    const actor = await actorNamed(asked, input.actor);
    if (isRefusal(actor)) return actor;
    const rows = (await allChronicles(asked))
      .map((known) => ({ known, found: readStatus(actor.id, known, asked) }))
      .filter(({ found }) => found.standing !== 'none')
      .map(({ known, found }) => standingOf(found, known, asked, input.locale));
    const { sector } = input;
    const wanted = rows.filter((row) => sector === undefined || row.sectors.includes(sector));
    return { actor: actor.id, name: namedIn(input.locale, actor), rows: wanted };
  },
});

const Shared = z.object({
  agreement: z.string(),
  title: z.string(),
  sectors: z.array(z.enum(SECTORS)),
  /** The first day on which both were bound without a break since. */
  since: Day,
  oneSince: Day,
  otherSince: Day,
  /** What holds between the two under their reservations. */
  outcome: z.enum(OUTCOMES),
  /** How many reservations of either stand there, in whatever state. */
  reservations: z.int(),
});

export const between = defineQuestion({
  name: 'agreements.between',
  title: 'Which agreements bind these two to each other?',
  input: z.strictObject({ one: ActorName, other: ActorName, locale: InLanguage }),
  output: z.object({
    one: z.string(),
    oneName: z.string(),
    other: z.string(),
    otherName: z.string(),
    rows: z.array(Shared),
  }),
  example: { one: 'KEN', other: 'NOR' },
  async answer(asked, input) {
    const first = await actorNamed(asked, input.one);
    if (isRefusal(first)) return first;
    const second = await actorNamed(asked, input.other);
    if (isRefusal(second)) return second;
    const { locale } = input;
    const rows = (await allChronicles(asked)).flatMap((known) => {
      const one = readStatus(first.id, known, asked);
      const other = readStatus(second.id, known, asked);
      if (one.standing !== 'party' || other.standing !== 'party') return [];
      const { adoption, agreement } = known.chronicle.history;
      const since = (one.since ?? '') > (other.since ?? '') ? one.since : other.since;
      const { sectors } = adoption;
      const days = { since, oneSince: one.since, otherSince: other.since };
      const { outcome, terms } = relationOn([first.id, second.id], asked.asOf, known);
      const held = { outcome, reservations: terms.length };
      return [{ agreement, title: titleIn(locale, adoption), sectors, ...days, ...held }];
    });
    const names = { oneName: namedIn(locale, first), otherName: namedIn(locale, second) };
    return { one: first.id, other: second.id, ...names, rows };
  },
});

const Compared = z.object({
  agreement: z.string(),
  title: z.string(),
  sectors: z.array(z.enum(SECTORS)),
  oneStanding: StandingText,
  oneSince: Day,
  otherStanding: StandingText,
  otherSince: Day,
});

export const compare = defineQuestion({
  name: 'agreements.compare',
  title: 'Where do these two stand towards all agreements, and where do they differ?',
  input: z.strictObject({
    one: ActorName,
    other: ActorName,
    /** Only those towards which the two stand differently. */
    differing: z.boolean().default(false),
    locale: InLanguage,
  }),
  output: z.object({
    one: z.string(),
    oneName: z.string(),
    other: z.string(),
    otherName: z.string(),
    rows: z.array(Compared),
  }),
  example: { one: 'KEN', other: 'NOR', differing: true },
  async answer(asked, input) {
    const first = await actorNamed(asked, input.one);
    if (isRefusal(first)) return first;
    const second = await actorNamed(asked, input.other);
    if (isRefusal(second)) return second;
    const { locale } = input;
    const rows = (await allChronicles(asked)).flatMap((known) => {
      const one = readStatus(first.id, known, asked);
      const other = readStatus(second.id, known, asked);
      const same = one.standing === other.standing;
      if (one.standing === 'none' && same) return [];
      if (input.differing && same) return [];
      const { adoption, agreement } = known.chronicle.history;
      return [
        {
          agreement,
          title: titleIn(locale, adoption),
          sectors: adoption.sectors,
          oneStanding: one.standing,
          oneSince: one.since,
          otherStanding: other.standing,
          otherSince: other.since,
        },
      ];
    });
    const names = { oneName: namedIn(locale, first), otherName: namedIn(locale, second) };
    return { one: first.id, other: second.id, ...names, rows };
  },
});
