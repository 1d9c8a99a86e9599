/** Addresses of the pages of decisions. */
import type { PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';
import type { Marking } from '../../../../kernel/marking.ts';
import { registerOf } from '../../registers.ts';
import type { Shown } from './answers.ts';

type Dated = Pick<PageRequest, 'search'>;

/** All decisions of a session. */
export const decisionsHref = (session: string, request: Dated): string =>
  `/meetings/sessions/${session}/decisions${datesOf(request)}`;

/** What certifies how a silence procedure or a secret ballot ended. */
export const certificateHref = (
  { session, decision }: Pick<Shown, 'session' | 'decision'>,
  request: Dated,
): string => `/meetings/sessions/${session}/decisions/${decision}/certificate${datesOf(request)}`;

/** What the form of an act upon a decision begins with: its place, and whom it is for. */
export function actFields(
  { session, decision, marking }: Pick<Shown, 'session' | 'decision'> & { marking: Marking },
  verb: string,
): readonly (readonly [string, string])[] {
  const own = [
    ['type', `meetings.${verb}`],
    ['register', registerOf('session', session)],
    ['basis', 'signed'],
    ['payload.decision', decision],
  ] as const;
  // What is said upon a question is for those who see the question.
  if (marking.level === 'clear') return own;
  return [...own, ['marking.level', marking.level], ['marking.to', marking.to.join(' ')]];
}
