/** What joins agreements: what amends which, whose parties one reads, depositaries, parties. */
import type { Adoption } from '../../payloads/agreement.ts';
import { agreementsNamedIn } from '../reading.ts';

export const LINKS = ['amends', 'reads', 'depositary', 'parties'] as const;
export type LinkKind = (typeof LINKS)[number];

/** One agreement with the legal persons that are its parties on the day. */
export interface Linked {
  readonly agreement: string;
  readonly adoption: Adoption;
  readonly parties: ReadonlySet<string>;
}

/** `other` is an agreement, or the actor with whom it is deposited. */
export interface Link {
  readonly kind: LinkKind;
  readonly one: string;
  readonly other: string;
  /** Parties to both, and to either; null where the link is none of parties. */
  readonly shared: number | null;
  readonly either: number | null;
}

/** Fewer parties than these are too few for a share of them to say anything. */
const PARTIES_MIN = 5;

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const actor of one) if (other.has(actor)) count += 1;
  return count;
}

function pairsOf(all: readonly Linked[]): readonly (readonly [Linked, Linked])[] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
}

/** Agreements of which at least so many of a hundred parties to either are parties to both. */
export function sharedParties(all: readonly Linked[], percent: number): Link[] {
  const large = all.filter(({ parties }) => parties.size >= PARTIES_MIN);
  return pairsOf(large).flatMap(([one, other]) => {
    const shared = sharedBy(one.parties, other.parties);
    const either = one.parties.size + other.parties.size - shared;
    if (shared * 100 < percent * either) return [];
    return [{ kind: 'parties', one: one.agreement, other: other.agreement, shared, either }];
  });
}

const without = { shared: null, either: null } as const;

/** What the adoptions themselves say, between agreements that are both there. */
export function linksOnRecord(all: readonly Linked[]): Link[] {
  const there = new Set(all.map(({ agreement }) => agreement));
  return all.flatMap(({ agreement: one, adoption }) => {
    const read = new Set(agreementsNamedIn(adoption.finalClauses));
    const above = adoption.parent === undefined ? [] : [adoption.parent];
    return [
      ...above.map((other) => ({ kind: 'amends' as const, one, other, ...without })),
      ...[...read].map((other) => ({ kind: 'reads' as const, one, other, ...without })),
    ].filter(({ other }) => there.has(other) && other !== one);
  });
}

/** With whom each is deposited. */
export const depositaries = (all: readonly Linked[]): Link[] =>
  all.flatMap(({ agreement: one, adoption }) =>
    adoption.depositary.map((other) => ({ kind: 'depositary' as const, one, other, ...without })),
  );

/** All links of the kinds that are wanted. */
export function linksOf(
  all: readonly Linked[],
  wanted: { readonly kinds: readonly LinkKind[]; readonly percent: number },
): Link[] {
  const kinds = new Set(wanted.kinds);
  return [
    ...linksOnRecord(all).filter(({ kind }) => kinds.has(kind)),
    ...(kinds.has('depositary') ? depositaries(all) : []),
    ...(kinds.has('parties') ? sharedParties(all, wanted.percent) : []),
  ];
}
