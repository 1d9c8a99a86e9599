/** From the shipped tables of actors to acts, each recorded with its source. */
import { REGISTRY } from '../practices/actors/area.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { DraftAct, Progress, Receipt, Recorder } from '../kernel/submission.ts';
import type {
  WorldActor,
  WorldActors,
  WorldAlias,
  WorldAttribute,
  WorldMembership,
  WorldOffice,
  WorldSuccession,
} from './actor-types.ts';

/** What a basis holds at most, in characters. */
export const SOURCE_LENGTH_MAX = 400;
const UNCHECKED = ' (from memory, unchecked)';

/** The source as a basis names it, with a warning where nobody compared it with a second one. */
export function sourceText(sources: readonly string[], confidence?: string): string {
  const suffix = confidence === 'memory' ? UNCHECKED : '';
  const text = [...new Set(sources)].join('; ');
  const lengthMax = SOURCE_LENGTH_MAX - suffix.length;
  return (text.length > lengthMax ? `${text.slice(0, lengthMax - 1)}…` : text) + suffix;
}

/** The members that have a value: what is not known has no place in an act. */
function known(payload: Record<string, unknown>): Record<string, unknown> {
  const filled = ([, value]: readonly [string, unknown]) => value !== undefined && value !== '';
  return Object.fromEntries(Object.entries(payload).filter(filled));
}

interface Saying {
  readonly type: string;
  readonly actor: string;
  readonly payload: Record<string, unknown>;
  readonly source: string;
  readonly on?: string | undefined;
}

function draftOf({ type, actor, payload, source, on }: Saying): DraftAct {
  return {
    type,
    register: REGISTRY,
    actor,
    payload: known(payload),
    basis: { kind: 'recorded', source },
    effectiveOn: on ?? null,
  };
}

function entering(actor: WorldActor): DraftAct {
  const { alpha2Code: _, confidence, sources, ...payload } = actor;
  return draftOf({
    type: 'actors.enter',
    actor: actor.id,
    payload: { ...payload, names: known(actor.names) },
    source: sourceText(sources, confidence),
    on: actor.from,
  });
}

function naming({ source, ...payload }: WorldAlias): DraftAct {
  return draftOf({ type: 'actors.name', actor: payload.id, payload, source, on: payload.from });
}

function succeeding({ source, ...payload }: WorldSuccession): DraftAct {
  const { successor: actor, on } = payload;
  return draftOf({ type: 'actors.succeed', actor, payload: { ...payload }, source, on });
}

function joining(membership: WorldMembership): DraftAct {
  const { group, member, status, from } = membership;
  return draftOf({
    type: 'actors.join',
    actor: member,
    payload: { group, member, status, from: from ?? null },
    source: sourceText([membership.source], membership.confidence),
    on: from,
  });
}

function leaving(membership: WorldMembership): DraftAct[] {
  const { group, member, status, to: on } = membership;
  if (on === undefined) return [];
  const source = sourceText([membership.source], membership.confidence);
  const payload = { group, member, status, on };
  return [draftOf({ type: 'actors.leave', actor: member, payload, source, on })];
}

/** By day, what has none first; on one day one leaves before one joins again. */
function inOrder(one: DraftAct, other: DraftAct): number {
  const [a, b] = [one.effectiveOn ?? '', other.effectiveOn ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  if (one.type === other.type) return 0;
  return one.type === 'actors.leave' ? -1 : 1;
}

function measuring({ source, from, to, ...rest }: WorldAttribute): DraftAct {
  const payload = { ...rest, from: from ?? null, to: to ?? null };
  return draftOf({ type: 'actors.measure', actor: rest.actor, payload, source, on: from });
}

/** An office that every State has is recorded in its own name, since no State is named. */
function holding({ source, ...payload }: WorldOffice): DraftAct {
  const type = 'actors.hold-office';
  return draftOf({ type, actor: payload.id, payload, source });
}

/** The world's actors as acts of the registry, in an order in which each can be judged. */
export function actorDrafts(world: WorldActors): DraftAct[] {
  const memberships = world.memberships.flatMap((one) => [joining(one), ...leaving(one)]);
  return [
    ...world.actors.map(entering),
    ...world.aliases.map(naming),
    ...world.successions.map(succeeding),
    ...memberships.sort(inOrder),
    ...world.attributes.map(measuring),
    ...world.offices.map(holding),
  ];
}

/** What became of a load. */
export interface Loaded {
  readonly recorded: number;
  /** Acts that were there already. */
  readonly again: number;
  readonly refused: readonly { readonly draft: DraftAct; readonly reason: string }[];
}

/** Rules by which a room says that what it is told is on record already. */
const SAID_BEFORE: ReadonlySet<string> = new Set([
  'actors.once',
  'agreements.once',
  'meetings.once',
  'meetings.opened-once',
]);

/** Tells receipts apart: recorded, there already, or refused. */
export function outcomeOf(drafts: readonly DraftAct[], receipts: readonly Receipt[]): Loaded {
  const refused: { draft: DraftAct; reason: string }[] = [];
  let [recorded, again] = [0, 0];
  for (const [at, receipt] of receipts.entries()) {
    const draft = drafts[at];
    if (!isRefusal(receipt)) recorded += 1;
    else if (SAID_BEFORE.has(receipt.rule.id)) again += 1;
    else if (draft) refused.push({ draft, reason: `${receipt.rule.id}: ${receipt.reason}` });
  }
  return { recorded, again, refused };
}

/** Records the world's actors; a second time changes nothing. */
export async function loadActors(
  store: Pick<Recorder, 'submit'>,
  world: WorldActors,
  report?: (progress: Progress) => void,
): Promise<Loaded> {
  const drafts = actorDrafts(world);
  return outcomeOf(drafts, await store.submit(drafts, report));
}
