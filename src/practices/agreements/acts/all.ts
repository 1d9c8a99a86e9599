/** Every act of the practice, in the order in which forms offer them. */
import type { ActDefinition } from '../../../kernel/define-area.ts';
import { consentActs } from './consent.ts';
import { depositaryActs } from './depositary.ts';
import { nationalActs } from './national.ts';
import { reservationActs } from './reservations.ts';
import { textActs } from './texts.ts';
import { versionActs } from './versions.ts';

export const agreementActs: readonly ActDefinition[] = [
  ...textActs,
  ...consentActs,
  ...depositaryActs,
  ...reservationActs,
  ...versionActs,
  ...nationalActs,
];
