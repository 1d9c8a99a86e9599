/** Every act of the practice, in the order in which forms offer them. */
import type { ActDefinition, Topic } from '../../../kernel/define-area.ts';
import { bodyActs } from './bodies.ts';
import { decisionActs } from './decisions.ts';
import { positionActs } from './positions.ts';
import { secretBallotActs } from './secret-ballots.ts';
import { documentActs } from './session-documents.ts';
import { floorActs } from './session-floor.ts';
import { sessionActs } from './sessions.ts';
import { textActs } from './texts.ts';
import { voteActs } from './votes.ts';

/** Every act stands under one of them. */
export const meetingTopics: readonly Topic[] = [
  { key: 'sessions', acts: sessionActs },
  { key: 'floor', acts: floorActs },
  { key: 'documents', acts: documentActs },
  { key: 'texts', acts: textActs },
  { key: 'decisions', acts: [...decisionActs, ...secretBallotActs] },
  { key: 'positions', acts: positionActs },
  { key: 'bodies', acts: bodyActs },
  { key: 'votes', acts: voteActs },
];

export const meetingActs: readonly ActDefinition[] = meetingTopics.flatMap(({ acts }) => acts);
