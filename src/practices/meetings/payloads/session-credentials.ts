/** Payloads of acts on credentials: who is sent, and what was found of the papers. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { ACTORS_MAX, Citation, DocumentSymbol, Note, Reason } from './parts.ts';

export const DELEGATES_MAX = 200;
export const DELEGATE_ROLES = ['head', 'representative', 'alternate', 'adviser'] as const;

export const Delegate = z.strictObject({
  name: z.string().min(1).max(200),
  role: z.enum(DELEGATE_ROLES),
  title: z.string().max(200).optional(),
});
export type Delegate = z.output<typeof Delegate>;

/** Those who may issue credentials (UNGA Rules of Procedure, rule 27). */
export const CREDENTIALS_ISSUERS = [
  'head-of-state',
  'head-of-government',
  'minister-for-foreign-affairs',
  'competent-authority',
  /** A letter or note of the mission, which names the delegation without being credentials. */
  'mission',
] as const;

/** `meetings.submit-credentials`, by a delegation for itself. */
export const SubmittedCredentials = z
  .strictObject({
    delegates: z.array(Delegate).min(1).max(DELEGATES_MAX),
    issuedBy: z.enum(CREDENTIALS_ISSUERS),
    issuerName: z.string().max(200).optional(),
    issuedOn: PlainDateText.optional(),
    document: Attachment.optional(),
    note: Note,
  })
  .refine(
    ({ delegates }) => delegates.filter(({ role }) => role === 'head').length === 1,
    'a delegation has one head',
  );
export type SubmittedCredentials = z.output<typeof SubmittedCredentials>;

export const CREDENTIALS_FOUND = ['accepted', 'provisional', 'deferred', 'rejected'] as const;
const FoundCredentials = z
  .strictObject({
    actor: ActorId,
    as: z.enum(CREDENTIALS_FOUND),
    reason: Reason.optional(),
  })
  .refine(
    ({ as, reason }) => as === 'accepted' || reason !== undefined,
    'what is not accepted needs a reason',
  );

/** `meetings.report-credentials`: what the committee on credentials, or whoever presides, found. */
export const ReportedCredentials = z
  .strictObject({
    findings: z.array(FoundCredentials).min(1).max(ACTORS_MAX),
    citation: Citation.optional(),
    symbol: DocumentSymbol.optional(),
    note: Note,
  })
  .refine(
    ({ findings }) => new Set(findings.map(({ actor }) => actor)).size === findings.length,
    'each delegation is reported on once',
  );
export type ReportedCredentials = z.output<typeof ReportedCredentials>;
