/** All texts of the practice: of its acts, and of each topic's pages. */
import type { Catalogue } from '../../../ui/text/text.ts';
import { meetingActsText } from './acts/acts-text.ts';
import { meetingFormsText } from './forms/forms-text.ts';
import { ballotText } from './ballots/ballots-text.ts';
import { bodyText } from './bodies/bodies-text.ts';
import { decisionText } from './decisions/decisions-text.ts';
import { emptyText } from './empty/empty-text.ts';
import { historyText } from './history/history-text.ts';
import { orderText } from './order/order-text.ts';
import { positionText } from './positions/positions-text.ts';
import { powerText } from './power/power-text.ts';
import { rulingText } from './ruling/ruling-text.ts';
import { sessionText } from './sessions/sessions-text.ts';
import { startText } from './start/start-text.ts';
import { textText } from './texts/texts-text.ts';
import { meetingsSaid } from './said/meetings-said.ts';

export const meetingCatalogues: readonly Catalogue[] = [
  meetingActsText,
  meetingFormsText,
  startText,
  bodyText,
  sessionText,
  textText,
  decisionText,
  emptyText,
  rulingText,
  orderText,
  ballotText,
  powerText,
  historyText,
  positionText,
  meetingsSaid,
];
