/** What a session asks of its body, on a day. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { OFFICES, ObserverRight, SpeakingLimit } from '../../payloads/body.ts';
import type { Archive } from '../archive.ts';
import type { BodyState } from '../bodies/body-state.ts';
import { membersOn } from '../bodies/members.ts';
import { speakingLimitsOn } from '../bodies/rules-on.ts';
import { hindrancesOf, observersOn, officersOn, rightsOfObserver } from '../bodies/standing.ts';
import type { Registry } from '../facts.ts';
import type { SessionState } from './session-state.ts';

/** Why a member may not take part. */
export interface Hindered {
  readonly reason: string;
  readonly citation: string;
}

/** A share of the members that has to be there. */
export interface QuorumRule {
  /** `1/3` */
  readonly threshold: string;
  /** Whether exactly the threshold is not enough. */
  readonly more: boolean;
  readonly citation: string;
}

export interface BodyView {
  readonly members: readonly string[];
  /** Who presides, or acts for who presides. */
  readonly presiding: readonly string[];
  /** Rights of observers, by who they are. */
  readonly observers: ReadonlyMap<string, readonly ObserverRight[]>;
  /** Members that are suspended from all rights; those without a vote take part. */
  readonly suspended: ReadonlyMap<string, Hindered>;
  /** What it takes to open a debate; null where the body has no rule on it. */
  readonly quorum: QuorumRule | null;
  /** How long one speaks by the rules of the body, where the session sets nothing else. */
  readonly speaking: readonly SpeakingLimit[];
}

/** Nobody's body: a session that names one which is not here still has a custodian. */
const NO_BODY: BodyView = {
  members: [],
  presiding: [],
  observers: new Map(),
  suspended: new Map(),
  quorum: null,
  speaking: [],
};

/** Those who direct a meeting, or stand in for who does. */
const PRESIDING: readonly (typeof OFFICES)[number][] = [
  'president',
  'vice-president',
  'chair',
  'vice-chair',
  'secretary',
  'facilitator',
];

function suspendedOf(
  body: BodyState,
  members: readonly string[],
  when: { readonly day: PlainDateText; readonly registry: Registry },
): ReadonlyMap<string, Hindered> {
  return new Map(
    members.flatMap((actor) => {
      const found = hindrancesOf(body, actor, when).find(({ what }) => what === 'all');
      return found === undefined ? [] : [[actor, found] as const];
    }),
  );
}

function quorumOn(body: BodyState, day: PlainDateText): QuorumRule | null {
  const said = body.rules.findLast(
    ({ payload }) => payload.from <= day && payload.quorumToOpen !== undefined,
  )?.payload;
  if (said?.quorumToOpen === undefined) return null;
  const { threshold, more } = said.quorumToOpen;
  return { threshold, more, citation: said.citation };
}

/** The body of a session as it is on a day. */
export function bodyViewOf(archive: Archive, session: SessionState, day: PlainDateText): BodyView {
  const body = archive.bodyOf(session);
  if (body === null) return NO_BODY;
  const { registry } = archive;
  const members = membersOn(body, day, registry);
  const officers = officersOn(body, day).map(({ fact }) => fact.payload);
  const observers = observersOn(body, day).map((term) => {
    const { rights } = rightsOfObserver(body, term, day);
    return [term.fact.payload.observer, rights] as const;
  });
  return {
    members,
    presiding: officers.flatMap(({ holder, office }) =>
      holder !== undefined && PRESIDING.includes(office) ? [holder] : [],
    ),
    observers: new Map(observers),
    suspended: suspendedOf(body, members, { day, registry }),
    quorum: quorumOn(body, day),
    speaking: speakingLimitsOn(body, day),
  };
}
