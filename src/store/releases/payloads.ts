/** What is said of an act that was released: that it is recalled, ends, or is to be erased. */
import { z } from 'zod';
import { ActId, PARTS_MAX } from '../../kernel/act.ts';
import { Attachment } from '../../kernel/attachment.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { SignedActJson } from '../../kernel/signed-act-json.ts';

const REASON_CHARACTERS_MAX = 2000;
export const DOCUMENTS_CARRIED_MAX = 64;
const Reason = z.string().min(1).max(REASON_CHARACTERS_MAX);

/** Places of parts in the header, from 0. */
const Places = z
  .array(
    z
      .int()
      .min(0)
      .max(PARTS_MAX - 1),
  )
  .min(1)
  .max(PARTS_MAX)
  .refine((places) => new Set(places).size === places.length, 'a part is named twice');

export const Recall = z.strictObject({ act: ActId, reason: Reason });
export const Expiry = z.strictObject({ act: ActId, on: PlainDateText, reason: Reason });

export const ErasureRequest = z.strictObject({
  act: ActId,
  parts: Places,
  reason: Reason,
  /** The provision under which someone else than the originator asks. */
  legalBasis: z.string().min(1).max(400).optional(),
});

export const ErasureAnswer = z
  .strictObject({
    act: ActId,
    request: ActId,
    outcome: z.enum(['erased', 'refused']),
    /** That the release ended; `request` names the act that said so. */
    ground: z.literal('expired').optional(),
    reason: Reason.optional(),
  })
  .refine((answer) => answer.outcome === 'erased' || answer.reason !== undefined, {
    message: 'a refusal says why',
    path: ['reason'],
  })
  .refine((answer) => answer.outcome === 'erased' || answer.ground === undefined, {
    message: 'what ended is not kept',
    path: ['ground'],
  });

/**
 * An act at a looser level or for more, in one new act that carries it. What its node fills in is
 * not asked for in forms.
 */
export const Downgrade = z.strictObject({
  act: ActId,
  reason: Reason,
  /** The act as it was signed; parts that were for fewer are null, and stay so. */
  original: SignedActJson.meta({ readOnly: true }),
  /** Documents that it names, so that they are released with it. */
  documents: z.array(Attachment).max(DOCUMENTS_CARRIED_MAX).default([]).meta({ readOnly: true }),
});
export type Downgrade = z.output<typeof Downgrade>;
