/** What keeps out acts on credentials, sittings and presence. */
import { refuse } from '../../../../../kernel/refusal.ts';
import { said } from '../../../../../kernel/said.ts';
import type { ReportedCredentials } from '../../../payloads/session-credentials.ts';
import type { OpenedSitting, RegisteredPresence } from '../../../payloads/session.ts';
import type { Judging } from '../../judging.ts';
import { RULES } from '../law.ts';
import { nextNumber, sittingAt } from '../sittings.ts';
import { type Check, inSession, presides, takesPart, whileSitting } from './checks.ts';

/** Credentials are a member's, and handed in before they are looked at. */
const ofMember: Check = ({ actor, body, name }) =>
  body.members.includes(actor)
    ? null
    : refuse(
        RULES.participant,
        said('{$actor} is no member of the body that meets in {$name}.', { actor, name }),
      );

const reportsOnMembers: Check<ReportedCredentials> = ({ body, name, payload }) => {
  const stranger = payload.findings.find(({ actor }) => !body.members.includes(actor))?.actor;
  return stranger === undefined
    ? null
    : refuse(
        RULES.participant,
        said('{$stranger} is no member of the body that meets in {$name}.', { stranger, name }),
      );
};

/** A sitting stands so before the act; `null`: none is going on. */
const stands =
  (wanted: 'open' | 'suspended' | null): Check =>
  ({ at, session }) => {
    const current = sittingAt(session, at);
    if ((current?.standing ?? null) === wanted) return null;
    return refuse(
      RULES.sittingOrder,
      current === null
        ? said('No sitting is open.')
        : said('Sitting {$number} is {$standing}.', {
            number: current.sitting.number,
            standing: current.standing,
          }),
    );
  };

const isGoingOn: Check = ({ at, session }) =>
  sittingAt(session, at) === null ? refuse(RULES.sittingOrder, said('No sitting is open.')) : null;

const numberGrows: Check<OpenedSitting> = ({ payload, session }) => {
  const next = nextNumber(session.sittings);
  const { number = next } = payload;
  return number >= next
    ? null
    : refuse(
        RULES.sittingOrder,
        said('The last sitting had the number {$next}.', { next: next - 1 }),
        {
          remedy: said('Give it the number {$next}.', { next }),
        },
      );
};

const findsParticipants: Check<RegisteredPresence> = ({ body, name, payload }) => {
  const stranger = payload.present.find(
    (actor) => !body.members.includes(actor) && !body.observers.has(actor),
  );
  return stranger === undefined
    ? null
    : refuse(
        RULES.participant,
        said('{$stranger} is neither member nor observer in {$name}.', { stranger, name }),
      );
};

export const PRESENCE_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.submit-credentials': inSession('submit-credentials', ofMember),
  'meetings.report-credentials': inSession('report-credentials', presides, reportsOnMembers),
  'meetings.open-sitting': inSession('open-sitting', presides, stands(null), numberGrows),
  'meetings.suspend-sitting': inSession('suspend-sitting', presides, stands('open')),
  'meetings.resume-sitting': inSession('resume-sitting', presides, stands('suspended')),
  'meetings.close-sitting': inSession('close-sitting', presides, isGoingOn),
  'meetings.check-in': inSession('check-in', whileSitting, takesPart('attend')),
  'meetings.register-presence': inSession(
    'register-presence',
    presides,
    whileSitting,
    findsParticipants,
  ),
};
