/** Payloads of acts by which a session is convened and run. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { LanguageCode, Name, Note, Titles } from './parts.ts';

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
  note: Note,
});
export type ConvenedSession = z.output<typeof ConvenedSession>;
