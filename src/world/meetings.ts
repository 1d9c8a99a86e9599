/**
 * The bodies that ship with the node: who they are, their seats, weights, officers and observers,
 * as tables in one folder. How they decide is told by the tables of standard rules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ActorId } from '../kernel/actor-id.ts';
import { PlainDateText } from '../kernel/dates.ts';
import {
  BODY_KINDS,
  INTERVENTIONS,
  OBSERVER_CATEGORIES,
  OBSERVER_RIGHTS,
  OFFICES,
} from '../practices/meetings/payloads/body.ts';
import { FractionText, Name } from '../practices/meetings/payloads/parts.ts';
import { type Problem, readTable } from './agreement-files.ts';
import { WorldDataError } from './agreements.ts';

const orEmpty = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal(''), schema]);
const Confidence = z.enum(['checked', 'memory']);
const Source = z.string().min(1).max(300);
const WholeNumber = z.string().regex(/^\d{1,3}$/);
const InLanguages = {
  en: z.string().min(1),
  fr: z.string().min(1),
  es: z.string().min(1),
  ru: z.string().min(1),
  zh: z.string().min(1),
  ar: z.string().min(1),
};

const BodyRow = z.object({
  body: Name,
  kind: z.enum(BODY_KINDS),
  organization: orEmpty(ActorId),
  membership: z.enum(['seats', 'group', 'parties']),
  /** The group, or the agreement, that makes members. */
  of: z.string(),
  established_on: PlainDateText,
  /** The share of the members that has to be there for a meeting to be opened. */
  quorum: orEmpty(FractionText),
  quorum_citation: z.string(),
  ...InLanguages,
  note: z.string(),
  source: Source,
  confidence: Confidence,
  /** Where what its rules count is entered from a later day only: that day. */
  rules_from: orEmpty(PlainDateText),
});

const GroupRow = z.object({
  body: Name,
  from: PlainDateText,
  seats: Name,
  number: WholeNumber,
  of: orEmpty(ActorId),
  term_years: orEmpty(WholeNumber),
  immediate_reelection: z.enum(['yes', 'no']),
  ...InLanguages,
  citation: Source,
});

const SeatRow = z.object({
  body: Name,
  member: ActorId,
  seats: orEmpty(Name),
  from: PlainDateText,
  until: orEmpty(PlainDateText),
  source: Source,
  confidence: Confidence,
});

const SchemeRow = z.object({
  body: Name,
  scheme: Name,
  from: PlainDateText,
  en: z.string().min(1),
  fr: z.string().min(1),
  es: z.string().min(1),
  ru: z.string().min(1),
  zh: z.string().min(1),
  ar: z.string().min(1),
  unit: z.string(),
  citation: Source,
  source: Source,
  confidence: Confidence,
});

const WeightRow = z.object({
  body: Name,
  scheme: Name,
  from: PlainDateText,
  actor: ActorId,
  /** A dash where a member has none. */
  weight: z.union([z.literal('-'), FractionText]),
});

const ObserverRow = z.object({
  body: Name,
  observer: ActorId,
  category: z.enum(OBSERVER_CATEGORIES),
  from: PlainDateText,
  rights: z
    .string()
    .transform((text) => text.split(' '))
    .pipe(z.array(z.enum(OBSERVER_RIGHTS))),
  citation: Source,
  source: Source,
  confidence: Confidence,
});

const OfficerRow = z.object({
  body: Name,
  office: z.enum(OFFICES),
  holder: orEmpty(ActorId),
  person: z.string().min(1),
  from: PlainDateText,
  until: orEmpty(PlainDateText),
  source: Source,
  confidence: Confidence,
});

const SpeakingRow = z.object({
  body: Name,
  from: PlainDateText,
  kind: z.enum(INTERVENTIONS),
  minutes: WholeNumber,
  times: orEmpty(WholeNumber),
  later_minutes: orEmpty(WholeNumber),
  citation: Source,
});

export interface WorldMeetings {
  readonly bodies: readonly z.output<typeof BodyRow>[];
  readonly groups: readonly z.output<typeof GroupRow>[];
  readonly seats: readonly z.output<typeof SeatRow>[];
  readonly schemes: readonly z.output<typeof SchemeRow>[];
  readonly weights: readonly z.output<typeof WeightRow>[];
  readonly observers: readonly z.output<typeof ObserverRow>[];
  readonly officers: readonly z.output<typeof OfficerRow>[];
  readonly speaking: readonly z.output<typeof SpeakingRow>[];
}
export type WorldBody = WorldMeetings['bodies'][number];

/** Reads the bodies of the folder. Throws WorldDataError with all that cannot be believed. */
export function readWorldMeetings(folder: string): WorldMeetings {
  const problems: Problem[] = [];
  const table = <Row extends z.ZodType>(name: string, row: Row): z.output<Row>[] => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    const read = readTable(path, readFileSync(path, 'utf8'), row, (values) => values);
    problems.push(...read.problems);
    return read.values;
  };
  const world = {
    bodies: table('bodies.csv', BodyRow),
    groups: table('seat-groups.csv', GroupRow),
    seats: table('seats.csv', SeatRow),
    schemes: table('schemes.csv', SchemeRow),
    weights: table('weights.csv', WeightRow),
    observers: table('observers.csv', ObserverRow),
    officers: table('officers.csv', OfficerRow),
    speaking: table('speaking.csv', SpeakingRow),
  };
  if (problems.length > 0) throw new WorldDataError(problems);
  return world;
}
