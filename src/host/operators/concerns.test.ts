import { describe, expect, it } from 'vitest';
import {
  BACKUP_DAYS_MAX,
  DISK_FREE_BYTES_MIN,
  JOB_WAIT_MINUTES_MAX,
  type Judged,
  KEY_DAYS_MAX,
  MANDATE_DAYS_BEFORE,
  concernsOf,
} from './concerns.ts';
import type { JobsOfKind, NodeState } from './node-state.ts';
import { operatorsText } from './text/operators-text.ts';

const now = new Date('2026-11-22T10:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const none = { waiting: 0, failed: 0, oldestSeconds: 0 };
const work: JobsOfKind = { ...none, kind: 'mail.send', running: 0 };

const well: NodeState = {
  at: now,
  jobs: [],
  mail: none,
  webhooks: none,
  visits: { nodes: 1, failing: 0, overdueSeconds: 0, awaiting: 0 },
  log: { queued: 0, size: 10, signedAt: now },
  database: { sizeBytes: 1, connections: 10, connectionsMax: 100, version: '18' },
  disk: { folder: '/data', freeBytes: DISK_FREE_BYTES_MIN, sizeBytes: 2 * DISK_FREE_BYTES_MIN },
  backup: { at: daysAgo(BACKUP_DAYS_MAX).toISOString(), file: '/b', sizeBytes: 1 },
  migrations: ['0001-record'],
};

const judged: Judged = {
  now,
  state: well,
  authority: {
    mandates: [{ toOn: null, revokedBy: null }],
    keySince: daysAgo(KEY_DAYS_MAX).toISOString(),
    recoverable: true,
  },
  operator: 'operator',
  signs: true,
  logHalted: false,
  replica: null,
  administrators: 2,
};

const named = (given: Partial<Judged>): string[] =>
  concernsOf({ ...judged, ...given }).map(({ name }) => name);
const ofState = (given: Partial<NodeState>): string[] => named({ state: { ...well, ...given } });

const mandateUntil = (days: number) => ({
  mandates: [{ toOn: daysAgo(-days).toISOString().slice(0, 10), revokedBy: null }],
  keySince: null,
  recoverable: true,
});

describe('what wants attention', () => {
  it('is nothing where all is well, at every bound', () => {
    expect(concernsOf(judged)).toEqual([]);
  });

  it.each<[string, Partial<NodeState>]>([
    ['disk', { disk: { folder: '/', freeBytes: DISK_FREE_BYTES_MIN - 1, sizeBytes: 1 } }],
    ['jobs-failed', { jobs: [{ ...work, failed: 1 }] }],
    ['jobs-waiting', { jobs: [{ ...work, oldestSeconds: (JOB_WAIT_MINUTES_MAX + 1) * 60 }] }],
    ['mail-failed', { mail: { ...none, failed: 2 } }],
    ['webhooks-failed', { webhooks: { ...none, failed: 2 } }],
    ['nodes-failing', { visits: { ...well.visits, failing: 1 } }],
    ['backup-none', { backup: null }],
    ['backup-old', { backup: { at: daysAgo(8).toISOString(), file: '/b', sizeBytes: 1 } }],
    ['log-waiting', { log: { queued: 3, size: 10, signedAt: daysAgo(1) } }],
    ['connections', { database: { ...well.database, connections: 81 } }],
  ])('names %s, and that alone', (name, given) => {
    expect(ofState(given)).toEqual([name]);
  });

  it.each<[string, Partial<Judged>]>([
    ['standing', { signs: false }],
    ['log-halted', { logHalted: true }],
    ['replica', { replica: 'away' }],
    ['administrator-one', { administrators: 1 }],
    ['mandates-ending', { authority: mandateUntil(MANDATE_DAYS_BEFORE) }],
    ['recovery-none', { authority: { ...judged.authority, recoverable: false } }],
    [
      'key-old',
      { authority: { ...judged.authority, keySince: daysAgo(KEY_DAYS_MAX + 1).toISOString() } },
    ],
  ])('names %s of the node itself', (name, given) => {
    expect(named(given)).toEqual([name]);
  });

  it('speaks of mandates neither long before their end nor after it', () => {
    expect(named({ authority: mandateUntil(MANDATE_DAYS_BEFORE + 1) })).toEqual([]);
    expect(named({ authority: mandateUntil(-1) })).toEqual([]);
  });

  it('puts what cannot wait before what can', () => {
    const found = concernsOf({ ...judged, signs: false, state: { ...well, backup: null } });
    expect(found.map(({ level }) => level)).toEqual(['now', 'soon']);
  });

  it('has words for each, and for what to do', () => {
    const all = [
      ...concernsOf({ ...judged, signs: false, logHalted: true, replica: 'behind' }),
      ...concernsOf({ ...judged, administrators: 1, state: { ...well, backup: null } }),
    ];
    const words = new Set(Object.keys(operatorsText.en ?? {}));
    const wanted = all.flatMap(({ name }) => [
      `host.operators.concern.${name}`,
      `host.operators.do.${name}`,
    ]);
    expect(wanted.filter((key) => !words.has(key))).toEqual([]);
  });
});
