/** Dates of meetings: sessions from their first day to their last, and silences that end. */
import type { Asked } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { members } from '../../practices/meetings/questions/bodies/members.ts';
import { silences } from '../../practices/meetings/questions/decisions/decisions.ts';
import { start } from '../../practices/meetings/questions/start/start.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { DateRow, Span } from './date-row.ts';

const NOBODY = { actor: null, name: null, citation: null } as const;

/** Bodies of which the actor is a member; null: whoever asks for all. */
async function bodiesOf(
  asked: Asked,
  bodies: readonly string[],
  { actor }: Span,
  locale: Locale,
): Promise<ReadonlySet<string> | null> {
  if (actor === undefined) return null;
  const found = new Set<string>();
  for (const body of new Set(bodies)) {
    const answer = await members.answer(asked, { body, locale });
    if (!isRefusal(answer) && answer.rows.some((row) => row.actor === actor)) found.add(body);
  }
  return found;
}

/** All dates of meetings; those of an actor are those of the bodies of which it is a member. */
export async function meetingDates(asked: Asked, span: Span, locale: Locale): Promise<DateRow[]> {
  const begun = await start.answer(asked, { locale });
  const running = await silences.answer(asked, { locale, body: undefined });
  const sessions = isRefusal(begun) ? [] : begun.sessions;
  const open = isRefusal(running) ? [] : running.rows;
  const bodies = [...sessions, ...open].map(({ body }) => body);
  const own = await bodiesOf(asked, bodies, span, locale);
  const isOwn = ({ body }: { readonly body: string }): boolean => own === null || own.has(body);
  return [
    ...sessions.filter(isOwn).map(
      ({ name, title, opensOn, closesOn }): DateRow => ({
        ...NOBODY,
        key: `session.${name}`,
        on: opensOn,
        at: null,
        until: closesOn,
        group: 'session',
        kind: 'session',
        title,
        href: `/meetings/sessions/${name}`,
        isOverdue: false,
        changedAt: `${opensOn}T00:00:00.000Z`,
        changes: 1,
      }),
    ),
    ...open.filter(isOwn).flatMap(({ session, decision, title, deadlineAt, putAt }): DateRow[] => {
      if (deadlineAt === null) return [];
      return [
        {
          ...NOBODY,
          key: `silence.${session}.${decision}`,
          on: deadlineAt.slice(0, 10),
          at: deadlineAt,
          until: null,
          group: 'silence',
          kind: 'silence-ends',
          title,
          href: `/meetings/sessions/${session}/decisions/${decision}`,
          isOverdue: false,
          changedAt: putAt,
          changes: 1,
        },
      ];
    }),
  ];
}
