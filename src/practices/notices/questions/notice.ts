/** One notice: what it says, where it stands and why, and what is due on it. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { InstantText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { mayView } from '../../../kernel/marking.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import type { ActorFacts } from '../../actors/area.ts';
import { EVENT_KINDS } from '../acts/rows.ts';
import { ChannelName } from '../payloads/channel.ts';
import { loadAnnex } from '../load.ts';
import { Annex } from '../payloads/notice.ts';
import { StoredNotice } from '../payloads/stored.ts';
import { type Read, readNotice } from '../readings.ts';
import { type Telling, escalationOf } from '../rules/escalation.ts';
import { standingFinding } from '../rules/findings.ts';
import { rootOf, threadFrom } from '../rules/threads.ts';
import { findingIn } from './in-words.ts';
import {
  AddresseeRow,
  InLanguage,
  Marking,
  NoticeRow,
  addresseeRows,
  deskWith,
  nameIn,
  noticeRow,
  titleIn,
} from './shapes.ts';

const EventRow = z.object({
  act: z.string(),
  kind: z.enum(EVENT_KINDS),
  actor: z.string(),
  name: z.string(),
  at: InstantText,
  /** The words of the act: its reason, note, outcome, or what is offered. */
  says: z.string(),
});

const TellingRow = z.object({
  addressee: z.string(),
  name: z.string(),
  office: z.string(),
  officeName: z.string(),
  step: z.int(),
  dueAt: InstantText,
});

const SAID = ['reason', 'outcome', 'what', 'note'] as const;

/** What an event says in its own words, one after the other. */
function wordsOf(detail: Readonly<Record<string, unknown>>): string {
  return SAID.flatMap((name) => {
    const said = detail[name];
    return typeof said === 'string' && said !== '' ? [said] : [];
  }).join(' – ');
}

function eventRowsOf({ history }: Read, facts: ActorFacts, locale: Locale) {
  return history.events.map(({ act, kind, actor, recordedAt, detail }) => ({
    act,
    kind,
    actor,
    name: nameIn(locale, actor, facts),
    at: recordedAt,
    says: wordsOf(detail),
  }));
}

function tellingRow(
  { addressee, office, step, dueAt }: Telling,
  facts: ActorFacts,
  locale: Locale,
) {
  return {
    addressee,
    name: nameIn(locale, addressee, facts),
    office,
    officeName: nameIn(locale, office, facts),
    step,
    dueAt,
  };
}

/** A notice by its act; where only a channel is named, the latest in it. */
const NoticeInput = z.strictObject({
  notice: ActId.optional(),
  channel: ChannelName.optional(),
  locale: InLanguage,
});
const example = { channel: 'outbreak-alerts' };

export const notice = defineQuestion({
  name: 'notices.notice',
  title: 'What does this notice say, and who has acknowledged it?',
  input: NoticeInput,
  output: z.object({
    ...NoticeRow.shape,
    channelTitle: z.string(),
    custodian: z.string(),
    marking: Marking,
    source: z.string().nullable(),
    says: StoredNotice,
    /** Null where there is none that the asker may see. */
    annex: Annex.nullable(),
    addressees: z.array(AddresseeRow),
    /** Whether the asker sees every acknowledgement; they are released to the sender at least. */
    isWhole: z.boolean(),
    /** Those for whom the asker reads who are addressed and have not acknowledged yet. */
    mayAcknowledge: z.array(z.string()),
    events: z.array(EventRow),
    root: z.string(),
    escalation: z.object({ due: z.array(TellingRow), next: TellingRow.nullable() }),
    finding: FindingShape,
  }),
  example,
  async answer(asked, { locale, ...named }) {
    const found = await deskWith(asked, named);
    if (isRefusal(found)) return found;
    const { desk, read } = found;
    const { facts, moment } = desk;
    const { fact, standing, channel, archive } = read;
    const { act } = fact;
    const told = escalationOf(fact, standing, channel, moment.at, (office, marking) =>
      mayView(marking, [office]),
    );
    const reads = (actor: string): boolean => asked.viewer.actors.includes(actor);
    const toRow = (one: Telling) => tellingRow(one, facts, locale);
    return {
      ...noticeRow(read, facts, locale),
      channelTitle: titleIn(locale, channel),
      custodian: channel.custodian,
      marking: fact.marking,
      source: fact.source,
      says: standing.notice,
      annex: await loadAnnex(asked.query, act),
      addressees: addresseeRows(read, facts, locale),
      isWhole: asked.viewer.actors.includes(fact.actor),
      mayAcknowledge: standing.addressees
        .filter(({ actor, acknowledgement }) => acknowledgement === null && reads(actor))
        .map(({ actor }) => actor),
      events: eventRowsOf(read, facts, locale),
      root: rootOf(archive, act),
      escalation: { due: told.due.map(toRow), next: told.next === null ? null : toRow(told.next) },
      finding: findingIn(locale, standingFinding(fact, standing, channel), facts),
    };
  },
});

const ThreadRow = z.object({ ...NoticeRow.shape, depth: z.int(), body: z.string() });

export const thread = defineQuestion({
  name: 'notices.thread',
  title: 'What was said in the thread of this notice, and what answers what?',
  input: NoticeInput,
  output: z.object({
    root: z.string(),
    closedAt: InstantText.nullable(),
    rows: z.array(ThreadRow),
  }),
  example,
  async answer(asked, { locale, ...named }) {
    const found = await deskWith(asked, named);
    if (isRefusal(found)) return found;
    const { desk, read } = found;
    const root = rootOf(read.archive, read.fact.act);
    const entries = threadFrom(read.archive, root);
    const rows = entries.flatMap(({ fact, depth }) => {
      const one = readNotice(desk, read, fact.act);
      if (one === null) return [];
      const body = one.standing.notice.body;
      return [{ ...noticeRow(one, desk.facts, locale), depth, body }];
    });
    return { root, closedAt: read.history.closed?.at ?? null, rows };
  },
});
