/** What of this practice a search finds: agreements by every title, and provisions of texts. */
import type { Asked } from '../../kernel/define-area.ts';
import type { Findable, Shelf } from '../../kernel/findable.ts';
import { allChronicles, chroniclesOf } from './chronicles.ts';
import { agreementsIn } from './load.ts';
import type { Adoption } from './payloads/agreement.ts';
import { FixedText, type Provision } from './payloads/texts.ts';
import { citationOf } from './provision.ts';
import { agreementStateOn } from './rules/agreement-state.ts';

/** So much of a provision is searched and shown. */
const WORDS_LENGTH_MAX = 1500;

function namesOf(agreement: string, adoption: Adoption): string[] {
  const { reference, registration, shortTitle } = adoption;
  const given = [shortTitle, agreement.replaceAll('-', ' '), reference, registration?.number];
  return given.flatMap((name) => (name ? [name] : []));
}

async function recordedAtOf({ query }: Asked): Promise<ReadonlyMap<string, string>> {
  const rows = await agreementsIn(query)
    .selectFrom('agreements_agreement')
    .select(['agreement', 'recorded_at'])
    .execute();
  return new Map(rows.map((row) => [row.agreement, row.recorded_at]));
}

const agreementShelf: Shelf = {
  name: 'agreements',
  async load(asked) {
    const recordedAt = await recordedAtOf(asked);
    return (await allChronicles(asked)).map(({ chronicle: { history } }): Findable => {
      const { adoption, agreement } = history;
      const recorded = recordedAt.get(agreement);
      return {
        kind: 'agreement',
        id: agreement,
        href: `/agreements/${agreement}`,
        title: adoption.title,
        names: namesOf(agreement, adoption),
        words: adoption.summary ?? '',
        from: adoption.adoptedOn,
        ...(recorded === undefined ? {} : { recordedAt: recorded }),
      };
    });
  },
  async states(asked, ids) {
    const known = await chroniclesOf(asked, ids);
    return new Map(
      [...known].map(([id, { chronicle }]) => [id, agreementStateOn(chronicle, asked.asOf)]),
    );
  },
};

interface Place {
  readonly agreement: string;
  readonly language: string;
  readonly title: Adoption['title'];
  readonly recordedAt: string;
}

function provisionFindable(provision: Provision, place: Place): Findable {
  const { agreement, language, title, recordedAt } = place;
  const cited = citationOf(provision.id);
  const heading = provision.heading ? ` – ${provision.heading}` : '';
  return {
    kind: 'provision',
    id: `${agreement} ${language} ${provision.id}`,
    href: `/agreements/${agreement}/text?language=${language}#${provision.id}`,
    title: { en: `${cited}${heading}` },
    words: provision.text.slice(0, WORDS_LENGTH_MAX),
    within: title,
    recordedAt,
  };
}

/** The last text of each language: as the corrections and amendments read, its page tells. */
const textShelf: Shelf = {
  name: 'provisions',
  async load({ query }) {
    const rows = await agreementsIn(query)
      .selectFrom('agreements_text as words')
      .innerJoin('agreements_agreement as named', 'named.agreement', 'words.agreement')
      .select(['words.agreement', 'language', 'content', 'words.recorded_at', 'named.adoption'])
      .where('words.kind', '=', 'fix-text')
      .orderBy('words.ledger')
      .execute();
    const last = new Map(rows.map((row) => [`${row.agreement} ${row.language}`, row]));
    return [...last.values()].flatMap(({ agreement, language, adoption, content, ...row }) => {
      // The column is written from an adoption that its schema parsed.
      const { title } = adoption as Pick<Adoption, 'title'>;
      const place = { agreement, language, title, recordedAt: row.recorded_at };
      return FixedText.parse(content).provisions.map((one) => provisionFindable(one, place));
    });
  },
};

export const agreementShelves: readonly Shelf[] = [agreementShelf, textShelf];
