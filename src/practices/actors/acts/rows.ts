/** From what an act says to its row. Also used where a correction gives it another content. */
import { createHash } from 'node:crypto';
import type { Header } from '../../../kernel/act.ts';
import { canonicalText } from '../../../kernel/canonical.ts';
import type {
  ActorRow,
  AttributeRow,
  CorrectionRow,
  MembershipRow,
  NameRow,
  OfficeRow,
  SuccessionRow,
} from '../tables.ts';
import type {
  CorrectPayload,
  EnterPayload,
  JoinPayload,
  LeavePayload,
  MeasurePayload,
  NamePayload,
  OfficePayload,
  SucceedPayload,
} from './payloads.ts';

/** What every row has: the act, the digest of its content and source, and the source. */
export interface Entry {
  readonly entry: string;
  readonly fact: string;
  readonly source: string | null;
}

/** The digest by which the same fact from the same source is known again. */
export function factOf(type: string, payload: unknown, basis: Header['basis']): string {
  const source = basis.kind === 'recorded' ? basis.source : null;
  return createHash('sha256')
    .update(canonicalText([type, source, payload]))
    .digest('hex');
}

/** The common columns of an act's row. */
export function entryOf(act: { id: string; header: Header; payload: unknown }): Entry {
  const { basis, type } = act.header;
  return {
    entry: act.id,
    fact: factOf(type, act.payload, basis),
    source: basis.kind === 'recorded' ? basis.source : null,
  };
}

/** The row of `actors.enter`. */
export function actorRow(entry: Entry, payload: EnterPayload): ActorRow {
  return {
    ...common(entry),
    actor: payload.id,
    kind: payload.kind,
    names: payload.names,
    official_name: payload.officialName ?? null,
    from_on: payload.from ?? null,
    to_on: payload.to ?? null,
    region: payload.region ?? null,
    subregion: payload.subregion ?? null,
    seat: payload.seat ?? null,
    numeric_code: payload.numericCode ?? null,
    treaty_capacity: payload.treatyCapacity,
    regional_integration: payload.regionalIntegration,
    website: payload.website ?? null,
  };
}

/** The row of `actors.name`. */
export function nameRow(entry: Entry, payload: NamePayload): NameRow {
  return {
    ...common(entry),
    actor: payload.id,
    name: payload.name,
    from_on: payload.from ?? null,
    to_on: payload.to ?? null,
  };
}

/** The row of `actors.succeed`. */
export function successionRow(entry: Entry, payload: SucceedPayload): SuccessionRow {
  const { predecessor, successor, on, kind } = payload;
  return { ...common(entry), predecessor, successor, on_day: on, kind };
}

/** The row of `actors.join`; its day is null where it reaches back to the beginning. */
export function joinRow(entry: Entry, payload: JoinPayload): MembershipRow {
  const { group, member, status, from } = payload;
  return { ...common(entry), group_id: group, member, event: 'join', status, on_day: from };
}

/** The row of `actors.leave`; its day is the first without the standing. */
export function leaveRow(entry: Entry, payload: LeavePayload): MembershipRow {
  const { group, member, status, on } = payload;
  return { ...common(entry), group_id: group, member, event: 'leave', status, on_day: on };
}

/** The row of `actors.measure`; the value is decimal text. */
export function attributeRow(entry: Entry, payload: MeasurePayload): AttributeRow {
  const { actor, attribute, value, unit, from, to } = payload;
  return { ...common(entry), actor, attribute, value, unit, from_on: from, to_on: to };
}

/** The row of `actors.hold-office`. */
export function officeRow(entry: Entry, payload: OfficePayload): OfficeRow {
  return {
    ...common(entry),
    office: payload.id,
    actor: payload.actor,
    title: payload.title,
    role: payload.role,
    exempt_from_full_powers: payload.exemptFromFullPowers,
  };
}

/** The row of `actors.correct`; without a replacement it voids. */
export function correctionRow(entry: Entry, payload: CorrectPayload): CorrectionRow {
  return {
    ...common(entry),
    corrects: payload.act,
    replacement: 'replacement' in payload ? payload.replacement : null,
    reason: payload.reason,
  };
}

/** Only the common columns, since a stored row is given here too when it is replaced. */
function common({ entry, fact, source }: Entry): Entry {
  return { entry, fact, source };
}
