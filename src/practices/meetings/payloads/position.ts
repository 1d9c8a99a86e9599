/** What a delegation would accept: for its own eyes, unless it shares it. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Name, Note } from './parts.ts';
import { OpenIssue } from './negotiating-text.ts';

export const STANCES = ['red-line', 'opposed', 'flexible', 'favours', 'silent'] as const;

/** `meetings.hold-position`, in `positions/<actor>`: where one stands on an issue. */
export const HeldPosition = z.strictObject({
  /** A text with one of its open issues, or an issue in words. */
  text: Name.optional(),
  issue: OpenIssue,
  title: z.string().min(1).max(300).optional(),
  /** Whose position; another's is what the delegation believes of it. */
  of: ActorId,
  stance: z.enum(STANCES),
  note: Note,
});
export type HeldPosition = z.output<typeof HeldPosition>;
