/** Each page of the practices at its path: asked, rendered, kept by what it depends on. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Page, PageContent, PageRequest } from '../../ui/page.ts';
import type { Theme } from '../../ui/layout/theme.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import { type DeskWait, AwaitingDesk, awaitingOnDesk } from '../federation/awaiting-desk.tsx';
import { comparedPage } from '../compare/compared-page.tsx';
import type { RenderDay } from '../compare/day-of-page.tsx';
import { sectionOf } from '../destinations/destinations.ts';
import { standingFor } from '../authority/choose-author.ts';
import { statusOf } from '../http-status.ts';
import { pictureAnswer } from '../pictures/picture-answer.ts';
import { totalOf } from '../position.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, chooserOf, todayOf } from '../services.ts';
import { COMPARE, readCompared, readTimes } from '../times.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { type Framed, renderFrame } from './frame.tsx';
import { chooseLocale } from './locale.ts';
import { pageRequestOf } from './page-request.ts';
import { chooseTheme } from './theme.ts';
import { refusalContent } from './refusal-content.tsx';
import { HTML_TYPE } from './show-page.ts';

/** `2026-01-17T09:30` of an instant. */
const MINUTE_CHARACTERS = 16;
const SECOND_CHARACTERS = 19;
const DAY_CHARACTERS = 10;

const JSON_TYPE = 'application/json; charset=utf-8';

interface Asked {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly today: string;
  readonly theme: Theme | null;
  /** What waits elsewhere, on a desk of today that is the reader's own. */
  readonly awaiting: readonly DeskWait[] | null;
}

/** A desk of the past shows what was known then, and nothing of today. */
async function awaitingOn(services: Services, page: Page, c: HostContext) {
  const { searchParams } = new URL(c.req.url);
  const isPast = searchParams.has('asOf') || searchParams.has('knownAt');
  if (!page.isDesk || isPast) return null;
  return awaitingOnDesk(services, c.get('session'), c.req.param('actor') ?? null);
}

const besideOf = (text: Text, { awaiting }: Asked) =>
  awaiting === null ? {} : { beside: AwaitingDesk({ text, acts: awaiting }) };

/** For whom the reader may act: their mandates are acts, so that the page's key tells of them. */
function standingOf(services: Services, c: HostContext): Pick<PageRequest, 'standing'> {
  const session = c.get('session');
  if (session === null) return {};
  return { standing: (type) => standingFor(type, chooserOf(services, session)) };
}

/** The page on a day, by questions of whoever asks. */
function renderDay(services: Services, page: Page, c: HostContext, asked: Asked): RenderDay {
  const text = services.textIn(asked.locale);
  return async (times, search) =>
    page.render(
      pageRequestOf(services, c.get('session'), {
        ...asked,
        ...times,
        search,
        ...besideOf(text, asked),
        ...standingOf(services, c),
      }),
    );
}

interface Given {
  readonly given: PageContent | Refusal;
  readonly isCompared: boolean;
}

/** What the page shows: of one day, or of two beside each other, then for machines as well. */
async function contentOf(
  services: Services,
  page: Page,
  c: HostContext,
  asked: Asked,
): Promise<Given | { readonly data: object }> {
  const { search, path, today } = asked;
  const day = renderDay(services, page, c, asked);
  const times = readTimes(search, today);
  if (isRefusal(times)) return { given: times, isCompared: false };
  const other = page.isTimeless ? null : readCompared(search, today);
  if (other === null) return { given: await day(times, search), isCompared: false };
  if (isRefusal(other)) return { given: other, isCompared: true };
  const text = services.textIn(asked.locale);
  const compared = await comparedPage({ path, search, text, render: day }, [times, other]);
  if (isRefusal(compared)) return { given: compared, isCompared: true };
  if (search.get('format') === 'json') return { data: compared.data };
  return { given: compared.content, isCompared: true };
}

