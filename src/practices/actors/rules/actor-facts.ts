/**
 * The registry as data in memory, for rules of other practices: loaded once for a position of the
 * record, and asked many times. Everything is indexed by actor, group and attribute; what is folded
 * once is kept.
 */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import { type Fraction, sum } from '../../../kernel/fraction.ts';
import type { ActorKind, Names } from '../acts/payloads.ts';
import type { ActorRow, AttributeRow, MembershipRow, NameRow, SuccessionRow } from '../tables.ts';
import { type Figure, figureOn, foldFigures } from './attribute.ts';
import { type Standing, foldStandings, standingOn, withinExistence } from './membership.ts';
import { type NameIndex, nameIndex } from './name-index.ts';
import { ALWAYS, type Period, covers } from './period.ts';
import { type Successions, foldSuccessions } from './succession.ts';

/** An actor; it exists from `from` to the day before `to`, null where that is open or unknown. */
export interface ActorFact {
  readonly id: string;
  readonly kind: ActorKind;
  /** The English name. */
  readonly name: string;
  readonly names: Names;
  readonly officialName: string | null;
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
  /** The last day on which it exists: the day before `to`. */
  readonly lastOn: PlainDateText | null;
  readonly treatyCapacity: boolean;
  readonly regionalIntegration: boolean;
  readonly numericCode: string | null;
  readonly region: string | null;
}

export interface ActorFacts extends Successions, NameIndex {
  actor(id: string): ActorFact | null;
  allActors(): readonly ActorFact[];
  existsOn(id: string, day: PlainDateText): boolean;
  /** Standings in the group as far as both exist, earliest first. */
  standings(group: string, actor: string): readonly Standing[];
  /** Whether it is a member: not an observer, nor suspended. */
  memberOf(group: string, actor: string, day: PlainDateText): boolean;
  membersOn(group: string, day: PlainDateText): readonly string[];
  /** Days on which some standing in the group began or ended, earliest first. */
  changesOf(group: string): readonly PlainDateText[];
  attribute(name: string, actor: string, day: PlainDateText): Fraction | null;
  /** Days on which some actor's figure began or ended, earliest first. */
  attributeChangesOf(name: string): readonly PlainDateText[];
  /** Actors for which the attribute is on record on the day. */
  holdersOf(name: string, day: PlainDateText): readonly string[];
  /** The sum over the actors, or over all that hold it; those without it count as zero. */
  attributeTotal(name: string, day: PlainDateText, actors?: Iterable<string>): Fraction;
}

/** Rows as they stand, corrections counted. */
export interface RegistryRows {
  readonly actors: readonly ActorRow[];
  readonly names: readonly NameRow[];
  readonly successions: readonly SuccessionRow[];
  readonly memberships: readonly MembershipRow[];
  readonly attributes: readonly AttributeRow[];
}

function factOf(row: ActorRow): ActorFact {
  // The decider accepted the payload by the schema, and `apply` copied both columns from it.
  const names = row.names as Names;
  return {
    id: row.actor,
    kind: row.kind as ActorKind,
    name: names.en,
    names,
    officialName: row.official_name,
    from: row.from_on,
    to: row.to_on,
    lastOn: row.to_on === null ? null : addDays(row.to_on, -1),
    treatyCapacity: row.treaty_capacity,
    regionalIntegration: row.regional_integration,
    numericCode: row.numeric_code,
    region: row.region,
  };
}

type Nested<Value> = ReadonlyMap<string, ReadonlyMap<string, readonly Value[]>>;

/** Rows by two keys, folded. */
function nested<Row, Value>(
  rows: readonly Row[],
  outer: (row: Row) => string,
  inner: (row: Row) => string,
  fold: (rows: readonly Row[], outer: string, inner: string) => readonly Value[],
): Nested<Value> {
  const groups = Map.groupBy(rows, outer);
  return new Map(
    [...groups].map(([key, within]) => {
      const folded = [...Map.groupBy(within, inner)].map(
        ([id, same]) => [id, fold(same, key, id)] as const,
      );
      return [key, new Map(folded)];
    }),
  );
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** A group's members between two changes of its membership, listed once for all days between. */
interface Epochs {
  readonly changes: readonly PlainDateText[];
  readonly members: (Members | undefined)[];
}

interface Members {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
}

/** How many of the days, which are in order, are not after the given one. */
function countUntil(days: readonly PlainDateText[], day: PlainDateText): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] ?? '') <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}

