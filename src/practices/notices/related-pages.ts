/** The pages to which an act of the practice leads on. */
import type { RecordedUnder, RelatedPage } from '../../kernel/define-area.ts';
import { channelOf } from './acts/rows.ts';
import { namedUpon } from './rules/judging/judging.ts';

/** The notice that the act is, or is upon, and the channel. */
export function relatedPages({
  id,
  type,
  register,
  payload,
}: RecordedUnder): readonly RelatedPage[] {
  const channel = channelOf({ register });
  if (channel === '') return [];
  const page = { href: `/notices/${channel}`, label: 'notices.act.page.channel' };
  const isUpon = type !== 'notices.open-channel' && type !== 'notices.issue';
  const own = type === 'notices.issue' ? (id ?? '') : '';
  const notice = isUpon ? namedUpon(payload) : own;
  if (notice === '') return [page];
  return [{ href: `/notices/${channel}/${notice}`, label: 'notices.act.page.notice' }, page];
}
