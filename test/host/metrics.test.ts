/** What a running node tells of itself in numbers, to whom, and what it never tells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/host/config.ts';
import { OfficesNode } from './offices-node.ts';

const TOKEN = 'a token of some length';
let node: OfficesNode;
let pulled = '';

beforeAll(async () => {
  const port = 20_000 + (process.pid % 20_000);
  node = await OfficesNode.start({
    CONCORD_METRICS: String(port),
    CONCORD_METRICS_TOKEN: TOKEN,
  });
  pulled = `http://127.0.0.1:${port}/metrics`;
});
afterAll(() => node.stop());

async function scrape(token = TOKEN): Promise<{ status: number; text: string }> {
  const response = await fetch(pulled, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
}

/** The value of the first series whose line begins so; NaN where there is none. */
const valueOf = (text: string, beginning: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(beginning))
      ?.split(' ')
      .at(-1),
  );

describe('metrics', () => {
  it('tell how long requests took by the pattern of their route, never by id', async () => {
    await node.get('/api/acts/0000000000000000000000000000000000000000000000000000000000000000');
    await node.get('/health');
    await node.get('/api/admin/state');
    const { text } = await scrape();
    expect(text).toContain('http_route="/api/acts/:id"');
    expect(text).toContain('http_route="/health"');
    expect(text).toContain('http_route="/api/admin/state"');
    expect(text).not.toContain('00000000000000000000');
  });

  it('count acts by area and outcome', async () => {
    const before = valueOf((await scrape()).text, 'concord_acts_total{area="keys"');
    await node.office('FJI', 'fji-office');
    const { text } = await scrape();
    const after = valueOf(text, 'concord_acts_total{area="keys"');
    expect(after).toBeGreaterThan(Number.isNaN(before) ? 0 : before);
    expect(text).not.toContain('fji-office');
  });

  it('tell of queues, the log, the database and the process', async () => {
    const { text } = await scrape();
    for (const name of [
      'concord_database_up',
      'concord_database_size',
      'concord_log_size',
      'concord_deliveries',
      'concord_cache_lookups_total',
      'process_memory_usage',
      'nodejs_eventloop_delay_p99',
    ]) {
      expect(valueOf(text, name), name).toBeGreaterThanOrEqual(0);
    }
  });

  it('tell nothing of ballots, not even that somebody came', async () => {
    await node.get('/api/ballots/none');
    expect((await scrape()).text).not.toContain('ballots');
  });

  it('are for who brings the token, and not among the pages of the node', async () => {
    expect((await scrape('another')).status).toBe(401);
    expect((await fetch(`${node.running.address}/metrics`)).status).toBe(404);
    expect((await fetch(pulled.replace('metrics', ''))).status).toBe(404);
  });
});

describe('the address of metrics', () => {
  it.each(['9464', '127.0.0.1:9464', 'localhost:9464', '[::1]:9464'])(
    'needs no token on loopback: %s',
    (address) => {
      expect(readConfig({ CONCORD_METRICS: address }).metrics.address?.port).toBe(9464);
    },
  );

  it('needs a token where others may come', () => {
    expect(() => readConfig({ CONCORD_METRICS: '0.0.0.0:9464' })).toThrow('CONCORD_METRICS_TOKEN');
    const given = { CONCORD_METRICS: '0.0.0.0:9464', CONCORD_METRICS_TOKEN: TOKEN };
    expect(readConfig(given).metrics.address?.host).toBe('0.0.0.0');
  });

  it.each(['on', '65536', 'host:', '::1:9464'])('is refused where it is none: %s', (address) => {
    expect(() => readConfig({ CONCORD_METRICS: address })).toThrow('CONCORD_METRICS');
  });

  it('is none where nobody set it', () => {
    expect(readConfig({}).metrics).toEqual({ address: null, token: null, otlpUrl: null });
  });
});
