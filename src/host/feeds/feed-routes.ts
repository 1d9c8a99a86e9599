/** Each feed at its path: rendered as the viewer may see it, and kept as pages are. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Feed } from '../../ui/feed.ts';
import { problemOf, statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { pageRequestOf } from '../pages/page-request.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { atomOf } from './atom.ts';

const ATOM_TYPE = 'application/atom+xml; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json';

async function render(services: Services, feed: Feed, c: HostContext): Promise<Answer> {
  const url = new URL(c.req.url);
  const locale = chooseLocale(c);
  const request = pageRequestOf(services, c.get('session'), {
    path: url.pathname,
    search: url.searchParams,
    params: c.req.param(),
    locale,
  });
  const content = await feed.render(request);
  if (isRefusal(content)) {
    const body = JSON.stringify(problemOf(content));
    return { status: statusOf(content), contentType: PROBLEM_TYPE, body };
  }
  const origin = services.config.origin ?? url.origin;
  const settings = { origin, address: `${url.pathname}${url.search}`, language: locale };
  const body = atomOf(content, { ...settings, emptyAt: `${request.today}T00:00:00.000Z` });
  return { status: 200, contentType: ATOM_TYPE, body };
}

/** Mounts the feeds; before the pages, whose paths might take theirs. */
export function mountFeeds(app: Hono<HostEnv>, services: Services): void {
  for (const feed of services.feeds) {
    app.get(feed.path, async (c) => {
      const { origin, pathname, search } = new URL(c.req.url);
      const viewer = viewerOf(c.get('session')).actors.join(' ');
      const position = await services.position.current();
      const key = ['feed', origin, pathname, search, chooseLocale(c), viewer, todayOf(services)];
      return services.cache.respond([...key, position].join('\n'), c.req.raw.headers, () =>
        render(services, feed, c),
      );
    });
  }
}
