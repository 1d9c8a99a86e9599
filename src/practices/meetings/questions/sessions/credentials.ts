/** The credentials of each delegation, and whether it is in the room. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { CREDENTIALS_FOUND, CREDENTIALS_ISSUERS } from '../../payloads/session-credentials.ts';
import { CREDENTIALS_NEEDED } from '../../payloads/session.ts';
import { credentialsOf, mayTakePart } from '../../rules/sessions/credentials.ts';
import { presentAt } from '../../rules/sessions/sittings.ts';
import { OfSession, SessionHead, type SessionReading, orNull, readSession } from './reading.ts';

export const CREDENTIALS_STANDINGS = ['none', 'submitted', ...CREDENTIALS_FOUND] as const;

const CredentialsRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** Member of the body, or observer. */
  as: z.enum(['member', 'observer']),
  standing: z.enum(CREDENTIALS_STANDINGS),
  since: z.string().nullable(),
  reason: z.string().nullable(),
  mayTakePart: z.boolean(),
  isPresent: z.boolean(),
  head: z.string().nullable(),
  delegates: z.int(),
  issuedBy: z.enum(CREDENTIALS_ISSUERS).nullable(),
  act: z.string().nullable(),
});

/** What was found of the papers of a member. */
function standingOf({ at, session }: SessionReading, actor: string) {
  const step = credentialsOf(session, actor, at);
  if (step === null) return { standing: 'none' as const, since: null, reason: null, act: null };
  return { standing: step.as, since: step.at, reason: step.reason, act: step.act };
}

/** Whom a delegation sends, as it said last. */
function delegationOf({ session }: SessionReading, actor: string) {
  const papers = session.credentials.papers.get(actor)?.payload;
  if (papers === undefined) return { head: null, delegates: 0, issuedBy: null };
  const { delegates, issuedBy } = papers;
  const head = delegates.find(({ role }) => role === 'head');
  return { head: orNull(head?.name), delegates: delegates.length, issuedBy };
}

function rowOf(
  reading: SessionReading,
  actor: string,
  as: 'member' | 'observer',
): z.output<typeof CredentialsRow> {
  const { at, body, session } = reading;
  const mayDo = as === 'observer' || mayTakePart(session, actor, at).value === true;
  return {
    actor,
    name: reading.nameOf(actor),
    as,
    ...standingOf(reading, actor),
    mayTakePart: mayDo && !body.suspended.has(actor),
    isPresent: presentAt(session, at).has(actor),
    ...delegationOf(reading, actor),
  };
}

export const credentials = defineQuestion({
  name: 'meetings.credentials',
  title: 'Who has credentials for a session, and who is present?',
  input: OfSession,
  output: z.object({
    head: SessionHead,
    needed: z.enum(CREDENTIALS_NEEDED),
    rows: z.array(CredentialsRow),
  }),
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const { body, head, session } = reading;
    const byName = new Intl.Collator(input.locale).compare;
    const rows = [
      ...body.members.map((actor) => rowOf(reading, actor, 'member')),
      ...[...body.observers.keys()].map((actor) => rowOf(reading, actor, 'observer')),
    ];
    return {
      head,
      needed: session.opening.payload.credentials,
      rows: rows.toSorted((one, other) => byName(one.name, other.name)),
    };
  },
});
