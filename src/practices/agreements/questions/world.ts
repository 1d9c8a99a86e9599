/** Questions over all agreements: how many, whom they bind, and what some still lack. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { SECTORS } from '../payloads/agreement.ts';
import { entryIntoForceFinding } from '../rules/findings.ts';
import { type AgreementState, agreementStateOn } from '../rules/agreement-state.ts';
import { concerned, partiesOn } from '../rules/status.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { findingIn } from './in-words.ts';
import { InLanguage, nameIn, titleIn } from './shapes.ts';
import { Threshold, thresholdsOf } from './thresholds.ts';

interface Stated {
  readonly known: Known;
  readonly state: AgreementState;
}

/** The agreements that were adopted by the day, each with where it stands. */
async function adopted(asked: Asked): Promise<Stated[]> {
  const all = await allChronicles(asked);
  return all
    .map((known) => ({ known, state: agreementStateOn(known.chronicle, asked.asOf) }))
    .filter(({ state }) => state !== 'not-adopted');
}

function countBySector(stated: readonly Stated[]) {
  return SECTORS.map((sector) => ({
    sector,
    count: stated.filter(({ known }) => known.chronicle.history.adoption.sectors.includes(sector))
      .length,
  }));
}

export const figures = defineQuestion({
  name: 'agreements.figures',
  title: 'How many agreements, actors and acts are there?',
  input: z.strictObject({}),
  output: z.object({
    inForce: z.int(),
    /** Adopted, and not in force or no longer. */
    notInForce: z.int(),
    /** Actors that did something under an agreement, or are bound by one. */
    actors: z.int(),
    /** Acts done by the day under the agreements, adoption included. */
    acts: z.int(),
    sectors: z.array(z.object({ sector: z.enum(SECTORS), count: z.int() })),
  }),
  example: {},
  async answer(asked) {
    const stated = await adopted(asked);
    const inForce = stated.filter(({ state }) => state === 'in-force').length;
    const actors = new Set(stated.flatMap(({ known }) => concerned(known.chronicle, asked.asOf)));
    const acts = stated.map(
      ({ known }) =>
        1 + known.chronicle.history.events.filter((event) => event.on <= asked.asOf).length,
    );
    return {
      inForce,
      notInForce: stated.length - inForce,
      actors: actors.size,
      acts: acts.reduce((sum, one) => sum + one, 0),
      sectors: countBySector(stated),
    };
  },
});

const Bound = z.object({
  actor: z.string(),
  name: z.string(),
  kind: z.string(),
  /** ISO 3166 numeric code, where it has one. */
  numericCode: z.string().nullable(),
  agreements: z.int(),
});

export const byActor = defineQuestion({
  name: 'agreements.by-actor',
  title: 'How many agreements bind each actor?',
  input: z.strictObject({ sector: z.enum(SECTORS).optional(), locale: InLanguage }),
  output: z.object({ rows: z.array(Bound) }),
  example: { sector: 'environment' as const },
  async answer(asked, { sector, locale }) {
    const found = new Map<string, z.output<typeof Bound>>();
    for (const { chronicle, dossiers } of await allChronicles(asked)) {
      const { sectors } = chronicle.history.adoption;
      if (sector !== undefined && !sectors.includes(sector)) continue;
      for (const actor of partiesOn(chronicle, asked.asOf, dossiers)) {
        const fact = chronicle.scene.facts.actor(actor);
        const before = found.get(actor);
        const row = before ?? {
          actor,
          name: nameIn(locale, actor, chronicle),
          kind: fact?.kind ?? '',
          numericCode: fact?.numericCode ?? null,
          agreements: 0,
        };
        found.set(actor, { ...row, agreements: row.agreements + 1 });
      }
    }
    const { compare } = new Intl.Collator(locale);
    const rows = [...found.values()].sort(
      (one, other) => other.agreements - one.agreements || compare(one.name, other.name),
    );
    return { rows };
  },
});

const Short = z.object({
  agreement: z.string(),
  title: z.string(),
  adoptedOn: PlainDateText,
  /** What is still missing, in words with their numbers. */
  missing: z.array(z.string()),
  thresholds: z.array(Threshold),
});

function missingIn({ chronicle }: Known, day: string, locale: Locale): readonly string[] {
  return findingIn(locale, entryIntoForceFinding(chronicle, day), chronicle).missing;
}

export const shortOf = defineQuestion({
  name: 'agreements.short-of',
  title: 'Which agreements are not in force yet, and what do they lack?',
  input: z.strictObject({ locale: InLanguage }),
  output: z.object({ rows: z.array(Short) }),
  example: {},
  async answer(asked, { locale }) {
    const stated = await adopted(asked);
    const open = stated.filter(({ state }) => state === 'open' || state === 'adopted');
    const rows = open.map(({ known }) => {
      const { agreement, adoption } = known.chronicle.history;
      return {
        agreement,
        title: titleIn(locale, adoption),
        adoptedOn: adoption.adoptedOn,
        missing: [...missingIn(known, asked.asOf, locale)],
        thresholds: thresholdsOf(known, asked.asOf, locale),
      };
    });
    return { rows: rows.sort((one, other) => (one.adoptedOn < other.adoptedOn ? 1 : -1)) };
  },
});
