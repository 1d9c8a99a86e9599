/** Facts written down by hand, for scenarios and properties of the rules. */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import { parseFraction } from '../../../kernel/fraction.ts';
import { own } from '../../../kernel/own.ts';
import type { ActorFact, Facts } from './facts.ts';

export interface Given {
  /** Actors by id; what is left out is a State without dates. */
  readonly actors?: Readonly<Record<string, Partial<ActorFact>>>;
  /** Which State an id goes on in. */
  readonly continues?: Readonly<Record<string, string>>;
  readonly successors?: readonly string[];
  /** By successor: those in whose place it came, with the day. */
  readonly predecessors?: Readonly<Record<string, Readonly<Record<string, PlainDateText>>>>;
  /** Members of a group with their first and last days. */
  readonly members?: Readonly<
    Record<string, Readonly<Record<string, readonly [PlainDateText, PlainDateText?]>>>
  >;
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly parties?: Readonly<Record<string, readonly string[]>>;
}

const isState = (id: string): boolean => /^[A-Z]{3}$/.test(id);

/** Answers that are made once, as the registry makes them. */
function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const read = remembered(parseFraction);

/** Facts as given; any three capitals are a State unless said otherwise. */
export function factsFrom(given: Given = {}): Facts {
  const within = (group: string, actor: string, day: PlainDateText): boolean => {
    const span = own(own(given.members, group), actor);
    return span !== undefined && span[0] <= day && day <= (span[1] ?? '9999-12-31');
  };
  const plain = (id: string): ActorFact => ({
    id,
    name: id,
    names: {},
    kind: 'state',
    from: null,
    to: null,
    numericCode: null,
    treatyCapacity: true,
    regionalIntegration: false,
  });
  const groupMembers = (group: string): string[] => Object.keys(own(given.members, group) ?? {});
  return {
    actor: remembered((id) =>
      isState(id) || own(given.actors, id) ? { ...plain(id), ...own(given.actors, id) } : null,
    ),
    resolve: (name) => name,
    personOf: (id) => own(given.continues, id) ?? id,
    hasPredecessor: (id) =>
      (given.successors?.includes(id) ?? false) || own(given.predecessors, id) !== undefined,
    predecessorsOf: (id) =>
      Object.entries(own(given.predecessors, id) ?? {}).map(([actor, on]) => ({ actor, on })),
    isMember: within,
    membersOn: (group, day) => groupMembers(group).filter((actor) => within(group, actor, day)),
    changesOf: (group, actor) =>
      Object.entries(own(given.members, group) ?? {})
        .filter(([member]) => actor === undefined || member === actor)
        .flatMap(([, [from, to]]) => (to ? [from, addDays(to, 1)] : [from])),
    attribute: (name, actor) => {
      const value = own(own(given.attributes, name), actor);
      return value === undefined ? null : read(value);
    },
    holdersOf: (name) => Object.keys(own(given.attributes, name) ?? {}),
    attributeChangesOf: () => [],
    partiesTo: (agreement) => own(given.parties, agreement) ?? [],
    isPartyTo: (agreement, actor) => own(given.parties, agreement)?.includes(actor) ?? false,
    partySince: () => null,
    partyChangesOf: () => [],
    statusTowards: () => null,
    concernedBy: () => [],
    everyone: () => Object.keys(given.actors ?? {}),
  };
}
