/** What a delegation would accept: for its own eyes, unless it shares it. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Name, Note } from './parts.ts';
import { OpenIssue } from './negotiating-text.ts';

/** From what cannot be given up to what is sought; silent: nothing is known. */
export const STANCES = ['red-line', 'opposed', 'flexible', 'favours', 'silent'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * How it is known: one's own; what the other said; what one believes of it; what a model reckons.
 */
export const SOURCES = ['own', 'stated', 'believed', 'model'] as const;
export type PositionSource = (typeof SOURCES)[number];

/** `meetings.hold-position`, in `positions/<actor>`: where one stands on an issue. */
export const HeldPosition = z.strictObject({
  /** The text whose open issue it is; absent: an issue in words. */
  text: Name.optional(),
  issue: OpenIssue,
  title: z.string().min(1).max(300).optional(),
  /** Whose position. */
  of: ActorId,
  knownFrom: z.enum(SOURCES).default('own'),
  stance: z.enum(STANCES),
  note: Note,
});
export type HeldPosition = z.output<typeof HeldPosition>;
