/** How fast programs pull objects by TAXII: pages of a hundred out of ten thousand. */
import { isRefusal } from '../src/kernel/refusal.ts';
import type { DraftAct } from '../src/kernel/submission.ts';
import { registerOf } from '../src/practices/notices/area.ts';
import { ROOT_PATH } from '../src/standards/taxii/address.ts';
import type { Connection } from '../src/store/embedded-postgres.ts';
import { inOwnProcess } from './parts.ts';
import type { Reading } from './readers.ts';
import { OPERATOR, openRigStore } from './rigs.ts';
import { seeded } from './seeded.ts';

export const TAXII_OBJECTS = 10_000;
export const TAXII_LIMIT = 100;
/** Programs that pull at once. */
export const TAXII_READERS = 8;
const [NOTICE_OBJECTS, ROUNDS, CHANNEL] = [500, 30, 'measured-intelligence'];

export interface TaxiiMeasured extends Reading {
  /** Bytes of objects that came in a second. */
  readonly bytesPerSecond: number;
}

const INSTANT = '2026-01-01T00:00:00.000Z';

function indicator(number: number): string {
  const uuid = `0f2c1d3e-0000-4a2b-8c3d-${String(number).padStart(12, '0')}`;
  return JSON.stringify({
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${uuid}`,
    created: INSTANT,
    modified: INSTANT,
    name: `Address ${number} of a control server`,
    indicator_types: ['malicious-activity'],
    pattern: `[ipv4-addr:value = '198.51.${number % 250}.7']`,
    pattern_type: 'stix',
    valid_from: INSTANT,
  });
}

const act = (type: string, payload: object): DraftAct => ({
  type: `notices.${type}`,
  register: registerOf(CHANNEL),
  actor: OPERATOR,
  payload,
  basis: { kind: 'signed' },
});

function notice(first: number): DraftAct {
  const objects = Array.from({ length: NOTICE_OBJECTS }, (_, at) => indicator(first + at));
  const content = { standard: 'stix', objects };
  return act('issue', { kind: 'intelligence', subject: 'Measured', language: 'en', content });
}

const operator: DraftAct = {
  type: 'actors.enter',
  register: 'actors/registry',
  actor: OPERATOR,
  payload: {
    id: OPERATOR,
    kind: 'office',
    names: { en: 'Who measures' },
    treatyCapacity: false,
    regionalIntegration: false,
  },
  basis: { kind: 'recorded', source: 'The bench' },
};

/** Records the collection: ten thousand objects, each in one version. */
async function recordObjects(folder: string, connection: Connection): Promise<void> {
  const store = await openRigStore(folder, connection);
  try {
    const opening = { title: { en: 'Measured' }, kind: 'intelligence' };
    const drafts = [operator, act('open-channel', opening)];
    for (let first = 0; first < TAXII_OBJECTS; first += NOTICE_OBJECTS) drafts.push(notice(first));
    for (const draft of drafts) {
      const [receipt] = await store.submit([draft]);
      if (receipt !== undefined && isRefusal(receipt)) throw new Error(receipt.reason);
    }
  } finally {
    await store.close();
  }
}

/** The paths of all pages, as a program follows them. */
async function pagesOf(address: string): Promise<string[]> {
  const base = `${ROOT_PATH}collections/${CHANNEL}/objects/?limit=${TAXII_LIMIT}`;
  const paths: string[] = [];
  for (let path = base; ; ) {
    paths.push(path);
    const response = await fetch(`${address}${path}`);
    // An envelope of our own server.
    const page = (await response.json()) as { more?: boolean; next?: string };
    if (page.more !== true || page.next === undefined) return paths;
    path = `${base}&next=${page.next}`;
  }
}

/** Records the collection, then reads its pages in any order, again and again. */
export async function measureTaxii(
  address: string,
  rig: { readonly folder: string; readonly connection: Connection },
): Promise<TaxiiMeasured> {
  await recordObjects(rig.folder, rig.connection);
  const pages = await pagesOf(address);
  if (pages.length !== TAXII_OBJECTS / TAXII_LIMIT) throw new Error(`${pages.length} pages`);
  const random = seeded(11);
  const paths = Array.from({ length: pages.length * ROUNDS }, () => random.pick(pages));
  const reading = await inOwnProcess('read', { address, paths, readers: TAXII_READERS });
  return { ...reading, bytesPerSecond: reading.perSecond * reading.bytesMax };
}
