/** Whether an act of the depositary’s desk may be admitted. */
import { check, type Check } from './judging-check.ts';
import * as payloads from '../payloads/depositary.ts';

/** By type of act. */
export const DEPOSITARY_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.present-full-powers': check(payloads.FullPowers, () => null),
  'agreements.revoke-full-powers': check(payloads.FullPowersRevocation, () => null),
  'agreements.initial': check(payloads.Initialling, () => null),
  'agreements.receive-instrument': check(payloads.ReceivedInstrument, () => null),
  'agreements.return-instrument': check(payloads.ReturnedInstrument, () => null),
  'agreements.notify': check(payloads.Notification, () => null),
  'agreements.propose-correction': check(payloads.CorrectionProposal, () => null),
  'agreements.object-to-correction': check(payloads.CorrectionObjection, () => null),
  'agreements.rectify': check(payloads.Rectification, () => null),
  'agreements.register': check(payloads.Registration, () => null),
};

/** Full powers for all agreements stand in a register of their own. */
export const GENERAL_POWERS: ReadonlySet<string> = new Set([
  'agreements.present-full-powers',
  'agreements.revoke-full-powers',
]);

/** The register in which an actor's general full powers are on file. */
export function fullPowersRegisterOf(actor: string): string {
  return `full-powers/${actor}`;
}
