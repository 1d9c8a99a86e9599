/** What the node is made of: areas, their pages and texts, and the world that it begins with. */
import { fileURLToPath } from 'node:url';
import type { Area } from '../kernel/define-area.ts';
import { definedRules } from '../kernel/law.ts';
import { recordArea } from '../store/record-area.ts';
import { releasesArea } from '../store/releases/area.ts';
import { actors } from '../practices/actors/area.ts';
import { actorPages } from '../practices/actors/pages.ts';
import { actorText } from '../practices/actors/text.ts';
import { actorsSaid } from '../practices/actors/text/said/actors-said.ts';
import { agreements } from '../practices/agreements/area.ts';
import { agreementDates, agreementFeeds } from '../practices/agreements/feeds.ts';
import { agreementMailings } from '../practices/agreements/mailings.tsx';
import { agreementPages } from '../practices/agreements/pages.ts';
import { agreementCatalogues } from '../practices/agreements/text/catalogues.ts';
import { meetings } from '../practices/meetings/area.ts';
import { meetingDates, meetingFeeds } from '../practices/meetings/feeds.ts';
import { meetingPages } from '../practices/meetings/pages.ts';
import { meetingCatalogues } from '../practices/meetings/text/catalogues.ts';
import { notices } from '../practices/notices/area.ts';
import { noticeDates, noticeFeeds } from '../practices/notices/feeds.ts';
import { noticeMailings } from '../practices/notices/mailings.tsx';
import { noticePages } from '../practices/notices/pages.ts';
import { noticeCatalogues } from '../practices/notices/text/catalogues.ts';
import type { DraftAct, Progress } from '../kernel/submission.ts';
import type { Store } from '../store/contract.ts';
import type { DateFeed } from '../ui/date-feed.ts';
import type { Feed } from '../ui/feed.ts';
import type { Mailing } from '../ui/letter.ts';
import type { Page } from '../ui/page.ts';
import { calendarArea } from './calendar/calendar-area.ts';
import { calendarFeed } from './calendar/calendar-feed.ts';
import { calendarPage } from './calendar/calendar-page.tsx';
import { calendarText } from './calendar/text/calendar-text.ts';
import { feedsPage } from './feeds/feeds-page.tsx';
import { recordFeed } from './feeds/record-feed.ts';
import { frontPage } from './front/front-page.tsx';
import { frontText } from './front/text/front-text.ts';
import { galleryPages } from './gallery/gallery-pages.tsx';
import { guidePages } from './guide/guide-pages.tsx';
import { keysPage } from './keys/keys-page.tsx';
import { recordPage } from './record/record-page.tsx';
import { searchArea } from './search/area.ts';
import { lawPage } from './search/law-page.tsx';
import { searchPage } from './search/search-page.tsx';
import { textsOf } from './texts.ts';
import type { Catalogue } from '../ui/text/text.ts';
import { loadRollCallsOnce } from '../world/load-roll-calls.ts';
import { loadWorldActorsOnce, loadWorldOnce } from '../world/load.ts';

export interface House {
  readonly areas: readonly Area[];
  readonly pages: readonly Page[];
  readonly feeds: readonly Feed[];
  readonly dates: readonly DateFeed[];
  readonly mailings: readonly Mailing[];
  readonly texts: readonly Catalogue[];
  /** Loads the world, or its actors; on a record that has them, changes nothing. */
  loadWorld(
    store: Store,
    report: (progress: Progress) => void,
    world: 'load' | 'actors',
  ): Promise<void>;
}

/** Where the shipped world lies beside the sources. */
const WORLD_FOLDER = fileURLToPath(new URL('../../world', import.meta.url));

const ownAreas: readonly Area[] = [
  recordArea,
  releasesArea,
  calendarArea,
  actors,
  agreements,
  meetings,
  notices,
];
const texts: readonly Catalogue[] = [
  ...agreementCatalogues,
  ...meetingCatalogues,
  ...noticeCatalogues,
  actorText,
  calendarText,
  actorsSaid,
  frontText,
];
/** Taken now: rules that are made of acts later are no part of the house. */
const rules = definedRules();
const search = searchArea({
  rules,
  areas: ownAreas,
  textIn: textsOf(texts),
  serves: (path) => house.pages.some((page) => page.path === path),
});
const areas: readonly Area[] = [...ownAreas, search.area];

const feeds: readonly Feed[] = [recordFeed, ...agreementFeeds, ...meetingFeeds, ...noticeFeeds];
const dates: readonly DateFeed[] = [
  calendarFeed,
  ...agreementDates,
  ...meetingDates,
  ...noticeDates,
];

/** What the shipped world holds and the rules refuse is a fault of ours, and is said aloud. */
function reportRefused(refused: readonly { draft: DraftAct; reason: string }[]): void {
  for (const { draft, reason } of refused) {
    process.stderr.write(`not recorded: ${draft.register} ${draft.actor}: ${reason}\n`);
  }
}

export const house: House = {
  areas,
  pages: [
    frontPage,
    searchPage(search.find),
    lawPage(rules),
    calendarPage,
    recordPage(areas),
    feedsPage(areas, feeds, dates),
    ...agreementPages,
    ...meetingPages,
    ...noticePages,
    ...actorPages,
    keysPage,
    ...galleryPages,
    ...guidePages,
  ],
  dates,
  feeds,
  mailings: [...agreementMailings, ...noticeMailings],
  texts,
  loadWorld: async (store, report, world) => {
    if (world === 'actors') {
      reportRefused((await loadWorldActorsOnce(store, WORLD_FOLDER, report))?.refused ?? []);
      return;
    }
    const loaded = await loadWorldOnce(store, WORLD_FOLDER, report);
    const parts = loaded ? [loaded.actors, loaded.agreements, loaded.meetings] : [];
    reportRefused(parts.flatMap(({ refused }) => refused));
    const votes = await loadRollCallsOnce(store, WORLD_FOLDER, report);
    for (const { number, outcome, reason } of votes.flatMap(({ rows }) => rows)) {
      process.stderr.write(`not recorded: roll call ${number}: ${outcome}: ${reason}\n`);
    }
  },
};
