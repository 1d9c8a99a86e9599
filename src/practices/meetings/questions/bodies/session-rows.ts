/** Sessions as lists of them show them. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { ConvenedSession } from '../../payloads/session.ts';
import { nameIn } from '../../registers.ts';
import type { Fact } from '../../rules/facts.ts';
import { titleIn } from '../shapes.ts';

export const SessionRow = z.object({
  name: z.string(),
  title: z.string(),
  body: z.string(),
  opensOn: PlainDateText,
  closesOn: PlainDateText,
  place: z.string().nullable(),
});
export type SessionRow = z.output<typeof SessionRow>;

/** The row of the act that convened a session. */
export function sessionRowOf({ payload, register }: Fact, locale: Locale): SessionRow {
  const { body, closesOn, opensOn, place = null, title } = ConvenedSession.parse(payload);
  const name = nameIn('session', register);
  return { name, title: titleIn(locale, title), body, opensOn, closesOn, place };
}
