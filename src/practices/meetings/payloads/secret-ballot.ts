/** Payloads of acts by which a secret ballot is taken. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { MODULUS_BYTES } from '../../../kernel/blind-signature.ts';
import { Bytes, Modulus, SecretBallot } from '../../../kernel/secret-ballot.ts';
import { ACTORS_MAX, Name } from './parts.ts';

const Of = { decision: Name, ballot: z.int().min(1).max(200).default(1) };
const Number = Bytes(MODULUS_BYTES);

/** `meetings.prepare-ballot-papers`: the key by which papers of this ballot are known. */
export const PreparedPapers = z.strictObject({ ...Of, key: Modulus });
export type PreparedPapers = z.output<typeof PreparedPapers>;
/** `meetings.take-ballot-paper`: a member asks for its paper, the serial of which is hidden. */
export const TakenPaper = z.strictObject({ ...Of, blinded: Number });
export type TakenPaper = z.output<typeof TakenPaper>;
/** `meetings.hand-ballot-paper`: the signature that makes it a paper, hidden as it is. */
export const HandedPaper = z.strictObject({ ...Of, to: ActorId, signature: Number });
export type HandedPaper = z.output<typeof HandedPaper>;
/** `meetings.open-ballot-box`: all that was in it, in the order of the serials. */
export const OpenedBox = z.strictObject({
  ...Of,
  ballots: z.array(SecretBallot).max(ACTORS_MAX),
});
export type OpenedBox = z.output<typeof OpenedBox>;
