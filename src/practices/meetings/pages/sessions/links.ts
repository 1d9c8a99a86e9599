/** Addresses of the pages of a session. */
import type { PageRequest } from '../../../../ui/page.ts';
import { datesOf } from '../../../../ui/page-dates.ts';
import { registerOf } from '../../registers.ts';
import { actHref } from '../links.ts';

type Dated = Pick<PageRequest, 'search'>;

export const SESSION_VIEWS = [
  'speakers',
  'documents',
  'decisions',
  'credentials',
  'inputs',
] as const;
export type SessionView = (typeof SESSION_VIEWS)[number];

/** One of the pages below a session. */
export const viewHref = (session: string, view: SessionView | 'order', request: Dated): string =>
  `/meetings/sessions/${session}/${view}${datesOf(request)}`;

/** The form of an act in the register of a session. */
export const doHref = (
  session: string,
  verb: string,
  payload: Readonly<Record<string, string>> = {},
): string => actHref({ verb, register: registerOf('session', session), payload });
