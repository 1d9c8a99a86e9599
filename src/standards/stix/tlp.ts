/**
 * The marks of the Traffic Light Protocol in STIX: those of TLP 1.0 that the specification fixes
 * (section 7.2.1.4), and those of TLP 2.0 that the committee published as an extension. An object
 * that was sent to us is never held at a looser level than its marks say.
 */
import type { Json } from '../../kernel/canonical.ts';
import { LEVELS, type Marking } from '../../kernel/marking.ts';
import { granularMarkingsOf } from './check/granular-markings.ts';
import { isJsonObject } from './json-text.ts';

export type Level = Marking['level'];
type Value = Readonly<Record<string, Json>>;

export const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const [LEGACY_CREATED, CREATED] = ['2017-01-20T00:00:00.000Z', '2022-10-01T00:00:00.000Z'];

interface LegacyMark {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly created: string;
  readonly level: Level;
}

const legacy = (colour: string, uuid: string, level: Level): LegacyMark => ({
  id: `marking-definition--${uuid}`,
  name: `TLP:${colour.toUpperCase()}`,
  colour,
  created: LEGACY_CREATED,
  level,
});

const LEGACY_MARKS: readonly LegacyMark[] = [
  legacy('white', '613f2e26-407d-48c7-9eca-b8e91df99dc9', 'clear'),
  legacy('green', '34098fce-860f-48ae-8e50-ebd3cc5e41da', 'green'),
  legacy('amber', 'f88d31f6-486f-44da-b317-01333bde0b82', 'amber'),
  legacy('red', '5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'red'),
];

const MARK_IDS: Readonly<Record<Level, string>> = {
  clear: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The mark of TLP 1.0 that has the id. */
export function tlpByLegacyId(id: string): LegacyMark | null {
  return LEGACY_MARKS.find((mark) => mark.id === id) ?? null;
}

/** The mark of TLP 2.0 that has the id. */
export function tlpById(id: string): { readonly level: Level } | null {
  const level = LEVELS.find((one) => MARK_IDS[one] === id);
  return level === undefined ? null : { level };
}

/** The id of the mark of TLP 2.0 for a level. */
export const markOf = (level: Level): string => MARK_IDS[level];

/** The marking definition of a level, as it goes into a bundle beside what it marks. */
export function markDefinitionOf(level: Level): { [key: string]: Json } {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: MARK_IDS[level],
    created: CREATED,
    name: `TLP:${level.toUpperCase()}`,
    extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: level } },
  };
}

/** The level that a marking definition stands for, or null where it is none of these marks. */
export function levelOfMark(id: string): Level | null {
  return tlpById(id)?.level ?? tlpByLegacyId(id)?.level ?? null;
}

const strictest = (levels: readonly Level[]): Level | null =>
  LEVELS.findLast((level) => levels.includes(level)) ?? null;

export interface Marks {
  /** The strictest level of the object and of any part of it; null where none is said. */
  readonly level: Level | null;
  /** Marks that say no level we know: terms of use, or another scheme. They are to be read. */
  readonly others: readonly string[];
}

const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The marks of an object: those of all of it, and granular ones, of which the strictest counts. */
export function marksOf(value: Value): Marks {
  const granular = granularMarkingsOf(value).flatMap(({ marking_ref: mark }) =>
    typeof mark === 'string' ? [mark] : [],
  );
  const all = [...new Set([...textsIn(value['object_marking_refs']), ...granular])];
  const levels = all.flatMap((mark) => levelOfMark(mark) ?? []);
  return { level: strictest(levels), others: all.filter((mark) => levelOfMark(mark) === null) };
}

/**
 * The object marked at least at the level: looser marks of the protocol on it as a whole are
 * replaced, those of other schemes and granular ones are kept.
 */
export function markedAtLeast(value: Value, level: Level): { [key: string]: Json } {
  const references = textsIn(value['object_marking_refs']);
  const said = strictest(references.flatMap((mark) => levelOfMark(mark) ?? []));
  if (said !== null && LEVELS.indexOf(said) >= LEVELS.indexOf(level)) return { ...value };
  const kept = references.filter((mark) => levelOfMark(mark) === null);
  return { ...value, object_marking_refs: [...kept, MARK_IDS[level]] };
}

/** Whether a value is a marking definition of one of these marks. */
export function isMarkDefinition(value: Json): boolean {
  if (!isJsonObject(value) || value['type'] !== 'marking-definition') return false;
  return typeof value['id'] === 'string' && levelOfMark(value['id']) !== null;
}
