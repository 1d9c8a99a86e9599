/** Loads the words of texts: only where an act or a question speaks of them. */
import type { ActOf } from '../../kernel/act.ts';
import type { InstantText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import { agreementOf } from './acts/event.ts';
import { changeText } from './acts/texts.ts';
import { agreementsIn } from './load.ts';
import type { Adoption } from './payloads/agreement.ts';
import { FixedText, TextChanges } from './payloads/texts.ts';
import { Library, type Words } from './rules/texts/library.ts';

const UNTIL = '9999-12-31T23:59:59.999Z';

/** The words of texts and changes of agreements, by act; of one language or of all. */
export async function loadWords(
  query: Query,
  agreements: readonly string[],
  given: { readonly language?: string; readonly knownAt: InstantText | null },
): Promise<Map<string, Words>> {
  if (agreements.length === 0) return new Map();
  const { knownAt, language } = given;
  const all = agreementsIn(query)
    .selectFrom('agreements_text')
    .select(['entry', 'kind', 'content'])
    .where('agreement', 'in', [...new Set(agreements)])
    .where('recorded_at', '<=', knownAt ?? UNTIL);
  const rows = await (language === undefined
    ? all
    : all.where('language', '=', language)
  ).execute();
  return new Map(
    rows.map(({ entry, kind, content }) => [
      entry,
      kind === 'fix-text' ? FixedText.parse(content) : TextChanges.parse(content),
    ]),
  );
}

/** The agreements that amend one of these, as known at an instant. */
export async function amendmentsOf(
  query: Query,
  parents: readonly string[],
  knownAt: InstantText | null,
): Promise<{ readonly agreement: string; readonly parent: string }[]> {
  if (parents.length === 0) return [];
  const rows = await agreementsIn(query)
    .selectFrom('agreements_agreement')
    .select(['agreement', 'parent'])
    .where('parent', 'in', [...new Set(parents)])
    .where('recorded_at', '<=', knownAt ?? UNTIL)
    .orderBy('adopted_on')
    .orderBy('agreement')
    .execute();
  return rows.flatMap(({ agreement, parent }) => (parent === null ? [] : [{ agreement, parent }]));
}

/** Agreements whose terms acts quote by their hash. */
function quotedBy(acts: readonly ActOf<unknown>[]): string[] {
  // What a schema may yet refuse is looked at with care.
  const isQuoting = ({ payload }: ActOf<unknown>): boolean =>
    typeof (payload as { readonly terms?: unknown } | null)?.terms === 'string';
  return acts.filter(isQuoting).map(({ header }) => agreementOf(header));
}

/** For acts that change a text or quote it: which agreements they speak of, and their words. */
export async function loadWordsFor(
  query: Query,
  acts: readonly ActOf<unknown>[],
  adoptions: readonly Adoption[],
): Promise<{ readonly agreements: readonly string[]; readonly library: Library }> {
  const changing = acts.filter(({ header }) => header.type === changeText.type);
  const amending = changing.map(({ header }) => agreementOf(header));
  const quoted = quotedBy(acts);
  if (amending.length === 0) {
    const own = await loadWords(query, quoted, { knownAt: null });
    return { agreements: [], library: new Library(own) };
  }
  const rows = await agreementsIn(query)
    .selectFrom('agreements_agreement')
    .select('parent')
    .where('agreement', 'in', amending)
    .execute();
  const parents = [
    ...rows.flatMap(({ parent }) => parent ?? []),
    ...adoptions.flatMap(({ parent }) => parent ?? []),
  ];
  const siblings = (await amendmentsOf(query, parents, null)).map(({ agreement }) => agreement);
  const agreements = [...parents, ...siblings];
  const words = await loadWords(query, [...agreements, ...amending, ...quoted], { knownAt: null });
  return { agreements, library: new Library(words) };
}
