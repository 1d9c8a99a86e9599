/**
 * Payloads of what changes an agreement over time: refusing an amendment, suspension, termination,
 * territories. VCLT Arts. 29, 39-41, 54-59, 65.
 */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Note, Provisions, Territories, Wording } from './parts.ts';

/** In the register of an amendment that silence would accept: it is not accepted. */
export const AmendmentRefusal = z.strictObject({
  on: PlainDateText,
  text: Wording.optional(),
  note: Note,
});

/** Such a refusal is withdrawn: its maker is bound from then, where the amendment is in force. */
export const RefusalWithdrawal = z.strictObject({ on: PlainDateText, refusal: ActId, note: Note });

/** VCLT Arts. 57, 58, 60: the operation is suspended, of all or some provisions. */
export const Suspension = z.strictObject({
  on: PlainDateText,
  provisions: Provisions.min(1).optional(),
  /** Between these only; absent: between all. */
  between: z.array(ActorId).min(2).max(60).optional(),
  until: PlainDateText.optional(),
  ground: z.string().min(1).max(500),
});
export const Resumption = z.strictObject({ on: PlainDateText, suspension: ActId, note: Note });

/** VCLT Arts. 54(b), 59: by consent of all, or by conclusion of a later agreement. */
export const Termination = z.strictObject({
  on: PlainDateText,
  ground: z.string().min(1).max(500),
  note: Note,
});

/** VCLT Art. 29: extended to territories, or applied there no more. */
export const TerritorialExtension = z.strictObject({
  on: PlainDateText,
  territories: Territories,
  text: Wording.optional(),
  note: Note,
});

export type AmendmentRefusal = z.output<typeof AmendmentRefusal>;
export type RefusalWithdrawal = z.output<typeof RefusalWithdrawal>;
export type Suspension = z.output<typeof Suspension>;
export type Resumption = z.output<typeof Resumption>;
export type Termination = z.output<typeof Termination>;
export type TerritorialExtension = z.output<typeof TerritorialExtension>;
