/** Payloads of acts on what members owe, by which they may lose their vote. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { ACTORS_MAX, Citation, FractionText, Name, Note } from './parts.ts';

/** From what debt on a member has no vote (UN Charter Art. 19, and what others have alike). */
export const ArrearsRule = z.strictObject({
  citation: Citation,
  /** The debt is held against the contributions due for so many full years before. */
  fullYears: z.int().min(1).max(10),
  /** Whether a debt of exactly that much leaves the vote: it has to exceed it. */
  more: z.boolean().default(false),
});
export type ArrearsRule = z.output<typeof ArrearsRule>;

const Unit = z.string().min(1).max(60);
const Amounts = z.array(z.strictObject({ actor: ActorId, amount: FractionText })).max(ACTORS_MAX);

/** `meetings.assess-contributions`: what is due for a year; it replaces what was said before. */
export const AssessedContributions = z.strictObject({
  year: z.int().min(1800).max(2999),
  citation: Citation,
  unit: Unit,
  /** A sum that members share by a scheme of weights, as it is when the year begins. */
  total: FractionText.optional(),
  scheme: Name.optional(),
  /** What each owes, where no scheme says it. */
  contributions: Amounts.default([]),
  note: Note,
});
export type AssessedContributions = z.output<typeof AssessedContributions>;

/** `meetings.state-arrears`: what is owed as of a day; whoever is not named owes nothing. */
export const StatedArrears = z.strictObject({
  on: PlainDateText,
  citation: Citation,
  unit: Unit,
  owed: Amounts,
  note: Note,
});
export type StatedArrears = z.output<typeof StatedArrears>;
