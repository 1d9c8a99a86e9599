/**
 * One definition, many faces: an area (a practice or a sector) is its acts, tables, questions and
 * pages. The store, the HTTP API, the OpenAPI description, the CLI and the forms all read it here.
 */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { type ActOf, ActType } from './act.ts';
import type { InstantText, PlainDateText } from './dates.ts';
import type { Shelf } from './findable.ts';
import type { Refusal } from './refusal.ts';
import type { AnyTable, RowChange } from './table.ts';

/** The database as questions and deciders see it: typed by the area that asks. */
export type Query<Tables = Record<string, Record<string, unknown>>> = Kysely<Tables>;

/** Where the custodian put an act. */
export interface Admission {
  readonly register: string;
  readonly position: number;
  readonly ledger: number;
  readonly recordedAt: InstantText;
}
export type AdmittedAct<Payload> = ActOf<Payload> & { readonly admission: Admission };

/** One kind of act: its schema, and the rows that follow from it. `apply` is pure. */
export interface ActDefinition {
  readonly type: string;
  readonly title: string;
  readonly payload: z.ZodType;
  /** An example that the schema accepts, for documentation and tests. */
  readonly example: unknown;
  /** Whether it begins its register: then the author is recorded as the register's custodian. */
  readonly opens?: boolean;
  /** Whether acts wait for it in its register: those that do are decided once it is admitted. */
  readonly awaited?: boolean;
  /** Whether it is for its actor's eyes only, where nothing is said of who may see it. */
  readonly reserved?: boolean;
  /** Members that may stand in parts for fewer; the schema takes the payload without them. */
  readonly narrowable?: readonly string[];
  /** Whether its payload carries another act, whose rows it leaves once more for its audience. */
  readonly carries?: boolean;
  /** Whether it may be carried: its area takes what has rows for two audiences once. */
  readonly carriable?: boolean;
  apply(act: AdmittedAct<never>): readonly RowChange[];
}

/** Defines a kind of act, with `apply` typed by its schema. */
export function defineAct<Schema extends z.ZodType>(definition: {
  type: string;
  title: string;
  payload: Schema;
  example: z.input<Schema>;
  opens?: boolean;
  awaited?: boolean;
  reserved?: boolean;
  narrowable?: readonly string[];
  carries?: boolean;
  carriable?: boolean;
  apply(act: AdmittedAct<z.output<Schema>>): readonly RowChange[];
}): ActDefinition {
  return definition;
}

/** Judges acts one after another; an accepted act changes what the next one is judged by. */
export interface Judge {
  decide(act: ActOf<unknown>): Refusal | null;
  evolve(act: ActOf<unknown>): void;
}

/** Makes a judge of two pure rules over the state that was loaded for them. */
export function judgeWith<State>(
  initial: State,
  decide: (state: State, act: ActOf<unknown>) => Refusal | null,
  evolve: (state: State, act: ActOf<unknown>) => State,
): Judge {
  let state = initial;
  return {
    decide: (act) => decide(state, act),
    evolve: (act) => {
      state = evolve(state, act);
    },
  };
}

/**
 * Loads once, for a whole batch of an area's acts, what its rules need. `at` is the instant of
 * admission by the custodian's clock: what has to be in time is judged by it, and not by what the
 * author's clock says.
 */
export interface Decider {
  load(
    query: Query,
    acts: readonly ActOf<unknown>[],
    at: InstantText,
    memory: Memory,
  ): Promise<Judge>;
}

/** On whose behalf a request reads; nobody in particular is `{ actors: [] }`. */
export interface Viewer {
  readonly actors: readonly string[];
}

/** A kind of thing that is worth keeping between questions, with its type. */
export interface MemoryKind<Value> {
  readonly name: string;
  /** Never called; it carries the type. */
  readonly of?: (value: Value) => void;
}

/**
 * Keeps what is costly to compute for as long as the registers it was computed from stay where they
 * are. Kept apart by clearance, so that nobody is served what another may see. Bounded: what was
 * kept may be gone.
 */
export interface Memory {
  recall<Value>(kind: MemoryKind<Value>, name: string): Value | undefined;
  /**
   * What was kept last, though its registers may have moved since: whoever takes it looks what of
   * it still stands.
   */
  latest<Value>(kind: MemoryKind<Value>, name: string): Value | undefined;
  keep<Value>(
    kind: MemoryKind<Value>,
    name: string,
    registers: readonly string[],
    value: Value,
  ): void;
}

