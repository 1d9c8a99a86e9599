/** The pages of the practice. */
import type { Page } from '../../ui/page.ts';
import { ballotPages } from './pages/ballots/all.ts';
import { bodyPages } from './pages/bodies/all.ts';
import { decisionPages } from './pages/decisions/all.ts';
import { historyPages } from './pages/history/all.ts';
import { positionPages } from './pages/positions/all.ts';
import { powerPages } from './pages/power/all.ts';
import { sessionPages } from './pages/sessions/all.ts';
import { startPage } from './pages/start/start.tsx';
import { textPages } from './pages/texts/all.ts';

export const meetingPages: readonly Page[] = [
  startPage,
  ...bodyPages,
  ...sessionPages,
  ...textPages,
  ...decisionPages,
  ...ballotPages,
  ...powerPages,
  ...historyPages,
  ...positionPages,
];
