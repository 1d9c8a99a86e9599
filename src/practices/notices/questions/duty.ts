/** The duty desk: what is to be acknowledged, answered or chased, by whom one acts for. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { InstantText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { mayView } from '../../../kernel/marking.ts';
import { ChannelName } from '../payloads/channel.ts';
import { PRECEDENCES } from '../payloads/parts.ts';
import { type Desk, type Read, allRead, openDesk } from '../readings.ts';
import { escalationOf } from '../rules/escalation.ts';
import { InLanguage, Instant, Marking, NoticeRow, nameIn, noticeRow, titleIn } from './shapes.ts';

const TASKS = ['acknowledge', 'reply', 'chase'] as const;

const DutyRow = z.object({
  ...NoticeRow.shape,
  channelTitle: z.string(),
  marking: Marking,
  task: z.enum(TASKS),
  /** In whose name it is to be done. */
  actor: z.string(),
  actorName: z.string(),
  dueAt: Instant,
  isOverdue: z.boolean(),
});
type DutyRow = z.output<typeof DutyRow>;

const byUrgency = (one: DutyRow, other: DutyRow): number => {
  const precedence = PRECEDENCES.indexOf(other.precedence) - PRECEDENCES.indexOf(one.precedence);
  if (precedence !== 0) return precedence;
  const [a, b] = [one.dueAt ?? '~', other.dueAt ?? '~'];
  return a === b ? one.recordedAt.localeCompare(other.recordedAt, 'en') : a < b ? -1 : 1;
};

type Task = Pick<DutyRow, 'task' | 'actor' | 'dueAt' | 'isOverdue'>;

/** What one actor has to do about a notice that is addressed to it. */
function asAddressee({ standing }: Read, actors: readonly string[], at: string): Task[] {
  const { acknowledgeBy, notice } = standing;
  if (standing.state !== 'current' && standing.state !== 'awaited') return [];
  return standing.addressees
    .filter(({ actor }) => actors.includes(actor))
    .flatMap(({ actor, acknowledgement, reply }): Task[] => {
      const isAsked = acknowledgement === null;
      const replyBy = notice.replyBy ?? null;
      const late = (due: string | null): boolean => due !== null && due < at;
      return [
        ...(isAsked
          ? [
              {
                task: 'acknowledge' as const,
                actor,
                dueAt: acknowledgeBy,
                isOverdue: late(acknowledgeBy),
              },
            ]
          : []),
        ...(reply === null && replyBy !== null
          ? [{ task: 'reply' as const, actor, dueAt: replyBy, isOverdue: late(replyBy) }]
          : []),
      ];
    });
}

/** What the sender has to chase: addressees whose acknowledgement is overdue. */
function asSender({ fact, standing }: Read, actors: readonly string[]): Task[] {
  const isOverdue = standing.addressees.some(({ state }) => state === 'overdue');
  if (!isOverdue || !actors.includes(fact.actor)) return [];
  return [{ task: 'chase', actor: fact.actor, dueAt: standing.acknowledgeBy, isOverdue }];
}

function dutyRows(desk: Desk, actors: readonly string[], locale: z.output<typeof InLanguage>) {
  return allRead(desk).flatMap((read) => {
    const tasks = [...asAddressee(read, actors, desk.moment.at), ...asSender(read, actors)];
    return tasks.map(
      (task): DutyRow => ({
        ...noticeRow(read, desk.facts, locale),
        channelTitle: titleIn(locale, read.channel),
        marking: read.fact.marking,
        actorName: nameIn(locale, task.actor, desk.facts),
        ...task,
      }),
    );
  });
}

export const duty = defineQuestion({
  name: 'notices.duty',
  title: 'What is to be acknowledged, answered or chased by those whom I act for?',
  input: z.strictObject({
    /** Absent: all for whom the asker reads. */
    actor: ActorId.optional(),
    locale: InLanguage,
  }),
  output: z.object({ actors: z.array(z.string()), rows: z.array(DutyRow) }),
  example: {},
  async answer(asked, { actor, locale }) {
    const desk = await openDesk(asked, null);
    const own = asked.viewer.actors;
    const actors = own.filter((one) => actor === undefined || one === actor);
    const rows = dutyRows(desk, actors, locale).sort(byUrgency);
    return { actors: [...actors], rows };
  },
});

const SilentRow = z.object({
  notice: z.string(),
  channel: z.string(),
  subject: z.string(),
  sender: z.string(),
  precedence: NoticeRow.shape.precedence,
  level: NoticeRow.shape.level,
  addressee: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'overdue', 'not-asked']),
  dueAt: Instant,
  lateByMinutes: z.int(),
});

type Silent = z.output<typeof SilentRow>['state'];
const SILENT: readonly string[] = ['waiting', 'overdue', 'not-asked'];
const isSilent = (state: string): state is Silent => SILENT.includes(state);

/** Each notice and addressee without an acknowledgement, as far as the asker may see. */
async function silentIn(
  asked: Asked,
  names: readonly string[] | null,
  locale: z.output<typeof InLanguage>,
) {
  const desk = await openDesk(asked, names);
  return allRead(desk).flatMap((read) =>
    read.standing.addressees.flatMap(({ actor, state, lateByMinutes }) => {
      if (!isSilent(state)) return [];
      const { subject, precedence } = read.standing.notice;
      return [
        {
          notice: read.fact.act,
          channel: read.fact.channel,
          subject,
          sender: read.fact.actor,
          precedence,
          level: read.fact.marking.level,
          addressee: actor,
          name: nameIn(locale, actor, desk.facts),
          state,
          dueAt: read.standing.acknowledgeBy,
          lateByMinutes,
        },
      ];
    }),
  );
}

export const unacknowledged = defineQuestion({
  name: 'notices.unacknowledged',
  title: 'Which notices were not acknowledged, and by whom?',
  input: z.strictObject({
    channel: ChannelName.optional(),
    addressee: ActorId.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(SilentRow) }),
  example: {},
  async answer(asked, { channel, addressee, locale }) {
    const rows = await silentIn(asked, channel === undefined ? null : [channel], locale);
    return { rows: rows.filter((row) => addressee === undefined || row.addressee === addressee) };
  },
});

const DueRow = z.object({
  notice: z.string(),
  channel: z.string(),
  precedence: NoticeRow.shape.precedence,
  level: NoticeRow.shape.level,
  addressee: z.string(),
  office: z.string(),
  step: z.int(),
  dueAt: InstantText,
});

export const due = defineQuestion({
  name: 'notices.due',
  title: 'Which offices are to be told that a notice was not acknowledged?',
  input: z.strictObject({ office: ActorId.optional() }),
  output: z.object({ rows: z.array(DueRow) }),
  example: { office: 'duty-office' },
  async answer(asked, { office: only }) {
    const desk = await openDesk(asked, null);
    const { at } = desk.moment;
    const { actors } = asked.viewer;
    const rows = allRead(desk).flatMap(({ fact, standing, channel }) => {
      // Who asks as an office reads as those do whose mandate it holds.
      const told = escalationOf(fact, standing, channel, at, (office, marking) =>
        mayView(marking, actors.includes(office) ? actors : [office]),
      );
      return told.due.map(({ notice, addressee, office, step, dueAt }) => ({
        notice,
        channel: fact.channel,
        precedence: standing.notice.precedence,
        level: fact.marking.level,
        addressee,
        office,
        step,
        dueAt,
      }));
    });
    return { rows: rows.filter(({ office }) => only === undefined || office === only) };
  },
});
