/** Facts as tests of the rules tell them, each with what it does not say filled in. */
import { CLEAR, type Marking } from '../../../kernel/marking.ts';
import { actorsOf } from '../paper-channels.ts';
import { OpenedChannel } from '../payloads/channel.ts';
import { Notice } from '../payloads/notice.ts';
import { StoredNotice } from '../payloads/stored.ts';
import type { EventKind } from '../acts/rows.ts';
import type { ChannelFact, EventFact, NoticeFact } from './facts.ts';

export const actors = actorsOf({ league: ['BBB', 'CCC'] });
export const ISSUED = '2026-03-01T22:00:00.000Z';

/** So many minutes after the notice. */
export const after = (minutes: number): string =>
  new Date(Date.parse(ISSUED) + minutes * 60_000).toISOString();

/** A channel of alerts, with four hours for what is immediate. */
export function channelFact(opening: object = {}): ChannelFact {
  return {
    channel: 'outbreak-alerts',
    act: 'c'.repeat(64),
    custodian: 'secretariat',
    openedAt: '2026-01-01T00:00:00.000Z',
    marking: CLEAR,
    opening: OpenedChannel.parse({
      title: { en: 'Outbreak alerts' },
      kind: 'alerts',
      acknowledgeWithinHours: { immediate: 4 },
      escalation: [
        { afterHours: 0, offices: ['duty-office'] },
        { afterHours: 2, offices: ['ministry'], addressee: 'BBB' },
      ],
      ...opening,
    }),
  };
}

interface Placed {
  readonly act?: string;
  readonly actor?: string;
  readonly at?: string;
  readonly ledger?: number;
  readonly marking?: Marking;
}

const placed = ({
  act = 'n',
  actor = 'AAA',
  at = ISSUED,
  ledger = 1,
  marking = CLEAR,
}: Placed) => ({
  act,
  channel: 'outbreak-alerts',
  actor,
  issuedAt: at,
  recordedAt: at,
  ledger,
  marking,
  source: null,
});

/** A notice of AAA to DDD and the league. */
export function noticeFact(says: object = {}, where: Placed = {}): NoticeFact {
  const notice = Notice.parse({
    kind: 'alerts',
    subject: 'Cluster',
    body: 'Twelve cases.',
    language: 'en',
    to: { actors: ['DDD'], groups: ['league'] },
    precedence: 'immediate',
    ...says,
  });
  return { ...placed(where), notice: StoredNotice.parse(notice) };
}

/** Something done upon the notice `n`. */
export function eventFact(
  kind: EventKind,
  where: Placed = {},
  detail: Readonly<Record<string, unknown>> = {},
): EventFact {
  return { ...placed(where), notice: 'n', kind, detail };
}
