/** Where an agreement itself stands on a day. VCLT Arts. 9, 24, 54, 57. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Chronicle } from './entry-into-force.ts';
import { openingsOf } from './openings.ts';
import { endedBy, isInForce } from './versions/ending.ts';
import { isSuspended } from './versions/suspensions.ts';

export const AGREEMENT_STATES = [
  'not-adopted',
  'adopted',
  'open',
  'fulfilled',
  'in-force',
  'suspended',
  'terminated',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Whether all of it is suspended between all on a day. VCLT Art. 57. */
function isWhollySuspended({ suspensions }: Chronicle, day: PlainDateText): boolean {
  return suspensions.some(
    (one) => one.provisions === null && one.between === null && isSuspended(one, day),
  );
}

/** Where the agreement itself stands on a day. */
export function agreementStateOn(chronicle: Chronicle, day: PlainDateText): AgreementState {
  const { decision, history } = chronicle;
  if (day < history.adoption.adoptedOn) return 'not-adopted';
  if (endedBy(chronicle, day) !== null) return 'terminated';
  if (isInForce(chronicle, day)) {
    return isWhollySuspended(chronicle, day) ? 'suspended' : 'in-force';
  }
  if (decision.fulfilledOn !== null && decision.fulfilledOn <= day) return 'fulfilled';
  const openings = openingsOf(history.adoption, history.events);
  const isAwaited = openings.length > 0 && openings.every(({ from }) => day < from);
  return isAwaited ? 'adopted' : 'open';
}
