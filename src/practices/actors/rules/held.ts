/** Reads what an act says by the schema of its type, and makes the row that it stands for. */
import { z } from 'zod';
import type { ActOf } from '../../../kernel/act.ts';
import type { Rule } from '../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import {
  CorrectPayload,
  EnterPayload,
  JoinPayload,
  LeavePayload,
  MeasurePayload,
  NamePayload,
  OfficePayload,
  SucceedPayload,
} from '../acts/payloads.ts';
import {
  type Entry,
  entryOf,
  actorRow,
  attributeRow,
  joinRow,
  leaveRow,
  nameRow,
  officeRow,
  successionRow,
} from '../acts/rows.ts';
import { CONTENT_RULE } from './law.ts';
import type { Held } from './state.ts';

type Reader = (entry: Entry, payload: unknown) => Held | Refusal;

function reader<Schema extends z.ZodType>(
  schema: Schema,
  held: (entry: Entry, payload: z.output<Schema>) => Held,
): Reader {
  return (entry, payload) => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? held(entry, parsed.data) : unreadable(parsed.error, CONTENT_RULE);
  };
}

const readers: Readonly<Record<Held['type'], Reader>> = {
  'actors.enter': reader(EnterPayload, (entry, payload) => {
    return { type: 'actors.enter', row: actorRow(entry, payload) };
  }),
  'actors.name': reader(NamePayload, (entry, payload) => {
    return { type: 'actors.name', row: nameRow(entry, payload) };
  }),
  'actors.succeed': reader(SucceedPayload, (entry, payload) => {
    return { type: 'actors.succeed', row: successionRow(entry, payload) };
  }),
  'actors.join': reader(JoinPayload, (entry, payload) => {
    return { type: 'actors.join', row: joinRow(entry, payload) };
  }),
  'actors.leave': reader(LeavePayload, (entry, payload) => {
    return { type: 'actors.leave', row: leaveRow(entry, payload) };
  }),
  'actors.measure': reader(MeasurePayload, (entry, payload) => {
    return { type: 'actors.measure', row: attributeRow(entry, payload) };
  }),
  'actors.hold-office': reader(OfficePayload, (entry, payload) => {
    return { type: 'actors.hold-office', row: officeRow(entry, payload) };
  }),
};

/** Narrows an act's type to those that stand for a fact of their own. */
export function isFactType(type: string): type is Held['type'] {
  return Object.hasOwn(readers, type);
}

/** What an act of the type says, as a row; or why its payload cannot be read. */
export function readHeld(type: Held['type'], entry: Entry, payload: unknown): Held | Refusal {
  return readers[type](entry, payload);
}

/** What was read of acts; judging asks three times, and parsing is what costs. */
const readBefore = new WeakMap<ActOf<unknown>, { entry: Entry; held: Held | Refusal | null }>();

/**
 * An act's common columns, and the fact that it stands for: null where it is of another type, as a
 * correction is. Throws TypeError for a payload with no canonical form.
 */
export function readFact(act: ActOf<unknown>): { entry: Entry; held: Held | Refusal | null } {
  const before = readBefore.get(act);
  if (before) return before;
  const entry = entryOf(act);
  const { type } = act.header;
  const read = { entry, held: isFactType(type) ? readHeld(type, entry, act.payload) : null };
  readBefore.set(act, read);
  return read;
}

/** What a correction says, or why its payload cannot be read. */
export function readCorrection(payload: unknown): CorrectPayload | Refusal {
  const parsed = CorrectPayload.safeParse(payload);
  return parsed.success ? parsed.data : unreadable(parsed.error, CONTENT_RULE);
}

function unreadable(error: z.ZodError, rule: Rule): Refusal {
  return refuse(
    rule,
    said('The content cannot be read: {$fault}', { fault: z.prettifyError(error).slice(0, 600) }),
  );
}
