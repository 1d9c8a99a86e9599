/** Whether what changes an agreement over time may be admitted. */
import { check, type Check } from './judging-check.ts';
import * as payloads from '../payloads/versions.ts';

/** By type of act. */
export const VERSION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.refuse-amendment': check(payloads.AmendmentRefusal, () => null),
  'agreements.suspend': check(payloads.Suspension, () => null),
  'agreements.resume': check(payloads.Resumption, () => null),
  'agreements.terminate': check(payloads.Termination, () => null),
  'agreements.extend-to-territories': check(payloads.TerritorialExtension, () => null),
  'agreements.exclude-territories': check(payloads.TerritorialExtension, () => null),
};
