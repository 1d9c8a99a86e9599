/** Registers of channels, and the rows that acts in them leave. */
import type { Header } from '../../../kernel/act.ts';
import type { AdmittedAct } from '../../../kernel/define-area.ts';
import { type RowChange, put } from '../../../kernel/table.ts';
import { type Content, objectHead } from '../payloads/content.ts';
import { type Notice, readNumber } from '../payloads/notice.ts';
import { isTimestamp, orderedForm } from '../../../standards/stix/timestamp.ts';
import { annexTable, eventTable, noticeTable, objectTable } from '../tables.ts';

const PREFIX = 'notices/';

/** The channel that a register is; empty where it is none. */
export function channelOf(header: Pick<Header, 'register'>): string {
  const { register } = header;
  return register?.startsWith(PREFIX) === true ? register.slice(PREFIX.length) : '';
}

/** The register of a channel. */
export function registerOf(channel: string): string {
  return `${PREFIX}${channel}`;
}

export const EVENT_KINDS = [
  'acknowledge',
  'update',
  'cancel',
  'offer-assistance',
  'close',
  'permit-onward-release',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const sourceOf = ({ basis }: Header): string | null =>
  basis.kind === 'recorded' ? basis.source : null;

/** An annex, which may stand in a part for fewer: then so does its row. */
function annexRows({ id, header, payload }: AdmittedAct<Notice>): RowChange[] {
  const { annex } = payload;
  if (annex === undefined) return [];
  const row = put(annexTable, { entry: id, channel: channelOf(header), annex });
  return [{ ...row, of: 'annex' }];
}

/** The payload without the words of its objects, which have rows of their own. */
function withoutObjects<Payload extends { readonly content?: Content | null | undefined }>(
  payload: Payload,
) {
  const { content } = payload;
  if (!content) return payload;
  if (content.standard === 'cap') return payload;
  return { ...payload, content: { standard: content.standard, count: content.objects.length } };
}

/** In the one form in which instants of any precision are ordered as texts. */
const versionOf = (instant: string): string =>
  isTimestamp(instant) ? orderedForm(instant) : instant;

/** A row for each STIX object that the act brings to the notice. */
function objectRows(act: AdmittedAct<unknown>, notice: string, content: Content | null) {
  if (content?.standard !== 'stix') return [];
  const { recordedAt } = act.admission;
  return content.objects.flatMap((object, at): RowChange[] => {
    const head = objectHead(object);
    // The schema accepted the payload, so that each object has a head.
    if (head === null) return [];
    return [
      put(objectTable, {
        entry: act.id,
        at,
        channel: channelOf(act.header),
        notice,
        object_id: head.id,
        object_type: head.type,
        spec_version: head.spec_version ?? (head.created === undefined ? '2.1' : '2.0'),
        version: versionOf(head.modified ?? head.created ?? recordedAt),
        added_at: recordedAt,
        object,
      }),
    ];
  });
}

/** CAP 1.2: what an alert is named by. */
function alertCells(content: Content | null) {
  if (content?.standard !== 'cap')
    return { cap_identifier: null, cap_sender: null, cap_sent: null };
  const { identifier, sender, sent } = content;
  return { cap_identifier: identifier, cap_sender: sender, cap_sent: sent };
}

function numberCells(given: string | undefined) {
  if (given === undefined) return { number: null, serial: null, year: null };
  return { number: given, ...readNumber(given) };
}

/** The rows of a notice: itself, and its objects. */
export function noticeRows(act: AdmittedAct<Notice>): RowChange[] {
  const { header, payload } = act;
  const { annex: _annex, ...said } = payload;
  const row = put(noticeTable, {
    entry: act.id,
    channel: channelOf(header),
    actor: header.actor,
    author: header.author,
    kind: payload.kind,
    ...numberCells(payload.number),
    precedence: payload.precedence,
    issued_at: header.issuedAt,
    in_reply_to: payload.inReplyTo ?? null,
    source_notice: payload.source?.notice ?? null,
    ...alertCells(payload.content),
    source: sourceOf(header),
    marking: header.marking,
    notice: withoutObjects(said),
  });
  return [row, ...annexRows(act), ...objectRows(act, act.id, payload.content)];
}

interface Upon {
  readonly notice: string;
  readonly content?: Content | null | undefined;
}

/** The rows of what is done upon a notice: itself, and the objects that an update brings. */
export function eventRows(kind: EventKind, act: AdmittedAct<Upon>): RowChange[] {
  const { header } = act;
  const { notice, ...detail } = withoutObjects(act.payload);
  const row = put(eventTable, {
    entry: act.id,
    channel: channelOf(header),
    notice,
    kind,
    actor: header.actor,
    issued_at: header.issuedAt,
    source: sourceOf(header),
    marking: header.marking,
    detail,
  });
  return [row, ...objectRows(act, notice, act.payload.content ?? null)];
}
