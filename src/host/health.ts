/** `GET /health`: whether this process can answer, for proxies that choose among several. */
import type { Hono } from 'hono';
import type { Store } from '../store/contract.ts';
import type { HostEnv } from './viewer.ts';

export const HEALTH_PATH = '/health';
/** Whether it can answer, as above; and whether the process lives, whatever its database does. */
const READY_PATH = '/health/ready';
const LIVE_PATH = '/health/live';
/** A proxy that hears nothing for longer goes elsewhere anyway. */
const ANSWER_MILLISECONDS_MAX = 3000;

function afterAWhile(): { lateness: Promise<false>; cancel: () => void } {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), ANSWER_MILLISECONDS_MAX);
  return { lateness: promise, cancel: () => clearTimeout(timer) };
}

/** Mounts it before sessions are looked for: it says nothing of the record. */
export function mountHealth(app: Hono<HostEnv>, store: Pick<Store, 'ledger' | 'replica'>): void {
  app.get(LIVE_PATH, (c) => c.json({ live: true }, 200, { 'cache-control': 'no-store' }));
  app.on('GET', [HEALTH_PATH, READY_PATH], async (c) => {
    const { lateness, cancel } = afterAWhile();
    const asked = store.ledger().then(
      () => true,
      () => false,
    );
    const ready = await Promise.race([asked, lateness]);
    cancel();
    const replica = store.replica();
    const told = { ready, ...(replica === null ? {} : { replica }) };
    return c.json(told, ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
}
