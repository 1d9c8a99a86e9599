/** What joins agreements to one another. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { type Known, allChronicles } from '../../chronicles.ts';
import { SECTORS } from '../../payloads/agreement.ts';
import { agreementStateOn } from '../../rules/agreement-state.ts';
import { LINKS, type Link, type Linked, linksOf } from '../../rules/pictures/network.ts';
import { partiesOn } from '../../rules/status.ts';
import { InLanguage, StateText, nameIn, titleIn } from '../shapes.ts';

/** Of a hundred parties to either of two agreements, how many have to be parties to both. */
export const PERCENTS = ['50', '70', '80', '90', '95'] as const;

const Node = z.object({
  id: z.string(),
  title: z.string(),
  /** Where the agreement stands; null for a depositary. */
  state: StateText.nullable(),
  sectors: z.array(z.enum(SECTORS)),
  parties: z.int(),
});

const Row = z.object({
  kind: z.enum(LINKS),
  one: z.string(),
  oneTitle: z.string(),
  other: z.string(),
  otherTitle: z.string(),
  shared: z.int().nullable(),
  either: z.int().nullable(),
});

const shortTitle = ({ chronicle }: Known, locale: Locale): string => {
  const { adoption } = chronicle.history;
  return locale === 'en' ? (adoption.shortTitle ?? adoption.title.en) : titleIn(locale, adoption);
};

function linkedOn(known: Known, day: string): Linked {
  const { chronicle, dossiers } = known;
  const { agreement, adoption } = chronicle.history;
  const { facts } = chronicle.scene;
  const parties = partiesOn(chronicle, day, dossiers).map((actor) => facts.personOf(actor));
  return { agreement, adoption, parties: new Set(parties) };
}

function nodesOf(known: readonly Known[], linked: readonly Linked[], day: string, locale: Locale) {
  return known.map((one, at) => ({
    id: one.chronicle.history.agreement,
    title: shortTitle(one, locale),
    state: agreementStateOn(one.chronicle, day),
    sectors: one.chronicle.history.adoption.sectors,
    parties: linked[at]?.parties.size ?? 0,
  }));
}

function depositaryNodes(known: readonly Known[], links: readonly Link[], locale: Locale) {
  const ids = new Set(links.flatMap(({ kind, other }) => (kind === 'depositary' ? [other] : [])));
  const chronicle = known[0]?.chronicle;
  return chronicle === undefined
    ? []
    : [...ids].map((id) => {
        return { id, title: nameIn(locale, id, chronicle), state: null, sectors: [], parties: 0 };
      });
}

export const network = defineQuestion({
  name: 'agreements.network',
  title: 'Which agreements are joined, and by what?',
  input: z.strictObject({
    sector: z.enum(SECTORS).optional(),
    /** Only links of this kind; absent: what is on record, and shared parties. */
    by: z.enum(LINKS).optional(),
    percent: z.enum(PERCENTS).default('90'),
    locale: InLanguage,
  }),
  output: z.object({ nodes: z.array(Node), rows: z.array(Row) }),
  example: { sector: 'environment' as const },
  async answer(asked, { sector, by, percent, locale }) {
    const all = await allChronicles(asked);
    const known = all.filter(({ chronicle }) => {
      if (agreementStateOn(chronicle, asked.asOf) === 'not-adopted') return false;
      return sector === undefined || chronicle.history.adoption.sectors.includes(sector);
    });
    const linked = known.map((one) => linkedOn(one, asked.asOf));
    const kinds = by === undefined ? (['amends', 'reads', 'parties'] as const) : [by];
    const links = linksOf(linked, { kinds, percent: Number(percent) });
    const nodes = [
      ...nodesOf(known, linked, asked.asOf, locale),
      ...depositaryNodes(known, links, locale),
    ];
    const titles = new Map(nodes.map(({ id, title }) => [id, title]));
    const rows = links.map((link) => ({
      ...link,
      oneTitle: titles.get(link.one) ?? link.one,
      otherTitle: titles.get(link.other) ?? link.other,
    }));
    return { nodes, rows };
  },
});
