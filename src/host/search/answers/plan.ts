/** Which answers a question asks for, the foremost first. What is not clear asks for none. */
import type { Findable } from '../../../kernel/findable.ts';
import type { Wanted } from '../reading/question-words.ts';
import type { Answer } from './answer.ts';

/** One answer that is to be made: of which kind, and about what, in this order. */
export interface Planned {
  readonly kind: Answer['kind'];
  readonly things: readonly Findable[];
}

/** More names than this make a list, and no question. */
const NAMED_MAX = 4;
const STATES = new Set(['state', 'historical-state', 'territory']);
const HAVING_MEMBERS = new Set(['organisation', 'group']);

/** Of two of which one has members: what the other is in it. */
function membershipOf(one: Findable, other: Findable): Planned[] {
  const isIn = (actor: Findable, group: Findable): boolean =>
    STATES.has(actor.kind) && HAVING_MEMBERS.has(group.kind);
  if (isIn(one, other)) return [{ kind: 'membership', things: [one, other] }];
  return isIn(other, one) ? [{ kind: 'membership', things: [other, one] }] : [];
}

function ofPair(
  wanted: ReadonlySet<Wanted>,
  [one, other]: readonly [Findable, Findable],
  bodies: readonly Findable[],
): Planned[] {
  const things = [one, other];
  const votes: Planned = { kind: 'votes', things: [...things, ...bodies.slice(0, 1)] };
  const binding: Planned = { kind: 'between', things };
  const memberships: Planned = { kind: 'memberships', things };
  const inOther = membershipOf(one, other);
  if (wanted.has('votes')) return [votes, binding, memberships];
  if (wanted.has('memberships')) return [...inOther, memberships, binding, votes];
  if (wanted.has('binds')) return [binding, ...inOther, memberships, votes];
  return [...inOther, binding, votes, memberships];
}

/** Of actors alone, and the bodies beside them. */
function ofActors(
  wanted: ReadonlySet<Wanted>,
  actors: readonly Findable[],
  bodies: readonly Findable[],
): readonly Planned[] {
  const [one, other] = actors;
  if (one !== undefined && other !== undefined) {
    return actors.length === 2 ? ofPair(wanted, [one, other], bodies) : [];
  }
  if (bodies.length > 0) return bodies.map((body) => ({ kind: 'body', things: [body] }));
  return one === undefined ? [] : [{ kind: 'actor', things: [one] }];
}

/** What is to be answered of the things that a question names, in the order of their naming. */
export function planFor(
  things: readonly Findable[],
  wanted: ReadonlySet<Wanted>,
): readonly Planned[] {
  const agreements = things.filter(({ kind }) => kind === 'agreement');
  const bodies = things.filter(({ kind }) => kind === 'body');
  const actors = things.filter(({ kind }) => kind !== 'agreement' && kind !== 'body');
  if (actors.length > NAMED_MAX || agreements.length > NAMED_MAX) return [];
  const [agreement] = agreements;
  if (agreement === undefined) return ofActors(wanted, actors, bodies);
  return actors.length > 0
    ? actors.map((actor) => ({ kind: 'standing', things: [actor, agreement] }))
    : agreements.map((one) => ({ kind: 'agreement', things: [one] }));
}
