/**
 * Which amendments of an agreement stand, and between whom. VCLT Arts. 39-41, 30(3) and (4): one
 * that does not accept an amendment stays on the old text; one that joins later has the amended
 * text, and the old one towards those who did not accept; what is modified inter se binds only
 * those that agreed to it.
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { laterOf } from '../../../../kernel/dates.ts';
import { isInForce } from './ending.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type Dossiers, type Status, partiesOn, statusOn } from '../status.ts';

/** A chronicle with what each actor did under it. */
export interface Member {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
}

/** An agreement with its amendments, and theirs, by id. */
export interface Family {
  readonly root: string;
  readonly members: ReadonlyMap<string, Member>;
}

/** An amendment in the tree; `depth` is 1 for those of the agreement itself. */
export interface Branch {
  readonly agreement: string;
  readonly parent: string;
  readonly depth: number;
  readonly interSe: boolean;
  /** The amendment that this one amends; null where it amends the agreement itself. */
  readonly above: Branch | null;
  readonly member: Member;
}

/** An amendment that stands, from when, and why. */
export interface Standing {
  readonly agreement: string;
  /** From when the amendment is in force at all. */
  readonly inForceOn: PlainDateText;
  /** From when it stands between the two; for all, from when it is in force. */
  readonly effectOn: PlainDateText;
}

const adoptionOf = ({ chronicle }: Member) => chronicle.history.adoption;

/** Whether one adoption makes another version of its parent, rather than stands beside it. */
export function isVersion(adoption: {
  readonly kind: string;
  readonly parent?: string | undefined;
  readonly interSe?: boolean | undefined;
}): boolean {
  const changes = adoption.kind === 'amendment' || adoption.interSe === true;
  return adoption.parent !== undefined && changes;
}

const byAdoption = (one: Pick<Branch, 'agreement' | 'member'>, other: typeof one): number => {
  const [first, second] = [adoptionOf(one.member).adoptedOn, adoptionOf(other.member).adoptedOn];
  return first === second ? (one.agreement < other.agreement ? -1 : 1) : first < second ? -1 : 1;
};

/** The amendments in the order of a tree: each before those that amend it, else by adoption. */
export function branchesOf(family: Family): Branch[] {
  const children = new Map<string, Omit<Branch, 'depth' | 'above'>[]>();
  for (const [agreement, member] of family.members) {
    const adoption = adoptionOf(member);
    const { parent } = adoption;
    if (agreement === family.root || parent === undefined || !isVersion(adoption)) continue;
    const interSe = adoption.interSe === true;
    const branch = { agreement, parent, interSe, member };
    children.set(parent, [...(children.get(parent) ?? []), branch]);
  }
  const below = (parent: string, above: Branch | null): Branch[] => {
    const depth = (above?.depth ?? 0) + 1;
    if (depth > DEPTH_MAX) return [];
    return (children.get(parent) ?? []).toSorted(byAdoption).flatMap((one) => {
      const branch = { ...one, depth, above };
      return [branch, ...below(branch.agreement, branch)];
    });
  };
  return below(family.root, null);
}

/** Amendments of amendments that are followed; no treaty is known to have more than three. */
export const DEPTH_MAX = 12;

/** Why an amendment stands nowhere on a day; null where it stands between some at least. */
export type Nowhere =
  | { readonly why: 'not-in-force' | 'ended'; readonly of: string }
  | { readonly why: 'parent-not-in-force' | 'parent-ended'; readonly of: string };

/** An amendment of what is not in force stands nowhere, though it had all consents it needs. */
export function nowhere(branch: Branch, day: PlainDateText, family: Family): Nowhere | null {
  const own = branch.member.chronicle;
  if (!isInForce(own, day)) {
    const why = own.ending !== null && own.ending.on <= day ? 'ended' : 'not-in-force';
    return { why, of: branch.agreement };
  }
  const parent = family.members.get(branch.parent);
  if (parent === undefined) return { why: 'parent-not-in-force', of: branch.parent };
  if (!isInForce(parent.chronicle, day)) {
    const { ending } = parent.chronicle;
    const why = ending !== null && ending.on <= day ? 'parent-ended' : 'parent-not-in-force';
    return { why, of: branch.parent };
  }
  return branch.above === null ? null : nowhere(branch.above, day, family);
}

/** How one stands towards an amendment. */
export interface Bond {
  readonly bound: boolean;
  readonly since: PlainDateText | null;
  readonly why:
    | 'no-party'
    | 'consent'
    | 'all-bound'
    | 'later-party'
    | 'not-accepted'
    | 'declined'
    | 'outside';
  readonly status: Status;
}

