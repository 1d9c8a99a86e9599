/** From the names of a collection to the actors of the registry that voted. Nothing is guessed. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { own } from '../../../kernel/own.ts';
import type { Voter } from '../../../standards/roll-calls/roll-calls.ts';
import type { ActorFacts } from '../../actors/area.ts';

export type VoterRegistry = Pick<
  ActorFacts,
  'resolve' | 'personOf' | 'predecessorsOf' | 'existsOn' | 'standings' | 'memberOf'
>;

export interface VoterOptions {
  /** Whose members alone can have voted; absent: nothing is known of that. */
  readonly group?: string | undefined;
  /** Who is meant by a name where the registry leaves it open: the importer says so. */
  readonly meanings?: Readonly<Record<string, string>> | undefined;
}

export interface Meant {
  readonly actor: string;
  /** Whether it existed on the day, as the registry has it. */
  readonly existed: boolean;
}

/** English names of the regions of ISO 3166, by which a code of two letters is looked up. */
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** All ids of the legal person that an actor is, the latest first. */
function idsOf(registry: VoterRegistry, actor: string): readonly string[] {
  const found = [registry.personOf(actor)];
  // What is found is looked at in its turn.
  for (const one of found) {
    for (const { predecessor, kind } of registry.predecessorsOf(one)) {
      if (kind === 'continuation' && !found.includes(predecessor)) found.push(predecessor);
    }
  }
  return found;
}

/** Who is meant by a voter on a day, or null where that is not certain. */
export class Voters {
  readonly #registry: VoterRegistry;
  readonly #options: VoterOptions;
  readonly #known = new Map<Voter, Meant | null>();
  #day: PlainDateText = '';

  constructor(registry: VoterRegistry, options: VoterOptions = {}) {
    this.#registry = registry;
    this.#options = options;
  }

  meant(voter: Voter, day: PlainDateText): Meant | null {
    // Roll calls come by date: what was found for another day is not asked for again.
    if (day !== this.#day) this.#known.clear();
    this.#day = day;
    const held = this.#known.get(voter);
    if (held !== undefined) return held;
    const found = this.#find(voter, day);
    this.#known.set(voter, found);
    return found;
  }

  #find({ name, code }: Voter, day: PlainDateText): Meant | null {
    const said = own(this.#options.meanings, name);
    const region = code !== undefined && /^[A-Z]{2}$/.test(code) ? regions.of(code) : code;
    for (const one of [name, region, said]) {
      const actor = one === undefined ? null : this.#registry.resolve(one, day);
      if (actor !== null && this.#mayVote(actor)) return this.#idOn(actor, day);
    }
    return null;
  }

  /**
   * Of the ids of one legal person, the one that it voted under on the day: a member of the group
   * then; else the one that is named, or another, that existed. A State is named today as it was
   * not named then.
   */
  #idOn(actor: string, day: PlainDateText): Meant {
    const ids = [actor, ...idsOf(this.#registry, actor)];
    const { group } = this.#options;
    const seated = group === undefined ? undefined : ids.find((id) => this.#sat(group, id, day));
    const alive = seated ?? ids.find((id) => this.#registry.existsOn(id, day));
    return { actor: alive ?? actor, existed: alive !== undefined };
  }

  #sat(group: string, actor: string, day: PlainDateText): boolean {
    return this.#registry.memberOf(group, actor, day);
  }

  /** Whether the actor, under any id of its legal person, was ever a member of the group. */
  #mayVote(actor: string): boolean {
    const { group } = this.#options;
    if (group === undefined) return true;
    const person = this.#registry.personOf(actor);
    return [actor, person].some((id) => this.#registry.standings(group, id).length > 0);
  }
}
