/** Parts that the payloads of several kinds of acts share. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { WrittenInstant } from '../../../kernel/instants.ts';

export const NOTE_CHARACTERS_MAX = 2000;
export const ADDRESSED_MAX = 200;

/** How soon it is to be read, the most urgent last. */
export const PRECEDENCES = ['routine', 'priority', 'immediate', 'flash'] as const;
export const Precedence = z.enum(PRECEDENCES);
export type Precedence = z.output<typeof Precedence>;

/** What a channel carries, and what a notice is. */
export const KINDS = ['alerts', 'reports', 'notes-verbales', 'requests', 'intelligence'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.output<typeof Kind>;

export const Note = z.string().max(NOTE_CHARACTERS_MAX).optional();
export const Reason = z.string().min(1).max(NOTE_CHARACTERS_MAX);

export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a code, such as en or zh-Hant');

/** An instant in UTC, which people may write to the minute: `2026-01-17T09:30Z`. */
export const Instant = WrittenInstant;

/**
 * Actors addressed, and groups, of which each that is a member on the day of issue is addressed. An
 * organisation among the actors is addressed itself, and not its members.
 */
export const Addressed = z.strictObject({
  actors: z.array(ActorId).max(ADDRESSED_MAX).default([]),
  groups: z.array(ActorId).max(ADDRESSED_MAX).default([]),
});
export type Addressed = z.output<typeof Addressed>;

/** So much of something. Whole numbers only; what is finer is said in a smaller unit. */
export const Quantity = z.strictObject({
  amount: z.int().min(0),
  unit: z.string().max(60).optional(),
});