const UNBOUND = { bound: false, since: null };

/** Why a party to the agreement is not bound by an amendment. */
function whyUnbound(status: Status, branch: Branch): Bond['why'] {
  if (status.standing === 'declined') return 'declined';
  return branch.interSe ? 'outside' : 'not-accepted';
}

function whyBound({ boundAsMember, through }: Status): Bond['why'] {
  if (boundAsMember) return 'all-bound';
  return through === null ? 'consent' : 'later-party';
}

/** How one stands towards an amendment on a day. VCLT Art. 40(4), (5). */
export function bondOf(actor: string, branch: Branch, day: PlainDateText, family: Family): Bond {
  const { chronicle, dossiers } = branch.member;
  const status = statusOn(actor, day, chronicle, dossiers);
  const root = family.members.get(family.root);
  const there = root && statusOn(actor, day, root.chronicle, root.dossiers);
  // Who is out of the agreement is out of what amends it.
  if (there?.standing !== 'party') return { ...UNBOUND, why: 'no-party', status };
  if (status.standing !== 'party' || status.since === null) {
    return { ...UNBOUND, why: whyUnbound(status, branch), status };
  }
  const since = laterOf(status.since, there.since ?? status.since);
  return { bound: true, since, why: whyBound(status), status };
}

/** The amendments above one, the nearest to the agreement first, and itself. */
export function lineOf(branch: Branch): Branch[] {
  return branch.above === null ? [branch] : [...lineOf(branch.above), branch];
}

/** The later of the days on which an amendment and those above it entered into force. */
function lineInForceOn(branch: Branch): PlainDateText {
  const days = lineOf(branch).map(({ member }) => member.chronicle.decision.on ?? '9999-12-31');
  return days.reduce(laterOf);
}

function standsFor(
  actors: readonly string[],
  branch: Branch,
  day: PlainDateText,
  family: Family,
): Standing | null {
  if (nowhere(branch, day, family) !== null) return null;
  const bonds = lineOf(branch).flatMap((one) =>
    actors.map((actor) => bondOf(actor, one, day, family)),
  );
  if (bonds.some(({ bound }) => !bound)) return null;
  const inForceOn = lineInForceOn(branch);
  const effectOn = bonds.flatMap(({ since }) => since ?? []).reduce(laterOf, inForceOn);
  return { agreement: branch.agreement, inForceOn, effectOn };
}

const inTurn = (one: Standing, other: Standing): number =>
  one.inForceOn === other.inForceOn ? 0 : one.inForceOn < other.inForceOn ? -1 : 1;

/**
 * The amendments that stand on a day, in the order in which they change the text: each after what
 * it amends, else by entry into force. Between two where a pair is given: those that bind both,
 * none where one of them is no party. For all where none is: those in force, but for what was
 * modified between certain parties only.
 */
export function amendmentsStanding(
  family: Family,
  day: PlainDateText,
  pair: readonly [string, string] | null = null,
): Standing[] {
  const root = family.members.get(family.root);
  if (root === undefined || !isInForce(root.chronicle, day)) return [];
  const branches = branchesOf(family).filter((one) => pair !== null || !one.interSe);
  const found = branches.flatMap((one) => standsFor(pair ?? [], one, day, family) ?? []);
  // The sort is stable: what enters on one day stays in the order of the tree.
  return found.sort(inTurn);
}

/** Which amendments bind one on a day. */
export function textOf(actor: string, family: Family, day: PlainDateText): string[] {
  const branches = branchesOf(family).filter(
    (one) => standsFor([actor], one, day, family) !== null,
  );
  return branches.map((one) => one.agreement);
}

/** Those who are on one text, by the amendments that make it; the agreement as adopted has none. */
export interface PartySet {
  readonly amendments: readonly string[];
  readonly actors: readonly string[];
}

/** The parties to the agreement on a day, by the text on which each is; the most amended last. */
export function partySets(family: Family, day: PlainDateText): PartySet[] {
  const root = family.members.get(family.root);
  if (root === undefined) return [];
  const sets = new Map<string, { amendments: string[]; actors: string[] }>();
  for (const actor of partiesOn(root.chronicle, day, root.dossiers)) {
    const amendments = textOf(actor, family, day);
    const key = amendments.join(' ');
    const set = sets.get(key);
    if (set) set.actors.push(actor);
    else sets.set(key, { amendments, actors: [actor] });
  }
  return [...sets.values()].sort(
    (one, other) =>
      one.amendments.length - other.amendments.length || other.actors.length - one.actors.length,
  );
}
