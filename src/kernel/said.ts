/** What is said to a reader: sentences with named values, so that they have any language. */
import { z } from 'zod';

/**
 * What a place of a sentence is filled with. What it is shows by its form: a day (`2016-11-04`), an
 * instant, a number, several of them, another sentence; anything else is a name.
 */
export type SaidValue = string | number | bigint | Sentence | Named | readonly SaidValue[];

/** What has a name of its own in each language; the English one stands here. */
export interface Named {
  /** The id of an actor, or the register of another thing: `agreements/paris-agreement`. */
  readonly id: string;
  readonly name: string;
}

/** The names of the places in a template: `'{$actor} has {$count} votes.'` has two. */
type PlacesOf<Template extends string> = Template extends `${string}{$${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never;

type Filling<Template extends string> = [PlacesOf<Template>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<Template>, SaidValue>>];

export interface Sentence {
  /** The English sentence with its places; catalogues of other languages find it by this. */
  readonly template: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/**
 * Says something. The template is an English sentence, or a clause of one, with places as Unicode
 * MessageFormat 2 writes them (`{$actor}`); a literal, so that tests find every one in the code.
 */
export function said<const Template extends string>(
  template: Template,
  ...[values]: Filling<Template>
): Sentence {
  return { template, values: values ?? {} };
}

/** Whether a value is a sentence of its own. */
export function isSaid(value: SaidValue): value is Sentence {
  return typeof value === 'object' && 'template' in value;
}

/** Whether a value is what has a name. */
export function isNamed(value: SaidValue): value is Named {
  return typeof value === 'object' && 'id' in value;
}

function valueInEnglish(value: SaidValue): string {
  if (isSaid(value)) return inEnglish(value);
  if (isNamed(value)) return value.name;
  return typeof value === 'object' ? value.map(valueInEnglish).join(', ') : String(value);
}

const PLACES = /\{\$([A-Za-z][A-Za-z0-9]*)\}|\\([\\{}|])/g;

/** The English sentence, as the record keeps it and machines get it. */
export function inEnglish({ template, values }: Sentence): string {
  const filled = new Map(Object.entries(values));
  return template.replaceAll(PLACES, (place: string, name?: string, escaped?: string) => {
    if (name === undefined) return escaped ?? place;
    const value = filled.get(name);
    return value === undefined ? place : valueInEnglish(value);
  });
}

/** What somebody else wrote, and what has no other language: said as it stands. */
export function asWritten(words: string): Sentence {
  return said('{$words}', { words });
}

/** One sentence after another. */
export function together(one: Sentence, other: Sentence): Sentence {
  return said('{$one} {$other}', { one, other });
}

const SaidValueShape: z.ZodType<SaidValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ id: z.string(), name: z.string() }),
    SentenceShape,
    z.array(SaidValueShape),
  ]),
);

/** A sentence with its values, as answers carry it. */
export const SentenceShape: z.ZodType<Sentence> = z
  .lazy(() => z.object({ template: z.string(), values: z.record(z.string(), SaidValueShape) }))
  .meta({ title: 'sentence' });
