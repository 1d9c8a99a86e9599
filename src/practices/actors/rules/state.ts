/** What the registry holds on the actors that a batch of acts concerns, indexed for judging. */
import { EVERY_STATE } from '../acts/payloads.ts';
import type {
  ActorRow,
  AttributeRow,
  MembershipRow,
  NameRow,
  OfficeRow,
  SuccessionRow,
} from '../tables.ts';

/** A row with the type of the act that it came from. */
export type Held =
  | { readonly type: 'actors.enter'; readonly row: ActorRow }
  | { readonly type: 'actors.name'; readonly row: NameRow }
  | { readonly type: 'actors.succeed'; readonly row: SuccessionRow }
  | { readonly type: 'actors.join' | 'actors.leave'; readonly row: MembershipRow }
  | { readonly type: 'actors.measure'; readonly row: AttributeRow }
  | { readonly type: 'actors.hold-office'; readonly row: OfficeRow };

/** Changes as acts are accepted: rebuilding it for each of a thousand acts would be slow. */
export class RegistryState {
  readonly actors = new Map<string, ActorRow>();
  readonly offices = new Map<string, OfficeRow>();
  /** Digests of what was said, by which a repetition is known. */
  readonly facts = new Set<string>();
  /** For each attribute the units in use, with the number of figures in each. */
  readonly units = new Map<string, Map<string, number>>();
  readonly #memberships = new Map<string, Map<string, MembershipRow>>();
  readonly #attributes = new Map<string, Map<string, AttributeRow>>();
  readonly #held = new Map<string, Held>();
  readonly #void = new Map<string, Held>();
  readonly #mentions = new Map<string, Set<string>>();

  /** Joinings and leavings of one member in one group. */
  memberships(group: string, member: string): MembershipRow[] {
    return [...(this.#memberships.get(`${group} ${member}`)?.values() ?? [])];
  }

  /** Figures of one attribute of one actor. */
  attributes(actor: string, attribute: string): AttributeRow[] {
    return [...(this.#attributes.get(`${actor} ${attribute}`)?.values() ?? [])];
  }

  /** What an act's row says now, corrections counted; null for an act that is void or unknown. */
  held(entry: string): Held | null {
    return this.#held.get(entry) ?? null;
  }

  /** What a void act said last, so that a correction can restore it. */
  voided(entry: string): Held | null {
    return this.#void.get(entry) ?? null;
  }

  /** Whether anything else than its own entry is held about the actor. */
  isMentioned(actor: string): boolean {
    return (this.#mentions.get(actor)?.size ?? 0) > 0;
  }

  add(held: Held): void {
    this.#held.set(held.row.entry, held);
    this.#void.delete(held.row.entry);
    this.facts.add(held.row.fact);
    this.#index(held);
    for (const actor of restsOn(held)) {
      const entries = this.#mentions.get(actor) ?? new Set();
      this.#mentions.set(actor, entries.add(held.row.entry));
    }
  }

  /** Takes out what an act says; its digest stays, since it was said. */
  remove(held: Held): void {
    const { entry } = held.row;
    if (!this.#held.delete(entry)) return;
    this.#void.set(entry, held);
    for (const actor of restsOn(held)) this.#mentions.get(actor)?.delete(entry);
    this.#unindex(held);
  }

  #unindex(held: Held): void {
    const { entry } = held.row;
    if (held.type === 'actors.enter') this.actors.delete(held.row.actor);
    if (held.type === 'actors.hold-office') this.offices.delete(held.row.office);
    if (held.type === 'actors.measure') {
      this.#attributes.get(`${held.row.actor} ${held.row.attribute}`)?.delete(entry);
      this.#countUnit(held.row, -1);
    }
    if (held.type === 'actors.join' || held.type === 'actors.leave') {
      this.#memberships.get(`${held.row.group_id} ${held.row.member}`)?.delete(entry);
    }
  }

  #countUnit({ attribute, unit }: AttributeRow, change: number): void {
    const counts = this.units.get(attribute) ?? new Map<string, number>();
    this.units.set(attribute, counts.set(unit, (counts.get(unit) ?? 0) + change));
  }

  #index(held: Held): void {
    if (held.type === 'actors.enter') this.actors.set(held.row.actor, held.row);
    if (held.type === 'actors.hold-office') this.offices.set(held.row.office, held.row);
    if (held.type === 'actors.measure') {
      insert(this.#attributes, `${held.row.actor} ${held.row.attribute}`, held.row);
      this.#countUnit(held.row, 1);
    }
    if (held.type === 'actors.join' || held.type === 'actors.leave') {
      insert(this.#memberships, `${held.row.group_id} ${held.row.member}`, held.row);
    }
  }
}

function insert<Row extends { entry: string }>(
  index: Map<string, Map<string, Row>>,
  key: string,
  row: Row,
): void {
  const rows = index.get(key) ?? new Map<string, Row>();
  index.set(key, rows.set(row.entry, row));
}

/** The actors that a fact concerns, in whose name it may be signed. */
export function concerned({ type, row }: Held): string[] {
  switch (type) {
    case 'actors.succeed':
      return [row.predecessor, row.successor];
    case 'actors.join':
    case 'actors.leave':
      return [row.group_id, row.member];
    case 'actors.hold-office':
      return row.actor === EVERY_STATE ? [row.office] : [row.office, row.actor];
    default:
      return [row.actor];
  }
}

/** The actors that have to be entered for a fact to stand; an entry does not rest on itself. */
export function restsOn(held: Held): string[] {
  if (held.type === 'actors.enter') return [];
  const actors = concerned(held);
  return held.type === 'actors.hold-office' ? actors.slice(1) : actors;
}
