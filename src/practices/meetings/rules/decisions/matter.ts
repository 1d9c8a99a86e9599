/**
 * Which questions of a session belong together: a proposal with its motions, amendments and parts,
 * what was put once more, and proposals on the same question.
 */
import { audienceOf } from '../../../../kernel/marking.ts';
import type { DecidedOn } from '../../payloads/decision.ts';
import type { DecisionState } from './decision-state.ts';

export type Decisions = ReadonlyMap<string, DecisionState>;

interface Linked {
  /** The name under which each question was put the first time. */
  readonly first: ReadonlyMap<string, string>;
  /** By that name, each time that it was put. */
  readonly times: ReadonlyMap<string, readonly DecisionState[]>;
  /** What belongs to a proposal, by the first names of both. */
  readonly matters: ReadonlyMap<string, readonly string[]>;
  readonly matterOf: ReadonlyMap<string, string>;
}

/** The question that another one amends, divides or is about; null: it stands by itself. */
export function aboutOf(on: DecidedOn): string | null {
  return 'of' in on ? (on.of ?? null) : null;
}

/** Goes from one name to the next until there is none, or it comes round again. */
function follow(from: string, next: (name: string) => string | null): string {
  const seen = new Set([from]);
  for (let name = from; ; ) {
    const further = next(name);
    if (further === null || seen.has(further)) return name;
    seen.add(further);
    name = further;
  }
}

function link(decisions: Decisions): Linked {
  const names = [...decisions.keys()];
  const onOf = (name: string) => decisions.get(name)?.opening.payload;
  const first = new Map(
    names.map((name) => [name, follow(name, (one) => onOf(one)?.again?.question ?? null)]),
  );
  const isFirst = (name: string): string => first.get(name) ?? name;
  const aboutFirst = (name: string): string | null => {
    const opening = decisions.get(name)?.opening;
    const about = opening === undefined ? null : aboutOf(opening.payload.on);
    if (opening === undefined || about === null) return null;
    const whole = decisions.get(about)?.opening ?? opening;
    // What fewer see than the proposal is not in its order: nobody else could tell what is next.
    return audienceOf(opening.marking) === audienceOf(whole.marking) ? isFirst(about) : null;
  };
  const all = [...decisions.values()];
  const firsts = [...new Set(first.values())];
  const owners = new Map(firsts.map((name) => [name, follow(name, aboutFirst)]));
  return {
    first,
    times: Map.groupBy(all, ({ name }) => isFirst(name)),
    matters: Map.groupBy(firsts, (name) => owners.get(name) ?? name),
    matterOf: owners,
  };
}

/** States are folded anew when they change, and are never changed themselves. */
const linked = new WeakMap<Decisions, Linked>();

function linksOf(decisions: Decisions): Linked {
  const known = linked.get(decisions) ?? link(decisions);
  linked.set(decisions, known);
  return known;
}

/** The name under which a question was first put. */
export const firstNameOf = (decisions: Decisions, name: string): string =>
  linksOf(decisions).first.get(name) ?? name;

/** The question as it was put last, unless that was withdrawn; null where it never was put. */
export function latestOf(decisions: Decisions, name: string): DecisionState | null {
  const times = linksOf(decisions).times.get(firstNameOf(decisions, name)) ?? [];
  return times.findLast(({ withdrawal }) => withdrawal === null) ?? times.at(-1) ?? null;
}

/** The first name of the proposal to which a question belongs; its own where it is one. */
export function matterOf(decisions: Decisions, name: string): string {
  const first = firstNameOf(decisions, name);
  return linksOf(decisions).matterOf.get(first) ?? first;
}

/** The first names of all that belongs to a proposal, itself among them where it was put. */
export const membersOf = (decisions: Decisions, matter: string): readonly string[] =>
  linksOf(decisions).matters.get(matter) ?? [];

/** The first names of all proposals, in the order in which something of them was put. */
export const mattersIn = (decisions: Decisions): readonly string[] => [
  ...linksOf(decisions).matters.keys(),
];

/** What was put about a question by a motion of this name, each as it was put last. */
export function motionsOn(decisions: Decisions, name: string, motion: string): DecisionState[] {
  const about = firstNameOf(decisions, name);
  return [...decisions.values()].filter(({ opening, withdrawal }) => {
    const { on } = opening.payload;
    if (on.kind !== 'motion' || on.motion !== motion || withdrawal !== null) return false;
    return on.of !== undefined && firstNameOf(decisions, on.of) === about;
  });
}

/** Proposals on the same question, this one among them, in the order in which they were put. */
export function rivalsOf(decisions: Decisions, matter: string): readonly string[] {
  const pairs = mattersIn(decisions).flatMap((name): [string, string][] => {
    const other = decisions.get(name)?.opening.payload.alternativeTo;
    return other === undefined ? [] : [[name, matterOf(decisions, other)]];
  });
  const found = new Set([matter]);
  for (const name of found) {
    for (const [one, other] of pairs) {
      if (one === name) found.add(other);
      if (other === name) found.add(one);
    }
  }
  return mattersIn(decisions).filter((name) => found.has(name));
}
