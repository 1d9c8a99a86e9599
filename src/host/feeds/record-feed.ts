/** `/record/acts.atom`: what was recorded, of all, of an area, a register or an actor. */
import { isRefusal } from '../../kernel/refusal.ts';
import { list as listActors } from '../../practices/actors/questions/list.ts';
import { ACTS_SHOWN_MAX, latestActs } from '../../store/record-area.ts';
import type { Feed } from '../../ui/feed.ts';
import type { PageRequest } from '../../ui/page.ts';
import { actWords } from '../acts/act-words.ts';

/** What the feed may be narrowed to, by the names of the question. */
export const RECORD_FEED_FILTERS = ['area', 'register', 'actor', 'type'] as const;

/** The filters that an address gives; a feed is known by them. */
function filtersOf(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    RECORD_FEED_FILTERS.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

async function namesIn(request: PageRequest): Promise<(actor: string) => string> {
  const found = await request.ask(listActors, { ended: true });
  const rows = isRefusal(found) ? [] : found.rows;
  const names = new Map(rows.map(({ id, names: by, name }) => [id, by[request.locale] ?? name]));
  return (actor) => names.get(actor) ?? actor;
}

export const recordFeed: Feed = {
  path: '/record/acts.atom',
  examples: ['/record/acts.atom', '/record/acts.atom?register=agreements/paris-agreement'],
  async render(request) {
    const { text, search } = request;
    const filters = filtersOf(search);
    const found = await request.ask(latestActs, { ...filters, limit: ACTS_SHOWN_MAX });
    if (isRefusal(found)) return found;
    const nameOf = await namesIn(request);
    const of = Object.values(filters).join(' · ');
    const title = text('host.feeds.record');
    return {
      title: of === '' ? title : `${title}: ${of}`,
      href: '/record',
      entries: found.rows.map((row) => ({
        href: `/acts/${row.act}`,
        title: `${nameOf(row.actor)}: ${actWords(text, row.type)}`,
        summary: [row.register, row.effectiveOn, row.source].filter(Boolean).join(' · '),
        at: row.recordedAt,
        author: nameOf(row.author),
      })),
    };
  },
};
