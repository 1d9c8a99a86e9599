/**
 * The files of one agreement that ships with the node, as text in and typed values out. Nothing is
 * repaired silently: each row or field that cannot be believed is a problem with file and line.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ActorId } from '../kernel/actor-id.ts';
import { PlainDateText } from '../kernel/dates.ts';
import { FinalClauses, FractionText } from '../practices/agreements/clauses.ts';
import {
  INSTRUMENTS,
  KINDS,
  Notes,
  SECTORS,
  ShortTitles,
  Summaries,
} from '../practices/agreements/payloads/agreement.ts';

/** The longest acts.csv that is read; the largest agreement has about 200 parties. */
export const WORLD_ACTS_MAX = 2000;

/** What a row of acts.csv may record. */
export const WORLD_ACT_KINDS = [
  'signature',
  'definitive-signature',
  ...INSTRUMENTS,
  'provisional-application',
  'end-of-provisional-application',
  'withdrawal',
  'event',
] as const;
export type WorldActKind = (typeof WORLD_ACT_KINDS)[number];

const AgreementId = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/);
const Language = z.string().regex(/^[a-z]{2,3}$/);
const Titles = z
  .partialRecord(z.enum(['ar', 'en', 'es', 'fr', 'ru', 'zh']), z.string().min(1))
  .refine((titles) => titles.en !== undefined, 'an English title is needed');

/** agreement.json: what the agreement is, and its final clauses as the grammar has them. */
export const AgreementFile = z.strictObject({
  id: AgreementId,
  title: Titles,
  shortTitle: z.string().min(1).max(80).optional(),
  shortTitles: ShortTitles.optional(),
  kind: z.enum(KINDS),
  sectors: z.array(z.enum(SECTORS)).min(1),
  adoptedOn: PlainDateText,
  adoptedAt: z.string().min(1),
  openForSignature: z
    .strictObject({
      from: PlainDateText,
      to: PlainDateText.optional(),
      at: z.string().optional(),
    })
    .optional(),
  depositary: z.array(ActorId).min(1),
  /** The agreement that this one amends or is a protocol to. */
  parent: AgreementId.optional(),
  authenticLanguages: z.array(Language).min(1),
  /** Registration under Article 102 of the Charter; number in the UN Treaty Series. */
  registration: z
    .strictObject({ number: z.string().min(1), on: PlainDateText.optional() })
    .optional(),
  finalClauses: FinalClauses,
  summary: z.strictObject({ en: z.string().min(1).max(300), ...Summaries.shape }),
  links: z.array(z.strictObject({ title: z.string().min(1), url: z.url() })),
  /** Known to history; used by tests as ground truth, never by a rule. */
  expected: z.strictObject({
    entryIntoForceOn: PlainDateText.nullable(),
    /** What the clause gives, where the depositary recorded another day; `note` says why. */
    byClauseOn: PlainDateText.optional(),
    sources: z.array(z.string().min(1)).min(1),
  }),
  note: z.string().min(1).max(600).optional(),
  notes: Notes.optional(),
});
export type AgreementFile = z.infer<typeof AgreementFile>;

/** One legal act. An absent `effectiveOn` means that the clause decides it. */
export interface WorldAct {
  readonly actor: string;
  readonly act: WorldActKind;
  /** Day of signature, deposit, notice or event. */
  readonly date: PlainDateText;
  readonly effectiveOn?: PlainDateText;
  readonly source: string;
  readonly note?: string;
  /** For `event`: the key that a condition of the clause names. */
  readonly event?: string;
  /** Line in acts.csv, from 1. */
  readonly line: number;
}

/** A value that a class or a weight reads, as recorded for an actor on a day. */
export interface WorldAttribute {
  readonly actor: string;
  readonly attribute: string;
  /** An exact number as text: `17.4`, `2/3`. */
  readonly value: string;
  readonly on: PlainDateText;
  readonly source: string;
  readonly line: number;
}

/** Something in a file that cannot be believed. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Values or problems; where there is a problem the values are not to be used. */
export interface Read<T> {
  readonly values: T[];
  readonly problems: Problem[];
}

const ActRow = z.object({
  actor: ActorId,
  act: z.enum(WORLD_ACT_KINDS),
  date: PlainDateText,
  effective_on: z.union([z.literal(''), PlainDateText]),
  source: z.string().min(1),
  note: z.string(),
});

const AttributeRow = z.object({
  actor: ActorId,
  attribute: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
  value: FractionText,
  on: PlainDateText,
  source: z.string().min(1),
});

const CsvRecords = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) }),
);

function reasonOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}

/** Reads a table with a header; each row that cannot be believed is a problem with its line. */
export function readTable<Row extends z.ZodType, T>(
  file: string,
  text: string,
  row: Row,
  convert: (row: z.infer<Row>, line: number) => T,
  rowsMax: number = WORLD_ACTS_MAX,
): Read<T> {
  const result: Read<T> = { values: [], problems: [] };
  let parsed: unknown;
  try {
    parsed = parse(text, { columns: true, info: true, to: rowsMax + 1 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not a table';
    return { values: [], problems: [{ file, line: 1, reason }] };
  }
  const records = CsvRecords.parse(parsed);
  if (records.length > rowsMax)
    result.problems.push({ file, line: 1, reason: `more than ${rowsMax} rows` });
  for (const { record, info } of records) {
    const checked = row.safeParse(record);
    if (checked.success) result.values.push(convert(checked.data, info.lines));
    else result.problems.push({ file, line: info.lines, reason: reasonOf(checked.error) });
  }
  return result;
}

/** The key of an event is the first word of its note; an explanation may follow a colon. */
function eventKey(note: string): string {
  return note.split(':', 1)[0]?.trim() ?? '';
}

/** Reads acts.csv: `actor,act,date,effective_on,source,note`. */
export function readActs(file: string, text: string): Read<WorldAct> {
  return readTable(file, text, ActRow, (row, line) => ({
    actor: row.actor,
    act: row.act,
    date: row.date,
    source: row.source,
    line,
    ...(row.effective_on === '' ? {} : { effectiveOn: row.effective_on }),
    ...(row.note === '' ? {} : { note: row.note }),
    ...(row.act === 'event' ? { event: eventKey(row.note) } : {}),
  }));
}

/** Reads attributes.csv: `actor,attribute,value,on,source`. */
export function readAttributes(file: string, text: string): Read<WorldAttribute> {
  return readTable(file, text, AttributeRow, (row, line) => ({ ...row, line }));
}

/** Reads agreement.json. */
export function readAgreementFile(file: string, text: string): Read<AgreementFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { values: [], problems: [{ file, line: 1, reason: 'not JSON' }] };
  }
  const checked = AgreementFile.safeParse(json);
  if (checked.success) return { values: [checked.data], problems: [] };
  return { values: [], problems: [{ file, line: 1, reason: reasonOf(checked.error) }] };
}
