/** The pages of the practice. */
import { channelPage } from './pages/channel.tsx';
import { channelsPage } from './pages/channels.tsx';
import { dutyPage } from './pages/duty.tsx';
import { noticePage } from './pages/notice.tsx';
import { paperPage } from './pages/paper.tsx';

export const noticePages = [channelsPage, channelPage, noticePage, paperPage, dutyPage];
