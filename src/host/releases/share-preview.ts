/** Whom an act would reach, before it is released: who, through which group, where, how new. */
import { sql } from 'kysely';
import type { Viewer } from '../../kernel/define-area.ts';
import { CLEAR, type Marking } from '../../kernel/marking.ts';
import { notesIn } from '../../kernel/release-note.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import type { Store } from '../../store/contract.ts';

/** The nodes at which actors read, by actor; one that is not there has no node that is known. */
export type NodesOf = (actors: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Until nodes are known: nobody is known to have one. */
export const noNodes: NodesOf = async () => new Map();

export interface Reached {
  readonly actor: string;
  /** Groups that it was reached through. */
  readonly through: readonly string[];
  /** Whether nothing marked was ever released to it in this actor's name before. */
  readonly isNew: boolean;
  readonly node: string | null;
}

export interface Share {
  readonly level: Marking['level'];
  /** What is clear reaches everybody; then nobody is named. */
  readonly isForAll: boolean;
  readonly reaches: readonly Reached[];
  readonly nodes: number;
  readonly fresh: number;
  /** Whether the one in whose name it is could not see it afterwards. */
  readonly missesActor: boolean;
  /** Members of the payload that fewer may see. */
  readonly narrower: readonly { readonly members: readonly string[]; readonly marking: Marking }[];
}

/** Those to whom something marked was released before in the actor's name, as the viewer knows. */
async function reachedBefore(
  store: Pick<Store, 'read'>,
  viewer: Viewer,
  actor: string,
): Promise<ReadonlySet<string>> {
  return store.read(viewer, async (query) => {
    const { rows } = await sql<{ actor: string }>`
      select distinct unnest(released_to) as actor from audiences
      where id in (select audience from acts where actor = ${actor}
        union select act_parts.audience from act_parts join acts on acts.id = act_parts.act
        where acts.actor = ${actor})`.execute(query);
    return new Set(rows.map((row) => row.actor));
  });
}

function throughOf(payload: unknown): ReadonlyMap<string, readonly string[]> {
  const through = new Map<string, string[]>();
  // A draft's payload was seen to be an object when it was read.
  for (const { of, note } of notesIn(payload as Record<string, unknown>)) {
    if (of !== null) continue;
    for (const { group, members } of note.groups) {
      for (const member of members) through.set(member, [...(through.get(member) ?? []), group]);
    }
  }
  return through;
}

/** Whom the draft would reach, as far as the viewer may know. */
export async function sharePreview(
  { store, nodesOf }: { store: Pick<Store, 'read'>; nodesOf: NodesOf },
  draft: DraftAct,
  viewer: Viewer,
  given: Marking = draft.marking ?? CLEAR,
): Promise<Share> {
  const { level, to } = given;
  const through = throughOf(draft.payload);
  const before =
    to.length === 0 ? new Set<string>() : await reachedBefore(store, viewer, draft.actor);
  const nodes = to.length === 0 ? new Map<string, string>() : await nodesOf(to);
  const reaches = to.map((actor) => ({
    actor,
    through: through.get(actor) ?? [],
    isNew: actor !== draft.actor && !before.has(actor),
    node: nodes.get(actor) ?? null,
  }));
  return {
    level,
    isForAll: level === 'clear',
    reaches,
    nodes: new Set(reaches.flatMap(({ node }) => node ?? [])).size,
    fresh: reaches.filter(({ isNew }) => isNew).length,
    missesActor: level !== 'clear' && !to.includes(draft.actor),
    narrower: (draft.narrower ?? []).map(({ members, marking }) => ({ members, marking })),
  };
}
