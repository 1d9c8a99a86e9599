/** Questions that find actors: by kind, group, region and name. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { ActorKind, NAME_LENGTH_MAX } from '../acts/payloads.ts';
import { type Registry, actorIn, registryOf } from '../registry.ts';
import type { ActorFact } from '../rules/actor-facts.ts';
import { searchNames } from '../rules/name-search.ts';
import { hasBegun } from '../rules/period.ts';
import { ActorItem, byName, itemOf } from './shapes.ts';

export const ROWS_MAX = 2000;
export const MATCHES_MAX = 50;
const MATCHES_DEFAULT = 20;

const SearchText = z.string().max(NAME_LENGTH_MAX);

const ListInput = z.strictObject({
  kind: ActorKind.optional(),
  /** Only its members. */
  group: ActorId.optional(),
  region: z.string().max(80).optional(),
  text: SearchText.optional(),
  /** Whether those that are no more are listed too; always so for historical States. */
  ended: z.boolean().optional(),
});
type ListInput = z.output<typeof ListInput>;

/** The ids that the text and the group leave, or null for all. */
function wanted(registry: Registry, input: ListInput, day: string): ReadonlySet<string> | null {
  const { group, text } = input;
  const found = text?.trim()
    ? new Set(searchNames(registry.searchable, text, ROWS_MAX).map((match) => match.actor))
    : null;
  const members = group === undefined ? null : new Set(registry.facts.membersOn(group, day));
  if (!found || !members) return found ?? members;
  return new Set([...found].filter((actor) => members.has(actor)));
}

function isListed(registry: Registry, actor: ActorFact, input: ListInput, day: string): boolean {
  if (input.kind !== undefined && actor.kind !== input.kind) return false;
  if (input.region !== undefined && actor.region !== input.region) return false;
  const withEnded = input.ended === true || input.kind === 'historical-state';
  return registry.facts.existsOn(actor.id, day) || (withEnded && hasBegun(actor, day));
}

export const list = defineQuestion({
  name: 'actors.list',
  title: 'Which actors are there?',
  input: ListInput,
  output: z.object({ rows: z.array(ActorItem), total: z.int() }),
  example: { kind: 'state', region: 'Africa' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const group = input.group === undefined ? null : actorIn(registry, input.group);
    if (isRefusal(group)) return group;
    const ids = wanted(registry, input, asked.asOf);
    const rows = registry.facts
      .allActors()
      .filter((actor) => ids === null || ids.has(actor.id))
      .filter((actor) => isListed(registry, actor, input, asked.asOf))
      .map((actor) => itemOf(registry, actor, asked.asOf))
      .sort(byName);
    return { rows: rows.slice(0, ROWS_MAX), total: rows.length };
  },
});

const Found = z.object({ item: ActorItem, matched: z.string(), score: z.int() });

export const search = defineQuestion({
  name: 'actors.search',
  title: 'Which actors bear a name like this?',
  input: z.strictObject({ text: SearchText, limit: z.int().min(1).max(MATCHES_MAX).optional() }),
  output: z.object({ rows: z.array(Found) }),
  example: { text: 'Cote dIvoire' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const matches = searchNames(registry.searchable, input.text, input.limit ?? MATCHES_DEFAULT);
    const rows = matches.flatMap(({ actor, name, score }) => {
      const fact = registry.facts.actor(actor);
      return fact ? [{ item: itemOf(registry, fact, asked.asOf), matched: name, score }] : [];
    });
    return { rows };
  },
});

export const groups = defineQuestion({
  name: 'actors.groups',
  title: 'Which groups and organisations have members?',
  input: z.strictObject({}),
  output: z.object({ rows: z.array(z.object({ item: ActorItem, members: z.int() })) }),
  example: {},
  async answer(asked) {
    const registry = await registryOf(asked);
    const rows = [...registry.membersEver.keys()].flatMap((id) => {
      const group = registry.facts.actor(id);
      const members = registry.facts.membersOn(id, asked.asOf).length;
      if (!group || members === 0) return [];
      return [{ item: itemOf(registry, group, asked.asOf), members }];
    });
    return { rows: rows.sort((one, other) => byName(one.item, other.item)) };
  },
});
