/** The acts of the practice by topic. */
import type { Topic } from '../../../kernel/define-area.ts';
import {
  acknowledge,
  cancel,
  close,
  issue,
  offerAssistance,
  openChannel,
  permitOnwardRelease,
  update,
} from './all.ts';

/** Every act stands under one of them. */
export const noticeTopics: readonly Topic[] = [
  { key: 'notices', acts: [issue] },
  { key: 'answers', acts: [acknowledge, offerAssistance, close] },
  { key: 'changes', acts: [update, cancel, permitOnwardRelease] },
  { key: 'channels', acts: [openChannel] },
];
