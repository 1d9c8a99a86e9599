/** What a page, a feed or a letter is made from: a viewer's questions, dates and language. */
import type { InstantText, PlainDateText } from '../../kernel/dates.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import type { PageRequest } from '../../ui/page.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { Session } from '../account/sign-in.ts';
import { type Services, todayOf } from '../services.ts';
import { viewerOf } from '../viewer.ts';
import { progressOf } from '../work-progress.ts';

export interface Addressed {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly asOf?: PlainDateText;
  readonly knownAt?: InstantText | null;
  readonly beside?: PageRequest['beside'];
  readonly standing?: NonNullable<PageRequest['standing']>;
}

type Serving = Pick<Services, 'store' | 'textIn' | 'now'> & Partial<Pick<Services, 'serves'>>;

/** As of today and as known now, unless the address says otherwise. */
export function pageRequestFor(
  services: Serving,
  viewer: Viewer,
  asked: Addressed & { readonly signedIn: boolean },
): PageRequest {
  const today = todayOf(services);
  const times = { asOf: asked.asOf ?? today, knownAt: asked.knownAt ?? null };
  return {
    ...asked,
    ...times,
    today,
    serves: (path) => services.serves?.(path) ?? false,
    text: services.textIn(asked.locale),
    progressOf: (task) => progressOf(services, task),
    ask: (question, input) => services.store.ask(question, input, { viewer, ...times }),
  };
}

/** The same on behalf of whoever is signed in. */
export function pageRequestOf(
  services: Serving,
  session: Session | null,
  asked: Addressed,
): PageRequest {
  return pageRequestFor(services, viewerOf(session), { ...asked, signedIn: session !== null });
}