/** A memory that keeps nothing. */
export const FORGETFUL: Memory = {
  recall: () => undefined,
  latest: () => undefined,
  keep: () => undefined,
};

/** What a question is answered from: what a viewer may see, as of a day, as known at an instant. */
export interface Asked {
  readonly query: Query;
  readonly viewer: Viewer;
  readonly asOf: PlainDateText;
  /** Only what was recorded by then counts; null: all that is recorded. */
  readonly knownAt: InstantText | null;
  /** When it is asked, for what is due by the hour. */
  readonly now: InstantText;
  readonly memory: Memory;
}

/** A question with a name and a type. */
export interface Question<Input = never, Output = unknown> {
  readonly name: string;
  readonly title: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly example: unknown;
  answer(asked: Asked, input: Input): Promise<Output | Refusal>;
}

/** Defines a question, with `answer` typed by its schemas. */
export function defineQuestion<In extends z.ZodType, Out extends z.ZodType>(definition: {
  name: string;
  title: string;
  input: In;
  output: Out;
  example: z.input<In>;
  answer(asked: Asked, input: z.output<In>): Promise<z.output<Out> | Refusal>;
}): Question<z.output<In>, z.output<Out>> {
  return definition;
}

/** What something on record is called: in English, and in the languages in which it has a name. */
export interface Titled {
  readonly en: string;
  readonly [language: string]: string | undefined;
}

/** What fills a sentence. */
export type ConsequenceValue = string | number | Titled | readonly Titled[];

/**
 * One thing that would follow in law from an act: a sentence of the area's texts, by its key, and
 * what fills it. A plain date, a title and several titles are written in the reader's language.
 */
export interface Consequence {
  readonly key: string;
  readonly values: Readonly<Record<string, ConsequenceValue>>;
}

/** Acts that belong together for whoever looks for one; named by `<area>.topic.<key>`. */
export interface Topic {
  readonly key: string;
  readonly acts: readonly ActDefinition[];
}

/** What tells an act's place among the pages. */
export interface RecordedUnder {
  /** The act itself; absent where only its place is known. */
  readonly id?: string;
  readonly type: string;
  readonly register: string;
  readonly payload: unknown;
}

/** A page that belongs to an act, with the key of the text that names it. */
export interface RelatedPage {
  readonly href: string;
  readonly label: string;
}

export interface Area {
  readonly name: string;
  readonly title: string;
  readonly acts: readonly ActDefinition[];
  /** All acts once more, by topic, where they are too many for one list. */
  readonly topics?: readonly Topic[];
  readonly tables: readonly AnyTable[];
  readonly questions: readonly Question[];
  readonly decider: Decider;
  /** What of the area's is found by a search. */
  readonly searchable?: readonly Shelf[];
  /** The question that sums up one register of the area, by the name after the slash. */
  summary?(name: string): { readonly question: Question; readonly input: unknown };
  /** The pages to which a recorded act of the area leads on. */
  pagesOf?(act: RecordedUnder): readonly RelatedPage[];
  /** What would follow in law from an act that the rules accept; nothing is recorded. */
  preview?(asked: Asked, act: ActOf<unknown>): Promise<readonly Consequence[]>;
}

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at);

/**
 * Defines an area. Throws Error where an act or table is not its own, stands
 * under no topic, or a name stands twice.
 */
export function defineArea(definition: Area): Area {
  const { name } = definition;
  const types = definition.acts.map((act) => act.type);
  const tables = definition.tables.map((table) => table.name);
  const questions = definition.questions.map((question) => question.name);
  const isOwnAct = (type: string): boolean =>
    ActType.safeParse(type).success && type.startsWith(`${name}.`);
  const strangeAct = types.find((type) => !isOwnAct(type));
  if (strangeAct !== undefined) throw new Error(`${strangeAct} is no act of ${name}`);
  const own = name.replaceAll('-', '_');
  const strangeTable = tables.find((table) => table !== own && !table.startsWith(`${own}_`));
  if (strangeTable !== undefined) throw new Error(`${strangeTable} is no table of ${name}`);
  const sorted = definition.topics?.flatMap(({ acts }) => acts.map((act) => act.type)) ?? types;
  const unsorted = types.find((type) => !sorted.includes(type));
  if (unsorted !== undefined) throw new Error(`${unsorted} stands under no topic`);
  const twice = twiceIn(types) ?? twiceIn(sorted) ?? twiceIn(tables) ?? twiceIn(questions);
  if (twice !== undefined) throw new Error(`${name}: ${twice} stands twice`);
  return definition;
}
