/** The question on one actor: who it is, where it stands, and what the record says of it. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { MembershipStatus, SuccessionKind } from '../acts/payloads.ts';
import { type Registry, actorIn, officesFor, registryOf } from '../registry.ts';
import type { ActorFact } from '../rules/actor-facts.ts';
import { existenceFinding } from '../rules/findings.ts';
import { covers, hasBegun } from '../rules/period.ts';
import type { Succession } from '../rules/succession.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { InLanguage, findingIn } from './in-words.ts';
import { standingsBy } from './members.ts';
import { ActorItem, Day, RecordItem, StandingItem, byName, itemOf, recordItem } from './shapes.ts';

const Relative = z.object({ item: ActorItem, on: z.string(), kind: SuccessionKind });

const Answer = z.object({
  item: ActorItem,
  officialName: z.string().nullable(),
  seat: z.string().nullable(),
  website: z.string().nullable(),
  treatyCapacity: z.boolean(),
  regionalIntegration: z.boolean(),
  existence: FindingShape,
  otherNames: z.array(z.object({ name: z.string(), from: Day, to: Day, holds: z.boolean() })),
  predecessors: z.array(Relative),
  successors: z.array(Relative),
  memberships: z.array(
    z.object({
      group: ActorItem,
      /** The standing on the day; null where it has ended. */
      status: MembershipStatus.nullable(),
      since: Day,
      standings: z.array(StandingItem),
    }),
  ),
  /** Of a group: how many members it has on the day. */
  members: z.int(),
  attributes: z.array(
    z.object({
      attribute: z.string(),
      value: z.string(),
      unit: z.string(),
      from: Day,
      to: Day,
      holds: z.boolean(),
      act: z.string(),
    }),
  ),
  offices: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: z.string(),
      exemptFromFullPowers: z.boolean(),
      act: z.string(),
    }),
  ),
  corrections: z.array(
    z.object({ act: z.string(), corrects: z.string(), reason: z.string(), void: z.boolean() }),
  ),
  record: z.array(RecordItem),
});
type Answer = z.output<typeof Answer>;

function relatives(
  registry: Registry,
  successions: readonly Succession[],
  end: 'predecessor' | 'successor',
  day: string,
): Answer['predecessors'] {
  return successions.flatMap((succession) => {
    const actor = registry.facts.actor(succession[end]);
    const kind = SuccessionKind.safeParse(succession.kind);
    if (!actor || !kind.success || succession.on_day > day) return [];
    return [{ item: itemOf(registry, actor, day), on: succession.on_day, kind: kind.data }];
  });
}

function otherNames(registry: Registry, actor: ActorFact, day: string): Answer['otherNames'] {
  return (registry.namesOf.get(actor.id) ?? []).map((row) => {
    const borne = { from: row.from_on, to: row.to_on };
    return { name: row.name, ...borne, holds: covers(borne, day) };
  });
}

function figures(registry: Registry, actor: ActorFact, day: string): Answer['attributes'] {
  const rows = registry.attributesOf.get(actor.id) ?? [];
  const items = rows.flatMap(({ entry: act, attribute, value, unit, from_on: from, to_on: to }) => {
    const held = { from, to };
    if (!hasBegun(held, day)) return [];
    return [{ attribute, value, unit, from, to, holds: covers(held, day), act }];
  });
  return items.sort(
    (one, other) =>
      one.attribute.localeCompare(other.attribute, 'en') ||
      (one.from ?? '').localeCompare(other.from ?? '', 'en'),
  );
}

/** The acts that an answer on the actor rests on, each once. */
function recordOf(registry: Registry, actor: ActorFact): string[] {
  const ofActor = [
    ...(registry.namesOf.get(actor.id) ?? []),
    ...registry.successions.filter(
      (row) => row.predecessor === actor.id || row.successor === actor.id,
    ),
    ...(registry.attributesOf.get(actor.id) ?? []),
    ...officesFor(registry, actor),
  ].map((row) => row.entry);
  const joined = (registry.groupsOf.get(actor.id) ?? [])
    .flatMap((group) => registry.facts.standings(group, actor.id))
    .flatMap(({ join, leave }) => (leave === null ? [join] : [join, leave]));
  const entry = registry.entryOf.get(actor.id)?.entry;
  return [...new Set([...(entry === undefined ? [] : [entry]), ...ofActor, ...joined])];
}

function correctionsOf(registry: Registry, acts: readonly string[]): Answer['corrections'] {
  return acts.flatMap((act) => {
    const row = registry.corrections.get(act);
    if (!row) return [];
    const { entry, reason, replacement } = row;
    return [{ act: entry, corrects: act, reason, void: replacement === null }];
  });
}

function answerFor(
  registry: Registry,
  actor: ActorFact,
  { asOf }: Asked,
  locale: Locale | undefined,
): Answer {
  const { facts } = registry;
  const row = registry.entryOf.get(actor.id);
  const acts = recordOf(registry, actor);
  const corrections = correctionsOf(registry, acts);
  const all = [...acts, ...corrections.map((correction) => correction.act)];
  const memberships = standingsBy(registry, actor.id, asOf);
  return {
    item: itemOf(registry, actor, asOf),
    officialName: actor.officialName,
    seat: row?.seat ?? null,
    website: row?.website ?? null,
    treatyCapacity: actor.treatyCapacity,
    regionalIntegration: actor.regionalIntegration,
    existence: findingIn(locale, existenceFinding(actor, row?.entry ?? '', asOf), facts),
    otherNames: otherNames(registry, actor, asOf),
    predecessors: relatives(registry, facts.predecessorsOf(actor.id), 'predecessor', asOf),
    successors: relatives(registry, facts.successorsOf(actor.id), 'successor', asOf),
    memberships: memberships.sort((one, other) => byName(one.group, other.group)),
    members: facts.membersOn(actor.id, asOf).length,
    attributes: figures(registry, actor, asOf),
    offices: officesFor(registry, actor).map((office) => ({
      id: office.office,
      title: office.title,
      role: office.role,
      exemptFromFullPowers: office.exempt_from_full_powers,
      act: office.entry,
    })),
    corrections,
    record: all.flatMap((act) => recordItem(registry, act)),
  };
}

export const show = defineQuestion({
  name: 'actors.show',
  title: 'Who is this actor, and where does it stand?',
  input: z.strictObject({ actor: ActorId, locale: InLanguage }),
  output: Answer,
  example: { actor: 'KEN' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const actor = actorIn(registry, input.actor);
    return isRefusal(actor) ? actor : answerFor(registry, actor, asked, input.locale);
  },
});
