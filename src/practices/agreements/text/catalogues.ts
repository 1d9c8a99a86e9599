/** All texts of the practice: those that its pages share, and those of each view. */
import type { Catalogue } from '../../../ui/text/text.ts';
import { agreementsText } from './agreements-text.ts';
import { ministryText } from './ministry/ministry-text.ts';
import { reservationsText } from './reservations/reservations-text.ts';

export const agreementCatalogues: readonly Catalogue[] = [
  agreementsText,
  ministryText,
  reservationsText,
];
