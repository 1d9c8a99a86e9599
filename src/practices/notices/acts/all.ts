/** Every act of the practice, in the order in which forms offer them. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { put } from '../../../kernel/table.ts';
import { Acknowledgement, Closing, Offer } from '../payloads/answers.ts';
import { OpenedChannel } from '../payloads/channel.ts';
import { Cancellation, Notice, Permit, Update } from '../payloads/notice.ts';
import { channelTable } from '../tables.ts';
import { channelOf, eventRows, noticeRows } from './rows.ts';

const NO_ACT = '0'.repeat(64);

export const openChannel = defineAct({
  type: 'notices.open-channel',
  title: 'Open a channel',
  payload: OpenedChannel,
  opens: true,
  example: {
    title: { en: 'Outbreak alerts' },
    kind: 'alerts' as const,
    acknowledgeWithinHours: { priority: 24, immediate: 4, flash: 1 },
    level: 'amber' as const,
    escalation: [{ afterHours: 0, offices: ['duty-office'] }],
  },
  apply: ({ id, header, payload }) => [
    put(channelTable, {
      channel: channelOf(header),
      entry: id,
      custodian: header.author,
      kind: payload.kind,
      level: payload.level,
      opened_at: header.issuedAt,
      marking: header.marking,
      opening: payload,
    }),
  ],
});

export const issue = defineAct({
  type: 'notices.issue',
  carriable: true,
  title: 'Issue a notice, or reply to one',
  payload: Notice,
  narrowable: ['annex'],
  example: {
    kind: 'alerts' as const,
    number: '12/2026',
    subject: 'Cluster of pneumonia of unknown cause',
    body: 'Twelve cases since Monday.\n\nSamples are on their way to the reference laboratory.',
    language: 'en',
    to: { actors: ['KEN'], groups: ['eu'] },
    precedence: 'immediate' as const,
    acknowledgeBy: '2026-01-17T09:30Z',
  },
  apply: noticeRows,
});

export const acknowledge = defineAct({
  type: 'notices.acknowledge',
  carriable: true,
  title: 'Acknowledge a notice',
  payload: Acknowledgement,
  example: { notice: NO_ACT },
  apply: (act) => eventRows('acknowledge', act),
});

export const update = defineAct({
  type: 'notices.update',
  carriable: true,
  title: 'Update a notice',
  payload: Update,
  example: { notice: NO_ACT, reason: 'Three further cases.', precedence: 'flash' as const },
  apply: (act) => eventRows('update', act),
});

export const cancel = defineAct({
  type: 'notices.cancel',
  carriable: true,
  title: 'Cancel a notice',
  payload: Cancellation,
  example: { notice: NO_ACT, reason: 'The laboratory excluded it.' },
  apply: (act) => eventRows('cancel', act),
});

export const offerAssistance = defineAct({
  type: 'notices.offer-assistance',
  carriable: true,
  title: 'Offer assistance upon a request',
  payload: Offer,
  example: { request: NO_ACT, what: 'Field hospital', quantity: { amount: 1 } },
  apply: (act) => {
    const { request, ...offer } = act.payload;
    return eventRows('offer-assistance', { ...act, payload: { ...offer, notice: request } });
  },
});

export const close = defineAct({
  type: 'notices.close',
  carriable: true,
  title: 'Close a thread',
  payload: Closing,
  example: { notice: NO_ACT, outcome: 'All needs are met.' },
  apply: (act) => eventRows('close', act),
});

export const permitOnwardRelease = defineAct({
  type: 'notices.permit-onward-release',
  carriable: true,
  title: 'Permit others to release a notice onward',
  payload: Permit,
  example: { notice: NO_ACT, to: ['UGA'] },
  apply: (act) => eventRows('permit-onward-release', act),
});

export const noticeActs: readonly ActDefinition[] = [
  openChannel,
  issue,
  acknowledge,
  update,
  cancel,
  offerAssistance,
  close,
  permitOnwardRelease,
];
