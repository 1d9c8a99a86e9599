/** Decisions of a session or a body, and silence procedures that run. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import { loadOpenings } from '../../load.ts';
import { Name } from '../../payloads/parts.ts';
import { ConvenedSession } from '../../payloads/session.ts';
import { nameIn } from '../../registers.ts';
import { InLanguage } from '../shapes.ts';
import { type Deciding, findSession } from './find.ts';
import { decisionRow } from './rows.ts';
import { DecisionRow } from './shapes.ts';

/** At most so many sessions are looked through: a body's latest. */
export const SESSIONS_MAX = 200;

/** The sessions of a body, or all, as far as their bodies are shown; the latest first. */
async function sessionsOf(asked: Asked, body: string | undefined): Promise<Deciding[]> {
  const opened = await loadOpenings(asked, 'meetings.convene');
  const names = opened
    .filter(({ payload }) => body === undefined || ConvenedSession.parse(payload).body === body)
    .map(({ register }) => nameIn('session', register))
    .toReversed()
    .slice(0, SESSIONS_MAX);
  const found = await Promise.all(names.map((name) => findSession(asked, name)));
  return found.flatMap((one) => (isRefusal(one) ? [] : [one]));
}

export const decisions = defineQuestion({
  name: 'meetings.decisions',
  title: 'What was decided in a session, or by a body?',
  input: z.strictObject({
    session: Name.optional(),
    body: Name.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(DecisionRow) }),
  example: { session: 'first-session' },
  async answer(asked, { session, body, locale }) {
    const found = session === undefined ? await sessionsOf(asked, body) : [];
    if (session !== undefined) {
      const one = await findSession(asked, session);
      if (isRefusal(one)) return one;
      if (body === undefined || one.floor.body === body) found.push(one);
    }
    const rows = found.flatMap((one) =>
      [...one.decisions.values()].map((decision) => decisionRow(one, decision, locale)),
    );
    return { rows: rows.toSorted((one, other) => (one.putAt < other.putAt ? 1 : -1)) };
  },
});

export const silences = defineQuestion({
  name: 'meetings.silences',
  title: 'Which silence procedures are running, and until when?',
  input: z.strictObject({ body: Name.optional(), locale: InLanguage }),
  output: z.object({ rows: z.array(DecisionRow) }),
  example: {},
  async answer(asked, { body, locale }) {
    const found = await sessionsOf(asked, body);
    const rows = found
      .flatMap((one) =>
        [...one.decisions.values()].map((decision) => decisionRow(one, decision, locale)),
      )
      .filter(({ method, phase }) => method === 'silence' && phase === 'open')
      .filter(({ result }) => result === null);
    return {
      rows: rows.toSorted((one, other) =>
        (one.deadlineAt ?? '') < (other.deadlineAt ?? '') ? -1 : 1,
      ),
    };
  },
});
