/** Shapes that the answers of this practice share. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { InstantText, PlainDateText } from '../../../kernel/dates.ts';
import { ActorKind, MembershipStatus, Names } from '../acts/payloads.ts';
import type { Registry } from '../registry.ts';
import type { ActorFact } from '../rules/actor-facts.ts';

export const Day = PlainDateText.nullable();

/** An actor in a list. */
export const ActorItem = z.object({
  id: ActorId,
  name: z.string(),
  names: Names,
  kind: ActorKind,
  region: z.string().nullable(),
  subregion: z.string().nullable(),
  from: Day,
  to: Day,
  /** Whether it exists on the day asked for. */
  exists: z.boolean(),
  numericCode: z.string().nullable(),
});
export type ActorItem = z.output<typeof ActorItem>;

/** The actor as it stands in lists, on a day. */
export function itemOf(registry: Registry, actor: ActorFact, day: string): ActorItem {
  const { id, name, names, kind, region, from, to, numericCode } = actor;
  const subregion = registry.entryOf.get(id)?.subregion ?? null;
  const exists = registry.facts.existsOn(id, day);
  return { id, name, names, kind, region, subregion, from, to, exists, numericCode };
}

/** A standing in a group over time. */
export const StandingItem = z.object({
  status: MembershipStatus,
  from: Day,
  /** The first day on which it no longer held. */
  to: Day,
  endedWith: z.enum(['member', 'group']).nullable(),
  joinAct: z.string(),
  leaveAct: z.string().nullable(),
  source: z.string().nullable(),
});
export type StandingItem = z.output<typeof StandingItem>;

/** Where an act stands in the record. */
export const RecordItem = z.object({
  act: z.string(),
  source: z.string().nullable(),
  recordedAt: InstantText,
  position: z.int(),
});
export type RecordItem = z.output<typeof RecordItem>;

/** The record's item for an act that is there. */
export function recordItem(registry: Registry, entry: string): RecordItem[] {
  const source = registry.source(entry);
  if (!source) return [];
  const { recorded_at: recordedAt, position } = source;
  return [{ act: entry, source: source.source, recordedAt, position }];
}

/** By English name, as lists are sorted before a reader's language is known. */
export function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, 'en');
}
