/** Channels with notices of several kinds, for tests that open their pages. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Store } from '../../src/store/contract.ts';
import { admitted } from '../../src/store/test-store.ts';

const SOURCE = { kind: 'recorded', source: 'Log of the duty desk' } as const;

const draft = (channel: string, verb: string, actor: string, payload: object): DraftAct => ({
  type: `notices.${verb}`,
  register: `notices/${channel}`,
  actor,
  payload,
  basis: SOURCE,
});

const channel = (name: string, kind: string, title: string, more: object = {}) =>
  draft(name, 'open-channel', 'un-secretary-general', { title: { en: title }, kind, ...more });

async function submit(store: Store, ...drafts: DraftAct[]): Promise<string[]> {
  const own = drafts.map((one) =>
    one.actor === 'un-secretary-general' ? { ...one, actor: store.operator } : one,
  );
  return admitted(await store.submit(own)).map(({ id }) => id);
}

const alert = {
  kind: 'alerts',
  number: '12/2026',
  subject: 'Cluster of pneumonia of unknown cause',
  body: 'Twelve cases since Monday, two severe.\n\nSamples are on their way to the laboratory.',
  language: 'en',
  to: { actors: ['KEN', 'NOR'], groups: ['eac'] },
  precedence: 'immediate',
};
const request = {
  kind: 'requests',
  number: '3/2026',
  subject: 'طلب مساعدة بعد الفيضان',
  body: 'غمرت المياه ثلاث ولايات.\n\nالمطلوب مستشفيان ميدانيان.',
  language: 'ar',
  to: { actors: ['FRA', 'NOR'] },
  precedence: 'flash',
  replyBy: '2099-01-01T00:00Z',
  needs: [{ what: 'مستشفى ميداني', quantity: { amount: 2 }, by: '2099-01-01' }],
};
const note = {
  kind: 'notes-verbales',
  number: '45/2026',
  subject: 'Visit of an inspection team',
  body: 'The Embassy has the honour to inform the Ministry that the team arrives on 4 May.',
  language: 'en',
  to: { actors: ['NOR'] },
  form: {
    opening: 'The Embassy of Kenya presents its compliments to the Ministry of Foreign Affairs.',
    closing: 'The Embassy avails itself of this opportunity to renew its highest consideration.',
    place: 'Oslo',
    initials: 'A.A.',
  },
};

/** Opens three channels and records an alert with answers, a request with an offer, and a note. */
export async function recordChannels(store: Store): Promise<void> {
  await submit(
    store,
    channel('outbreak-alerts', 'alerts', 'Outbreak alerts', {
      acknowledgeWithinHours: { priority: 24, immediate: 4, flash: 0 },
      escalation: [{ afterHours: 1, offices: ['un-secretary-general'] }],
    }),
    channel('requests-for-assistance', 'requests', 'Requests for assistance', {
      acknowledgeWithinHours: { flash: 0 },
    }),
    channel('notes-verbales', 'notes-verbales', 'Notes verbales'),
  );
  const [told = ''] = await submit(store, draft('outbreak-alerts', 'issue', 'UGA', alert));
  const reply = {
    ...alert,
    number: '1/2026',
    subject: 'Two cases at the border',
    to: { actors: ['UGA'] },
    inReplyTo: told,
  };
  await submit(
    store,
    draft('outbreak-alerts', 'acknowledge', 'KEN', { notice: told }),
    draft('outbreak-alerts', 'update', 'UGA', { notice: told, reason: 'Three further cases.' }),
    draft('outbreak-alerts', 'issue', 'NOR', reply),
  );
  const [asked = ''] = await submit(
    store,
    draft('requests-for-assistance', 'issue', 'SDN', request),
  );
  await submit(
    store,
    draft('requests-for-assistance', 'offer-assistance', 'NOR', {
      request: asked,
      what: 'Field hospital',
      quantity: { amount: 1 },
    }),
    draft('notes-verbales', 'issue', 'KEN', note),
  );
}
