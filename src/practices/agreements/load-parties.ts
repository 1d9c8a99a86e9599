/** Who is bound by agreements, for the rules of other practices. */
import { type InstantText, type PlainDateText, dayOf } from '../../kernel/dates.ts';
import { type Asked, FORGETFUL, type Query } from '../../kernel/define-area.ts';
import { chroniclesOf } from './chronicles.ts';
import { partyFacts } from './rules/docket.ts';

/** The parties to an agreement on a day; none where the agreement is not known. */
export type PartiesTo = (agreement: string, day: PlainDateText) => readonly string[];

/** The parties to the agreements, as the asker may know them: computed once, and kept. */
export async function recallParties(
  asked: Asked,
  agreements: Iterable<string>,
): Promise<PartiesTo> {
  const known = await chroniclesOf(asked, [...agreements]);
  const { partiesTo } = partyFacts((agreement) => known.get(agreement) ?? null);
  const listed = new Map<string, readonly string[]>();
  return (agreement, day) => {
    const key = `${agreement} ${day}`;
    const list = listed.get(key) ?? partiesTo(agreement, day);
    listed.set(key, list);
    return list;
  };
}

/** The same for what is judged at an instant, by whoever decides. */
export async function loadParties(
  query: Query,
  agreements: Iterable<string>,
  at: InstantText,
): Promise<PartiesTo> {
  const names = [...agreements];
  if (names.length === 0) return () => [];
  const whole = { viewer: { actors: [] }, asOf: dayOf(at), knownAt: null, now: at };
  return recallParties({ query, ...whole, memory: FORGETFUL }, names);
}
