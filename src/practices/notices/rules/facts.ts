/** What the rules see: channels, notices, what was done upon them, and the registry of actors. */
import type { InstantText, PlainDateText } from '../../../kernel/dates.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { EventKind } from '../acts/rows.ts';
import type { OpenedChannel } from '../payloads/channel.ts';
import type { StoredNotice } from '../payloads/stored.ts';

/** What of every act is known; `recordedAt` is the custodian's receipt, `ledger` its order. */
export interface Known {
  readonly act: string;
  readonly channel: string;
  readonly actor: string;
  readonly issuedAt: InstantText;
  readonly recordedAt: InstantText;
  readonly ledger: number;
  readonly marking: Marking;
}

export interface ChannelFact {
  readonly channel: string;
  readonly act: string;
  readonly custodian: string;
  readonly openedAt: InstantText;
  readonly marking: Marking;
  readonly opening: OpenedChannel;
}

export interface NoticeFact extends Known {
  /** Where a custodian recorded it: from what. */
  readonly source: string | null;
  readonly notice: StoredNotice;
}

export interface EventFact extends Known {
  readonly notice: string;
  readonly kind: EventKind;
  readonly source: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The registry as the rules ask it. */
export interface ActorsKnown {
  exists(actor: string, day: PlainDateText): boolean;
  membersOn(group: string, day: PlainDateText): readonly string[];
}
