/** Which bodies there are, and which sessions, the latest first. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { loadOpenings } from '../../load.ts';
import { BODY_KINDS, EstablishedBody } from '../../payloads/body.ts';
import { ConvenedSession } from '../../payloads/session.ts';
import { nameIn } from '../../registers.ts';
import { InLanguage, titleIn } from '../shapes.ts';

const BodyRow = z.object({ name: z.string(), title: z.string(), kind: z.enum(BODY_KINDS) });
const SessionRow = z.object({
  name: z.string(),
  title: z.string(),
  body: z.string(),
  opensOn: PlainDateText,
  closesOn: PlainDateText,
});

export const start = defineQuestion({
  name: 'meetings.start',
  title: 'Which bodies and sessions are there?',
  input: z.strictObject({ locale: InLanguage }),
  output: z.object({ bodies: z.array(BodyRow), sessions: z.array(SessionRow) }),
  example: {},
  async answer(asked, { locale }) {
    const bodies = await loadOpenings(asked, 'meetings.establish-body');
    const sessions = await loadOpenings(asked, 'meetings.convene');
    return {
      bodies: bodies.map(({ register, payload }) => {
        const { title, kind } = EstablishedBody.parse(payload);
        return { name: nameIn('body', register), title: titleIn(locale, title), kind };
      }),
      sessions: sessions
        .map(({ register, payload }) => {
          const { title, body, opensOn, closesOn } = ConvenedSession.parse(payload);
          const name = nameIn('session', register);
          return { name, title: titleIn(locale, title), body, opensOn, closesOn };
        })
        .toSorted((one, other) => (one.opensOn < other.opensOn ? 1 : -1)),
    };
  },
});
