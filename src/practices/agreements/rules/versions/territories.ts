/**
 * Territories to which an actor extended an agreement, or applies it no more. VCLT Art. 29: it
 * binds in respect of the entire territory, unless a different intention is established.
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { AgreementEvent } from '../history.ts';

/** A territory by its name, with the registry's id where it was given. */
export interface NamedTerritory {
  readonly name: string;
  readonly actor?: string | undefined;
}

/** Where an agreement applies or not, by what its party said. */
export interface Territory extends NamedTerritory {
  readonly applies: boolean;
  readonly since: PlainDateText;
  readonly event: AgreementEvent;
}

/** By what a territory is known again: its id, or its name however it is written. */
function keyOf({ name, actor }: NamedTerritory): string {
  return actor ?? name.normalize('NFKC').trim().toLowerCase();
}

function namedIn(event: AgreementEvent): readonly NamedTerritory[] {
  // Written from a payload that the schema of territories accepted.
  return (event.detail['territories'] ?? []) as readonly NamedTerritory[];
}

/** What one actor's acts say of its territories on a day, by name; the last word counts. */
export function territoriesOn(
  day: PlainDateText,
  own: readonly AgreementEvent[],
): readonly Territory[] {
  const said = own
    .filter(({ kind }) => kind === 'extend-to-territories' || kind === 'exclude-territories')
    .map((event) => ({ event, since: event.effectiveOn ?? event.on }))
    .filter(({ since }) => since <= day)
    .sort((one, other) => (one.since < other.since ? -1 : one.since === other.since ? 0 : 1));
  const found = new Map<string, Territory>();
  for (const { event, since } of said) {
    const applies = event.kind === 'extend-to-territories';
    for (const territory of namedIn(event)) {
      found.set(keyOf(territory), { ...territory, applies, since, event });
    }
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The territory of the list by the same name or id. */
export function sameTerritory<Named extends NamedTerritory>(
  wanted: NamedTerritory,
  list: readonly Named[],
): Named | undefined {
  return list.find((one) => keyOf(one) === keyOf(wanted));
}
