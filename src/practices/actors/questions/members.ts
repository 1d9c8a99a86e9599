/** Questions on memberships: who belongs to what, since when, and why. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { MembershipStatus } from '../acts/payloads.ts';
import { type Registry, actorIn, registryOf } from '../registry.ts';
import { membersFinding, membershipFinding } from '../rules/findings.ts';
import { type Standing, standingOn } from '../rules/membership.ts';
import { hasBegun } from '../rules/period.ts';
import { InLanguage, findingIn } from './in-words.ts';
import { ActorItem, Day, StandingItem, byName, itemOf } from './shapes.ts';

/** A standing as answers give it. */
export function standingItem(registry: Registry, standing: Standing): StandingItem {
  const { status, joinedOn: from, to, endedWith, join, leave } = standing;
  const source = registry.source(join)?.source ?? null;
  return { status, from, to, endedWith: endedWith ?? null, joinAct: join, leaveAct: leave, source };
}

const Member = z.object({
  item: ActorItem,
  status: MembershipStatus,
  /** The first day of the standing. */
  since: Day,
  act: z.string(),
  source: z.string().nullable(),
});

export const members = defineQuestion({
  name: 'actors.members',
  title: 'Who belongs to this group, since when?',
  input: z.strictObject({
    group: ActorId,
    status: MembershipStatus.optional(),
    locale: InLanguage,
  }),
  output: z.object({ group: ActorItem, rows: z.array(Member), finding: FindingShape }),
  example: { group: 'un' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const group = actorIn(registry, input.group);
    if (isRefusal(group)) return group;
    const { facts } = registry;
    const ever = registry.membersEver.get(group.id) ?? [];
    const rows = ever.flatMap((id) => {
      const actor = facts.actor(id);
      const standing = standingOn(facts.standings(group.id, id), asked.asOf);
      if (!actor || !standing) return [];
      if (input.status !== undefined && standing.status !== input.status) return [];
      const { status, from: since, joinAct: act, source } = standingItem(registry, standing);
      return [{ item: itemOf(registry, actor, asked.asOf), status, since, act, source }];
    });
    return {
      group: itemOf(registry, group, asked.asOf),
      rows: rows.sort((one, other) => byName(one.item, other.item)),
      finding: findingIn(input.locale, membersFinding(facts, group, ever, asked.asOf), facts),
    };
  },
});

export const membership = defineQuestion({
  name: 'actors.membership',
  title: 'What is this actor in this group, and why?',
  input: z.strictObject({ group: ActorId, actor: ActorId, locale: InLanguage }),
  output: z.object({
    status: MembershipStatus.nullable(),
    since: Day,
    standings: z.array(StandingItem),
    finding: FindingShape,
  }),
  example: { group: 'eu', actor: 'GBR' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const group = actorIn(registry, input.group);
    if (isRefusal(group)) return group;
    const actor = actorIn(registry, input.actor);
    if (isRefusal(actor)) return actor;
    const standings = registry.facts.standings(group.id, actor.id);
    const counts = standingOn(standings, asked.asOf);
    return {
      status: counts?.status ?? null,
      since: counts?.joinedOn ?? null,
      standings: standings.map((standing) => standingItem(registry, standing)),
      finding: findingIn(
        input.locale,
        membershipFinding(registry.facts, group, actor, asked.asOf),
        registry.facts,
      ),
    };
  },
});

const Shared = z.object({
  group: ActorItem,
  oneStatus: MembershipStatus.nullable(),
  otherStatus: MembershipStatus.nullable(),
  oneSince: Day,
  otherSince: Day,
});
type Shared = z.output<typeof Shared>;

function standingNow(registry: Registry, group: string, actor: string, day: string) {
  const { status = null, from: since = null } =
    standingOn(registry.facts.standings(group, actor), day) ?? {};
  return { status, since };
}

function sharedRow(
  registry: Registry,
  id: string,
  [first, second]: readonly [string, string],
  day: string,
): Shared[] {
  const group = registry.facts.actor(id);
  const one = standingNow(registry, id, first, day);
  const other = standingNow(registry, id, second, day);
  if (!group || (one.status === null && other.status === null)) return [];
  return [
    {
      group: itemOf(registry, group, day),
      oneStatus: one.status,
      otherStatus: other.status,
      oneSince: one.since,
      otherSince: other.since,
    },
  ];
}

export const compare = defineQuestion({
  name: 'actors.compare',
  title: 'What do these two belong to together, and what does only one of them?',
  input: z.strictObject({ one: ActorId, other: ActorId }),
  output: z.object({
    one: ActorItem,
    other: ActorItem,
    shared: z.array(Shared),
    onlyOne: z.array(Shared),
    onlyOther: z.array(Shared),
  }),
  example: { one: 'KEN', other: 'NOR' },
  async answer(asked, input) {
    const registry = await registryOf(asked);
    const one = actorIn(registry, input.one);
    if (isRefusal(one)) return one;
    const other = actorIn(registry, input.other);
    if (isRefusal(other)) return other;
    const ids = new Set([one.id, other.id].flatMap((id) => registry.groupsOf.get(id) ?? []));
    const rows = [...ids]
      .flatMap((id) => sharedRow(registry, id, [one.id, other.id], asked.asOf))
      .sort((first, second) => byName(first.group, second.group));
    return {
      one: itemOf(registry, one, asked.asOf),
      other: itemOf(registry, other, asked.asOf),
      shared: rows.filter((row) => row.oneStatus !== null && row.otherStatus !== null),
      onlyOne: rows.filter((row) => row.otherStatus === null),
      onlyOther: rows.filter((row) => row.oneStatus === null),
    };
  },
});

/** Standings of an actor in all groups, as far as they have begun by the day. */
export function standingsBy(registry: Registry, actor: string, day: string) {
  const ids = registry.groupsOf.get(actor) ?? [];
  return ids.flatMap((id) => {
    const group = registry.facts.actor(id);
    const standings = registry.facts.standings(id, actor).filter((one) => hasBegun(one, day));
    if (!group || standings.length === 0) return [];
    const counts = standingOn(standings, day);
    return [
      {
        group: itemOf(registry, group, day),
        status: counts?.status ?? null,
        since: counts?.joinedOn ?? null,
        standings: standings.map((standing) => standingItem(registry, standing)),
      },
    ];
  });
}
