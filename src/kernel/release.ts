/**
 * What of an act is released to whom: asked at the edge where acts leave a node, and again where
 * they come in. One place, so that no way out has a filter of its own to get wrong.
 */
import type { Header, SignedAct } from './act.ts';
import { type Marking, mayView } from './marking.ts';

type Marked = Pick<Header, 'marking' | 'parts'>;

/** The marking of an act, and those of its parts for fewer. */
export function markingsIn({ marking, parts }: Marked): Marking[] {
  return [marking, ...parts.flatMap((part) => part.marking ?? [])];
}

/** Whether any of the actors may see that the act is there at all. */
export function isReleasedTo({ marking }: Pick<Header, 'marking'>, actors: readonly string[]) {
  return mayView(marking, actors);
}

/** Which parts, by their places, the actors may see: none of an act that is not for them. */
export function releasedParts(header: Marked, actors: readonly string[]): readonly number[] {
  if (!isReleasedTo(header, actors)) return [];
  return header.parts.flatMap(({ marking }, at) =>
    marking === undefined || mayView(marking, actors) ? [at] : [],
  );
}

/** The act as the actors may have it: parts that are not for them are null; or nothing of it. */
export function released(
  header: Marked,
  signed: SignedAct,
  actors: readonly string[],
): SignedAct | null {
  if (!isReleasedTo(header, actors)) return null;
  const theirs = releasedParts(header, actors);
  return { ...signed, parts: signed.parts.map((part, at) => (theirs.includes(at) ? part : null)) };
}

/** Parts that are for the actors and yet not at hand: they were withheld on the way, or erased. */
export function missingParts(
  header: Marked,
  parts: SignedAct['parts'],
  actors: readonly string[],
): readonly number[] {
  return header.parts.flatMap(({ marking }, at) => {
    const isTheirs = marking === undefined || mayView(marking, actors);
    return isTheirs && !parts[at] ? [at] : [];
  });
}
