/** What a session asks of its body, on a day. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Archive } from '../archive.ts';
import type { SessionState } from './session-state.ts';

/** What an observer may do. */
export type ObserverRight =
  | 'attend'
  | 'documents'
  | 'speak'
  | 'reply'
  | 'point-of-order'
  | 'submit-documents'
  | 'propose'
  | 'co-sponsor';

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
  /** Members that are suspended from all rights. */
  readonly suspended: ReadonlyMap<string, Hindered>;
  /** What it takes to open a debate; null where the body has no rule on it. */
  readonly quorum: QuorumRule | null;
}
/** Nobody's body: a session that names one which is not here still has a custodian. */
const NO_BODY: BodyView = {
  members: [],
  presiding: [],
  observers: new Map(),
  suspended: new Map(),
  quorum: null,
};

/** The body of a session as it is on a day. */
export function bodyViewOf(archive: Archive, session: SessionState, day: PlainDateText): BodyView {
  const body = archive.bodyOf(session);
  if (body === null) return NO_BODY;
  const { membership } = body.opening.payload;
  const members =
    membership.kind === 'group' ? archive.registry.membersOn(membership.group, day) : [];
  return { ...NO_BODY, members };
}
