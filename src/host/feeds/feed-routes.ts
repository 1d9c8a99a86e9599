/** Each feed at its path: rendered as the viewer may see it, and kept as pages are. */
import type { Hono } from 'hono';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { DateFeed } from '../../ui/date-feed.ts';
import type { Feed } from '../../ui/feed.ts';
import type { PageRequest } from '../../ui/page.ts';
import { problemOf, statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { pageRequestOf } from '../pages/page-request.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { atomOf } from './atom.ts';
import { calendarOf } from './calendar.ts';

const ATOM_TYPE = 'application/atom+xml; charset=utf-8';
const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json';

/** Where a feed is, as those who follow it from outside name it. */
interface Place {
  readonly origin: string;
  readonly address: string;
}

/** How one kind of feed is made: of which type, and its text or why there is none. */
interface Kind {
  readonly path: string;
  readonly contentType: string;
  body(request: PageRequest, place: Place): Promise<string | Refusal>;
}

function atomKind(feed: Feed): Kind {
  return {
    path: feed.path,
    contentType: ATOM_TYPE,
    async body(request, place) {
      const content = await feed.render(request);
      if (isRefusal(content)) return content;
      const emptyAt = `${request.today}T00:00:00.000Z`;
      return atomOf(content, { ...place, language: request.locale, emptyAt });
    },
  };
}

function calendarKind(feed: DateFeed): Kind {
  return {
    path: feed.path,
    contentType: CALENDAR_TYPE,
    async body(request, place) {
      const content = await feed.render(request);
      return isRefusal(content) ? content : calendarOf(content, place);
    },
  };
}

async function render(services: Services, kind: Kind, c: HostContext): Promise<Answer> {
  const url = new URL(c.req.url);
  const request = pageRequestOf(services, c.get('session'), {
    path: url.pathname,
    search: url.searchParams,
    params: c.req.param(),
    locale: chooseLocale(c),
  });
  const origin = services.config.origin ?? url.origin;
  const body = await kind.body(request, { origin, address: `${url.pathname}${url.search}` });
  return isRefusal(body)
    ? {
        status: statusOf(body),
        contentType: PROBLEM_TYPE,
        body: JSON.stringify(problemOf(body)),
      }
    : { status: 200, contentType: kind.contentType, body };
}

/** Mounts the feeds; before the pages, whose paths might take theirs. */
export function mountFeeds(app: Hono<HostEnv>, services: Services): void {
  const kinds = [...services.feeds.map(atomKind), ...services.dates.map(calendarKind)];
  for (const kind of kinds) {
    app.get(kind.path, async (c) => {
      const { origin, pathname, search } = new URL(c.req.url);
      const viewer = viewerOf(c.get('session')).actors.join(' ');
      const position = await services.position.current();
      const key = ['feed', origin, pathname, search, chooseLocale(c), viewer, todayOf(services)];
      return services.cache.respond([...key, position].join('\n'), c.req.raw.headers, () =>
        render(services, kind, c),
      );
    });
  }
}
