/** Which bodies there are, which sessions, and what was put to a decision last. */
import { z } from 'zod';
import { InstantText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { loadOpenings, recallActors } from '../../load.ts';
import { BODY_KINDS, EstablishedBody } from '../../payloads/body.ts';
import { PutQuestion } from '../../payloads/decision.ts';
import { nameIn } from '../../registers.ts';
import type { Fact } from '../../rules/facts.ts';
import { SessionRow, sessionRowOf } from '../bodies/session-rows.ts';
import { InLanguage, nameOf, titleIn } from '../shapes.ts';

/** How many decisions are shown. */
const LATEST_MAX = 12;

/** Whether a session is being held on the day, lies ahead, or is over. */
const WHEN = ['running', 'ahead', 'over'] as const;

const BodyRow = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(BODY_KINDS),
  organization: z.string().nullable(),
  organizationName: z.string().nullable(),
  parent: z.string().nullable(),
});
const LatestRow = z.object({
  session: z.string(),
  decision: z.string(),
  title: z.string(),
  putAt: InstantText,
});

const whenOn = (day: string, { closesOn, opensOn }: SessionRow): (typeof WHEN)[number] =>
  day < opensOn ? 'ahead' : day <= closesOn ? 'running' : 'over';

function latestOf({ payload, recordedAt: putAt, register }: Fact, locale: Locale) {
  const { decision, title } = PutQuestion.parse(payload);
  return { session: nameIn('session', register), decision, title: titleIn(locale, title), putAt };
}

const Output = z.object({
  bodies: z.array(BodyRow),
  sessions: z.array(SessionRow.extend({ when: z.enum(WHEN) })),
  latest: z.array(LatestRow),
});
export type StartAnswer = z.output<typeof Output>;

export const start = defineQuestion({
  name: 'meetings.start',
  title: 'Which bodies and sessions are there?',
  input: z.strictObject({ locale: InLanguage }),
  output: Output,
  example: {},
  async answer(asked, { locale }) {
    const bodies = await loadOpenings(asked, 'meetings.establish-body');
    const sessions = await loadOpenings(asked, 'meetings.convene');
    const put = await loadOpenings(asked, 'meetings.put-question');
    const actors = await recallActors(asked);
    return {
      bodies: bodies.map(({ register, payload }) => {
        const { title, kind, organization = null, parent = null } = EstablishedBody.parse(payload);
        const organizationName =
          organization === null ? null : nameOf(locale, organization, actors);
        const name = nameIn('body', register);
        const named = { name, title: titleIn(locale, title), kind };
        return { ...named, organization, organizationName, parent };
      }),
      sessions: sessions
        .map((fact) => sessionRowOf(fact, locale))
        .map((row) => ({ ...row, when: whenOn(asked.asOf, row) }))
        .toSorted((one, other) => (one.opensOn < other.opensOn ? 1 : -1)),
      latest: put
        .slice(-LATEST_MAX)
        .reverse()
        .map((fact) => latestOf(fact, locale)),
    };
  },
});