function memberFacts(standingsOf: Nested<Standing>) {
  const known = new Map<string, Epochs>();
  const epochsOf = (group: string): Epochs => {
    const found = known.get(group);
    if (found) return found;
    const all = [...(standingsOf.get(group)?.values() ?? [])].flat();
    const days = all.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
    const epochs = { changes: [...new Set(days)].sort(), members: [] };
    known.set(group, epochs);
    return epochs;
  };
  const membersOn = (group: string, day: PlainDateText): Members => {
    const { changes, members } = epochsOf(group);
    const at = countUntil(changes, day);
    const known = members[at];
    if (known) return known;
    const list = [...(standingsOf.get(group) ?? NOTHING)]
      .filter(([, standings]) => standingOn(standings, day)?.status === 'member')
      .map(([actor]) => actor);
    return (members[at] = { list, set: new Set(list) });
  };
  return {
    standings: (group: string, actor: string) => standingsOf.get(group)?.get(actor) ?? [],
    memberOf: (group: string, actor: string, day: PlainDateText) =>
      membersOn(group, day).set.has(actor),
    membersOn: (group: string, day: PlainDateText) => membersOn(group, day).list,
    changesOf: (group: string) => epochsOf(group).changes,
  };
}

function figureFacts(figuresOf: Nested<Figure>) {
  const attribute = (name: string, actor: string, day: PlainDateText): Fraction | null =>
    figureOn(figuresOf.get(name)?.get(actor) ?? [], day)?.value ?? null;
  const holdersOf = (name: string, day: PlainDateText) =>
    [...(figuresOf.get(name) ?? NOTHING)]
      .filter(([, figures]) => figureOn(figures, day) !== null)
      .map(([actor]) => actor);
  return {
    attribute,
    attributeChangesOf(name: string) {
      const all = [...(figuresOf.get(name)?.values() ?? [])].flat();
      const days = all.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
      return [...new Set(days)].sort();
    },
    holdersOf,
    attributeTotal(name: string, day: PlainDateText, actors?: Iterable<string>): Fraction {
      const values = [...(actors ?? holdersOf(name, day))].map((id) => attribute(name, id, day));
      return sum(values.filter((value) => value !== null));
    },
  };
}

/** Names as they were given at entry, in all languages, and those that were added. */
function bearersOf(actors: Iterable<ActorFact>, rows: readonly NameRow[]) {
  const own = [...actors].flatMap(({ id, names, officialName }) => {
    const all = new Set([...Object.values(names), officialName]);
    const given = [...all].filter((name) => typeof name === 'string');
    return given.map((name) => ({ actor: id, name, ...ALWAYS }));
  });
  const others = rows.map((row) => {
    return { actor: row.actor, name: row.name, from: row.from_on, to: row.to_on };
  });
  return [...own, ...others];
}

/** The registry's rows as facts. */
export function actorFacts(rows: RegistryRows): ActorFacts {
  const actors = new Map(rows.actors.map((row) => [row.actor, factOf(row)]));
  const existence = (id: string): Period => actors.get(id) ?? ALWAYS;
  const standings = nested(
    rows.memberships,
    (row) => row.group_id,
    (row) => row.member,
    (same, group, member) =>
      withinExistence(foldStandings(same), existence(member), existence(group)),
  );
  const figures = nested(
    rows.attributes,
    (row) => row.attribute,
    (row) => row.actor,
    (same) => foldFigures(same),
  );
  // Only importers resolve names, so that the index is made when the first of them asks.
  let names: NameIndex | null = null;
  return {
    ...foldSuccessions(rows.successions),
    ...memberFacts(standings),
    ...figureFacts(figures),
    actor: (id) => actors.get(id) ?? null,
    allActors: () => [...actors.values()],
    existsOn: (id, day) => {
      const actor = actors.get(id);
      return actor !== undefined && covers(actor, day);
    },
    resolve(name, day) {
      names ??= nameIndex(bearersOf(actors.values(), rows.names), (id) => actors.get(id) ?? null);
      return names.resolve(name, day);
    },
  };
}
