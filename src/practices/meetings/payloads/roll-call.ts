/** A roll call of the past, recorded from its source by whoever keeps the votes of a body. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { CHOICES } from './decision-rule.ts';
import { ACTORS_MAX, Actors, DocumentSymbol, Name, Note } from './parts.ts';

const Tally = z.strictObject({
  yes: z.int().min(0),
  no: z.int().min(0),
  abstain: z.int().min(0),
});

/** `meetings.record-roll-call`, in `votes/<body>`. */
export const RecordedRollCall = z.strictObject({
  /** The number by which the source knows it; once in a register. */
  number: z.string().min(1).max(60),
  session: z.string().max(60).optional(),
  on: PlainDateText,
  symbol: DocumentSymbol.optional(),
  title: z.string().min(1).max(2000),
  issues: z.array(z.string().min(1).max(120)).max(40).default([]),
  matter: Name.optional(),
  yes: Actors.default([]),
  no: Actors.default([]),
  abstain: Actors.default([]),
  absent: Actors.default([]),
  /** Who voted by the source, and is nobody whom the registry knows for certain. */
  unresolved: z
    .array(z.strictObject({ name: z.string().min(1).max(200), vote: z.enum(CHOICES) }))
    .max(ACTORS_MAX)
    .default([]),
  /** As the source states it, where it does; it may differ from what the votes add up to. */
  stated: Tally.optional(),
  note: Note,
});
export type RecordedRollCall = z.output<typeof RecordedRollCall>;
