/** Payloads of acts by which a session is convened, sits, and knows who is there. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Actors, LanguageCode, Name, Note, Titles } from './parts.ts';

/** What a member needs in order to take part. */
export const CREDENTIALS_NEEDED = [
  'none',
  /** Credentials handed in seat provisionally until there is a report (UNGA rule 29). */
  'submitted',
  /** Only credentials that were accepted, provisionally or not. */
  'accepted',
] as const;
export type CredentialsNeeded = (typeof CREDENTIALS_NEEDED)[number];

/** `meetings.convene`: a session of a body; the author keeps `meetings/<session>`. */
export const ConvenedSession = z.strictObject({
  body: Name,
  title: Titles,
  opensOn: PlainDateText,
  closesOn: PlainDateText,
  place: z.string().max(200).optional(),
  /** What it is called in symbols of its documents: `A/80`. */
  symbolPrefix: z.string().max(40).optional(),
  languages: z.array(LanguageCode).max(12).default(['en']),
  credentials: z.enum(CREDENTIALS_NEEDED).default('none'),
  note: Note,
});
export type ConvenedSession = z.output<typeof ConvenedSession>;

/** `meetings.open-sitting`: a numbered meeting; the next number where none is given. */
export const OpenedSitting = z.strictObject({
  number: z.int().min(1).max(100_000).optional(),
  title: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
});
export type OpenedSitting = z.output<typeof OpenedSitting>;

/** `meetings.suspend-sitting`, `meetings.resume-sitting` and `meetings.close-sitting`. */
export const MovedSitting = z.strictObject({ note: Note });
export type MovedSitting = z.output<typeof MovedSitting>;

/** `meetings.check-in`: a delegation says that it is in the room, or that it leaves it. */
export const CheckedIn = z.strictObject({ as: z.enum(['present', 'left']).default('present') });
export type CheckedIn = z.output<typeof CheckedIn>;

/** `meetings.register-presence`: what whoever presides finds in the room. */
export const RegisteredPresence = z
  .strictObject({ present: Actors.default([]), left: Actors.default([]), note: Note })
  .refine(
    ({ present, left }) => !present.some((actor) => left.includes(actor)),
    'nobody is present and has left',
  );
export type RegisteredPresence = z.output<typeof RegisteredPresence>;
