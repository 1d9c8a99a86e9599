/** What the routes share: made once by `createApp`, handed to each of them. */
import type { Area } from '../kernel/define-area.ts';
import type { Asking, Store } from '../store/contract.ts';
import type { DateFeed } from '../ui/date-feed.ts';
import type { Feed } from '../ui/feed.ts';
import type { Page } from '../ui/page.ts';
import type { Text } from '../ui/text/text.ts';
import type { Locale } from '../ui/text/locale.ts';
import type { Session, SignIn } from './account/sign-in.ts';
import type { Assets } from './assets.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Position } from './position.ts';
import type { ResponseCache } from './response-cache.ts';
import type { Authority } from './authority/authority.ts';
import type { Drafting } from './acts/draft.ts';
import { withOriginal } from './releases/with-original.ts';
import { groupMembers } from './releases/group-members.ts';
import type { NodesOf } from './releases/share-preview.ts';
import type { PracticeInside } from './practice/inside.ts';
import type { NodeKeys } from './node-keys.ts';
import { viewerOf } from './viewer.ts';

export interface Services {
  readonly store: Store;
  readonly areas: readonly Area[];
  readonly pages: readonly Page[];
  readonly feeds: readonly Feed[];
  readonly dates: readonly DateFeed[];
  readonly signIn: SignIn;
  readonly authority: Authority;
  /** Makes keys for those who are to sign on this node. */
  readonly keys: Pick<NodeKeys, 'ring' | 'make' | 'putAway'>;
  readonly config: Config;
  readonly assets: Assets;
  readonly log: Log;
  readonly cache: ResponseCache;
  readonly position: Position;
  /** At which nodes actors read, where that is known. */
  readonly nodesOf: NodesOf;
  /** When an act was handed in at its custodian's node; null where it was not. */
  readonly handedAt: (act: string) => Promise<Date | null>;
  /** Where this is the node of a practice. */
  readonly practice?: PracticeInside;
  /** Whether the house answers at a path: what there is no route for is not linked to. */
  readonly serves: (path: string) => boolean;
  textIn(locale: Locale): Text;
  /** The address under which readers reach the node, without a path. */
  origin(): string;
  now(): Date;
}

/** Today in UTC: the day that acts are dated by. */
export function todayOf(services: Pick<Services, 'now'>): string {
  return services.now().toISOString().slice(0, 10);
}

/** As of today, as known now, as the session's person may see it. */
export function askingOf(services: Pick<Services, 'now'>, session: Session | null): Asking {
  return { viewer: viewerOf(session), asOf: todayOf(services), knownAt: null };
}

/** On whose behalf a person has acts signed, now. */
export function chooserOf(
  services: Pick<Services, 'areas' | 'authority' | 'store' | 'now'>,
  session: Session,
): Drafting {
  const { authority, store } = services;
  return {
    authority,
    person: session.person,
    operator: store.operator,
    today: todayOf(services),
    membersOf: groupMembers(services, askingOf(services, session)),
    completed: (json) => withOriginal(store, viewerOf(session), json),
  };
}
