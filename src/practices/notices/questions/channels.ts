/** Which channels there are, and what was issued in one or in all. */
import { said } from '../../../kernel/said.ts';
import { z } from 'zod';
import { InstantText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { LEVELS } from '../../../kernel/marking.ts';
import { ChannelName, Deadlines, Step } from '../payloads/channel.ts';
import { Addressed, Kind } from '../payloads/parts.ts';
import { type Desk, type Reading, allRead, openDesk } from '../readings.ts';
import { missingSerials } from '../rules/numbering.ts';
import {
  InLanguage,
  Instant,
  Marking,
  NoticeRow,
  nameIn,
  noticeRow,
  titleIn,
  unknownHere,
} from './shapes.ts';

export const LATEST_MAX = 50;

const ChannelRow = z.object({
  channel: z.string(),
  title: z.string(),
  kind: Kind,
  level: z.enum(LEVELS),
  custodian: z.string(),
  custodianName: z.string(),
  openedAt: InstantText,
  notices: z.int(),
  latestAt: Instant,
  /** Addressees whose acknowledgement is overdue, over all its notices. */
  overdue: z.int(),
});

function channelRow(desk: Desk, reading: Reading, locale: z.output<typeof InLanguage>) {
  const { channel } = reading;
  const read = allRead({ ...desk, readings: [reading] });
  const overdue = read.flatMap(({ standing }) =>
    standing.addressees.filter(({ state }) => state === 'overdue'),
  );
  return {
    channel: channel.channel,
    title: titleIn(locale, channel),
    kind: channel.opening.kind,
    level: channel.opening.level,
    custodian: channel.custodian,
    custodianName: nameIn(locale, channel.custodian, desk.facts),
    openedAt: channel.openedAt,
    notices: read.length,
    latestAt: read.at(-1)?.fact.recordedAt ?? null,
    overdue: overdue.length,
  };
}

export const channels = defineQuestion({
  name: 'notices.channels',
  title: 'Which channels are there, and what waits in them?',
  input: z.strictObject({ kind: Kind.optional(), locale: InLanguage }),
  output: z.object({ rows: z.array(ChannelRow) }),
  example: { kind: 'alerts' as const },
  async answer(asked, { kind, locale }) {
    const desk = await openDesk(asked, null);
    const rows = desk.readings.map((reading) => channelRow(desk, reading, locale));
    return { rows: rows.filter((row) => kind === undefined || row.kind === kind) };
  },
});

/** Numbers that one sender left out, told only to who acts for it: others may not see them all. */
const Missing = z.object({ sender: z.string(), year: z.int(), serials: z.array(z.int()) });

function missingOf({ archive }: Reading, actors: readonly string[]): z.output<typeof Missing>[] {
  const own = [...archive.notices.values()].filter(
    ({ actor, notice }) => actors.includes(actor) && notice.number !== undefined,
  );
  const years = Map.groupBy(own, ({ actor, notice }) => `${actor} ${notice.number?.split('/')[1]}`);
  return [...years].flatMap(([key, facts]) => {
    const [sender = '', year = ''] = key.split(' ');
    const serials = missingSerials(facts.map(({ notice }) => Number.parseInt(notice.number ?? '')));
    return serials.length === 0 ? [] : [{ sender, year: Number(year), serials: [...serials] }];
  });
}

export const channel = defineQuestion({
  name: 'notices.channel',
  title: 'What was issued in this channel, and by which rules?',
  input: z.strictObject({ channel: ChannelName, locale: InLanguage }),
  output: z.object({
    ...ChannelRow.shape,
    marking: Marking,
    act: z.string(),
    issuers: Addressed.nullable(),
    acknowledgeWithinHours: Deadlines,
    escalation: z.array(Step),
    note: z.string().nullable(),
    missing: z.array(Missing),
    rows: z.array(NoticeRow),
  }),
  example: { channel: 'outbreak-alerts' },
  async answer(asked, { channel: name, locale }) {
    const desk = await openDesk(asked, [name]);
    const [reading] = desk.readings;
    if (reading === undefined)
      return unknownHere(said('No channel {$name} is known here at that time.', { name }));
    const { opening, marking, act } = reading.channel;
    const rows = allRead(desk).map((read) => noticeRow(read, desk.facts, locale));
    return {
      ...channelRow(desk, reading, locale),
      marking,
      act,
      issuers: opening.issuers ?? null,
      acknowledgeWithinHours: opening.acknowledgeWithinHours,
      escalation: opening.escalation,
      note: opening.note ?? null,
      missing: missingOf(reading, asked.viewer.actors),
      rows: rows.toReversed(),
    };
  },
});

export const latest = defineQuestion({
  name: 'notices.latest',
  title: 'What was issued last, in all channels?',
  input: z.strictObject({
    limit: z.int().min(1).max(LATEST_MAX).default(20),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(NoticeRow) }),
  example: { limit: 10 },
  async answer(asked, { limit, locale }) {
    const desk = await openDesk(asked, null);
    const rows = allRead(desk).slice(-limit).toReversed();
    return { rows: rows.map((read) => noticeRow(read, desk.facts, locale)) };
  },
});
