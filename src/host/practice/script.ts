/** What is done in a practice: its cast, the acts of the guided path, and every other kind. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { Marking } from '../../kernel/marking.ts';
import { ActorKind, Names } from '../../practices/actors/acts/payloads.ts';

const FOLDER = fileURLToPath(new URL('../../../world/practice/', import.meta.url));

/** Who somebody can be in a practice, in the order in which they are offered. */
const Cast = z.array(
  z.strictObject({
    id: ActorId,
    kind: ActorKind,
    role: z.enum(['secretariat', 'delegate', 'observer']),
    names: Names.required(),
    treatyCapacity: z.boolean(),
  }),
);
export type CastMember = z.output<typeof Cast>[number];

/** One act that a practice has ready: who does it where, and what it says. */
const Prepared = z.strictObject({
  key: z.string(),
  /** The step of the path to which it belongs, where it belongs to one. */
  step: z.string().optional(),
  by: ActorId,
  type: z.string(),
  register: z.string(),
  payload: z.record(z.string(), z.json()),
  /** Members of the payload by which it is told from others of its kind there. */
  match: z.array(z.string()).default([]),
  /** The how manieth that matches it is, where the same act is done more than once. */
  nth: z.int().min(1).default(1),
  /** Acts without which it cannot be done, beside those that its payload names. */
  after: z.array(z.string()).default([]),
  /** The source, where the secretariat records it and does not state it itself. */
  recorded: z.string().optional(),
  /** In whose name the secretariat records it, where that is not its own. */
  about: ActorId.optional(),
  /** For whom it is, where it is not for all. */
  marking: Marking.optional(),
  /** Whether the node does it by itself, once it can be done: it is waited for. */
  byNode: z.boolean().default(false),
  /** The page on which it is done, where that is no form. */
  page: z.string().optional(),
});
export type Prepared = z.output<typeof Prepared>;

export interface Script {
  readonly cast: readonly CastMember[];
  /** Acts of the path, in its order. */
  readonly path: readonly Prepared[];
  /** All other acts, in an order in which each can be done. */
  readonly further: readonly Prepared[];
}

let held: Script | undefined;

function read(name: string): unknown {
  return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8'));
}

/** The script, read once. */
export function practiceScript(): Script {
  held ??= {
    cast: Cast.parse(read('cast')),
    path: z.array(Prepared).parse(read('path')),
    further: z.array(Prepared).parse(read('further-acts')),
  };
  return held;
}

/** Whose node a practice is: the secretariat, which keeps all of its registers. */
export const SECRETARIAT = 'ilvara-commission';

const ACT = /\{act:([a-z0-9-]+)\}/g;

/** The keys of all acts without which this one cannot be done. */
export function needsOf({ after, payload }: Prepared): readonly string[] {
  const named = [...JSON.stringify(payload).matchAll(ACT)].map(([, key = '']) => key);
  return [...new Set([...after, ...named])];
}

/** What stands in for days, instants and acts that are only known while it is done. */
export interface Told {
  readonly now: Date;
  /** The acts that were done already, by key. */
  readonly acts: ReadonlyMap<string, string>;
}

const DAY_MILLISECONDS = 86_400_000;
const HOUR_MILLISECONDS = 3_600_000;
const DAY_CHARACTERS = 10;
const MINUTE_CHARACTERS = 16;

/** A text with days, instants and acts put in; of an act that is not done yet, nothing. */
function filledText(text: string, { now, acts }: Told): string {
  const day = (days: number): string =>
    new Date(now.getTime() + days * DAY_MILLISECONDS).toISOString().slice(0, DAY_CHARACTERS);
  const hour = (hours: number): string => {
    const at = new Date(now.getTime() + hours * HOUR_MILLISECONDS).toISOString();
    return `${at.slice(0, MINUTE_CHARACTERS)}Z`;
  };
  return text
    .replaceAll(ACT, (_, key: string) => acts.get(key) ?? '')
    .replaceAll(/\{today([+-]\d+)?\}/g, (_, days?: string) => day(Number(days ?? 0)))
    .replaceAll(/\{now\+(\d+)h\}/g, (_, hours: string) => hour(Number(hours)))
    .replaceAll('{year}', () => String(now.getUTCFullYear()));
}

type Json = z.output<ReturnType<typeof z.json>>;
const LAST_YEAR = '{last-year}';

/** A value with everything put in; what is left blank by it is left out. */
function filled(value: Json, told: Told): Json {
  if (value === LAST_YEAR) return told.now.getUTCFullYear() - 1;
  if (typeof value === 'string') return filledText(value, told);
  if (Array.isArray(value)) return value.map((one) => filled(one, told));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, one]) => [name, filled(one, told)]);
  return Object.fromEntries(members) as Record<string, Json>;
}

/** What a prepared act says, as of now. */
export function payloadOf(prepared: Prepared, told: Told): Readonly<Record<string, unknown>> {
  const members = Object.entries(prepared.payload).map(([name, value]) => [
    name,
    filled(value, told),
  ]);
  return Object.fromEntries(members) as Record<string, unknown>;
}
