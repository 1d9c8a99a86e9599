/** All texts of the practice: those that its pages share, and those of each view. */
import type { Catalogue } from '../../../ui/text/text.ts';
import { actsText } from './acts/acts-text.ts';
import { findingsText } from './findings/findings-text.ts';
import { agreementFormsText } from './forms/forms-text.ts';
import { agreementsText } from './agreements-text.ts';
import { boundText } from './bound/bound-text.ts';
import { declarationsText } from './declarations/declarations-text.ts';
import { depositaryText } from './depositary/depositary-text.ts';
import { ministryText } from './ministry/ministry-text.ts';
import { mirroredText } from './mirrored/mirrored-text.ts';
import { picturesText } from './pictures/pictures-text.ts';
import { readingText } from './reading/reading-text.ts';
import { reservationsText } from './reservations/reservations-text.ts';
import { versionsText } from './versions/versions-text.ts';
import { takesText } from './what-it-takes/takes-text.ts';
import { agreementsSaid } from './said/agreements-said.ts';

export const agreementCatalogues: readonly Catalogue[] = [
  actsText,
  agreementFormsText,
  agreementsText,
  boundText,
  declarationsText,
  depositaryText,
  findingsText,
  ministryText,
  mirroredText,
  picturesText,
  readingText,
  reservationsText,
  versionsText,
  takesText,
  agreementsSaid,
];
