/** Questions whose answers lie on a map: who did something lately, and whose consent is awaited. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { type Known, allChronicles } from '../chronicles.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { concerned, statusOn } from '../rules/status.ts';
import { InLanguage, nameIn } from './shapes.ts';

const Row = z.object({
  actor: z.string(),
  name: z.string(),
  kind: z.string(),
  /** ISO 3166 numeric code, where it has one. */
  numericCode: z.string().nullable(),
  count: z.int(),
});
type Row = z.output<typeof Row>;

/** Counts for each actor, the most first. */
class Counts {
  readonly #rows = new Map<string, Row>();
  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  add(actor: string, { chronicle }: Known): void {
    const fact = chronicle.scene.facts.actor(actor);
    const row = this.#rows.get(actor) ?? {
      actor,
      name: nameIn(this.#locale, actor, chronicle),
      kind: fact?.kind ?? '',
      numericCode: fact?.numericCode ?? null,
      count: 0,
    };
    this.#rows.set(actor, { ...row, count: row.count + 1 });
  }

  rows(): Row[] {
    const { compare } = new Intl.Collator(this.#locale);
    return [...this.#rows.values()].sort(
      (one, other) => other.count - one.count || compare(one.name, other.name),
    );
  }
}

export const activity = defineQuestion({
  name: 'agreements.activity',
  title: 'How much did each actor do under agreements since a day?',
  input: z.strictObject({ from: PlainDateText, locale: InLanguage }),
  output: z.object({ rows: z.array(Row) }),
  example: { from: '2025-01-01' },
  async answer(asked, { from, locale }) {
    const counts = new Counts(locale);
    for (const known of await allChronicles(asked)) {
      for (const { actor, on } of known.chronicle.history.events) {
        if (on >= from && on <= asked.asOf) counts.add(actor, known);
      }
    }
    return { rows: counts.rows() };
  },
});

export const awaited = defineQuestion({
  name: 'agreements.awaited',
  title: 'Who signed agreements that are not in force, and did not consent to be bound?',
  input: z.strictObject({ locale: InLanguage }),
  output: z.object({ rows: z.array(Row) }),
  example: {},
  async answer(asked, { locale }) {
    const counts = new Counts(locale);
    for (const known of await allChronicles(asked)) {
      const { chronicle, dossiers } = known;
      const state = agreementStateOn(chronicle, asked.asOf);
      if (state !== 'open' && state !== 'adopted') continue;
      for (const actor of concerned(chronicle, asked.asOf)) {
        const { standing } = statusOn(actor, asked.asOf, chronicle, dossiers);
        if (standing === 'signatory') counts.add(actor, known);
      }
    }
    return { rows: counts.rows() };
  },
});