async function render(
  services: Services,
  page: Page,
  c: HostContext,
  asked: Asked,
): Promise<Answer> {
  const text = services.textIn(asked.locale);
  // Before the page is made: what is admitted meanwhile is then told as new, never missed.
  const counts = await services.position.counts(viewerOf(c.get('session')));
  const made = await contentOf(services, page, c, asked);
  if ('data' in made)
    return { status: 200, contentType: JSON_TYPE, body: JSON.stringify(made.data) };
  const { given } = made;
  const { path } = asked;
  const reached = { path, section: sectionOf(path, text, services.serves) };
  const framed: Framed = {
    content: isRefusal(given) ? refusalContent(text, given, [], reached) : given,
    section: page.section,
    island: page.island,
    text,
    path: asked.path,
    search: asked.search,
    today: asked.today,
    session: c.get('session'),
    theme: asked.theme,
    counts,
    ...(page.isTimeless ? {} : { dates: datesOf(asked) }),
    isCompared: made.isCompared,
  };
  const html = await renderFrame(services, framed);
  const answer = { status: isRefusal(given) ? statusOf(given) : 200, contentType: HTML_TYPE };
  const picture = isRefusal(given) || made.isCompared ? null : pictureOf(services, framed, html);
  if (picture === null) return { ...answer, body: html } as const;
  if (!isRefusal(picture)) return picture;
  const content = refusalContent(text, picture, [], reached);
  const body = await renderFrame(services, { ...framed, content });
  return { ...answer, status: statusOf(picture), body };
}

/** One picture of the page, where the address asks for one: by what its reader may see. */
function pictureOf(services: Services, framed: Framed, html: string): Answer | Refusal | null {
  const { content, path, search, today, text, counts = new Map() } = framed;
  const id = search.get('picture');
  if (id === null) return null;
  const asOf = framed.dates?.asOf ?? today;
  const node = services.config.name;
  const position = totalOf(counts);
  return pictureAnswer({ id, html, title: content.title, path, asOf, position, node, text });
}

/** A date that is none is shown as it was typed, so that it can be put right. */
function datesOf({ search, today }: Asked) {
  const other = Object.fromEntries(
    Object.entries(COMPARE).flatMap(([name, parameter]) => {
      const value = search.get(parameter)?.slice(0, DAY_CHARACTERS);
      return value ? [[name, value] as const] : [];
    }),
  );
  return {
    other,
    asOf: search.get('asOf') || today,
    knownAt: search.get('knownAt')?.slice(0, DAY_CHARACTERS) || today,
  };
}

/** As much of the instant as the page shows something of. */
function clockOf({ followsClock }: Page, now: Date): string {
  if (followsClock === undefined) return '';
  const shown = followsClock === 'second' ? SECOND_CHARACTERS : MINUTE_CHARACTERS;
  return now.toISOString().slice(0, shown);
}

async function respond(services: Services, page: Page, c: HostContext): Promise<Response> {
  const { pathname, search, searchParams } = new URL(c.req.url);
  const locale = chooseLocale(c);
  const today = todayOf(services);
  const mark = await services.position.mark();
  const asked = {
    path: pathname,
    search: searchParams,
    params: c.req.param(),
    locale,
    today,
    theme: chooseTheme(c),
    awaiting: await awaitingOn(services, page, c),
  };
  const session = c.get('session');
  // A signed-in reader's page carries their name and form token, so it is theirs alone.
  const viewer =
    session === null ? '' : `${session.formToken} ${viewerOf(session).actors.join(' ')}`;
  // What is due by the hour is not the same a minute later, though nothing was recorded.
  const minute = clockOf(page, services.now());
  // What waits for others moves nothing in the record.
  const waits = JSON.stringify(asked.awaiting);
  const shown = `${locale} ${asked.theme ?? ''}`;
  const key = ['page', pathname, search, shown, viewer, today, minute, mark, waits].join('\n');
  return services.cache.respond(key, c.req.raw.headers, () => render(services, page, c, asked));
}

/** Mounts the pages. */
export function mountPages(app: Hono<HostEnv>, services: Services): void {
  for (const page of services.pages) {
    app.get(page.path, (c) => respond(services, page, c));
  }
}
